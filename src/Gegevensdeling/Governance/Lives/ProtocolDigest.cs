using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Lives;

/// <summary>The text of a protocol as it was signed, for comparison.</summary>
internal static class ProtocolDigest
{
    private static readonly JsonSerializerOptions Options = new(ProtocolJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>
    /// SHA-256 in lower-case hex over what the file says, in canonical form (RFC 8785) and without what it leaves open: spaces, order, and a member that a later
    /// release of this software adds, change nothing. Acceptances of findings are no part of what was signed.
    /// </summary>
    public static string Sha256(Protocol protocol) =>
        Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(protocol with { AcceptedFindings = [] }, Options))));
}
