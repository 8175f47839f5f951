using Gegevensdeling.Protocols;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>Findings as one line each: code and subject.</summary>
internal static class Lint
{
    public static string Key(string code, string? subject) => subject is null ? code : $"{code} ({subject})";

    /// <summary>The linter without what people accepted.</summary>
    public static Protocol Unaccepted(Protocol protocol) => protocol with { AcceptedFindings = [] };

    /// <summary>In order, so that lists compare.</summary>
    public static IReadOnlyList<string> Keys(Protocol protocol, params IReadOnlyCollection<Protocol> others) =>
        [.. ProtocolFindings.Check(Unaccepted(protocol), others).Select(finding => Key(finding.Code, finding.Subject)).Order(StringComparer.Ordinal)];
}
