using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.ListCorrections;

/// <summary>Every message of the correction of a debtor list, in plain Dutch: references, the kind of defect, names of fields, numbers of rows and counts only (W4, G17).</summary>
internal sealed class ListCorrectionTexts(ExchangeId dossier, Protocol protocol, ListCorrectionState state)
{
    public MailText Reported => Of("er is een fout gemeld", $"""
        {Reporter} meldt een fout in de gegevens die u met elkaar deelt ({protocol.Name}, artikel 7).
        {What}
        Bevestig de melding in de toepassing, onderzoek ze, en leg vast wat u deed of waarom er geen fout is.
        {DefectTexts.NeverTheValue}{DefectTexts.Telephone(protocol, state.Report.By.Party)}
        """);

    public MailText Acknowledged => Of("de melding is ontvangen", DefectTexts.Acknowledged);

    public MailText Remind => Of("wacht op u", $"""
        Deze gemelde fout wacht op {(state.Acknowledged is null ? "een bevestiging" : "een maatregel")}.
        {What}
        Het protocol vraagt een antwoord binnen redelijke termijn. Handel ze af in de toepassing.
        """);

    public MailText Escalate => Of("een gemelde fout blijft liggen", $"""
        Een gemelde fout is na herinnering nog altijd niet behandeld door {Handler} ({protocol.Name}, artikel 7).
        {What}
        Ga na waar het hapert, en spreek af wie ze afhandelt.
        """);

    public MailText Answer => Of("antwoord op de melding", state.Decided!.Measure switch
    {
        ListMeasure.NextDelivery => $"""
            Maatregel: {Handler} verbetert dit in de volgende levering. U krijgt bericht zodra dat gebeurd is.
            Kan het niet wachten, bel dan.{DefectTexts.Telephone(protocol, state.Report.To)}
            """,
        ListMeasure.NewVersion => """
            Maatregel: de lijst is verbeterd. Wat juist is, staat in de lijst zoals ze nu is; gebruik geen oudere afdruk of kopie.
            """,
        ListMeasure.RowClosed => """
            Maatregel: wat niet meer openstaat, is van de lijst gehaald. Gebruik geen oudere afdruk of kopie.
            """,
        ListMeasure.MarkChanged => """
            Maatregel: de vermelding is gewijzigd. Haal de vermeldingen opnieuw op en pas de invordering aan.
            """,
        _ => $"""
            Er is geen fout: {state.Decided.Reason?.Said()}. De gegevens blijven zoals ze zijn.
            Bent u het daar niet mee eens, bel dan.{DefectTexts.Telephone(protocol, state.Report.To)}
            """,
    });

    public MailText RemindToDeliver => Of("beloofde levering nog niet vastgelegd", $"""
        {Handler} zou deze fout verbeteren in de levering van deze maand. Dat is nog niet vastgelegd.
        {What}
        Leg in de toepassing vast dat het verbeterd is zodra de lijst gewijzigd is.
        """);

    public MailText CarriedOut => Of("de fout is verbeterd", """
        De beloofde levering is gebeurd en de lijst is verbeterd. Gebruik geen oudere afdruk of kopie.
        """);

    public MailText NoLongerNeeded => Of("niet meer nodig", DefectTexts.NoLongerNeeded);

    private string Reporter => protocol.Party(state.Report.By.Party).Name;

    private string Handler => protocol.Party(state.Report.To).Name;

    private string What => DefectTexts.What(protocol, state.Report.Kind, state.Report.Fields) + HowMany + (state.Report.AfterNotice ? " Een betrokkene heeft dit zelf gemeld." : string.Empty);

    private string HowMany => state.Report switch
    {
        { Files: 1 } => " Het gaat om 1 dossier.",
        { Files: { } files } => $" Het gaat om {files} dossiers.",
        { Rows: [var one] } => $" In het werkblad van {Reporter}: rij {one}.",
        { Rows: [] } => string.Empty,
        { Rows: var rows } => $" In het werkblad van {Reporter}: de rijen {string.Join(", ", rows)}.",
    };

    private MailText Of(string subject, string text) => new(
        $"Verbetering {dossier}: {subject}",
        $"{text}\n\nKenmerk: {dossier}\nLijst of maand: {state.Report.Exchange}\nDit is een automatisch bericht; u kunt er niet op antwoorden.\n");
}
