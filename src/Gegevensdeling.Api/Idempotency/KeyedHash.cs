using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gegevensdeling.Api.Idempotency;

/// <summary>HMAC-SHA-256 over parts of which each is preceded by its length: no two lists of parts give the same bytes.</summary>
internal static class KeyedHash
{
    public static string Of(byte[] key, ReadOnlySpan<string> parts, ReadOnlySpan<byte> last)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
            Append(hash, Encoding.UTF8.GetBytes(part));
        Append(hash, last);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
