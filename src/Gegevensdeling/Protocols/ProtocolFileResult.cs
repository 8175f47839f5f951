namespace Gegevensdeling.Protocols;

/// <summary>What reading a protocol file gives.</summary>
public abstract record ProtocolFileResult
{
    private ProtocolFileResult()
    {
    }

    public sealed record Loaded(Protocol Protocol) : ProtocolFileResult;

    public sealed record Rejected(IReadOnlyList<ProtocolFileError> Errors) : ProtocolFileResult
    {
        /// <summary>One line an error, as the host prints them before it refuses to start.</summary>
        public string Text => string.Join('\n', Errors);
    }
}

/// <summary>One reason why a file is no protocol.</summary>
/// <param name="Path">The JSON path, for example <c>$.partijen[1].kbo</c>.</param>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Reason">In Dutch.</param>
public sealed record ProtocolFileError(string File, string Path, int Line, string Reason)
{
    public string Place => $"{Path} (regel {Line})";

    public override string ToString() => $"{File}: {Place}: {Reason}";
}
