using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>The routes of a protocol's life: each step is one, and says who may take it.</summary>
public static class LifeRoutes
{
    private const string One = "/protocollen/{protocol}";

    public static IEnumerable<Route> All(LifeHandlers handlers, GovernanceStanding standing)
    {
        Route Step<TBody>(string name, ProtocolAction action, string summary, Func<ApiRequest, TBody, CancellationToken, Task<ApiAnswer>> handle)
            where TBody : class =>
            Route.Post(name, $"{One}/{name["protocol-".Length..]}", Access.To(action, standing.OfProtocolAsync), handle) with { Summary = summary, Answers = [new(204, "Vastgelegd, of het was al zo.")] };

        yield return Route.Get("protocol-leven", One + "/leven", Access.To(LifeActions.Read, standing.OfProtocolAsync), handlers.ReadAsync) with
        {
            Summary = "Hoe het protocol staat: wat in werking is, wat nog ontbreekt, en elke stap tot nu toe.",
            Answers = [new(200, "De stand.", typeof(LifeAnswer))],
        };
        yield return Step<AdviceBody>("protocol-advies", LifeActions.Advise, "Legt het advies van de eigen functionaris voor gegevensbescherming vast.",
            (request, body, cancellation) => handlers.DoAsync(request, LifeActions.Advise, body.Version, party => new LifeCommand.Advise(party, body.Sense, body.On, body.Reference), cancellation));
        yield return Step<SignatureBody>("protocol-ondertekening", LifeActions.Sign, "Legt vast wie voor de eigen organisatie ondertekende, met functie en mandaat.",
            (request, body, cancellation) => handlers.DoAsync(request, LifeActions.Sign, body.Version, party => new LifeCommand.Sign(party, body.Name, body.Office, body.Mandate, body.On), cancellation));
        yield return Step<PublicationBody>("protocol-bekendmaking", LifeActions.Publish, "Legt vast waar de eigen organisatie het protocol bekendmaakte.",
            (request, body, cancellation) => handlers.DoAsync(request, LifeActions.Publish, body.Version, party => new LifeCommand.Publish(party, body.Url, body.On), cancellation));
        yield return Step<MailboxBody>("protocol-postbus", LifeActions.ConfirmMailbox, "Bevestigt wie de mailbox leest waarin de bestanden aankomen, naar functie.",
            (request, body, cancellation) => handlers.DoAsync(request, LifeActions.ConfirmMailbox, body.Version, _ => new LifeCommand.ConfirmMailbox(body.ReadBy, body.On), cancellation));
        yield return Step<AcceptanceBody>("protocol-aanvaarding", LifeActions.AcceptFinding, "Aanvaardt een open bevinding over de tekst, met een reden.",
            (request, body, cancellation) => handlers.DoAsync(
                request, LifeActions.AcceptFinding, body.Version, _ => new LifeCommand.AcceptFinding(body.Code, body.Subject, request.Caller.Name, body.Why), cancellation));
        yield return Step<SuspensionBody>("protocol-schorsing", LifeActions.Suspend, "Zet de uitwisseling onmiddellijk stop.",
            (request, body, cancellation) => handlers.DoAsync(request, LifeActions.Suspend, party => new LifeCommand.Suspend(party, body.Reason), cancellation));
        yield return Step<InvestigationBody>("protocol-onderzoek", LifeActions.Investigate, "Legt vast wat het onderzoek naar de inbreuk opleverde.",
            (request, body, cancellation) => handlers.DoAsync(request, LifeActions.Investigate, party => new LifeCommand.Investigate(party, body.Outcome, body.Reference), cancellation));
        yield return Step<ReleaseBody>("protocol-vrijgave", LifeActions.Release, "Geeft de uitwisseling weer vrij, nadat er voldoende waarborgen zijn.", handlers.ReleaseAsync);
        yield return Step<NoticeBody>("protocol-opzegging", LifeActions.GiveNotice, "Legt een schriftelijke opzegging vast; het einde wordt berekend.",
            (request, body, cancellation) => handlers.DoAsync(request, LifeActions.GiveNotice, party => new LifeCommand.GiveNotice(party, body.On, body.Reference), cancellation));
        yield return Step<EndBody>("protocol-einde", LifeActions.Terminate, "Legt vast dat het protocol van rechtswege of wegens inbreuk eindigt.",
            (request, body, cancellation) => handlers.DoAsync(request, LifeActions.Terminate, party => new LifeCommand.Terminate(party, body.Cause, body.From, body.Reference), cancellation));
    }
}
