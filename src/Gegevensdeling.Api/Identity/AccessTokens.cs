using System.Collections.Frozen;
using System.Net.Mail;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Parties;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gegevensdeling.Api.Identity;

/// <summary>
/// Believes a bearer token (RFC 6750, RFC 7519) of a configured issuer and turns it into a <see cref="Caller"/>. Algorithms are pinned:
/// no <c>none</c>, no shared secrets.
/// </summary>
public sealed class AccessTokens : IDisposable
{
    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256];
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>A token is a few hundred bytes; headers as a whole are bounded by the host.</summary>
    private const int LongestToken = 16 * 1024;

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly FrozenDictionary<string, (IssuerOptions Options, SigningKeySource Keys)> issuers;
    private readonly TimeProvider clock;

    /// <param name="parties">The parties of the protocols that are loaded.</param>
    /// <param name="environment">The host's environment.</param>
    /// <param name="backchannel">Fetches issuers' metadata; never used when all keys are in the configuration.</param>
    /// <exception cref="ArgumentException">The configuration is wrong; the message says all that is, in Dutch.</exception>
    public AccessTokens(IdentityOptions options, IReadOnlySet<PartyId> parties, string environment, HttpClient backchannel, TimeProvider clock)
    {
        if (IdentityCheck.Errors(options, parties, environment) is { Count: > 0 } errors)
            throw new ArgumentException(string.Join('\n', errors));
        this.clock = clock;
        issuers = options.Issuers.ToFrozenDictionary(issuer => issuer.Issuer, issuer => (issuer, new SigningKeySource(issuer, backchannel, clock)), StringComparer.Ordinal);
    }

    /// <summary>The caller, by the value of the header <c>Authorization</c>. Fits <see cref="Identify"/>.</summary>
    /// <exception cref="TimeoutException">The issuer's keys cannot be had.</exception>
    public async Task<Identification> IdentifyAsync(string? authorization, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(authorization))
            return new Identification.Missing();
        if (!authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || Read(authorization[7..].Trim()) is not { } token)
            return new Identification.Invalid();
        if (!issuers.TryGetValue(token.Issuer, out var issuer) || !await IsValidAsync(token, issuer.Options, issuer.Keys, cancellation))
            return new Identification.Invalid();

        return CallerOf(token, issuer.Options);
    }

    public void Dispose()
    {
        foreach (var (_, keys) in issuers.Values)
            keys.Dispose();
    }

    private static Identification CallerOf(JsonWebToken token, IssuerOptions issuer)
    {
        if (Single(token, issuer.SubjectClaim) is not { } subject)
            return new Identification.Invalid();
        if (Single(token, issuer.PartyClaim) is not { } organisation || !issuer.Parties.TryGetValue(organisation, out var party))
            return new Identification.NoParty();

        var roles = token.Claims.Where(claim => claim.Type == issuer.RolesClaim)
            .Select(claim => issuer.Roles.TryGetValue(claim.Value, out var word) ? RoleWords.Find(word) : null)
            .OfType<Role>().ToFrozenSet();
        return new Identification.Known(new Caller(new PartyId(party), roles, subject, Single(token, issuer.NameClaim) ?? subject, MailOf(token, issuer)));
    }

    /// <summary>An address that no mail can go to is no address: messages to it would be tried for ever.</summary>
    private static string? MailOf(JsonWebToken token, IssuerOptions issuer) =>
        Single(token, issuer.MailClaim) is { } mail && MailAddress.TryCreate(mail, out var parsed) && parsed.Address == mail ? mail : null;

    private JsonWebToken? Read(string text)
    {
        try
        {
            return handler.CanReadToken(text) ? handler.ReadJsonWebToken(text) : null;
        }
        catch (ArgumentException) // also SecurityTokenMalformedException
        {
            return null;
        }
    }

    private async Task<bool> IsValidAsync(JsonWebToken token, IssuerOptions issuer, SigningKeySource source, CancellationToken cancellation)
    {
        var keys = await source.KeysAsync(token.Kid, cancellation);
        return (await handler.ValidateTokenAsync(token, Parameters(issuer, keys))).IsValid;
    }

    private TokenValidationParameters Parameters(IssuerOptions issuer, IEnumerable<SecurityKey> keys) => new()
    {
        ValidIssuer = issuer.Issuer,
        ValidAudience = issuer.Audience,
        IssuerSigningKeys = keys,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        TryAllIssuerSigningKeys = false,
        IncludeTokenOnFailedValidation = false,
        LogValidationExceptions = false,
        LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(notBefore, expires),
    };

    private bool IsCurrent(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || now >= start - Skew);
    }

    /// <summary>Null when the claim is absent, empty or there twice: of two organisations none is chosen.</summary>
    private static string? Single(JsonWebToken token, string claim)
    {
        var values = token.Claims.Where(candidate => candidate.Type == claim).Take(2).ToList();
        return values is [{ Value: { Length: > 0 } value }] ? value : null;
    }
}
