using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Objections;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>The routes of objections and restrictions (W22).</summary>
public static class ObjectionRoutes
{
    private const string One = "/bezwaren/{dossier}";

    public static IEnumerable<Route> All(ObjectionHandlers handlers, ReferralStanding referrals)
    {
        Route Step<TBody>(string name, ProtocolAction action, string summary, Func<Side, TBody, ObjectionCommand> command)
            where TBody : class =>
            Route.Post<TBody>(name, $"{One}/{name["bezwaar-".Length..]}", Access.To(action, handlers.StandAsync),
                (request, body, cancellation) => handlers.DoAsync(request, action, side => command(side, body), cancellation)) with
            {
                Summary = summary,
                Answers = [new(204, "Vastgelegd, of het was al zo.")],
            };

        yield return Route.Post<ObjectionBody>("bezwaar", "/doorverwijzingen/{verwijzing}/bezwaar", Access.To(ObjectionActions.Make, referrals.OfExchangeAsync), handlers.MakeAsync) with
        {
            Summary = "Legt een bezwaar of een verzoek om beperking van de betrokkene vast; de verwerking stopt meteen.",
            Answers = [new(201, "Vastgelegd; de gegevens worden alleen nog bewaard.", typeof(DossierOpened))],
        };
        yield return Route.Get("bezwaar-stand", One, Access.To(ObjectionActions.Read, handlers.StandAsync), handlers.ReadAsync) with
        {
            Summary = "Hoe ver de behandeling van een bezwaar of beperking staat.",
            Answers = [new(200, "De stand.", typeof(ObjectionAnswer))],
        };
        yield return Step<ExtensionBody>("bezwaar-verlenging", ObjectionActions.Extend, "Verlengt de termijn om te beslissen tot drie maanden.",
            (side, body) => new ObjectionCommand.Extend(side, body.Reason));
        yield return Step<ObjectionDecisionBody>("bezwaar-beslissing", ObjectionActions.Decide, "Legt de beslissing vast: gegrond, ongegrond of opgeheven.",
            (side, body) => new ObjectionCommand.Decide(side, body.Verdict, body.Ground, body.Reference));
        yield return Step<InformedBody>("bezwaar-verwittiging", ObjectionActions.Inform, "Legt vast dat de betrokkene van de beslissing verwittigd is.",
            (side, body) => new ObjectionCommand.Inform(side, (Manner)body.Manner, body.On));
    }
}
