using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gegevensdeling.Audit;

namespace Gegevensdeling.Azure.Audit;

/// <summary>How an entry stands in a blob: <c>{hash} {canonical JSON}\n</c>, the hash in lower-case hex.</summary>
internal static class AuditLines
{
    private const int HashLength = 64;

    public static byte[] Write(ChainedAuditEvent entry) => Encoding.UTF8.GetBytes($"{entry.Hash} {AuditJson.Write(entry)}\n");

    /// <exception cref="InvalidDataException">The line is no entry.</exception>
    public static ChainedAuditEvent Read(ReadOnlySpan<byte> line, string blob)
    {
        if (line.Length <= HashLength || line[HashLength] != ' ')
            throw Foreign(blob);
        try
        {
            return AuditEntryReader.Read(line[(HashLength + 1)..], Encoding.UTF8.GetString(line[..HashLength]));
        }
        catch (JsonException)
        {
            throw Foreign(blob); // without the cause: what stands there may be anything
        }
    }

    /// <summary>The last entry, which must be whole and its own: nothing is ever appended to what somebody else wrote.</summary>
    /// <exception cref="InvalidDataException">The blob ends in something else.</exception>
    public static AuditTip ReadTip(ReadOnlySpan<byte> tail, string chain, string blob)
    {
        if (tail.IsEmpty || tail[^1] != '\n')
            throw Foreign(blob);
        var line = tail[..^1];
        line = line[(line.LastIndexOf((byte)'\n') + 1)..];
        var entry = Read(line, blob);
        if (entry.Chain != chain || Convert.ToHexStringLower(SHA256.HashData(line[(HashLength + 1)..])) != entry.Hash)
            throw Foreign(blob);
        return entry.Tip;
    }

    public static InvalidDataException Foreign(string blob) => new($"The audit blob {blob} holds something that this log did not write: the chain must be looked at before it goes on");
}
