using System.Security.Claims;
using System.Security.Cryptography;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Parties;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gegevensdeling.Api.Identity;

/// <summary>
/// Signs tokens for invented people on a developer's machine. It cannot be made outside Development, and <see cref="IdentityCheck"/>
/// refuses its name there.
/// </summary>
public sealed class DevelopmentIssuer
{
    public const string Name = "urn:gegevensdeling:ontwikkeling";

    /// <summary>The only environment in which it exists.</summary>
    public const string Environment = "Development";

    private const string Audience = "urn:gegevensdeling:api";
    private const string PartyClaim = "partij";
    private const string RolesClaim = "rollen";

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly ECDsaSecurityKey key;
    private readonly TimeProvider clock;

    /// <param name="key">A P-256 key of the host's own.</param>
    /// <exception cref="InvalidOperationException">Another environment than Development.</exception>
    public DevelopmentIssuer(ECDsa key, string environment, TimeProvider clock)
    {
        if (environment != Environment)
            throw new InvalidOperationException($"De ontwikkelingsuitgever bestaat alleen in de omgeving '{Environment}'.");
        this.clock = clock;
        // Uncached: a cached signer would outlive the key of a host that was stopped and started again in one process.
        this.key = new ECDsaSecurityKey(key) { CryptoProviderFactory = new() { CacheSignatureProviders = false } };
        this.key.KeyId = Base64UrlEncoder.Encode(this.key.ComputeJwkThumbprint());
    }

    /// <summary>A token for this person, from now on.</summary>
    public string Issue(Caller caller, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Subject = new ClaimsIdentity(Claims(caller)),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        });
    }

    /// <summary>What the host adds to its <see cref="IdentityOptions"/> so that these tokens are believed.</summary>
    public IssuerOptions Options(IEnumerable<PartyId> parties) => new()
    {
        Issuer = Name,
        Audience = Audience,
        Jwks = $$"""{"keys":[{{PublicKey()}}]}""",
        PartyClaim = PartyClaim,
        Parties = parties.ToDictionary(party => party.Value, party => party.Value, StringComparer.Ordinal),
        RolesClaim = RolesClaim,
        Roles = RoleWords.All.ToDictionary(role => role.Word(), role => role.Word(), StringComparer.Ordinal),
    };

    private static IEnumerable<Claim> Claims(Caller caller) =>
    [
        new("sub", caller.Subject),
        new("name", caller.Name),
        new(PartyClaim, caller.Party.Value),
        .. caller.Roles.Order().Select(role => new Claim(RolesClaim, role.Word())),
        .. caller.Mail is { } mail ? [new Claim("email", mail)] : Enumerable.Empty<Claim>(),
    ];

    private string PublicKey()
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return $$"""{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"{{key.KeyId}}","x":"{{Base64UrlEncoder.Encode(point.X)}}","y":"{{Base64UrlEncoder.Encode(point.Y)}}"}""";
    }
}
