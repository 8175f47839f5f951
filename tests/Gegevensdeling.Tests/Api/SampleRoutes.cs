using Gegevensdeling.Exchanges.Referral;
using System.Text.Json.Serialization;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Tests.Api;

internal enum SampleReason
{
    [JsonStringEnumMemberName("kan-nu")]
    Now,

    [JsonStringEnumMemberName("kan-later")]
    Later,
}

internal sealed record SamplePerson(
    [property: JsonPropertyName("voornaam")] string FirstName,
    [property: JsonPropertyName("naam")] string LastName,
    [property: JsonPropertyName("email")] string? Mail = null);

internal sealed record SampleBody(
    [property: JsonPropertyName("persoon")] SamplePerson Person,
    [property: JsonPropertyName("dag")] DateOnly Day,
    [property: JsonPropertyName("reden")] SampleReason Reason = SampleReason.Now,
    [property: JsonPropertyName("aantal")] int? Count = null,
    [property: JsonPropertyName("talen")] IReadOnlyList<string>? Languages = null);

internal sealed record SampleAnswer(
    [property: JsonPropertyName("verwijzing")] string Reference,
    [property: JsonPropertyName("toestand")] string? State = null);

/// <summary>Routes of every kind, for tests of the face. Exchange <c>een</c> runs from the team to the OCMW; there is no other.</summary>
internal sealed class SampleRoutes
{
    public static readonly ProtocolAction Read = new("lezen", "art. 6", content: false, new Grant(Role.TeamMember, Sides.Sender), new Grant(Role.Dpo, Sides.Sender | Sides.Receiver));
    public static readonly ProtocolAction Make = new("aanmaken", "art. 4", content: false, new Grant(Role.TeamMember, Sides.Sender));
    public static readonly ProtocolAction Take = new("nemen", "art. 4", content: false, new Grant(Role.SocialWorker, Sides.Receiver), new Grant(Role.HeadOfSocialService, Sides.Receiver));
    public static readonly ProtocolAction Open = new("openen", "art. 4", content: true, new Grant(Role.SocialWorker, Sides.Receiver));

    public SampleRoutes()
    {
        Table = new RouteTable(
            Route.Get("gezondheid", "/gezondheid", Access.Anonymous, (_, _) => Answer(ApiAnswer.Done())),
            Route.Get("voorbeeld-lezen", "/voorbeelden/{verwijzing}", Access.To(Read, StandAsync), (request, _) => Answer(ApiAnswer.Ok(new SampleAnswer(request.Value("verwijzing"))))) with { Query = ["vanaf"] },
            Route.Post<SampleBody>("voorbeeld-maken", "/voorbeelden", Access.To(Make, (request, _) => Task.FromResult(Standing.At(SideOf(request)))), (request, body, _) => On(request, body))
                with { RefuseMember = UnwantedFields.RefusalFor, Answers = [new AnswerShape(201, "Gemaakt.", typeof(SampleAnswer))], Summary = "Maakt een voorbeeld" },
            Route.Post("voorbeeld-nemen", "/voorbeelden/{verwijzing}/nemen", Access.To(Take, StandAsync), (request, _) => On(request, null)),
            Route.Post("voorbeeld-openen", "/voorbeelden/{verwijzing}/openen", Access.To(Open, StandAsync), (request, _) => On(request, null)) with { Reveals = true });
    }

    public RouteTable Table { get; }

    /// <summary>What the POST handlers do; a test sets its own.</summary>
    public Func<ApiRequest, object?, Task<ApiAnswer>> On { get; set; } =
        (request, _) => Answer(ApiAnswer.Made(new SampleAnswer(request.Reservation), $"/voorbeelden/{request.Reservation}"));

    public static Task<ApiAnswer> Answer(ApiAnswer answer) => Task.FromResult(answer);

    public Route this[string name] => Table.Routes.Single(route => route.Name == name);

    private static Task<Standing> StandAsync(ApiRequest request, CancellationToken cancellation) =>
        Task.FromResult(request.Value("verwijzing") == "een" ? Standing.At(SideOf(request)) : Standing.Unknown);

    private static Sides SideOf(ApiRequest request) =>
        request.Caller.Party == Face.Team ? Sides.Sender : request.Caller.Party == Face.Ocmw ? Sides.Receiver : Sides.None;
}
