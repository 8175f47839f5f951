using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.AnswerCorrections;

/// <summary>Who is told what in the correction of an answer: 'onmiddellijk' told, reminded while nobody acknowledges or decides, answered, and closed.</summary>
public static class AnswerCorrectionPlan
{
    /// <summary>The answer may be erased: then there is nothing left to correct.</summary>
    public const string LookAtAnswer = "nakijken";

    public const string Settle = "afsluiten";

    private const string Answered = "antwoord";

    private const string Erased = "rijen-gewist";

    /// <summary>Both sides know when the answer ends; an open dossier follows within a day.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(1);

    /// <param name="dossier">Its reference.</param>
    /// <param name="protocol">Of the answer.</param>
    /// <param name="state">What was recorded.</param>
    /// <param name="done">Codes of the steps that were taken.</param>
    /// <param name="now">The moment.</param>
    public static DossierPlan Of(ExchangeId dossier, Protocol protocol, AnswerCorrectionState state, IReadOnlySet<string> done, DateTimeOffset now)
    {
        var texts = new AnswerCorrectionTexts(dossier, protocol, state);
        if (state.Settled is not null)
            return DossierPlan.Of([], now);
        if (state.NoLongerNeeded is not null)
            return DossierPlan.Of([new DossierStep.Tell("niet-meer-nodig", [.. Team(protocol), .. Service(protocol, state)], texts.NoLongerNeeded)], now);
        var ahead = new List<DateTimeOffset?> { now + LookAgain };
        return DossierPlan.Of(
            [
                new DossierStep.Tell("gemeld", Team(protocol), texts.Reported),
                state.Acknowledged is not null ? new DossierStep.Tell("bevestigd", Service(protocol, state), texts.Acknowledged) : null,
                new DossierStep.Act(LookAtAnswer),
                .. state.Decided is { } decided ? Handled(protocol, state, decided, texts, done, now, ahead) : Waiting(protocol, state, texts, now, ahead),
            ],
            now,
            ahead);
    }

    private static IEnumerable<DossierStep?> Waiting(Protocol protocol, AnswerCorrectionState state, AnswerCorrectionTexts texts, DateTimeOffset now, List<DateTimeOffset?> ahead)
    {
        var terms = protocol.Groeipakket!.FollowUp;
        var (phase, term) = state.Acknowledged is null ? ("bevestiging", terms.AcknowledgeDefectAfter) : ("onderzoek", terms.InvestigateDefectAfter);
        return DefectTerms.Waiting(
            phase, state.Report.At, term, now, ahead, (Team(protocol), texts.Remind),
            ([new Audience.Dpo(protocol.Registry()), new Audience.Dpo(protocol.Service())], texts.Escalate));
    }

    private static IEnumerable<DossierStep?> Handled(
        Protocol protocol, AnswerCorrectionState state, AnswerCorrectionFact.Decided decided, AnswerCorrectionTexts texts, IReadOnlySet<string> done, DateTimeOffset now, List<DateTimeOffset?> ahead)
    {
        yield return new DossierStep.Tell(Answered, Service(protocol, state), texts.Answer);

        // What is superfluous goes at the service: until it says so the dossier is not over.
        if (state.AwaitsErasure)
        {
            foreach (var step in DefectTerms.Waiting(
                "wissen", decided.At, protocol.Groeipakket!.FollowUp.InvestigateDefectAfter, now, ahead, (Service(protocol, state), texts.RemindToErase),
                ([new Audience.HeadOfService(protocol.Service()), new Audience.Dpo(protocol.Service())], texts.RemindToErase)))
            {
                yield return step;
            }
        }
        else if (state.RowsErased is not null)
        {
            yield return new DossierStep.Tell(Erased, Team(protocol), texts.RowsErased);
        }

        // Only when everybody heard: what is closed tells nobody anything.
        if (done.Contains(Answered) && !state.AwaitsErasure && (state.RowsErased is null || done.Contains(Erased)))
            yield return new DossierStep.Act(Settle);
    }

    private static Audience[] Team(Protocol protocol) => [new Audience.Mailbox(protocol.Registry())];

    /// <summary>Who reported, and the service, since that person may be away.</summary>
    private static Audience[] Service(Protocol protocol, AnswerCorrectionState state) => [new Audience.Staff(state.Report.By.Staff), new Audience.Service(protocol.Service())];
}
