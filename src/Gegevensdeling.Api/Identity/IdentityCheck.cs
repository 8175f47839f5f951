using Gegevensdeling.Exchanges;
using Gegevensdeling.Parties;
using Microsoft.IdentityModel.Tokens;

namespace Gegevensdeling.Api.Identity;

/// <summary>Reads <see cref="IdentityOptions"/> with a suspicious eye before the host takes its first request.</summary>
public static class IdentityCheck
{
    /// <summary>Everything that is wrong, in Dutch, for the operator; empty when all is well.</summary>
    /// <param name="parties">The parties of the protocols that are loaded.</param>
    /// <param name="environment">The host's environment: the development issuer is believed in Development alone.</param>
    public static IReadOnlyList<string> Errors(IdentityOptions options, IReadOnlySet<PartyId> parties, string environment) =>
    [
        .. options.Issuers is [] ? ["Identiteit: er is geen enkele uitgever (issuer) ingesteld."] : Enumerable.Empty<string>(),
        .. options.Issuers.GroupBy(issuer => issuer.Issuer, StringComparer.Ordinal).Where(group => group.Skip(1).Any())
            .Select(group => $"Identiteit: uitgever '{group.Key}' staat er meer dan een keer."),
        .. options.Issuers.SelectMany(issuer => Errors(issuer, parties, environment).Select(error => $"Identiteit, uitgever '{issuer.Issuer}': {error}")),
    ];

    private static IEnumerable<string> Errors(IssuerOptions issuer, IReadOnlySet<PartyId> parties, string environment)
    {
        if (string.IsNullOrWhiteSpace(issuer.Issuer))
            yield return "'Issuer' ontbreekt.";
        if (string.IsNullOrWhiteSpace(issuer.Audience))
            yield return "'Audience' ontbreekt.";
        if (issuer.Issuer == DevelopmentIssuer.Name && environment != DevelopmentIssuer.Environment)
            yield return $"de ontwikkelingsuitgever mag alleen in de omgeving '{DevelopmentIssuer.Environment}'.";
        if (issuer.MetadataAddress is null == issuer.Jwks is null)
            yield return "geef 'MetadataAddress' of 'Jwks', en niet allebei.";
        if (issuer.MetadataAddress is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
            yield return "'MetadataAddress' moet een https-adres zijn.";
        if (issuer.Jwks is { } jwks && KeysError(jwks) is { } keys)
            yield return keys;

        foreach (var (name, claim) in new[]
        {
            (nameof(issuer.PartyClaim), issuer.PartyClaim), (nameof(issuer.RolesClaim), issuer.RolesClaim), (nameof(issuer.SubjectClaim), issuer.SubjectClaim),
            (nameof(issuer.NameClaim), issuer.NameClaim), (nameof(issuer.MailClaim), issuer.MailClaim),
        })
        {
            if (string.IsNullOrWhiteSpace(claim))
                yield return $"'{name}' ontbreekt.";
        }

        if (issuer.Parties.Count == 0)
            yield return "'Parties' is leeg: niemand zou binnen kunnen.";
        foreach (var (value, party) in issuer.Parties.Where(pair => !parties.Contains(new PartyId(pair.Value))))
            yield return $"'Parties' koppelt '{value}' aan '{party}', en die partij staat in geen enkel protocol.";
        if (issuer.Roles.Count == 0)
            yield return "'Roles' is leeg: niemand zou iets mogen.";
        foreach (var (value, word) in issuer.Roles.Where(pair => RoleWords.Find(pair.Value) is null))
            yield return $"'Roles' koppelt '{value}' aan '{word}', en dat is geen rol. Rollen: {string.Join(", ", RoleWords.All.Select(role => role.Word()))}.";
    }

    private static string? KeysError(string jwks)
    {
        try
        {
            var keys = new JsonWebKeySet(jwks).Keys;
            if (keys.Count == 0)
                return "'Jwks' bevat geen enkele sleutel.";
            return keys.Any(key => key.HasPrivateKey || key.Kty == JsonWebAlgorithmsKeyTypes.Octet)
                ? "'Jwks' bevat een geheime sleutel; hier horen alleen publieke."
                : null;
        }
        catch (ArgumentException)
        {
            return "'Jwks' is geen geldige sleutelset.";
        }
    }
}
