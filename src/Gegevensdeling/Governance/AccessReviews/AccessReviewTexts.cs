using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.AccessReviews;

/// <summary>Every message around a review of access, in plain Dutch. No name of a member of staff stands in a mail.</summary>
internal sealed class AccessReviewTexts(ExchangeId dossier, Protocol protocol, AccessReviewState state)
{
    private string Period => $"van {DutchDate.Say(state.Opened.From)} tot en met {DutchDate.Say(state.Opened.Until)}";

    public MailText Asked => Mail("kijk na wie toegang had", $"""
        In de toepassing staat onder {dossier} wie van uw organisatie {Period} onder dit protocol werkte, met functie, eerste en laatste keer.
        Kijk na of ieder dat voor de eigen functie nodig had en nog nodig heeft (artikel 4), en bevestig 'klopt'. Moet een toegang weg, meld dan hoeveel, met het kenmerk van uw aanvraag; zet nooit een naam in een kenmerk.
        """);

    public MailText Remind => Mail("toegang nog niet nagekeken", $"""
        Wie van uw organisatie {Period} toegang had, is nog niet nagekeken. Doe dat in de toepassing; op {DutchDate.Say(state.Opened.Next)} begint de volgende controle.
        """);

    public MailText Remove => Mail("verwijder de toegangen", $"""
        Bij de controle {Period} bleken {state.Reported!.Count} toegangen te verwijderen (kenmerk {state.Reported.Reference}). Leg in de toepassing vast wanneer ze verwijderd zijn.
        """);

    public MailText Removed => Mail("toegangen verwijderd", $"""
        De toegangen die bij de controle {Period} te verwijderen bleken, zijn verwijderd. Kenmerk: {state.Removed!.Reference}.
        """);

    public MailText Lapsed => Mail("toegang niet nagekeken", $"""
        De controle {Period} is niet gedaan en vervalt. De volgende is begonnen. Dat staat in het verslag van de evaluatie.
        """);

    private MailText Mail(string subject, string text) => new(
        $"Toegang {protocol.Name}: {subject}",
        $"{text}\n\nKenmerk: {dossier}\nProtocol: {protocol.Id}, versie {protocol.Version}\nDit is een automatisch bericht; u kunt er niet op antwoorden.\n");
}
