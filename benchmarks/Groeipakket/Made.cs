using System.Text;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.TestKit;

namespace Gegevensdeling.Benchmarks.Groeipakket;

/// <summary>A sealed request and an extract of people who do not exist.</summary>
internal static class Made
{
    public static async Task WriteAsync(string folder, int rows)
    {
        using var workbook = Request(rows);
        await using (var archive = File.Create(Path.Combine(folder, "request.7z")))
            await SealedArchiveWriter.WriteAsync(archive, Child.Key, [new ArchiveEntry("aanvraag.xlsx", workbook)], CancellationToken.None);
        await using var extract = new StreamWriter(File.Create(Path.Combine(folder, "extract.csv")), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        await extract.WriteAsync("insz_kind;recht_van;recht_tot;begunstigde_1;begunstigde_2\n");
        for (var row = 0; row < rows * 10; row++)
            await extract.WriteAsync($"{SyntheticInsz.Child(row)};2020-{1 + (row % 12):00}-01;{(row % 3 == 0 ? "" : "2021-03-31")};{SyntheticInsz.Adult(row)};{(row % 2 == 0 ? SyntheticInsz.Adult(row + 1) : "")}\n");
    }

    /// <summary>Every fifteenth child of the register or so; a third of them not in it.</summary>
    private static MemoryStream Request(int rows)
    {
        var stream = new MemoryStream();
        using (var writer = new WorksheetWriter(stream, "Kinderen"))
        {
            writer.Append("INSZ kind");
            for (var row = 0; row < rows; row++)
                writer.Append(SyntheticInsz.Child(row * 15));
            writer.Complete();
        }

        stream.Position = 0;
        return stream;
    }
}
