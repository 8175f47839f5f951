using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Objections;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>The routes of objections and restrictions (W22): to a referral, to a file of many people, and to the list of debtors.</summary>
public static class ObjectionRoutes
{
    private static readonly AnswerShape Made = new(201, "Vastgelegd; de gegevens worden alleen nog bewaard.", typeof(DossierOpened));

    public static IEnumerable<Route> All(ObjectionHandlers handlers, ReferralStanding referrals) =>
    [
        Route.Post<ObjectionBody>("bezwaar", "/doorverwijzingen/{verwijzing}/bezwaar", Access.To(ObjectionActions.Make, referrals.OfExchangeAsync),
            (request, body, cancellation) => handlers.MakeAsync(request, ObjectionActions.Make, "/bezwaren", body, cancellation)) with
        {
            Summary = "Legt een bezwaar of een verzoek om beperking van de betrokkene vast; de verwerking stopt meteen.",
            Answers = [Made],
        },
        .. Of(handlers, handlers.StandAsync, "bezwaar", "/bezwaren", ObjectionActions.Read, ObjectionActions.Extend, ObjectionActions.Decide, ObjectionActions.Inform,
            "Legt de beslissing vast: gegrond, ongegrond of opgeheven."),
        .. OfFiles(handlers),
        .. OfLists(handlers),
    ];

    private static IEnumerable<Route> OfFiles(ObjectionHandlers handlers)
    {
        foreach (var kind in new[] { "groeipakketvraag", "groeipakketantwoord" })
        {
            yield return Route.Post<ObjectionBody>($"{kind}-bezwaar", kind == "groeipakketvraag" ? "/groeipakketvragen/{verwijzing}/bezwaar" : "/groeipakketantwoorden/{verwijzing}/bezwaar",
                Access.To(FileObjectionActions.Make, handlers.OfManyAsync(kind)),
                (request, body, cancellation) => handlers.MakeAsync(request, FileObjectionActions.Make, "/bestandsbezwaren", body, cancellation)) with
            {
                Summary = "Legt een bezwaar of een verzoek om beperking vast van iemand van wie gegevens in het bestand staan; er gebeurt meteen niets meer mee.",
                Answers = [Made],
            };
        }

        foreach (var route in Of(handlers, handlers.StandInAsync(ObjectedMatter.File), "bestandsbezwaar", "/bestandsbezwaren", FileObjectionActions.Read, FileObjectionActions.Extend, FileObjectionActions.Decide,
            FileObjectionActions.Inform, "Legt de beslissing vast: rij-niet-meer-gebruiken, ongegrond of opgeheven."))
        {
            yield return route;
        }
    }

    private static IEnumerable<Route> OfLists(ObjectionHandlers handlers)
    {
        yield return Route.Post<ObjectionBody>("debiteurenlijst-bezwaar", "/debiteurenlijsten/{verwijzing}/bezwaar", Access.To(ListObjectionActions.Make, handlers.OfManyAsync(ListKind.Name)),
            (request, body, cancellation) => handlers.MakeAsync(request, ListObjectionActions.Make, "/lijstbezwaren", body, cancellation)) with
        {
            Summary = "Legt een bezwaar of een verzoek om beperking vast van iemand die zegt op de lijst te staan; de lijst ligt stil tot het OCMW zegt om welke rij het gaat, of dat de persoon er niet op staat.",
            Answers = [Made],
        };
        yield return Route.Post<NamedRowBody>("lijstbezwaar-rij", "/lijstbezwaren/{dossier}/rij", Access.To(ListObjectionActions.NameRow, handlers.StandToNameAsync), handlers.NameRowAsync) with
        {
            Summary = "Zegt om welke rij van de lijst het gaat, of dat de persoon er niet op staat; daarna wordt alleen die rij nog bewaard en gaat de rest van de lijst verder.",
            Answers = [new(204, "Vastgelegd, of het was al zo.")],
        };
        foreach (var route in Of(handlers, handlers.StandInAsync(ObjectedMatter.List), "lijstbezwaar", "/lijstbezwaren", ListObjectionActions.Read, ListObjectionActions.Extend, ListObjectionActions.Decide,
            ListObjectionActions.Inform, "Legt de beslissing vast: rij-niet-meer-gebruiken, gegrond (een beperking die blijft), ongegrond of opgeheven."))
        {
            yield return route;
        }
    }

    private static IEnumerable<Route> Of(
        ObjectionHandlers handlers, FindStanding standing, string word, string path, ProtocolAction read, ProtocolAction extend, ProtocolAction decide, ProtocolAction inform, string decision)
    {
        Route Step<TBody>(string step, ProtocolAction action, string summary, Func<Side, TBody, ObjectionCommand> command)
            where TBody : class =>
            Route.Post<TBody>($"{word}-{step}", $"{path}/{{dossier}}/{step}", Access.To(action, standing),
                (request, body, cancellation) => handlers.DoAsync(request, action, side => command(side, body), cancellation)) with
            {
                Summary = summary,
                Answers = [new(204, "Vastgelegd, of het was al zo.")],
            };

        yield return Route.Get($"{word}-stand", $"{path}/{{dossier}}", Access.To(read, standing), handlers.ReadAsync) with
        {
            Summary = "Hoe ver de behandeling van een bezwaar of beperking staat.",
            Answers = [new(200, "De stand.", typeof(ObjectionAnswer))],
        };
        yield return Step<ExtensionBody>("verlenging", extend, "Verlengt de termijn om te beslissen tot drie maanden.", (side, body) => new ObjectionCommand.Extend(side, body.Reason));
        yield return Step<ObjectionDecisionBody>("beslissing", decide, decision, (side, body) => new ObjectionCommand.Decide(side, body.Verdict, body.Ground, body.Reference));
        yield return Step<InformedBody>("verwittiging", inform, "Legt vast dat de betrokkene van de beslissing verwittigd is.",
            (side, body) => new ObjectionCommand.Inform(side, (Manner)body.Manner, body.On));
    }
}
