using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Commands;

/// <summary>How a command ended, for the shell. Each command's help lists the ones that it uses.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>The answer is no: a document that does not verify, a number that is none, a protocol with errors.</summary>
    public const int No = 1;

    /// <summary>The question could not be asked: a file that is not there, an option that is missing.</summary>
    public const int Unusable = 2;

    public const int WrongKey = 3;
    public const int Damaged = 4;
    public const int Unsupported = 5;
    public const int Hostile = 6;

    /// <summary>How a refusal of a file ends a command.</summary>
    public static int Of(Refusal refusal) => refusal.Code switch
    {
        FileFaults.WrongKey or FileFaults.WorkbookPassword => WrongKey,
        FileFaults.DamagedArchive or FileFaults.DamagedWorkbook => Damaged,
        FileFaults.UnsupportedArchive or FileFaults.UnsupportedWorkbook => Unsupported,
        FileFaults.HostileArchive or FileFaults.HostileWorkbook => Hostile,
        _ => No,
    };
}
