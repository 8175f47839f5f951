using System.Buffers.Binary;
using System.Security.Cryptography;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>A debtor who is a client.</summary>
/// <param name="NameDiffers">The receiver's file has names, and this one is another than the sender's (W19): for the receiver alone.</param>
public sealed record MatchedDebtor(Debtor Debtor, bool NameDiffers)
{
    /// <summary>Names nobody.</summary>
    public override string ToString() => nameof(MatchedDebtor);
}

/// <summary>What came of a comparison; nothing of a non-client is in it (D5).</summary>
/// <param name="Matched">In the order of the delivery.</param>
/// <param name="WithheldMatches">How many debtors are clients who asked that the sender does not know (W17): a count for the receiver alone.</param>
public sealed record MatchOutcome(IReadOnlyList<MatchedDebtor> Matched, int WithheldMatches)
{
    public override string ToString() => $"{Matched.Count} matched";
}

/// <summary>
/// Compares debtors with clients in memory, on hashes under the key of the month (F11). Time grows with the rows, not with their product; buffers that held
/// numbers or hashes are wiped. The host itself sees both lists while it compares.
/// </summary>
public static class DebtorMatch
{
    private const int ShortestKey = 16;

    /// <summary>What is committed to, so that no other use of the key gives the same.</summary>
    private static ReadOnlySpan<byte> Purpose => "debiteuren: cliëntnummers, 1"u8;

    /// <summary>The debtors who are clients; nobody is matched by name (W16).</summary>
    /// <param name="monthKey">At least 16 bytes.</param>
    /// <param name="progress">Told now and then, from any thread, how many rows were hashed since the last time; or null.</param>
    public static MatchOutcome Of(DebtorTable debtors, ClientTable clients, ReadOnlySpan<byte> monthKey, Action<long>? progress = null)
    {
        var key = Copy(monthKey);
        try
        {
            using var ours = KeyedNumbers.Of(clients.Rows, client => client.Number, key, progress);
            using var theirs = KeyedNumbers.Of(debtors.Rows, debtor => debtor.Number, key, progress);
            using var table = new HashTable(ours.Hashes);
            var (matched, withheld) = (new List<MatchedDebtor>(), 0);
            for (var place = 0; place < theirs.Hashes.Length; place++)
            {
                if (table.Find(theirs.Hashes[place]) is not (>= 0 and var found))
                    continue;
                if (clients.Rows[found].Withheld)
                    withheld++;
                else
                    matched.Add(new(debtors.Rows[place], Differs(debtors.Rows[place], clients.Rows[found])));
            }

            return new(matched, withheld);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>
    /// A keyed hash of who the clients are and which of them are withheld, whatever their order: recorded before the comparison, it says afterwards whether it was
    /// these. Without the month's key it says nothing.
    /// </summary>
    /// <param name="monthKey">At least 16 bytes.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Commitment(ClientTable clients, ReadOnlySpan<byte> monthKey)
    {
        var key = Copy(monthKey);
        try
        {
            using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
            hmac.AppendData(Purpose);
            Append(hmac, [.. clients.Rows.Where(client => !client.Withheld)], key);
            Append(hmac, [.. clients.Rows.Where(client => client.Withheld)], key);
            return Convert.ToHexStringLower(hmac.GetHashAndReset());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static void Append(IncrementalHash hmac, Client[] clients, byte[] key)
    {
        using var numbers = KeyedNumbers.Of(clients, client => client.Number, key, progress: null);
        Array.Sort(numbers.Hashes); // in place: no copy to wipe
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, clients.Length);
        hmac.AppendData(bytes[..sizeof(long)]);
        foreach (var hash in numbers.Hashes)
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
            hmac.AppendData(bytes);
        }

        CryptographicOperations.ZeroMemory(bytes);
        Array.Clear(clients);
    }

    private static byte[] Copy(ReadOnlySpan<byte> monthKey)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(monthKey.Length, ShortestKey, nameof(monthKey));
        var key = GC.AllocateArray<byte>(monthKey.Length, pinned: true);
        monthKey.CopyTo(key);
        return key;
    }

    /// <summary>Only what the receiver's file gives is compared.</summary>
    private static bool Differs(Debtor debtor, Client client) => Differs(debtor.FirstName, client.FirstName) || Differs(debtor.LastName, client.LastName);

    private static bool Differs(string theirs, string? ours) => ours is not null && PersonNormalisation.Name(theirs) != PersonNormalisation.Name(ours);
}
