using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gegevensdeling.Api.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gegevensdeling.Tests.Api;

/// <summary>The key of an invented identity provider.</summary>
internal sealed class IssuerKey(string id) : IDisposable
{
    public const string Issuer = "https://aanmelden.voorbeeld.test";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Jwks
    {
        get
        {
            var point = key.ExportParameters(false).Q;
            return $$"""{"keys":[{"kty":"EC","crv":"P-256","use":"sig","kid":"{{id}}","x":"{{Base64UrlEncoder.Encode(point.X)}}","y":"{{Base64UrlEncoder.Encode(point.Y)}}"}]}""";
        }
    }

    public static IssuerOptions Options(string? jwks, string? metadata) => new()
    {
        Issuer = Issuer,
        Audience = "api-gegevensdeling",
        Jwks = jwks,
        MetadataAddress = metadata,
        Parties = new Dictionary<string, string> { ["tenant-ocmw"] = "ocmw-voorbeeld" },
        Roles = new Dictionary<string, string> { ["MW"] = "maatschappelijk-werker" },
    };

    public string Sign(Dictionary<string, object> claims) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
        .CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = new(new ECDsaSecurityKey(key) { KeyId = id, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } }, SecurityAlgorithms.EcdsaSha256) });

    public void Dispose() => key.Dispose();
}

/// <summary>Answers as an OpenID provider's metadata addresses do, in process.</summary>
internal sealed class MetadataServer(Func<string> jwks) : HttpMessageHandler
{
    public const string Address = "https://aanmelden.voorbeeld.test/.well-known/openid-configuration";

    public int Asked { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked++;
        var text = request.RequestUri!.AbsoluteUri == Address
            ? $$"""{"issuer":"{{IssuerKey.Issuer}}","jwks_uri":"https://aanmelden.voorbeeld.test/keys"}"""
            : jwks();
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "application/json") });
    }
}
