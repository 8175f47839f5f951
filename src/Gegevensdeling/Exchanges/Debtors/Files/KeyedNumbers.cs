using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Gegevensdeling.Persons;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>
/// Numbers of persons hashed under the key of one month (F11): HMAC-SHA-256 of the eleven digits in ASCII, the first 128 bits of it. Made on every core, without
/// garbage a row. The hashes lie where the collector moves nothing, and are wiped when this is disposed.
/// </summary>
internal sealed class KeyedNumbers : IDisposable
{
    /// <summary>Rows that one core takes at a time.</summary>
    private const int Piece = 4_096;

    private KeyedNumbers(int count) => Hashes = GC.AllocateArray<UInt128>(count, pinned: true);

    /// <summary>At the place of the row; none is 0.</summary>
    public UInt128[] Hashes { get; }

    /// <param name="key">Of the month.</param>
    /// <param name="progress">Told now and then, from any thread, how many rows were hashed since the last time; or null.</param>
    public static KeyedNumbers Of<T>(IReadOnlyList<T> rows, Func<T, long> number, byte[] key, Action<long>? progress)
    {
        var made = new KeyedNumbers(rows.Count);
        if (rows.Count == 0)
            return made;
        Parallel.ForEach(
            Partitioner.Create(0, rows.Count, Piece),
            () => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key),
            (piece, _, hmac) =>
            {
                Hash(rows, number, hmac, made.Hashes, piece.Item1, piece.Item2);
                progress?.Invoke(piece.Item2 - piece.Item1);
                return hmac;
            },
            hmac => hmac.Dispose());
        return made;
    }

    public void Dispose() => Array.Clear(Hashes);

    private static void Hash<T>(IReadOnlyList<T> rows, Func<T, long> number, IncrementalHash hmac, UInt128[] hashes, int from, int to)
    {
        Span<byte> digits = stackalloc byte[Insz.Length];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (var place = from; place < to; place++)
        {
            number(rows[place]).TryFormat(digits, out _, "D11", CultureInfo.InvariantCulture);
            hmac.AppendData(digits);
            hmac.GetHashAndReset(hash);
            var first = BinaryPrimitives.ReadUInt128BigEndian(hash);
            hashes[place] = first == UInt128.Zero ? UInt128.One : first;
        }

        CryptographicOperations.ZeroMemory(digits);
        CryptographicOperations.ZeroMemory(hash);
    }
}
