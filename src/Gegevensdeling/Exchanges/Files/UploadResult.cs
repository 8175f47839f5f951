using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Files;

/// <summary>What became of an upload.</summary>
public abstract record UploadResult
{
    private UploadResult()
    {
    }

    public sealed record Accepted(ExchangeId Exchange) : UploadResult;

    /// <param name="Report">Which rows, and why; empty where it is about the file as a whole.</param>
    public sealed record Refused(Refusal Refusal, FileReport Report) : UploadResult
    {
        public Refused(Refusal refusal)
            : this(refusal, FileReport.None)
        {
        }
    }
}
