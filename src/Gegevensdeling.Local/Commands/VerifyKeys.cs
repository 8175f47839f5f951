using Gegevensdeling.Api.Hosting;
using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Local.Commands;

/// <summary>The public keys that <c>verify</c> believes.</summary>
/// <param name="Published">Of this system; null where only a pack is verified, by its own.</param>
/// <param name="Parties">Null where none were given.</param>
internal sealed record VerifyKeys(PublicKeySet? Published, PartyKeys? Parties)
{
    /// <returns>The keys, and what is wrong with them in Dutch.</returns>
    public static async Task<(VerifyKeys Keys, string? Problem)> ReadAsync(string? keyFile, string? partyFolder, CancellationToken cancellation)
    {
        PublicKeySet? published = null;
        if (keyFile is not null)
        {
            switch (PublicKeySet.Read(await Bounded.ReadAsync(keyFile, PublicKeySet.MaximumBytes, cancellation)))
            {
                case KeySetReading.Read(var known):
                    published = known;
                    break;
                case KeySetReading.Unreadable(var reason):
                    return (new(null, null), $"{keyFile}: {reason}.");
            }
        }

        if (partyFolder is null)
            return (new(published, null), null);
        if (!Directory.Exists(partyFolder))
            return (new(null, null), $"De map {partyFolder} bestaat niet.");
        var (sets, errors) = PartyKeyFolder.Read(partyFolder);
        return errors.Count == 0 ? (new(published, new PartyKeys(sets)), null) : (new(null, null), $"{errors[0]}.");
    }
}
