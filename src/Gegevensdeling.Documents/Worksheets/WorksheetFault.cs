namespace Gegevensdeling.Documents.Worksheets;

/// <summary>Why a workbook is refused.</summary>
public enum WorksheetFault
{
    /// <summary>Neither a zip nor a compound file, or no workbook in it.</summary>
    NotAWorkbook,

    /// <summary>A workbook of a kind that is not read: .xlsb, .ods, Excel 95, another protection than Excel's own.</summary>
    Unsupported,

    /// <summary>Cut off, or the file does not agree with itself.</summary>
    Damaged,

    /// <summary>Protected, and no password was given.</summary>
    PasswordMissing,

    /// <summary>Protected, and this password does not open it.</summary>
    WrongPassword,

    /// <summary>Asks what no honest workbook asks: a bomb, a DTD, parts that overlap, millions of names.</summary>
    Hostile,

    /// <summary>Over a limit of <see cref="WorksheetLimits"/>, else sound.</summary>
    TooLarge,

    /// <summary>Holds a macro project or a macro sheet.</summary>
    Macros,

    /// <summary>Holds something that is no cell: links to other files, embedded objects, queries, pivot caches, pictures, notes.</summary>
    ForeignContent,

    /// <summary>More than one sheet with content, or a chart sheet.</summary>
    SecondSheet,

    /// <summary>Content in a hidden sheet, row or column: nobody sees it.</summary>
    HiddenContent,

    /// <summary>A cell holds a formula.</summary>
    Formula,

    /// <summary>Content outside the columns that are allowed.</summary>
    ExtraColumn,

    /// <summary>Merged cells that could cover content. A merge in one row from the last allowed column to the right is fine.</summary>
    MergedCells,
}
