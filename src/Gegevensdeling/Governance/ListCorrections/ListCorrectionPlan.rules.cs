using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.ListCorrections;

/// <summary>Who is told what in the correction of a debtor list: 'onmiddellijk' told, reminded while nobody acknowledges or decides, answered, followed until the delivery came, and closed.</summary>
public static class ListCorrectionPlan
{
    /// <summary>The list may be gone: then there is nothing left to correct.</summary>
    public const string LookAtList = "nakijken";

    public const string Settle = "afsluiten";

    private const string Answered = "antwoord";

    private const string CarriedOut = "uitgevoerd";

    /// <summary>Both sides know when the list ends; an open dossier follows within a day.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(1);

    /// <param name="dossier">Its reference.</param>
    /// <param name="protocol">Of the list.</param>
    /// <param name="state">What was recorded.</param>
    /// <param name="done">Codes of the steps that were taken.</param>
    /// <param name="now">The moment.</param>
    public static DossierPlan Of(ExchangeId dossier, Protocol protocol, ListCorrectionState state, IReadOnlySet<string> done, DateTimeOffset now)
    {
        var texts = new ListCorrectionTexts(dossier, protocol, state);
        if (state.Settled is not null)
            return DossierPlan.Of([], now);
        if (state.NoLongerNeeded is not null)
            return DossierPlan.Of([new DossierStep.Tell("niet-meer-nodig", [.. Handler(state), .. Reporter(state)], texts.NoLongerNeeded)], now);
        var ahead = new List<DateTimeOffset?> { now + LookAgain };
        return DossierPlan.Of(
            [
                new DossierStep.Tell("gemeld", Handler(state), texts.Reported),
                state.Acknowledged is not null ? new DossierStep.Tell("bevestigd", Reporter(state), texts.Acknowledged) : null,
                new DossierStep.Act(LookAtList),
                .. state.Decided is { } decided ? Handled(protocol, state, decided, texts, done, now, ahead) : Waiting(protocol, state, texts, now, ahead),
            ],
            now,
            ahead);
    }

    private static IEnumerable<DossierStep?> Waiting(Protocol protocol, ListCorrectionState state, ListCorrectionTexts texts, DateTimeOffset now, List<DateTimeOffset?> ahead)
    {
        var terms = protocol.Debtors!.FollowUp;
        var (phase, term) = state.Acknowledged is null ? ("bevestiging", terms.AcknowledgeDefectAfter) : ("onderzoek", terms.InvestigateDefectAfter);
        return DefectTerms.Waiting(phase, state.Report.At, term, now, ahead, (Handler(state), texts.Remind), (Escalation(state), texts.Escalate), terms.RepeatEvery);
    }

    private static IEnumerable<DossierStep?> Handled(
        Protocol protocol, ListCorrectionState state, ListCorrectionFact.Decided decided, ListCorrectionTexts texts, IReadOnlySet<string> done, DateTimeOffset now, List<DateTimeOffset?> ahead)
    {
        yield return new DossierStep.Tell(Answered, Reporter(state), texts.Answer);

        // Promised for the next month: from its first day on people are reminded, by the term in which a month is delivered (art. 5).
        if (state.AwaitsDelivery)
        {
            var terms = protocol.Debtors!.FollowUp;
            foreach (var step in DefectTerms.Waiting(
                "levering", NextMonth(decided.At), terms.DeliveryAfter, now, ahead, (Handler(state), texts.RemindToDeliver), (Escalation(state), texts.RemindToDeliver), terms.RepeatEvery))
            {
                yield return step;
            }
        }
        else if (state.CarriedOut is not null)
        {
            yield return new DossierStep.Tell(CarriedOut, Reporter(state), texts.CarriedOut);
        }

        // Only when everybody heard: what is closed tells nobody anything.
        if (done.Contains(Answered) && !state.AwaitsDelivery && (state.CarriedOut is null || done.Contains(CarriedOut)))
            yield return new DossierStep.Act(Settle);
    }

    private static DateTimeOffset NextMonth(DateTimeOffset at)
    {
        var day = LegalCalendar.DateOf(at).AddMonths(1);
        return LegalCalendar.StartOf(new(day.Year, day.Month, 1));
    }

    private static Audience[] Handler(ListCorrectionState state) => [new Audience.Service(state.Report.To)];

    /// <summary>Who reported, and the service, since that person may be away.</summary>
    private static Audience[] Reporter(ListCorrectionState state) => [new Audience.Staff(state.Report.By.Staff), new Audience.Service(state.Report.By.Party)];

    private static Audience[] Escalation(ListCorrectionState state) =>
        [new Audience.HeadOfService(state.Report.To), new Audience.Dpo(state.Report.To), new Audience.Dpo(state.Report.By.Party)];
}
