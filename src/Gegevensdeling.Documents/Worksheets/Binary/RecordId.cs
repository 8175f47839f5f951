namespace Gegevensdeling.Documents.Worksheets.Binary;

/// <summary>The records that are looked at, by number (MS-XLS 2.3.2).</summary>
internal static class RecordId
{
    public const ushort Formula = 0x0006;
    public const ushort Eof = 0x000A;
    public const ushort Note = 0x001C;
    public const ushort Date1904 = 0x0022;
    public const ushort FilePass = 0x002F;
    public const ushort Continue = 0x003C;
    public const ushort Obj = 0x005D;
    public const ushort ColInfo = 0x007D;
    public const ushort BoundSheet = 0x0085;
    public const ushort SxView = 0x00B0;
    public const ushort MulRk = 0x00BD;
    public const ushort MulBlank = 0x00BE;
    public const ushort RString = 0x00D6;
    public const ushort ObjectProject = 0x00D3;
    public const ushort Xf = 0x00E0;
    public const ushort InterfaceHeader = 0x00E1;
    public const ushort MergeCells = 0x00E5;
    public const ushort Sst = 0x00FC;
    public const ushort LabelSst = 0x00FD;
    public const ushort FileLock = 0x0195;
    public const ushort SupBook = 0x01AE;
    public const ushort QueryTable = 0x01AD;
    public const ushort UserExclusive = 0x0194;
    public const ushort Blank = 0x0201;
    public const ushort Number = 0x0203;
    public const ushort Label = 0x0204;
    public const ushort BoolErr = 0x0205;
    public const ushort Row = 0x0208;
    public const ushort Array = 0x0221;
    public const ushort DefaultRowHeight = 0x0225;
    public const ushort Table = 0x0236;
    public const ushort Rk = 0x027E;
    public const ushort Format = 0x041E;
    public const ushort SharedFormula = 0x04BC;
    public const ushort Bof = 0x0809;
}
