using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Governance.Dossiers.DossierDecision;

namespace Gegevensdeling.Governance.AnswerCorrections;

/// <summary>
/// Article 7 for a Groeipakket answer, step by step: reported by the service, acknowledged, investigated, a measure, an answer. A step out of order or twice is refused.
/// </summary>
public static class AnswerCorrectionDecisions
{
    /// <summary>More rows than this are no defect of rows: then the answer as a whole is wrong, and people telephone.</summary>
    public const int MostRows = 200;

    /// <summary>The last row that an Excel worksheet has.</summary>
    public const int LastRow = 1_048_576;

    public static DossierDecision Decide(AnswerCorrectionState? state, AnswerCorrectionCommand command, DossierContext now) => (state, command) switch
    {
        (null, AnswerCorrectionCommand.Report report) => Report(report, now),
        (null, _) => No("toestand-niet-gemeld", "art. 7", "Er is geen fout gemeld onder dit kenmerk."),
        (_, AnswerCorrectionCommand.Report) => new Already(),
        ({ Acknowledged: not null }, AnswerCorrectionCommand.Acknowledge) => new Already(),
        (_, AnswerCorrectionCommand.Acknowledge acknowledge) => new Record(new AnswerCorrectionFact.Acknowledged(now.FactId, now.Now, now.Actor, acknowledge.Manner)),
        ({ } known, AnswerCorrectionCommand.Decide decide) => Measure(known, decide, now),
        ({ RowsErased: not null }, AnswerCorrectionCommand.DeclareErased) => new Already(),
        ({ AwaitsErasure: true }, AnswerCorrectionCommand.DeclareErased) => new Record(new AnswerCorrectionFact.RowsErased(now.FactId, now.Now, now.Actor)),
        (_, AnswerCorrectionCommand.DeclareErased) => No("niets-te-wissen", "art. 7", "Het team vroeg niet om rijen te wissen."),
        ({ Decided: not null }, AnswerCorrectionCommand.TakeBack) => No("al-behandeld", "art. 7", "Deze fout is al behandeld."),
        (_, AnswerCorrectionCommand.TakeBack) => new Record(new AnswerCorrectionFact.NoLongerNeeded(now.FactId, now.Now, now.Actor)),
        _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
    };

    /// <summary>Who may report is what the protocol's own duty says.</summary>
    private static bool MayReport(Protocol protocol, PartyId reporter) =>
        protocol.Duties.Any(duty => duty.Kind == DutyKind.DataQuality && duty.From.Contains(reporter) && duty.To.Contains(protocol.Registry()));

    private static DossierDecision Report(AnswerCorrectionCommand.Report report, DossierContext now)
    {
        var (known, rows) = (now.Protocol.AnswerFlow().Fields, report.Rows.Distinct().Order().ToList());
        return report switch
        {
            _ when !MayReport(now.Protocol, now.Actor.Party) => No("melden-niet-voorzien", "art. 7", "Volgens dit protocol meldt uw organisatie geen fouten aan de andere partij."),
            { Ended: true } => new Refuse(AnswerDecisions.Ended),
            { Received: false } => No("nog-niet-ontvangen", "art. 5",
                "De ontvangst van dit antwoord is nog niet bevestigd. Tot dan vraagt u het team een nieuw antwoord, of vervangt u de aanvraag. Fouten volgens artikel 7 meldt u na ontvangst."),
            { Fields.Count: 0 } => No("veld-ontbreekt", "art. 7", "Noem minstens één gegeven waarover het gaat."),
            _ when report.Fields.Except(known).Any() => No("veld-onbekend", "art. 3", $"Noem gegevens uit het protocol: {string.Join(", ", known)}. Geef nooit de waarde zelf."),
            _ when rows.Any(row => row is < 1 or > LastRow) => No("rij-ongeldig", "art. 7", "Een rij is het nummer dat in het Excelbestand links staat, vanaf 1. Geef nooit een rijksregisternummer."),
            _ when rows.Count > MostRows => No("te-veel-rijen", "art. 7", $"Noem hoogstens {MostRows} rijen. Zijn het er meer, meld dan het gegeven zonder rijen en bel het team."),
            { Kind: DefectKind.Superfluous } when rows.Count == 0 => No("rij-ontbreekt", "art. 7", "Noem de rijen die overtollig zijn; alleen die worden gewist."),
            _ => new Record(new AnswerCorrectionFact.Reported(
                now.FactId, now.Now, now.Actor, report.Exchange, report.Kind, [.. known.Intersect(report.Fields)], rows, report.AfterNotice, report.Manner)),
        };
    }

    private static DossierDecision Measure(AnswerCorrectionState state, AnswerCorrectionCommand.Decide decide, DossierContext now) => (state.Decided, decide) switch
    {
        ({ } made, _) when made.Measure == decide.Measure && made.Reason == decide.Reason => new Already(),
        (not null, _) => No("al-behandeld", "art. 7", "Deze fout is al behandeld."),

        // Acknowledged first: the reporter must know that somebody investigates.
        _ when state.Acknowledged is null => No("toestand-niet-bevestigd", "art. 7", "Bevestig eerst de ontvangst van de melding."),
        (_, { Measure: AnswerMeasure.RowErased }) when state.Report.Kind != DefectKind.Superfluous =>
            No("maatregel-past-niet", "art. 7", "Alleen wat overtollig is, wordt gewist. Pas anders het Vlaams Kadaster Groeipakket aan."),
        (_, { Measure: AnswerMeasure.Unfounded, Reason: null }) => No("reden-ontbreekt", "art. 7", "Geef de reden waarom de melding niet gegrond is."),

        // Art. 7 of a service that pays of its own accord: there is no client who wishes anything.
        (_, { Measure: AnswerMeasure.Unfounded, Reason: UnfoundedReason.ClientWantsNoChange }) => No("reden-past-niet", "art. 7", "Deze reden hoort bij een doorverwijzing. Kies een andere."),
        (_, { Measure: AnswerMeasure.Adapted or AnswerMeasure.RowErased, Reason: not null }) => No("reden-niet-verwacht", "art. 7", "Een reden hoort alleen bij een melding die niet gegrond is."),
        _ => new Record(new AnswerCorrectionFact.Decided(now.FactId, now.Now, now.Actor, decide.Measure, decide.Manner, decide.Reason)),
    };
}
