using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Governance.Proofs;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>The routes of proof (G15, G16): a party's own account, and what the protocol lets it ask of the other side.</summary>
public static class ProofRoutes
{
    private const string OfProtocol = "/protocollen/{protocol}/bewijs";

    public static IEnumerable<Route> All(ProofHandlers handlers, GovernanceStanding standing)
    {
        yield return Route.Get("bewijs", OfProtocol, Access.To(ProofActions.ReadOwn, standing.OfProtocolAsync), handlers.OwnPackAsync) with
        {
            Summary = "Het bewijspakket van de eigen organisatie onder dit protocol: een leesbaar document, de gegevens, en elk bewijs, in één ondertekende ZIP.",
            Answers = [new(200, "Het pakket.", null, EvidencePacks.MediaType)],
        };
        yield return Route.Post("bewijs-aanvraag", OfProtocol + "/aanvraag", Access.To(ProofActions.Ask, standing.OfProtocolAsync), handlers.AskAsync) with
        {
            Summary = "Vraagt 'op eenvoudig verzoek' het bewijs van artikel 6. Niemand moet het goedkeuren; de functionaris van de andere partij krijgt bericht.",
            Answers = [new(201, "Gegeven; het pakket staat op de plaats in Location.", typeof(DossierOpened))],
        };
        yield return Route.Get("bewijs-pakket", "/bewijsaanvragen/{dossier}/pakket", Access.To(ProofActions.ReadAsked, handlers.StandAsync), handlers.AskedPackAsync) with
        {
            Summary = "Het gevraagde bewijspakket, voor wie het vroeg.",
            Answers = [new(200, "Het pakket.", null, EvidencePacks.MediaType)],
        };
    }
}
