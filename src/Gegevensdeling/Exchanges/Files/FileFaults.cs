using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Files;

/// <summary>What can be wrong with an archive or a workbook as such, whatever it should hold; never a value out of the file.</summary>
public static class FileFaults
{
    /// <summary>The code for a key that does not fit: the only refusal that may be tried again.</summary>
    public const string WrongKey = "sleutel-past-niet";

    /// <summary>The code for a workbook password that is missing or does not fit.</summary>
    public const string WorkbookPassword = "wachtwoord-werkmap";

    public const string DamagedArchive = "archief-beschadigd";
    public const string UnsupportedArchive = "archief-niet-ondersteund";
    public const string HostileArchive = "archief-geweigerd";
    public const string DamagedWorkbook = "werkmap-beschadigd";
    public const string UnsupportedWorkbook = "werkmap-niet-ondersteund";
    public const string HostileWorkbook = "werkmap-geweigerd";
    public const string WorkbookTooLarge = "werkmap-te-groot";

    /// <summary>The code for content outside the columns that are asked.</summary>
    public const string OtherColumn = "andere-kolom";

    /// <param name="article">What asks for the file, for example <c>Turnhout art. 3; C2</c>.</param>
    public static Refusal Of(string article, SealedArchiveException fault) => new(Code(fault), article, fault.Message);

    /// <param name="article">What asks for the file.</param>
    public static Refusal Of(string article, WorksheetException fault) => new(Code(fault.Fault), article, fault.Message);

    private static string Code(SealedArchiveException fault) => fault switch
    {
        WrongKeyException => WrongKey,
        DamagedArchiveException => DamagedArchive,
        UnsupportedArchiveException => UnsupportedArchive,
        HostileArchiveException => HostileArchive,
        _ => throw new InvalidOperationException("a refusal of another kind"),
    };

    internal static string Code(WorksheetFault fault) => fault switch
    {
        WorksheetFault.NotAWorkbook => "geen-werkmap",
        WorksheetFault.Unsupported => UnsupportedWorkbook,
        WorksheetFault.Damaged => DamagedWorkbook,
        WorksheetFault.PasswordMissing or WorksheetFault.WrongPassword => WorkbookPassword,
        WorksheetFault.Hostile => HostileWorkbook,
        WorksheetFault.TooLarge => WorkbookTooLarge,
        WorksheetFault.Macros => "macros",
        WorksheetFault.ForeignContent => "vreemde-inhoud",
        WorksheetFault.SecondSheet => "tweede-blad",
        WorksheetFault.HiddenContent => "verborgen-inhoud",
        WorksheetFault.Formula => "formule",
        WorksheetFault.ExtraColumn => OtherColumn,
        WorksheetFault.MergedCells => "samengevoegde-cellen",
        _ => throw new InvalidOperationException("a fault of another kind"),
    };
}
