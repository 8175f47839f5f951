using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Azure.Vaults;

/// <summary>
/// The two places of one exchange's key in the vault, <c>{exchange}-een</c> and <c>{exchange}-twee</c>. A vault cannot replace a secret: a new value is a new
/// version and the old ones stay readable. So a new key goes to the free place, and the other place is purged.
/// </summary>
internal static class ExchangeSecretName
{
    private static readonly string[] Places = ["een", "twee"];

    public static IEnumerable<string> Of(ExchangeId exchange) => Places.Select(place => $"{exchange}-{place}");

    /// <summary>Null for a secret that is no key of an exchange.</summary>
    public static ExchangeId? ExchangeOf(string name) =>
        Places.FirstOrDefault(place => name.EndsWith($"-{place}", StringComparison.Ordinal)) is { } found ? new(name[..^(found.Length + 1)]) : null;
}
