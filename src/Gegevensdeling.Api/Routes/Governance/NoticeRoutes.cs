using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Notices;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Routes.Governance;

public sealed record ChangeNoticeBody
{
    [JsonPropertyName("soort")]
    public required NoticeSubject Subject { get; init; }

    /// <summary>Of a change of law: what of the protocol it touches.</summary>
    [JsonPropertyName("raakt")]
    public IReadOnlyList<NoticeTouch>? Touches { get; init; }

    /// <summary>From when it applies; that may lie ahead. Of a disclosure to others it must.</summary>
    [JsonPropertyName("vanaf")]
    public DateOnly? Since { get; init; }

    /// <summary>Of a disclosure to others, and there required.</summary>
    [JsonPropertyName("doorgifte")]
    public OnwardBody? Onward { get; init; }

    /// <summary>The law, the place of the new overview, or the decision to pass data on.</summary>
    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }
}

/// <summary>A disclosure to others: to which kind of body, and under which protocol or why none is required (D18).</summary>
public sealed record OnwardBody
{
    [JsonPropertyName("aan")]
    public required OnwardReceiver Receiver { get; init; }

    /// <summary>Where its own protocol can be found.</summary>
    [JsonPropertyName("protocol")]
    public string? Protocol { get; init; }

    [JsonPropertyName("geenProtocol")]
    public NoProtocolReason? NoProtocol { get; init; }
}

public sealed record PassedOnBody
{
    /// <summary>The legal date on which data were passed on; today where it is left out.</summary>
    [JsonPropertyName("op")]
    public DateOnly? On { get; init; }
}

public sealed record ConsequenceBody
{
    [JsonPropertyName("gevolg")]
    public required NoticeConsequence Consequence { get; init; }

    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }
}

/// <param name="Unread">Who was told and has not acknowledged it yet.</param>
/// <param name="Onward">Of a disclosure to others.</param>
/// <param name="PassedOn">The days on which data were passed on as announced.</param>
public sealed record NoticeAnswer(
    [property: JsonPropertyName("dossier")] ExchangeId Dossier,
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("soort")] NoticeSubject Subject,
    [property: JsonPropertyName("van")] PartyId From,
    [property: JsonPropertyName("raakt")] IReadOnlyList<NoticeTouch> Touches,
    [property: JsonPropertyName("vanaf")] DateOnly? Since,
    [property: JsonPropertyName("kenmerk")] string Reference,
    [property: JsonPropertyName("gemeldOp")] DateTimeOffset At,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("nietGelezenDoor")] IReadOnlyList<PartyId> Unread,
    [property: JsonPropertyName("gevolg")] NoticeConsequence? Consequence,
    [property: JsonPropertyName("doorgifte")] OnwardLine? Onward,
    [property: JsonPropertyName("doorgegevenOp")] IReadOnlyList<DateOnly> PassedOn);

public sealed record OnwardLine(
    [property: JsonPropertyName("aan")] OnwardReceiver Receiver,
    [property: JsonPropertyName("protocol")] string? Protocol,
    [property: JsonPropertyName("geenProtocol")] NoProtocolReason? NoProtocol);

/// <summary>The routes of notices of change (G13) and of the overview of processors (G14).</summary>
public static class NoticeRoutes
{
    private const string One = "/wijzigingen/{dossier}";
    private const string OfProtocol = "/protocollen/{protocol}";

    public static IEnumerable<Route> All(NoticeHandlers handlers, GovernanceStanding standing)
    {
        Access To(ProtocolAction action) => Access.To(action, standing.OfDossier(NoticeKind.Name));
        yield return Route.Post<ChangeNoticeBody>("wijziging", OfProtocol + "/wijzigingen", Access.To(NoticeActions.Give, standing.OfProtocolAsync), handlers.GiveAsync) with
        {
            Summary = "Meldt de andere partij een wijziging van wetgeving of van verwerkers, of vooraf een doorgifte, als het protocol dat voorziet.",
            Answers = [new(201, "Gemeld.", typeof(DossierOpened))],
        };
        yield return Route.Get("wijziging-stand", One, To(NoticeActions.Read), handlers.ReadAsync) with
        {
            Summary = "Wat gemeld is, wie het gelezen heeft en wat eruit volgt.",
            Answers = [new(200, "De stand.", typeof(NoticeAnswer))],
        };
        yield return Route.Post("wijziging-kennisname", One + "/kennisname", To(NoticeActions.Settle),
            (request, cancellation) => handlers.DoAsync(request, party => new NoticeCommand.Acknowledge(party), cancellation)) with
        {
            Summary = "Bevestigt dat de eigen organisatie de melding gelezen heeft.",
            Answers = [new(204, "Vastgelegd, of het was al zo.")],
        };
        yield return Route.Post<PassedOnBody>("wijziging-doorgifte", One + "/doorgifte", To(NoticeActions.PassOn), handlers.PassOnAsync) with
        {
            Summary = "Legt vast op welke dag gegevens zijn doorgegeven, zoals aangekondigd.",
            Answers = [new(204, "Vastgelegd, of het was al zo.")],
        };
        yield return Route.Post<ConsequenceBody>("wijziging-gevolg", One + "/gevolg", To(NoticeActions.Settle),
            (request, body, cancellation) => handlers.DoAsync(request, party => new NoticeCommand.Settle(party, body.Consequence, body.Reference), cancellation)) with
        {
            Summary = "Legt vast wat uit de wijziging volgt.",
            Answers = [new(204, "Vastgelegd.")],
        };
        yield return Route.Get("verwerkers", OfProtocol + "/verwerkers", Access.To(NoticeActions.ReadProcessors, standing.OfProtocolAsync), handlers.ProcessorsAsync) with
        {
            Summary = "Het overzicht van de verwerkers: de eigen, en die van de andere partij waar het protocol dat voorziet.",
            Answers = [new(200, "Het overzicht.", typeof(ProcessorList))],
        };
        yield return Route.Post("verwerkers-aanvraag", OfProtocol + "/verwerkers/aanvraag", Access.To(NoticeActions.AskProcessors, standing.OfProtocolAsync), handlers.AskProcessorsAsync) with
        {
            Summary = "Vraagt uitdrukkelijk het overzicht van de verwerkers van de andere partij; de aanvraag wordt vastgelegd.",
            Answers = [new(200, "Het overzicht.", typeof(ProcessorList))],
        };
    }
}
