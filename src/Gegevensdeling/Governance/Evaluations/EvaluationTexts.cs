using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>Every message around an evaluation, in plain Dutch. No figure stands in a mail: each side reads its own report in the application.</summary>
internal sealed class EvaluationTexts(ExchangeId dossier, Protocol protocol, EvaluationState state)
{
    private string Years => string.Join(" en ", state.Opened.Years);

    public MailText Invitation => Mail("uitnodiging", $"""
        Het is tijd om de samenwerking onder dit protocol te evalueren, over {Years}. Voorstel: {DutchDate.Say(state.Proposed)}.
        Past dat niet, stel dan in de toepassing een andere datum voor. Uw verslag met de cijfers van uw kant, de gewenste gegevens, de open bevindingen en wat er misliep,
        staat klaar in de toepassing onder {dossier}. Elke partij ziet alleen haar eigen cijfers.
        """);

    public MailText Reminder => Mail("volgende week", $"""
        Op {DutchDate.Say(state.Proposed)} is de evaluatie van dit protocol voorgesteld. Lees vooraf het verslag in de toepassing.
        """);

    public MailText AskMinutes => Mail("wat kwam eruit?", $"""
        De evaluatie was voorgesteld op {DutchDate.Say(state.Proposed)}. Leg in de toepassing vast wanneer ze plaatsvond, wat besloten is en waar het verslag te vinden is; of stel een andere datum voor.
        """);

    public MailText Late => Mail("nog niet gehouden", $"""
        De evaluatie over {Years} is nog niet vastgelegd. Ze was aan de beurt op {DutchDate.Say(state.Opened.Due)}; op {DutchDate.Say(state.Opened.Next)} vervalt ze en begint de volgende.
        """);

    public MailText Held => Mail("vastgelegd", $"""
        De evaluatie over {Years} vond plaats op {DutchDate.Say(state.Held!.On)} en is vastgelegd. Verslag: {state.Held.Reference}.
        Een wijziging van het protocol is een nieuwe versie, die opnieuw ondertekend wordt; een opzegging legt u vast bij het protocol zelf.
        """);

    public MailText Lapsed => Mail("vervallen", $"""
        De evaluatie over {Years} is niet gehouden en vervalt. Dat staat in het verslag van de volgende.
        """);

    private MailText Mail(string subject, string text) => new(
        $"Evaluatie {protocol.Name}: {subject}",
        $"{text}\n\nKenmerk: {dossier}\nProtocol: {protocol.Id}, versie {protocol.Version}\nDit is een automatisch bericht; u kunt er niet op antwoorden.\n");
}
