using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.AnswerCorrections;

/// <summary>Every message of the correction of an answer, in plain Dutch: references, the kind of defect, names of fields and numbers of rows only (W4, G17).</summary>
internal sealed class AnswerCorrectionTexts(ExchangeId dossier, Protocol protocol, AnswerCorrectionState state)
{
    public MailText Reported => Of("er is een fout gemeld", $"""
        {protocol.Party(state.Report.By.Party).Name} meldt een fout in gegevens die u bezorgde ({protocol.Name}, artikel 7).
        {What}
        Bevestig de melding in de toepassing, onderzoek ze in het Vlaams Kadaster Groeipakket, en leg vast wat u deed of waarom ze niet gegrond is.
        {DefectTexts.NeverTheValue}{DefectTexts.Telephone(protocol, protocol.Service())}
        """);

    public MailText Acknowledged => Of("de melding is ontvangen", DefectTexts.Acknowledged);

    public MailText Remind => Of("wacht op u", $"""
        Deze gemelde fout wacht op {(state.Acknowledged is null ? "een bevestiging" : "een maatregel")}.
        {What}
        Het protocol vraagt een antwoord binnen redelijke termijn. Handel ze af in de toepassing.
        """);

    public MailText Escalate => Of("een gemelde fout blijft liggen", $"""
        Een gemelde fout is na herinnering nog altijd niet behandeld ({protocol.Name}, artikel 7).
        {What}
        Ga na waar het hapert, en spreek af wie ze afhandelt.
        """);

    public MailText Answer => Of("antwoord op de melding", state.Decided!.Measure switch
    {
        AnswerMeasure.Adapted => $"""
            Maatregel: aangepast. De fout is verbeterd in het Vlaams Kadaster Groeipakket. Er komt geen nieuw bestand: de gegevens worden eenmalig opgevraagd (artikel 5).
            De juiste waarde hoort u aan de telefoon, nooit in een mail. Verbeter ze daarna in uw bestand.{DefectTexts.Telephone(protocol, protocol.Registry())}
            """,
        AnswerMeasure.RowErased => $"""
            Maatregel: overtollig. Wis in uw bestand {Rows}, ook in kopieën en op papier, en gebruik ze niet meer.
            Verklaar dat daarna in de toepassing.
            """,
        _ => $"""
            Maatregel: niet gegrond: {state.Decided.Reason?.Said()}. De gegevens blijven zoals ze zijn.
            Bent u het daar niet mee eens, bel dan.{DefectTexts.Telephone(protocol, protocol.Registry())}
            """,
    });

    public MailText RemindToErase => Of("overtollige rijen te wissen", $"""
        Deze gegevens zijn overtollig en nog niet gewist verklaard. Wis in uw bestand {Rows}, ook in kopieën en op papier, en verklaar dat in de toepassing.
        """);

    public MailText RowsErased => Of("overtollige rijen gewist", """
        De sociale dienst verklaart dat de overtollige rijen gewist zijn in haar bestand. U hoeft niets meer te doen.
        """);

    public MailText NoLongerNeeded => Of("niet meer nodig", DefectTexts.NoLongerNeeded);

    private string What => DefectTexts.What(protocol, state.Report.Kind, state.Report.Fields)
        + (state.Report.Rows.Count == 0 ? string.Empty : $" In het antwoord: {Rows}.")
        + (state.Report.AfterNotice ? " Een betrokkene heeft dit zelf gemeld." : string.Empty);

    private string Rows => state.Report.Rows is [var one] ? $"rij {one}" : $"de rijen {string.Join(", ", state.Report.Rows)}";

    private MailText Of(string subject, string text) => new(
        $"Verbetering {dossier}: {subject}",
        $"{text}\n\nKenmerk: {dossier}\nAntwoord: {state.Report.Exchange}\nDit is een automatisch bericht; u kunt er niet op antwoorden.\n");
}
