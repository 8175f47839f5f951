using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Files;

/// <summary>What came of reading or making a file: it, or why not. A bad file is an answer, never an exception.</summary>
public abstract record FileResult<T>
{
    private FileResult()
    {
    }

    public sealed record Done(T Value) : FileResult<T>;

    /// <param name="Refusal">Why the whole file is refused.</param>
    /// <param name="Report">The rows that are to blame, where rows are; else without lines.</param>
    public sealed record Refused(Refusal Refusal, FileReport Report) : FileResult<T>;

    internal static Refused No(Refusal refusal) => new(refusal, FileReport.None);
}
