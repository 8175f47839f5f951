using Gegevensdeling.Governance.PersonAnswers;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>The route of the person concerned (F12): by a party, under one protocol, for what that party holds.</summary>
public static class PersonAnswerRoutes
{
    public static IEnumerable<Route> All(PersonAnswerHandlers handlers, GovernanceStanding standing)
    {
        yield return Route.Post<PersonQuery>("inzage", "/protocollen/{protocol}/inzage", Access.To(PersonAnswerActions.Answer, standing.OfProtocolAsync), handlers.AnswerAsync) with
        {
            Summary = "Antwoordt een betrokkene, na controle van de identiteit, wat de eigen organisatie onder dit protocol over hem of haar bijhoudt: een brief en een bestand, één keer getoond.",
            Reveals = true,
            Answers = [new(200, "De brief en het bestand, in één ZIP.", null, PersonAnswerFiles.MediaType)],
        };
    }
}
