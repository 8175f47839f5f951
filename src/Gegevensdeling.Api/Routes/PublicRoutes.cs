using Gegevensdeling.Api.Health;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Api.Routes;

/// <summary>What anybody may read of the system itself.</summary>
public static class PublicRoutes
{
    public static IEnumerable<Route> All(SigningKeys signing, HealthCheck health)
    {
        yield return Route.Get("sleutels", "/sleutels.jwks.json", Access.Anonymous, async (_, cancellation) =>
            new ApiAnswer.Document("application/jwk-set+json", (await signing.PublishedAsync(cancellation)).ToJson())) with
        {
            Summary = "De publieke sleutels waarmee bewijzen te controleren zijn (RFC 7517).",
            Answers = [new(200, "De sleutels.", null, "application/jwk-set+json")],
        };
        yield return Route.Get("gezondheid", "/gezondheid", Access.Anonymous, async (_, cancellation) =>
            await health.IsHealthyAsync(cancellation) ? new ApiAnswer.Document("text/plain", "ok\n") : new ApiAnswer.Document("text/plain", "niet gezond\n", 503)) with
        {
            Summary = "Of register, opslag, sleutels en afhaalplaats antwoorden en de wistermijnen bewaakt worden.",
            Answers = [new(200, "ok", null, "text/plain"), new(503, "niet gezond", null, "text/plain")],
        };
    }
}
