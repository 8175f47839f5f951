using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Governance.Dossiers.DossierDecision;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>
/// Article 7, step by step: reported, acknowledged, investigated, a measure, an answer. Whoever provided the data decides; whoever may report is
/// what the protocol's own duty says. A step out of order, twice, or by the other side is refused.
/// </summary>
public static class CorrectionDecisions
{
    public static DossierDecision Decide(CorrectionState? state, CorrectionCommand command, DossierContext now) => (state, command) switch
    {
        (null, CorrectionCommand.Report report) => Report(report, now),
        (null, _) => No("toestand-niet-gemeld", "art. 7", "Er is geen fout gemeld onder dit kenmerk."),
        (_, CorrectionCommand.Report) => new Already(),
        ({ } known, CorrectionCommand.Acknowledge acknowledge) => Acknowledge(known, acknowledge, now),
        ({ } known, CorrectionCommand.Decide decide) => Measure(known, decide, now),
        ({ } known, CorrectionCommand.BeginReplacement) => Handled(known, now) ?? new Record(new CorrectionFact.ReplacementBegun(now.FactId, now.Now, now.Actor)),
        ({ } known, CorrectionCommand.TakeBack) => TakeBack(known, now),
        _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
    };

    /// <summary>Who may report to whom is the protocol's own duty; a provider may always correct what it sent.</summary>
    public static bool MayReport(Protocol protocol, PartyId reporter) =>
        reporter == protocol.Sender
        || protocol.Duties.Any(duty => duty.Kind == DutyKind.DataQuality && duty.From.Contains(reporter) && duty.To.Contains(protocol.Sender));

    private static DossierDecision Report(CorrectionCommand.Report report, DossierContext now)
    {
        if (!MayReport(now.Protocol, now.Actor.Party))
            return No("melden-niet-voorzien", "art. 7", "Volgens dit protocol meldt uw organisatie geen fouten aan de andere partij.");

        // The team must not see from this that it ended (W12); the receiver knows.
        if (report.Ended && now.Actor.Party != now.Protocol.Sender)
            return No("toestand-beeindigd", "art. 3", "Deze doorverwijzing is beëindigd; hier is geen kopie meer om te verbeteren.");
        if (report.Fields.Count == 0)
            return No("veld-ontbreekt", "art. 7", "Noem minstens één gegeven waarover het gaat.");
        return report.Fields.Except(now.Protocol.Flows[0].Fields).Any()
            ? No("veld-onbekend", "art. 3", $"Noem gegevens uit het protocol: {string.Join(", ", now.Protocol.Flows[0].Fields)}. Geef nooit de waarde zelf.")
            : new Record(new CorrectionFact.Reported(
                now.FactId, now.Now, now.Actor, report.Exchange, report.Referrer, report.Kind, [.. now.Protocol.Flows[0].Fields.Intersect(report.Fields)], report.AfterNotice, report.Manner));
    }

    private static DossierDecision Acknowledge(CorrectionState state, CorrectionCommand.Acknowledge acknowledge, DossierContext now) =>
        state.IsOwn(now.Protocol.Sender) ? No("toestand-eigen-verbetering", "art. 7", "U meldde deze fout zelf. Breng de juiste inhoud aan, of laat de kopie wissen.")
        : state.Acknowledged is not null ? new Already()
        : new Record(new CorrectionFact.Acknowledged(now.FactId, now.Now, now.Actor, acknowledge.Manner));

    private static DossierDecision Measure(CorrectionState state, CorrectionCommand.Decide decide, DossierContext now)
    {
        if (state.Decided is { } decided && decided.Measure == decide.Measure && decided.Reason == decide.Reason)
            return new Already();
        if (Handled(state, now) is { } refused)
            return refused;
        return decide switch
        {
            { Measure: CorrectionMeasure.Corrected } => No("inhoud-nodig-voor-verbetering", "art. 7", "Verbeteren doet u door de juiste inhoud aan te brengen; die vervangt de oude."),
            { Measure: CorrectionMeasure.Erased } when state.Report.Kind != DefectKind.Superfluous =>
                No("maatregel-past-niet", "art. 7", "Alleen wat overtollig is, wordt gewist. Breng anders de juiste inhoud aan."),
            { Measure: CorrectionMeasure.Unfounded, Reason: null } => No("reden-ontbreekt", "art. 7", "Geef de reden waarom de melding niet gegrond is."),
            { Measure: CorrectionMeasure.Erased, Reason: not null } => No("reden-niet-verwacht", "art. 7", "Een reden hoort alleen bij een melding die niet gegrond is."),
            _ when state.ReplacementBegun => No("toestand-vervanging-begonnen", "art. 7", "Er is al nieuwe inhoud aangebracht. Breng ze opnieuw aan als dat niet afgerond is."),
            { Measure: CorrectionMeasure.Unfounded } when state.IsOwn(now.Protocol.Sender) =>
                No("toestand-eigen-verbetering", "art. 7", "U meldde deze fout zelf. Trek de melding terug als er geen fout is."),
            _ => new Record(new CorrectionFact.Decided(now.FactId, now.Now, now.Actor, decide.Measure, decide.Manner, decide.Reason)),
        };
    }

    // Who has the copy may always say that it needs no correction any more; so the word 'niet meer nodig' says nothing of how the referral fares (W12).
    private static DossierDecision TakeBack(CorrectionState state, DossierContext now) =>
        state.Report.By.Party != now.Actor.Party && now.Actor.Party == now.Protocol.Sender ? No("andere-partij", "art. 7", "De andere partij meldde deze fout. Alleen zij kan zeggen dat een verbetering niet meer nodig is.")
        : state.Measure is not null || state.ReplacementBegun ? No("al-behandeld", "art. 7", "Deze fout is al behandeld.")
        : new Record(new CorrectionFact.NoLongerNeeded(now.FactId, now.Now, now.Actor));

    // Acknowledged first: the reporter must know that somebody investigates.
    private static DossierDecision? Handled(CorrectionState state, DossierContext now) =>
        state.Measure is not null || state.NoLongerNeeded is not null ? No("al-behandeld", "art. 7", "Deze fout is al behandeld.")
        : state.Acknowledged is null && !state.IsOwn(now.Protocol.Sender) ? No("toestand-niet-bevestigd", "art. 7", "Bevestig eerst de ontvangst van de melding.")
        : null;
}
