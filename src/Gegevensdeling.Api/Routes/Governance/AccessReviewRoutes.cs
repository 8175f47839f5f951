using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.AccessReviews;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>What a review came to.</summary>
public enum ReviewWord
{
    [JsonStringEnumMemberName("klopt")] Correct,
    [JsonStringEnumMemberName("te-verwijderen")] ToRemove,
}

public sealed record ReviewBody
{
    [JsonPropertyName("oordeel")]
    public required ReviewWord Verdict { get; init; }

    /// <summary>How many must go.</summary>
    [JsonPropertyName("aantal")]
    public int? Count { get; init; }

    /// <summary>Of the request to whoever manages the accounts; never who.</summary>
    [JsonPropertyName("kenmerk")]
    public string? Reference { get; init; }
}

public sealed record RemovedBody
{
    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }
}

/// <param name="Name">Null when the directory's own term has ended (W23).</param>
public sealed record AccessLine(
    [property: JsonPropertyName("medewerker")] StaffRef Staff,
    [property: JsonPropertyName("naam")] string? Name,
    [property: JsonPropertyName("functie")] string Role,
    [property: JsonPropertyName("eersteKeer")] DateTimeOffset First,
    [property: JsonPropertyName("laatsteKeer")] DateTimeOffset Last,
    [property: JsonPropertyName("keren")] int Times,
    [property: JsonPropertyName("geweigerd")] int Refused);

/// <summary>How many people had one role.</summary>
public sealed record RoleCount([property: JsonPropertyName("functie")] string Role, [property: JsonPropertyName("medewerkers")] int Staff);

/// <summary>Who of one body had access in a half-year.</summary>
public sealed record AccessReviewAnswer(
    [property: JsonPropertyName("dossier")] ExchangeId Dossier,
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("van")] DateOnly From,
    [property: JsonPropertyName("totEnMet")] DateOnly Until,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("perFunctie")] IReadOnlyList<RoleCount> Roles,
    [property: JsonPropertyName("medewerkers")] IReadOnlyList<AccessLine> Staff);

/// <summary>The routes of reviews of access (G21).</summary>
public static class AccessReviewRoutes
{
    private const string One = "/toegangscontroles/{dossier}";

    public static IEnumerable<Route> All(AccessReviewHandlers handlers)
    {
        yield return Route.Get("toegangscontrole", One, Access.To(AccessReviewActions.Read, handlers.StandAsync), handlers.ReadAsync) with
        {
            Summary = "Wie van de eigen organisatie in een halfjaar toegang had, met functie, eerste en laatste keer.",
            Answers = [new(200, "De lijst.", typeof(AccessReviewAnswer))],
        };
        yield return Route.Post<ReviewBody>("toegangscontrole-oordeel", One + "/oordeel", Access.To(AccessReviewActions.Review, handlers.StandAsync),
            (request, body, cancellation) => body is { Verdict: ReviewWord.Correct, Count: null, Reference: null }
                ? handlers.DoAsync(request, new AccessReviewCommand.Confirm(), cancellation)
                : body.Verdict == ReviewWord.Correct
                    ? Task.FromResult(ApiAnswer.Refuse(new Protocols.Refusal("aantal-niet-verwacht", "art. 4", "Bij 'klopt' horen geen aantal en geen kenmerk.")))
                    : handlers.DoAsync(request, new AccessReviewCommand.Report(body.Count, body.Reference), cancellation)) with
        {
            Summary = "Bevestigt dat de toegangen kloppen, of meldt hoeveel er te verwijderen zijn.",
            Answers = [new(204, "Vastgelegd, of het was al zo.")],
        };
        yield return Route.Post<RemovedBody>("toegangscontrole-verwijdering", One + "/verwijdering", Access.To(AccessReviewActions.Review, handlers.StandAsync),
            (request, body, cancellation) => handlers.DoAsync(request, new AccessReviewCommand.Remove(body.Reference), cancellation)) with
        {
            Summary = "Legt vast dat de gemelde toegangen verwijderd zijn.",
            Answers = [new(204, "Vastgelegd.")],
        };
    }
}
