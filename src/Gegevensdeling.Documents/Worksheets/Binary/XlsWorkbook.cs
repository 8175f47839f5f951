using System.Diagnostics.CodeAnalysis;
using Gegevensdeling.Documents.Worksheets.Compound;

namespace Gegevensdeling.Documents.Worksheets.Binary;

/// <summary>The workbook of an .xls (MS-XLS, BIFF8): which sheet has content, the shared texts and the number formats.</summary>
internal sealed class XlsWorkbook : IDisposable
{
    private const int MostSheets = 255;
    private const ushort Biff8 = 0x0600;
    private const ushort Globals = 0x0005;

    private readonly RecordStream records;
    private readonly WorksheetLimits limits;
    private readonly SharedStrings strings;
    private readonly NumberFormats formats = new();
    private readonly List<(string Name, long Position, bool Hidden)> sheets = [];
    private readonly List<ushort> styles = [];
    private readonly long position;

    private XlsWorkbook(RecordStream records, string? password, WorksheetLimits limits)
    {
        (this.records, this.limits) = (records, limits);
        strings = new(limits);
        ReadGlobals(password);
        foreach (var style in styles)
            formats.AddStyle(style);
        (SheetName, position) = Choose();
    }

    public string SheetName { get; }

    public bool WasProtected => records.Cipher is not null;

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "the workbook owns the records, and they their stream")]
    public static XlsWorkbook Open(CompoundFile file, string? password, WorksheetLimits limits)
    {
        foreach (var entry in file.Entries)
            RefuseForeign(entry.Name);
        if (file.Find("Workbook") is { } workbook)
            return Read(new RecordStream(file.Open(workbook)), password, limits);

        // 'Book' is Excel 95; a protected package under rights management has no password
        var known = file.Find("Book") is not null || file.Entries.Any(entry => entry.Name is "\u0009DRMContent");
        throw new WorksheetException(known ? WorksheetFault.Unsupported : WorksheetFault.NotAWorkbook);
    }

    public IEnumerable<WorksheetRow> Rows() => new XlsSheet(records, position, strings, formats, limits).Rows();

    public void Dispose() => records.Dispose();

    private static XlsWorkbook Read(RecordStream records, string? password, WorksheetLimits limits)
    {
        try
        {
            return new(records, password, limits);
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    private static void RefuseForeign(string name)
    {
        if (name.StartsWith("_VBA_PROJECT", StringComparison.OrdinalIgnoreCase) || name is "VBA" or "Macros")
            throw new WorksheetException(WorksheetFault.Macros);
        if (name.StartsWith("MBD", StringComparison.Ordinal) || name.StartsWith("LNK", StringComparison.Ordinal) || name is "_SX_DB_CUR" or "ObjectPool" or "Ctls" or "Revision Log")
            throw new WorksheetException(WorksheetFault.ForeignContent);
    }

    private void ReadGlobals(string? password)
    {
        records.Seek(0);
        if (records.Next() != RecordId.Bof)
            throw new WorksheetException(WorksheetFault.NotAWorkbook);
        if (records.UInt16(0) != Biff8 || records.UInt16(2) != Globals)
            throw new WorksheetException(WorksheetFault.Unsupported);
        while (records.Next() != RecordId.Eof)
            ReadGlobal(password);
        if (sheets.Count is 0 or > MostSheets)
            throw new WorksheetException(WorksheetFault.Damaged);
    }

    private void ReadGlobal(string? password)
    {
        switch (records.Id)
        {
            case RecordId.FilePass:
                records.Cipher = records.Cipher is null ? RecordCipher.Open(records.Content, password) : throw new WorksheetException(WorksheetFault.Damaged);
                break;
            case RecordId.BoundSheet:
                AddSheet();
                break;
            case RecordId.Date1904:
                formats.Since1904 = records.UInt16(0) == 1;
                break;
            case RecordId.Format:
                formats.Define(records.UInt16(0), RecordText.Short(records, 2, lengthBytes: 2));
                break;
            case RecordId.Xf when styles.Count < 65_490:
                styles.Add(records.UInt16(2));
                break;
            case RecordId.Sst:
                new RecordText(records).ReadTable(strings, limits);
                break;
            case RecordId.ObjectProject:
                throw new WorksheetException(WorksheetFault.Macros);

            // itself (0x0401) and add-ins (0x3A01) are no other file
            case RecordId.SupBook when records.Content.Length != 4 || records.UInt16(2) is not (0x0401 or 0x3A01):
                throw new WorksheetException(WorksheetFault.ForeignContent);
        }
    }

    private void AddSheet()
    {
        // 0 a worksheet, 1 a sheet of macros, 2 a chart, 6 a module (MS-XLS 2.4.28)
        switch (records.Byte(5))
        {
            case 0:
                sheets.Add((RecordText.Short(records, 6, lengthBytes: 1), records.UInt32(0), (records.Byte(4) & 3) != 0));
                break;
            case 2:
                throw new WorksheetException(WorksheetFault.SecondSheet);
            default:
                throw new WorksheetException(WorksheetFault.Macros);
        }
    }

    private (string Name, long Position) Choose()
    {
        var filled = sheets.Where(sheet => XlsSheet.HasContent(records, sheet.Position)).ToList();
        if (filled.Exists(sheet => sheet.Hidden))
            throw new WorksheetException(WorksheetFault.HiddenContent);
        if (filled.Count > 1)
            throw new WorksheetException(WorksheetFault.SecondSheet);
        var (name, position, _) = filled.Concat(sheets.Where(sheet => !sheet.Hidden)).FirstOrDefault();
        return name is { Length: > 0 and <= 31 } ? (name, position) : throw new WorksheetException(WorksheetFault.Damaged);
    }
}
