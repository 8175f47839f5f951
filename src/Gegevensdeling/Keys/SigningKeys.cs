using System.Globalization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Keys;

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

    private async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation) =>
        [.. (await keys.NamesAsync(Prefix, cancellation)).Order(StringComparer.Ordinal)];

    private async Task<SigningKey> OpenAsync(string name, CancellationToken cancellation) =>
        SigningKey.FromPkcs8(await keys.GetOrCreateAsync(name, NewSigningKey.Pkcs8, cancellation));

    // A clock that was set back must not put a new key before an old one.
    private string Next(string? last)
    {
        var year = clock.GetUtcNow().Year;
        var number = 1;
        if (last is not null)
        {
            var parts = last[Prefix.Length..].Split('-');
            var lastYear = int.Parse(parts[0], CultureInfo.InvariantCulture);
            (year, number) = year > lastYear ? (year, 1) : (lastYear, int.Parse(parts[1], CultureInfo.InvariantCulture) + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{year:0000}-{number:000}");
    }
}
