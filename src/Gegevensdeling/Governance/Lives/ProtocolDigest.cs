using System.Security.Cryptography;
using System.Text.Json;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Lives;

/// <summary>The text of a protocol as it was signed, for comparison.</summary>
internal static class ProtocolDigest
{
    /// <summary>SHA-256 in lower-case hex over everything that the file says, in the order of the model: spaces and the order of members do not count.</summary>
    public static string Sha256(Protocol protocol) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(protocol, ProtocolJson.Options)));
}
