using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gegevensdeling.Api.Idempotency;

/// <summary>HMAC-SHA-256 over parts of which each is preceded by its length: no two lists of parts give the same bytes.</summary>
internal static class KeyedHash
{
    public static string Of(byte[] key, ReadOnlySpan<string> parts, ReadOnlySpan<byte> last)
    {
        using var hash = Begin(key, parts);
        Append(hash, last);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>For a last part that streams by and whose length is known at its end only: it needs none, nothing follows it.</summary>
    public static IncrementalHash Begin(byte[] key, ReadOnlySpan<string> parts)
    {
        var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
            Append(hash, Encoding.UTF8.GetBytes(part));
        return hash;
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
