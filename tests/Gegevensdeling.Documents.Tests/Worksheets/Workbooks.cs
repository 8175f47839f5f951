using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>Workbooks by other programs (Fixtures) and by hand.</summary>
internal static class Workbooks
{
    public const string Password = "Proef-wachtwoord-1";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(Here(), "Fixtures", name));

    public static (WorksheetReader Reader, List<WorksheetRow> Rows) Read(byte[] workbook, string? password = null, WorksheetLimits? limits = null) =>
        Read(new MemoryStream(workbook, writable: false), password, limits);

    public static (WorksheetReader Reader, List<WorksheetRow> Rows) Read(Stream workbook, string? password, WorksheetLimits? limits)
    {
        using var reader = WorksheetReader.Open(workbook, password, limits ?? WorksheetLimits.Default, CancellationToken.None);
        return (reader, [.. reader.Rows()]);
    }

    /// <summary>The parts of a workbook of one sheet, to be changed before they are packed.</summary>
    public static Dictionary<string, string> Parts(string sheetData, string before = "", string after = "", string shared = "", string styles = "") => new(StringComparer.Ordinal)
    {
        ["[Content_Types].xml"] = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>""",
        ["_rels/.rels"] = Relationships(("rId1", "officeDocument", "xl/workbook.xml")),
        ["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Kinds}"><sheets><sheet name="Blad" sheetId="1" r:id="rId1"/></sheets></workbook>""",
        ["xl/_rels/workbook.xml.rels"] = Relationships(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"), ("rId3", "styles", "styles.xml")),
        ["xl/worksheets/sheet1.xml"] = Sheet(sheetData, before, after),
        ["xl/sharedStrings.xml"] = $"""<sst xmlns="{Main}">{shared}</sst>""",
        ["xl/styles.xml"] = $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>""",
    };

    public static string Sheet(string sheetData, string before = "", string after = "") => $"""<worksheet xmlns="{Main}">{before}<sheetData>{sheetData}</sheetData>{after}</worksheet>""";

    public static string Relationships(params (string Id, string Kind, string Target)[] parts) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(parts.Select(part => $"<Relationship Id=\"{part.Id}\" Type=\"{Kinds}/{part.Kind}\" Target=\"{part.Target}\"/>"))}</Relationships>""";

    public static byte[] Pack(Dictionary<string, string> parts) => Pack(parts.Select(part => (part.Key, (Action<Stream>)(stream => stream.Write(Encoding.UTF8.GetBytes(part.Value))))));

    public static byte[] Pack(IEnumerable<(string Name, Action<Stream> Write)> parts)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(part);
            }
        }

        return output.ToArray();
    }

    /// <summary>A workbook whose part of that name is written piece by piece.</summary>
    public static byte[] PackLarge(string name, string begin, string piece, int times, string end, Dictionary<string, string>? others = null)
    {
        var parts = others ?? Parts("");
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 1_000)));
        return Pack(parts.Select(part => (part.Key, (Action<Stream>)(stream =>
        {
            if (part.Key != name)
            {
                stream.Write(Encoding.UTF8.GetBytes(part.Value));
                return;
            }

            stream.Write(Encoding.UTF8.GetBytes(begin));
            for (var done = 0; done < times; done += 1_000)
                stream.Write(bytes);
            stream.Write(Encoding.UTF8.GetBytes(end));
        }))));
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
