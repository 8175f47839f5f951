using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Objections;

/// <summary>Every message around an objection or a restriction, in plain Dutch, by reference only (W4).</summary>
internal sealed class ObjectionTexts(ExchangeId dossier, Protocol protocol, ObjectionState state)
{
    private string What => state.Made.Right == ObjectionRight.Objection ? "bezwaar (artikel 21 AVG)" : "verzoek om beperking (artikel 18 AVG)";

    public MailText Made => Mail("nieuw verzoek van een betrokkene", $"""
        Bij uw organisatie kwam een {What} binnen over de doorverwijzing {state.Made.Exchange}. De verwerking is meteen stopgezet: de gegevens worden alleen bewaard.
        Beslis voor {DutchDate.Say(state.Due)} (artikel 12, derde lid, AVG) en leg de beslissing vast in de toepassing. Intrekken van de toestemming blijft altijd mogelijk.
        """);

    public MailText ToOcmw => Mail("doorverwijzing voorlopig stopgezet", $"""
        Bij het team kwam een {What} binnen over de doorverwijzing {state.Made.Exchange}. Doe voorlopig niets met de gegevens die u hebt: bewaar ze alleen.
        Dat geldt ook voor het bericht in de mailbox, downloads en papier. U krijgt bericht zodra erover beslist is.
        """);

    public MailText Remind => Mail("beslis op tijd", $"""
        Over het {What} bij de doorverwijzing {state.Made.Exchange} is nog niet beslist. De termijn loopt tot en met {DutchDate.Say(state.Due)}.
        Is het verzoek complex, dan kunt u de termijn binnen de eerste maand één keer met twee maanden verlengen.
        """);

    public MailText Late => Mail("de termijn is verstreken", $"""
        De termijn om te beslissen over het {What} bij de doorverwijzing {state.Made.Exchange} liep tot en met {DutchDate.Say(state.Due)} en is verstreken.
        De verwerking blijft stopgezet. Beslis nu; de functionaris voor gegevensbescherming leest mee.
        """);

    public MailText Inform => Mail("verwittig de betrokkene", state.Decision!.Verdict switch
    {
        ObjectionVerdict.Upheld when state.Erases => $"""
            Het bezwaar bij de doorverwijzing {state.Made.Exchange} is gegrond. De gegevens in dit systeem zijn gewist, of worden nu gewist.
            Laat dat de betrokkene weten en leg het vast in de toepassing.
            """,
        ObjectionVerdict.Upheld => $"""
            De beperking bij de doorverwijzing {state.Made.Exchange} is toegestaan en blijft gelden. Laat dat de betrokkene weten en leg het vast in de toepassing.
            """,
        ObjectionVerdict.Rejected => $"""
            Het {What} bij de doorverwijzing {state.Made.Exchange} is niet ingewilligd. Laat de betrokkene weten waarom, en dat die klacht kan indienen bij de toezichthouder of naar de rechter kan (artikel 12, vierde lid, AVG).
            Pas als u dat in de toepassing vastlegt, gaat de verwerking verder (artikel 18, derde lid, AVG).
            """,
        _ => $"""
            De beperking bij de doorverwijzing {state.Made.Exchange} wordt opgeheven. Laat dat de betrokkene weten voor het gebeurt (artikel 18, derde lid, AVG).
            Pas als u dat in de toepassing vastlegt, gaat de verwerking verder.
            """,
    });

    public MailText Review => Mail("loopt de beperking nog terecht?", $"""
        De verwerking van de doorverwijzing {state.Made.Exchange} is nog altijd beperkt. Ga na of de grond van artikel 18 AVG nog bestaat. Is ze vervallen, hef de beperking dan op.
        """);

    public MailText ErasedToOcmw => Mail("gewist op verzoek", $"""
        Het bezwaar bij de doorverwijzing {state.Made.Exchange} is gegrond. De gegevens in dit systeem zijn gewist, of worden nu gewist.
        Wis ook het bericht met de bijlage, uw downloads en wat op papier staat, en verklaar dat in de toepassing.
        """);

    public MailText GoesOn => Mail("verwerking hervat", $"""
        Over het {What} bij de doorverwijzing {state.Made.Exchange} is beslist en de betrokkene is verwittigd. De doorverwijzing gaat verder waar ze stond.
        """);

    private MailText Mail(string subject, string text) => new(
        $"Verzoek {dossier}: {subject}",
        $"{text}\n\nKenmerk: {dossier}\nProtocol: {protocol.Name}\nDit is een automatisch bericht; u kunt er niet op antwoorden. Zet nooit gegevens van de betrokkene in een mail.\n");
}
