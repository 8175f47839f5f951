using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>Every message of a correction, in plain Dutch: references, the kind of defect and the names of fields only (W4, G17).</summary>
internal sealed class CorrectionTexts(ExchangeId dossier, Protocol protocol, CorrectionState state)
{
    public MailText Reported => Of("er is een fout gemeld", $"""
        {protocol.Party(state.Report.By.Party).Name} meldt een fout in gegevens die u bezorgde ({protocol.Name}, artikel 7).
        {What}
        Bevestig de melding in de toepassing, onderzoek ze, en breng de juiste inhoud aan of antwoord waarom ze niet gegrond is.
        {DefectTexts.NeverTheValue}{DefectTexts.Telephone(protocol, protocol.Receiver)}
        """);

    public MailText OwnReport => Of("er komt een verbetering", $"""
        {protocol.Party(protocol.Sender).Name} stelde zelf een fout vast in gegevens die u ontving.
        {What}
        U krijgt nog bericht wat ermee gebeurt. Ga intussen na of u deze gegevens al gebruikte.
        """);

    public MailText Acknowledged => Of("de melding is ontvangen", DefectTexts.Acknowledged);

    public MailText Remind => Of("wacht op u", $"""
        Deze gemelde fout wacht op {(state.Acknowledged is null && !state.IsOwn(protocol.Sender) ? "een bevestiging" : "een maatregel")}.
        {What}
        Het protocol vraagt een antwoord binnen redelijke termijn. Handel ze af in de toepassing.
        """);

    public MailText Escalate => Of("een gemelde fout blijft liggen", $"""
        Een gemelde fout is na herinnering nog altijd niet behandeld ({protocol.Name}, artikel 7).
        {What}
        Ga na waar het hapert, en spreek af wie ze afhandelt.
        """);

    public MailText Answer => Of("antwoord op de melding", state.Measure switch
    {
        CorrectionMeasure.Corrected => """
            Maatregel: verbeterd. Er is een nieuw bestand, dat het vorige vervangt; het vorige is in dit systeem gewist, met een wisbewijs.
            Open de doorverwijzing opnieuw in de toepassing. Wis het vorige bericht, uw downloads en wat op papier staat.
            """,
        CorrectionMeasure.Erased => """
            Maatregel: gewist. De gegevens waren overtollig; de kopie in dit systeem wordt gewist.
            Wis ook het bericht met de bijlage, uw downloads en wat op papier staat, en verklaar dat daarna in de toepassing.
            """,
        _ => $"""
            Maatregel: niet gegrond: {state.Decided?.Reason?.Said()}. De gegevens blijven zoals ze zijn.
            Bent u het daar niet mee eens, bel dan.{DefectTexts.Telephone(protocol, protocol.Sender)}
            """,
    });

    public MailText NoLongerNeeded => Of("niet meer nodig", DefectTexts.NoLongerNeeded);

    /// <summary>That the client said so only where the provider says it: from the receiver it would tell that there was contact (W12, R13).</summary>
    private string What => DefectTexts.What(protocol, state.Report.Kind, state.Report.Fields) + (state.IsOwn(protocol.Sender) && state.Report.AfterNotice ? " De cliënt heeft dit zelf gemeld." : string.Empty);

    private MailText Of(string subject, string text) => new(
        $"Verbetering {dossier}: {subject}",
        $"{text}\n\nKenmerk: {dossier}\nDoorverwijzing: {state.Report.Exchange}\nDit is een automatisch bericht; u kunt er niet op antwoorden.\n");
}
