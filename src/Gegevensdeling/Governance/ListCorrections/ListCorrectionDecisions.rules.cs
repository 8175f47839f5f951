using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.AnswerCorrections;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Governance.Dossiers.DossierDecision;

namespace Gegevensdeling.Governance.ListCorrections;

/// <summary>
/// Article 7 of a debtor protocol, step by step and both ways: whoever sees it reports, the other party acknowledges, investigates, takes a measure and answers. A step out
/// of order, twice, or by the wrong party is refused.
/// </summary>
public static class ListCorrectionDecisions
{
    public static DossierDecision Decide(ListCorrectionState? state, ListCorrectionCommand command, DossierContext now) => (state, command) switch
    {
        (null, ListCorrectionCommand.Report report) => Report(report, now),
        (null, _) => No("toestand-niet-gemeld", "art. 7", "Er is geen fout gemeld onder dit kenmerk."),
        (_, ListCorrectionCommand.Report) => new Already(),
        ({ } known, ListCorrectionCommand.TakeBack) => TakeBack(known, now),

        // What follows is of the party that was told: 'de andere partij die na onderzoek de gepaste maatregelen treft'.
        ({ Report.To: var handler }, _) when now.Actor.Party != handler =>
            No("andere-partij", "art. 7", $"Uw organisatie meldde deze fout. {now.Protocol.Party(handler).Name} onderzoekt en behandelt ze."),
        ({ Acknowledged: not null }, ListCorrectionCommand.Acknowledge) => new Already(),
        (_, ListCorrectionCommand.Acknowledge acknowledge) => new Record(new ListCorrectionFact.Acknowledged(now.FactId, now.Now, now.Actor, acknowledge.Manner)),
        ({ } known, ListCorrectionCommand.Decide decide) => Measure(known, decide, now),
        ({ CarriedOut: not null }, ListCorrectionCommand.CarryOut) => new Already(),
        ({ AwaitsDelivery: false }, ListCorrectionCommand.CarryOut) => No("niets-uit-te-voeren", "art. 7", "Er is geen volgende levering beloofd."),
        ({ } known, ListCorrectionCommand.CarryOut done) => !(done.LastVersion > known.Decided!.At)
            ? No("levering-ontbreekt", "art. 7", "Sinds de maatregel is de lijst niet gewijzigd. Lever eerst, en leg daarna vast dat het verbeterd is.")
            : new Record(new ListCorrectionFact.CarriedOut(now.FactId, now.Now, now.Actor)),
        _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
    };

    /// <summary>Whom this party tells, as the protocol's own duty says; null where it gives it none.</summary>
    internal static PartyId? HandlerOf(Protocol protocol, PartyId reporter) => protocol.Duties
        .Where(duty => duty.Kind == DutyKind.DataQuality && duty.From.Contains(reporter)).SelectMany(duty => duty.To).Where(to => to != reporter).Select(to => (PartyId?)to).FirstOrDefault();

    private static DossierDecision Report(ListCorrectionCommand.Report report, DossierContext now)
    {
        var (known, rows) = (now.Protocol.Fields.Select(field => field.Code).ToList(), report.Rows.Distinct().Order().ToList());
        if (HandlerOf(now.Protocol, now.Actor.Party) is not { } handler)
            return No("melden-niet-voorzien", "art. 7", "Volgens dit protocol meldt uw organisatie geen fouten aan de andere partij.");
        return report switch
        {
            { Over: true } => No("lijst-beeindigd", "art. 3", "De lijst bestaat niet meer; er is niets meer om te verbeteren."),
            { Fields.Count: 0 } => No("veld-ontbreekt", "art. 7", "Noem minstens één gegeven waarover het gaat."),
            _ when report.Fields.Except(known).Any() => No("veld-onbekend", "art. 3", $"Noem gegevens uit het protocol: {string.Join(", ", known)}. Geef nooit de waarde zelf."),
            _ when rows.Any(row => row is < 1 or > AnswerCorrectionDecisions.LastRow) =>
                No("rij-ongeldig", "art. 7", "Een rij is het nummer dat in het Excelbestand links staat, vanaf 1. Geef nooit een rijksregisternummer of een dossiernummer."),
            _ when rows.Count > AnswerCorrectionDecisions.MostRows =>
                No("te-veel-rijen", "art. 7", $"Noem hoogstens {AnswerCorrectionDecisions.MostRows} rijen. Zijn het er meer, geef dan alleen het aantal en bel de andere partij."),
            { Files: not null } when rows.Count > 0 => No("rijen-of-aantal", "art. 7", "Noem de rijen, of geef het aantal; niet allebei."),
            { Files: { } files } when files < 1 || files > now.Protocol.Debtors!.Limits.MostDebtors =>
                No("aantal-ongeldig", "art. 7", "Geef het aantal dossiers of personen waarover het gaat. Geef nooit een rijksregisternummer of een dossiernummer."),
            { Kind: DefectKind.Superfluous, Files: null } when rows.Count == 0 => No("rij-ontbreekt", "art. 7", "Noem de rijen die overtollig zijn, of hoeveel het er zijn."),
            _ => new Record(new ListCorrectionFact.Reported(
                now.FactId, now.Now, now.Actor, report.Exchange, handler, report.Kind, [.. known.Intersect(report.Fields)], rows, report.AfterNotice, report.Manner, report.Files)),
        };
    }

    private static DossierDecision TakeBack(ListCorrectionState state, DossierContext now) =>
        now.Actor.Party != state.Report.By.Party ? No("andere-partij", "art. 7", "De andere partij meldde deze fout. Alleen zij kan zeggen dat een verbetering niet meer nodig is.")
        : state.Decided is not null ? No("al-behandeld", "art. 7", "Deze fout is al behandeld.")
        : new Record(new ListCorrectionFact.NoLongerNeeded(now.FactId, now.Now, now.Actor));

    private static DossierDecision Measure(ListCorrectionState state, ListCorrectionCommand.Decide decide, DossierContext now) => (state.Decided, decide) switch
    {
        ({ } made, _) when made.Measure == decide.Measure && made.Reason == decide.Reason => new Already(),
        (not null, _) => No("al-behandeld", "art. 7", "Deze fout is al behandeld."),

        // Acknowledged first: the reporter must know that somebody investigates.
        _ when state.Acknowledged is null => No("toestand-niet-bevestigd", "art. 7", "Bevestig eerst de ontvangst van de melding."),
        (_, { Measure: ListMeasure.NoDefect, Reason: null }) => No("reden-ontbreekt", "art. 7", "Geef de reden waarom er geen fout is."),

        // Art. 3: the client's wish decides a solution, never whether a datum is right.
        (_, { Measure: ListMeasure.NoDefect, Reason: UnfoundedReason.ClientWantsNoChange }) => No("reden-past-niet", "art. 7", "Deze reden hoort bij een doorverwijzing. Kies een andere."),
        (_, { Measure: not ListMeasure.NoDefect, Reason: not null }) => No("reden-niet-verwacht", "art. 7", "Een reden hoort alleen bij een melding waar geen fout is."),
        (_, { Measure: ListMeasure.MarkChanged }) when now.Actor.Party != now.Protocol.Receiver || !state.Report.Fields.Contains(DebtorSettings.MarkField) =>
            No("maatregel-past-niet", "art. 7", $"Alleen {now.Protocol.Party(now.Protocol.Receiver).Name} wijzigt een vermelding, en alleen waar de melding daarover gaat."),
        (_, { Measure: ListMeasure.RowClosed }) when now.Actor.Party != now.Protocol.Sender =>
            No("maatregel-past-niet", "art. 7", $"Alleen {now.Protocol.Party(now.Protocol.Sender).Name} sluit een schuld of een rij."),

        // What is said to be done is in the list: a version of after the report.
        (_, { Measure: ListMeasure.NewVersion or ListMeasure.RowClosed or ListMeasure.MarkChanged }) when !(decide.LastVersion > state.Report.At) =>
            No("versie-ontbreekt", "art. 7", "Sinds de melding is de lijst niet gewijzigd. Wijzig ze eerst, en leg daarna de maatregel vast."),
        _ => new Record(new ListCorrectionFact.Decided(now.FactId, now.Now, now.Actor, decide.Measure, decide.Manner, decide.Reason)),
    };
}
