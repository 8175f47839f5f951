using Gegevensdeling.Keys;

namespace Gegevensdeling.Api.Routes;

/// <summary>The two routes that anybody may read.</summary>
public static class PublicRoutes
{
    public static IEnumerable<Route> All(SigningKeys signing)
    {
        yield return Route.Get("sleutels", "/sleutels.jwks.json", Access.Anonymous, async (_, cancellation) =>
            new ApiAnswer.Document("application/jwk-set+json", (await signing.PublishedAsync(cancellation)).ToJson())) with
        {
            Summary = "De publieke sleutels waarmee bewijzen te controleren zijn (RFC 7517).",
            Answers = [new(200, "De sleutels.", null, "application/jwk-set+json")],
        };
        yield return Route.Get("gezondheid", "/gezondheid", Access.Anonymous, (_, _) => Task.FromResult<ApiAnswer>(new ApiAnswer.Document("text/plain", "ok\n"))) with
        {
            Summary = "Of de host antwoordt.",
            Answers = [new(200, "ok", null, "text/plain")],
        };
    }
}
