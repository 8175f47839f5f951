namespace Gegevensdeling.Documents.Worksheets;

/// <summary>The two file formats that are read.</summary>
public enum WorkbookFormat
{
    /// <summary>Office Open XML (ECMA-376), a zip.</summary>
    Xlsx,

    /// <summary>Excel 97-2003 (MS-XLS, BIFF8), in a compound file.</summary>
    Xls,
}
