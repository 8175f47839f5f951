using System.Globalization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Keys;

/// <summary>A key that came after another.</summary>
/// <param name="Year">In which it was made, by the clock of that day.</param>
public sealed record RenewedKey(string KeyId, int Year);

/// <summary>
/// The system's signing keys, named <c>handtekening/{year}-{number}</c>: the last one signs, all of them stay published, so that a
/// receipt verifies for as long as somebody keeps it (F1).
/// </summary>
public sealed class SigningKeys(ISystemKeys keys, TimeProvider clock)
{
    public const string Prefix = "handtekening/";

    /// <summary>The key that signs now; the very first one is made here. The caller disposes it.</summary>
    public async Task<SigningKey> CurrentAsync(CancellationToken cancellation)
    {
        var names = await NamesAsync(cancellation);
        return await OpenAsync(names.Count == 0 ? Next(null) : names[^1], cancellation);
    }

    /// <summary>Makes a new key, which signs from now on; the earlier ones only verify.</summary>
    /// <returns>The new key's id.</returns>
    public async Task<string> RotateAsync(CancellationToken cancellation)
    {
        var names = await NamesAsync(cancellation);
        using var key = await OpenAsync(Next(names.Count == 0 ? null : names[^1]), cancellation);
        return key.Public.KeyId;
    }

    /// <summary>
    /// Makes a new key where the last one signed for its term, or may sign no more. The name follows from the last one and the year: hosts that do this at once, and one
    /// that was stopped halfway and comes again, make one key.
    /// </summary>
    /// <returns>The key that signs now; null while that is the very first one, or there is none.</returns>
    public async Task<RenewedKey?> RenewWhereDueAsync(SigningKeyTerms terms, CancellationToken cancellation)
    {
        var names = await NamesAsync(cancellation);
        if (names.Count == 0)
            return null;
        using var last = await OpenAsync(names[^1], cancellation);
        if (!terms.IsOver(names[^1].Year, clock.GetUtcNow().Year) && !terms.IsWithdrawn(last.Public.KeyId))
            return names.Count == 1 ? null : new(last.Public.KeyId, names[^1].Year);
        var next = Next(names[^1]);
        using var key = await OpenAsync(next, cancellation);
        return new(key.Public.KeyId, next.Year);
    }

    /// <summary>Every public key there ever was, oldest first, to publish as <c>sleutels.jwks.json</c>.</summary>
    public async Task<PublicKeySet> PublishedAsync(CancellationToken cancellation)
    {
        using (await CurrentAsync(cancellation))
        {
            // Makes the first key where there is none yet, so that the set is never empty.
        }

        var set = new List<PublicKey>();
        foreach (var name in await NamesAsync(cancellation))
        {
            using var key = await OpenAsync(name, cancellation);
            set.Add(key.Public);
        }

        return new PublicKeySet(set);
    }

    private async Task<IReadOnlyList<KeyName>> NamesAsync(CancellationToken cancellation) =>
        [.. (await keys.NamesAsync(Prefix, cancellation)).Select(KeyName.Read).OrderBy(name => name.Year).ThenBy(name => name.Number)];

    private async Task<SigningKey> OpenAsync(KeyName name, CancellationToken cancellation) =>
        SigningKey.FromPkcs8(await keys.GetOrCreateAsync(name.ToString(), NewSigningKey.Pkcs8, cancellation));

    // A clock that was set back must not put a new key before an old one.
    private KeyName Next(KeyName? last) =>
        last is { } name && clock.GetUtcNow().Year <= name.Year ? name with { Number = name.Number + 1 } : new(clock.GetUtcNow().Year, 1);

    private readonly record struct KeyName(int Year, int Number)
    {
        public static KeyName Read(string name) => name[Prefix.Length..].Split('-') is [var year, var number]
            ? new(int.Parse(year, CultureInfo.InvariantCulture), int.Parse(number, CultureInfo.InvariantCulture))
            : throw new FormatException("A signing key with another name");

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Year:0000}-{Number:000}");
    }
}
