using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.StandIns;

/// <summary>
/// The identity endpoint that App Service and Functions give their code, so that <c>DefaultAzureCredential</c> itself is at work here:
/// <c>GET {IDENTITY_ENDPOINT}?resource=…&amp;api-version=2019-08-01</c> with <c>X-IDENTITY-HEADER</c>
/// (learn.microsoft.com/azure/app-service/overview-managed-identity, "Use REST"). Tokens name no real tenant and are signed by nobody.
/// </summary>
public sealed class ManagedIdentityServer : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly string header = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private ManagedIdentityServer(WebApplication web) => this.web = web;

    public Uri Endpoint => new(new(web.Urls.First()), "/msi/token");

    /// <summary>How long a token lives; shorter to see one expire.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromHours(24);

    /// <summary>False answers as for an identity that was taken away.</summary>
    public bool Grants { get; set; } = true;

    public static async Task<ManagedIdentityServer> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        var server = new ManagedIdentityServer(web);
        web.MapGet("/msi/token", server.AnswerAsync);
        await web.StartAsync(cancellation);
        return server;
    }

    /// <summary>Makes <c>DefaultAzureCredential</c> of this process ask here.</summary>
    public void Announce()
    {
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", Endpoint.ToString());
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", header);
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Headers["X-IDENTITY-HEADER"] != header)
            return RefuseAsync(http, 401, "unauthorized", "the identity header is not this endpoint's");
        if (!Grants)
            return RefuseAsync(http, 400, "invalid_request", "no managed identity is assigned");
        var resource = http.Request.Query["resource"].ToString();
        var now = TimeProvider.System.GetUtcNow();
        var expires = now + Life;
        return http.Response.WriteAsJsonAsync(new JsonObject
        {
            ["access_token"] = TokenFor(resource, now, expires),
            ["expires_on"] = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource,
            ["token_type"] = "Bearer",
        });
    }

    private static Task RefuseAsync(HttpContext http, int status, string error, string description)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new JsonObject { ["error"] = error, ["error_description"] = description });
    }

    private static string TokenFor(string resource, DateTimeOffset now, DateTimeOffset expires)
    {
        var claims = new JsonObject
        {
            ["aud"] = resource,
            ["iss"] = "https://sts.windows.net/00000000-0000-0000-0000-000000000000/",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.AddMinutes(-5).ToUnixTimeSeconds(),
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["oid"] = "00000000-0000-0000-0000-000000000001",
            ["tid"] = "00000000-0000-0000-0000-000000000000",
        };
        return $"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part(claims.ToJsonString())}.{Part("unsigned")}";
    }

    private static string Part(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
