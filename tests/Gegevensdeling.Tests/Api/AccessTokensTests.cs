using System.Security.Cryptography;
using System.Text;
using Gegevensdeling.Api.Identity;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Parties;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Gegevensdeling.Tests.Api;

public sealed class AccessTokensTests : IDisposable
{
    private readonly Face face = new();
    private readonly IssuerKey key = new("sleutel-a");

    public void Dispose()
    {
        face.Dispose();
        key.Dispose();
    }

    [Fact]
    public async Task A_token_of_a_configured_issuer_becomes_a_caller()
    {
        var caller = Assert.IsType<Identification.Known>(await Ask(Claims())).Caller;
        Assert.Equal((Face.Ocmw, "persoon-9", "Bo Voorbeeld", "bo@voorbeeld.test"), (caller.Party, caller.Subject, caller.Name, caller.Mail));
        Assert.Equal([Role.SocialWorker], caller.Roles);
    }

    [Fact]
    public async Task The_development_issuers_token_carries_the_whole_caller()
    {
        var sent = new Caller(Face.Team, new HashSet<Role> { Role.TeamMember, Role.Dpo }, "persoon-1", "An Voorbeeld", "an@voorbeeld.test");
        var read = Assert.IsType<Identification.Known>(await face.Tokens.IdentifyAsync($"Bearer {face.Issuer.Issue(sent, TimeSpan.FromMinutes(5))}", Stop)).Caller;
        Assert.Equal((sent.Party, sent.Subject, sent.Name, sent.Mail), (read.Party, read.Subject, read.Name, read.Mail));
        Assert.Equal(sent.Roles.Order(), read.Roles.Order());
    }

    // One thing wrong each time; the first case shows that nothing else is.
    [Theory]
    [InlineData("", "", true)]
    [InlineData("iss", "https://aanmelden.voorbeeld.test/", false)]
    [InlineData("iss", "https://elders.test", false)]
    [InlineData("aud", "andere-toepassing", false)]
    [InlineData("sub", "", false)]
    public async Task A_token_must_be_from_here_and_for_here(string claim, string value, bool good)
    {
        var claims = Claims();
        if (claim.Length > 0)
            claims[claim] = value;
        Assert.Equal(good, await Ask(claims) is Identification.Known);
    }

    [Theory]
    [InlineData(-3600, 3600, true)]
    [InlineData(-3600, 0, true)] // a minute of skew
    [InlineData(-3600, -61, false)]
    [InlineData(61, 3600, false)]
    [InlineData(30, 3600, true)]
    public async Task A_token_counts_only_in_its_time_by_the_systems_clock(int from, int until, bool good)
    {
        var claims = Claims();
        claims["nbf"] = Seconds(from);
        claims["exp"] = Seconds(until);
        Assert.Equal(good, await Ask(claims) is Identification.Known);
    }

    [Fact]
    public async Task A_token_without_an_end_is_refused()
    {
        var claims = Claims();
        claims.Remove("exp");
        Assert.IsType<Identification.Invalid>(await Ask(claims));
    }

    [Fact]
    public async Task A_token_grows_old_when_the_clock_turns()
    {
        var token = face.Token(Face.Team, Role.TeamMember);
        face.Clock.Advance(TimeSpan.FromMinutes(62));
        Assert.IsType<Identification.Invalid>(await face.Tokens.IdentifyAsync($"Bearer {token}", Stop));
    }

    [Fact]
    public async Task An_organisation_that_is_not_in_the_map_has_no_party()
    {
        var claims = Claims();
        claims["tid"] = "tenant-x";
        Assert.IsType<Identification.NoParty>(await Ask(claims));
        claims["tid"] = new[] { "tenant-ocmw", "tenant-x" };
        Assert.IsType<Identification.NoParty>(await Ask(claims));
        claims.Remove("tid");
        Assert.IsType<Identification.NoParty>(await Ask(claims));
    }

    [Fact]
    public async Task Words_that_are_no_role_here_give_none()
    {
        var claims = Claims();
        claims["roles"] = new[] { "GlobalAdmin", "maatschappelijk-werker" }; // our own word is no word of this issuer
        Assert.Empty(Assert.IsType<Identification.Known>(await Ask(claims)).Caller.Roles);
    }

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        var parts = key.Sign(Claims()).Split('.');
        var unsigned = $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.";
        Assert.IsType<Identification.Invalid>(await Tokens().IdentifyAsync($"Bearer {unsigned}", Stop));
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_shared_secret_is_refused()
    {
        var secret = new SymmetricSecurityKey(SHA256.HashData(Encoding.UTF8.GetBytes(key.Jwks))) { KeyId = "sleutel-a" };
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor { Claims = Claims(), SigningCredentials = new(secret, SecurityAlgorithms.HmacSha256) });
        Assert.IsType<Identification.Invalid>(await Tokens().IdentifyAsync($"Bearer {token}", Stop));
    }

    [Fact]
    public async Task An_algorithm_that_is_not_pinned_is_refused_even_when_well_signed()
    {
        using var rsa = RSA.Create(2048);
        var signer = new RsaSecurityKey(rsa) { KeyId = "rsa" };
        var point = rsa.ExportParameters(false);
        var jwks = $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"rsa","n":"{{Base64UrlEncoder.Encode(point.Modulus)}}","e":"{{Base64UrlEncoder.Encode(point.Exponent)}}"}]}""";
        foreach (var (algorithm, good) in new[] { ("RS256", true), ("PS256", true), ("RS512", false), ("PS384", false) })
        {
            var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor { Claims = Claims(), SigningCredentials = new(signer, algorithm) });
            Assert.Equal(good, await Tokens(jwks).IdentifyAsync($"Bearer {token}", Stop) is Identification.Known);
        }
    }

    [Fact]
    public async Task Another_key_of_the_same_name_is_refused()
    {
        using var other = new IssuerKey("sleutel-a");
        Assert.IsType<Identification.Invalid>(await Tokens().IdentifyAsync($"Bearer {other.Sign(Claims())}", Stop));
    }

    [Fact]
    public async Task A_changed_payload_is_refused()
    {
        var parts = key.Sign(Claims()).Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("persoon-9", "persoon-8", StringComparison.Ordinal);
        Assert.IsType<Identification.Invalid>(await Tokens().IdentifyAsync($"Bearer {parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}", Stop));
    }

    [Theory]
    [InlineData(null, typeof(Identification.Missing))]
    [InlineData("", typeof(Identification.Missing))]
    [InlineData("Basic YWJj", typeof(Identification.Invalid))]
    [InlineData("Bearer", typeof(Identification.Invalid))]
    [InlineData("Bearer ", typeof(Identification.Invalid))]
    [InlineData("Bearer a.b", typeof(Identification.Invalid))]
    [InlineData("Bearer a.b.c", typeof(Identification.Invalid))]
    [InlineData("Bearer e30.e30.e30", typeof(Identification.Invalid))]
    [InlineData("Bearer a.b.c.d.e", typeof(Identification.Invalid))]
    public async Task What_is_no_token_is_no_caller(string? authorization, Type expected) =>
        Assert.IsType(expected, await Tokens().IdentifyAsync(authorization, Stop));

    [Fact]
    public async Task A_token_of_absurd_length_is_not_read() =>
        Assert.IsType<Identification.Invalid>(await Tokens().IdentifyAsync($"Bearer {new string('a', 2_000_000)}.b.c", Stop));

    [Fact]
    public async Task The_issuers_keys_are_fetched_from_its_metadata_once()
    {
        using var metadata = new MetadataServer(() => key.Jwks);
        var tokens = Tokens(metadata);
        Assert.IsType<Identification.Known>(await tokens.IdentifyAsync($"Bearer {key.Sign(Claims())}", Stop));
        Assert.IsType<Identification.Known>(await tokens.IdentifyAsync($"Bearer {key.Sign(Claims())}", Stop));
        Assert.Equal(2, metadata.Asked); // the document and its keys
    }

    [Fact]
    public async Task An_issuer_that_cannot_be_reached_is_an_outage_and_not_a_bad_token()
    {
        using var metadata = new MetadataServer(() => throw new HttpRequestException("unreachable"));
        await Assert.ThrowsAsync<TimeoutException>(() => Tokens(metadata).IdentifyAsync($"Bearer {key.Sign(Claims())}", Stop));
    }

    [Fact]
    public async Task A_new_key_of_the_issuer_is_believed_at_once_but_invented_key_names_do_not_make_us_ask_all_the_time()
    {
        using var next = new IssuerKey("sleutel-b");
        var current = key;
        using var metadata = new MetadataServer(() => current.Jwks);
        var tokens = Tokens(metadata);
        await tokens.IdentifyAsync($"Bearer {key.Sign(Claims())}", Stop);
        current = next;
        Assert.IsType<Identification.Known>(await tokens.IdentifyAsync($"Bearer {next.Sign(Claims())}", Stop));
        Assert.Equal(4, metadata.Asked);
        Assert.IsType<Identification.Invalid>(await tokens.IdentifyAsync($"Bearer {key.Sign(Claims())}", Stop));
        Assert.Equal(4, metadata.Asked);
        face.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.IsType<Identification.Invalid>(await tokens.IdentifyAsync($"Bearer {key.Sign(Claims())}", Stop));
        Assert.Equal(6, metadata.Asked);
    }

    [Fact]
    public async Task Known_keys_stay_good_while_the_issuer_cannot_be_reached()
    {
        var reachable = true;
        using var metadata = new MetadataServer(() => reachable ? key.Jwks : throw new HttpRequestException("unreachable"));
        var tokens = Tokens(metadata);
        await tokens.IdentifyAsync($"Bearer {key.Sign(Claims())}", Stop);
        reachable = false;
        face.Clock.Advance(TimeSpan.FromHours(13));
        var claims = Claims();
        claims["exp"] = Seconds(14 * 3600);
        Assert.IsType<Identification.Known>(await tokens.IdentifyAsync($"Bearer {key.Sign(claims)}", Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static long Seconds(int after) => Face.Start.AddSeconds(after).ToUnixTimeSeconds();

    private static Dictionary<string, object> Claims() => new()
    {
        ["iss"] = IssuerKey.Issuer,
        ["aud"] = "api-gegevensdeling",
        ["nbf"] = Seconds(0),
        ["exp"] = Seconds(3600),
        ["sub"] = "persoon-9",
        ["name"] = "Bo Voorbeeld",
        ["email"] = "bo@voorbeeld.test",
        ["tid"] = "tenant-ocmw",
        ["roles"] = new[] { "MW" },
    };

    private Task<Identification> Ask(Dictionary<string, object> claims) => Tokens().IdentifyAsync($"Bearer {key.Sign(claims)}", Stop);

    private AccessTokens Tokens(string? jwks = null) => Tokens(IssuerKey.Options(jwks ?? key.Jwks, null), new HttpClient());

    private AccessTokens Tokens(MetadataServer metadata) => Tokens(IssuerKey.Options(null, MetadataServer.Address), new HttpClient(metadata, disposeHandler: false));

    private AccessTokens Tokens(IssuerOptions issuer, HttpClient backchannel) =>
        new(new IdentityOptions { Issuers = [issuer] }, new HashSet<PartyId> { Face.Ocmw }, "Production", backchannel, face.Clock);
}
