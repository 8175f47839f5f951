using System.Security.Cryptography;
using Gegevensdeling.Api.Identity;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Parties;
using Xunit;

namespace Gegevensdeling.Tests.Api;

public sealed class IdentityCheckTests
{
    private const string Jwks = """{"keys":[{"kty":"EC","crv":"P-256","kid":"a","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}"""; // RFC 7515, A.3

    private static readonly Dictionary<string, string> Parties = new() { ["tenant"] = "ocmw-voorbeeld" };
    private static readonly Dictionary<string, string> Roles = new() { ["MW"] = "maatschappelijk-werker" };

    [Fact]
    public void A_good_configuration_has_no_errors() => Assert.Empty(Errors(Issuer()));

    [Fact]
    public void Every_error_is_named_with_its_issuer_and_its_place()
    {
        Assert.Equal(["Identiteit: er is geen enkele uitgever (issuer) ingesteld."], Errors());
        Assert.Equal(["Identiteit: uitgever 'https://a.test' staat er meer dan een keer."], Errors(Issuer(), Issuer()));
        AssertError("'Issuer' ontbreekt.", Issuer(issuer: ""));
        AssertError("'Audience' ontbreekt.", Issuer(audience: " "));
        AssertError("geef 'MetadataAddress' of 'Jwks', en niet allebei.", Issuer(jwks: null));
        AssertError("geef 'MetadataAddress' of 'Jwks', en niet allebei.", Issuer(metadata: "https://a.test/m"));
        AssertError("'MetadataAddress' moet een https-adres zijn.", Issuer(jwks: null, metadata: "http://a.test/m"));
        AssertError("'Jwks' is geen geldige sleutelset.", Issuer(jwks: "{"));
        AssertError("'Jwks' bevat geen enkele sleutel.", Issuer(jwks: """{"keys":[]}"""));
        AssertError("'Jwks' bevat een geheime sleutel; hier horen alleen publieke.", Issuer(jwks: """{"keys":[{"kty":"oct","k":"AAAA"}]}"""));
        AssertError("'PartyClaim' ontbreekt.", Issuer(partyClaim: ""));
        AssertError("'Parties' is leeg: niemand zou binnen kunnen.", Issuer(parties: []));
        AssertError("'Parties' koppelt 'x' aan 'ocmw-elders', en die partij staat in geen enkel protocol.", Issuer(parties: new() { ["x"] = "ocmw-elders" }));
        AssertError("'Roles' is leeg: niemand zou iets mogen.", Issuer(roles: []));
        Assert.StartsWith(
            "Identiteit, uitgever 'https://a.test': 'Roles' koppelt 'MW' aan 'directeur', en dat is geen rol. Rollen: teamlid, maatschappelijk-werker,",
            Assert.Single(Errors(Issuer(roles: new() { ["MW"] = "directeur" }))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_configuration_does_not_start()
    {
        using var nowhere = new HttpClient();
        var error = Assert.Throws<ArgumentException>(() => new AccessTokens(
            new IdentityOptions { Issuers = [Issuer(audience: "", roles: [])] }, new HashSet<PartyId> { Face.Ocmw }, "Production", nowhere, TimeProvider.System));
        Assert.Equal(2, error.Message.Split('\n').Length);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("development")]
    public void The_development_issuer_exists_in_development_only(string environment)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Throws<InvalidOperationException>(() => new DevelopmentIssuer(key, environment, TimeProvider.System));
        AssertError(
            "de ontwikkelingsuitgever mag alleen in de omgeving 'Development'.",
            new DevelopmentIssuer(key, "Development", TimeProvider.System).Options([Face.Ocmw]), environment);
    }

    [Fact]
    public void What_the_development_issuer_publishes_holds_no_secret()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new DevelopmentIssuer(key, "Development", TimeProvider.System).Options([Face.Ocmw]);
        Assert.Empty(Errors("Development", options));
        Assert.DoesNotContain("\"d\"", options.Jwks!, StringComparison.Ordinal);
        Assert.Equal(RoleWords.All.Count, options.Roles.Count);
    }

    private static void AssertError(string text, IssuerOptions issuer, string environment = "Production") =>
        Assert.Equal([$"Identiteit, uitgever '{issuer.Issuer}': {text}"], Errors(environment, issuer));

    private static IReadOnlyList<string> Errors(params IReadOnlyList<IssuerOptions> issuers) => Errors("Production", issuers);

    private static IReadOnlyList<string> Errors(string environment, params IReadOnlyList<IssuerOptions> issuers) =>
        IdentityCheck.Errors(new IdentityOptions { Issuers = issuers }, new HashSet<PartyId> { Face.Ocmw }, environment);

    private static IssuerOptions Issuer(
        string issuer = "https://a.test", string audience = "api", string? jwks = Jwks, string? metadata = null, string partyClaim = "tid",
        Dictionary<string, string>? parties = null, Dictionary<string, string>? roles = null) => new()
        {
            Issuer = issuer,
            Audience = audience,
            Jwks = jwks,
            MetadataAddress = metadata,
            PartyClaim = partyClaim,
            Parties = parties ?? Parties,
            Roles = roles ?? Roles,
        };
}
