using Gegevensdeling.Persons;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>Reads one row of an extract from its bytes; nothing is allocated for a row that is right.</summary>
internal static class ExtractLine
{
    /// <summary>Longest row: three numbers, two dates and what separates them take 57; a header or a few blanks a little more.</summary>
    public const int Longest = 128;

    private const int DateLength = 10;
    private const byte Separator = (byte)';';

    /// <summary>What is wrong with the line (its number is the caller's to fill in), or null with the row.</summary>
    /// <param name="line">Without the end of the line.</param>
    /// <param name="row">Right only where the answer is null.</param>
    public static ExtractProblem? Read(ReadOnlySpan<byte> line, out ExtractRow row)
    {
        row = default;
        if (line.IsEmpty)
            return new(ExtractFault.EmptyLine, 0);
        var rest = line;
        var (to, second) = (ExtractRow.Open, 0L);
        if (!TryTakeInsz(ref rest, out var child))
            return Why(line, 0, ExtractFault.Insz);
        if (!TryTakeDate(ref rest, out var from))
            return Why(line, 1, ExtractFault.Date);
        if (rest is [Separator, ..])
            rest = rest[1..];
        else if (!TryTakeDate(ref rest, out to))
            return Why(line, 2, ExtractFault.Date);
        if (!TryTakeInsz(ref rest, out var first))
            return Why(line, 3, ExtractFault.Insz);
        if (!rest.IsEmpty && (rest.Length != Insz.Length || !TryInsz(rest, out second)))
            return Why(line, 4, ExtractFault.Insz);
        if (to < from)
            return new(ExtractFault.DateOrder, 0);
        row = new ExtractRow(child, from, to, first, second == first ? 0 : second);
        return null;
    }

    private static ExtractProblem Why(ReadOnlySpan<byte> line, int column, ExtractFault fault)
    {
        if (line.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            return new(ExtractFault.NotText, 0);
        var columns = line.Count(Separator) + 1;
        if (columns != ExtractHeader.Columns.Length)
            return new(columns < ExtractHeader.Columns.Length ? ExtractFault.FewerColumns : ExtractFault.MoreColumns, 0);
        return new(fault, 0, ExtractHeader.Columns[column]);
    }

    private static bool TryTakeInsz(ref ReadOnlySpan<byte> rest, out long number)
    {
        number = 0;
        if (rest.Length <= Insz.Length || rest[Insz.Length] != Separator || !TryInsz(rest[..Insz.Length], out number))
            return false;
        rest = rest[(Insz.Length + 1)..];
        return true;
    }

    private static bool TryInsz(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            number = (number * 10) + digit - '0';
        }

        return Insz.Fault(number, out _, out _) is null;
    }

    private static bool TryTakeDate(ref ReadOnlySpan<byte> rest, out int dayNumber)
    {
        dayNumber = 0;
        if (rest.Length <= DateLength || rest[DateLength] != Separator || rest[4] != '-' || rest[7] != '-')
            return false;
        var (year, month, day) = (Digits(rest[..4]), Digits(rest[5..7]), Digits(rest[8..10]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        dayNumber = new DateOnly(year, month, day).DayNumber;
        rest = rest[(DateLength + 1)..];
        return true;
    }

    private static int Digits(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
                return -1;
            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
