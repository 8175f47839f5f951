using System.Text;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>The first line of an extract: these columns, in this order.</summary>
internal static class ExtractHeader
{
    public const string Text = "insz_kind;recht_van;recht_tot;begunstigde_1;begunstigde_2";

    public static readonly string[] Columns = Text.Split(';');

    /// <summary>What is wrong with the line, or null.</summary>
    public static ExtractProblem? Check(ReadOnlySpan<byte> line)
    {
        if (line.SequenceEqual("insz_kind;recht_van;recht_tot;begunstigde_1;begunstigde_2"u8))
            return null;
        if (line.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || line.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || line.Contains((byte)0))
            return new(ExtractFault.OtherEncoding, 1);
        if (!line.ContainsAnyInRange((byte)'a', (byte)'z'))
            return new(ExtractFault.NoHeader, 1);
        var names = Encoding.Latin1.GetString(line).Split(';');
        if (Columns.FirstOrDefault(column => !names.Contains(column, StringComparer.Ordinal)) is { } missing)
            return new(names.Any(name => Columns.Contains(name, StringComparer.Ordinal)) ? ExtractFault.MissingColumn : ExtractFault.NoHeader, 1, missing);
        return new(names.Length > Columns.Length ? ExtractFault.UnknownColumn : ExtractFault.OtherOrder, 1);
    }
}
