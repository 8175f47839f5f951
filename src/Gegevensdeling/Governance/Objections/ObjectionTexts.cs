using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Objections;

/// <summary>Every message around an objection or a restriction, in plain Dutch, by reference only (W4).</summary>
internal class ObjectionTexts(ExchangeId dossier, Protocol protocol, ObjectionState state)
{
    public static ObjectionTexts Of(ExchangeId dossier, Protocol protocol, ObjectionState state) => protocol.Objected() switch
    {
        ObjectedMatter.File => new FileObjectionTexts(dossier, protocol, state),
        ObjectedMatter.List => new ListObjectionTexts(dossier, protocol, state),
        _ => new ObjectionTexts(dossier, protocol, state),
    };

    protected ObjectionState State { get; } = state;

    /// <summary>The body that took the request, as the other side is told.</summary>
    protected virtual string Taker => "het team";

    /// <summary>The name of that body.</summary>
    protected string TakerName => protocol.Party(ObjectionSides.PartyOf(protocol, State.Made.Where)).Name;

    protected virtual string About => $"de doorverwijzing {State.Made.Exchange}";

    protected string What => State.Made.Right == ObjectionRight.Objection ? "bezwaar (artikel 21 AVG)" : "verzoek om beperking (artikel 18 AVG)";

    /// <summary>What stands still, in a subject.</summary>
    protected virtual string Stopped => "doorverwijzing";

    protected virtual string WhileStopped => "Intrekken van de toestemming blijft altijd mogelijk.";

    public MailText Made => Mail("nieuw verzoek van een betrokkene", $"""
        Bij uw organisatie kwam een {What} binnen over {About}. De verwerking is meteen stopgezet: de gegevens worden alleen bewaard.
        Beslis voor {DutchDate.Say(State.Due)} (artikel 12, derde lid, AVG) en leg de beslissing vast in de toepassing. {WhileStopped}
        """);

    /// <summary>To the OCMW, where the other side took it.</summary>
    public virtual MailText ToOcmw => Mail($"{Stopped} voorlopig stopgezet", $"""
        Bij {Taker} kwam een {What} binnen over {About}. Doe voorlopig niets met de gegevens die u hebt: bewaar ze alleen.
        Dat geldt ook voor het bericht in de mailbox, downloads en papier. U krijgt bericht zodra erover beslist is.
        """);

    /// <summary>To whoever provided the data, where it may know.</summary>
    public virtual MailText ToProvider => ToOcmw;

    /// <summary>What is asked of the OCMW until it said which row it is; null where nothing waits for that.</summary>
    public virtual MailText? NameRow => null;

    public MailText Remind => Mail("beslis op tijd", $"""
        Over het {What} bij {About} is nog niet beslist. De termijn loopt tot en met {DutchDate.Say(State.Due)}.
        Is het verzoek complex, dan kunt u de termijn binnen de eerste maand één keer met twee maanden verlengen.
        """);

    public MailText Late => Mail("de termijn is verstreken", $"""
        De termijn om te beslissen over het {What} bij {About} liep tot en met {DutchDate.Say(State.Due)} en is verstreken.
        De verwerking blijft stopgezet. Beslis nu; de functionaris voor gegevensbescherming leest mee.
        """);

    public MailText Inform => Mail("verwittig de betrokkene", State.Decision!.Verdict switch
    {
        ObjectionVerdict.Upheld when State.Erases => $"""
            Het bezwaar bij {About} is gegrond. De gegevens in dit systeem zijn gewist, of worden nu gewist.
            Laat dat de betrokkene weten en leg het vast in de toepassing.
            """,
        ObjectionVerdict.Upheld => $"""
            De beperking bij {About} is toegestaan en blijft gelden. Laat dat de betrokkene weten en leg het vast in de toepassing.
            """,
        ObjectionVerdict.Rejected => $"""
            Het {What} bij {About} is niet ingewilligd. Laat de betrokkene weten waarom, en dat die klacht kan indienen bij de toezichthouder of naar de rechter kan (artikel 12, vierde lid, AVG).
            Pas als u dat in de toepassing vastlegt, gaat de verwerking verder (artikel 18, derde lid, AVG).
            """,
        ObjectionVerdict.RowUnused => InformOfRow,
        _ => $"""
            De beperking bij {About} wordt opgeheven. Laat dat de betrokkene weten voor het gebeurt (artikel 18, derde lid, AVG).
            Pas als u dat in de toepassing vastlegt, gaat de verwerking verder.
            """,
    });

    /// <exception cref="InvalidOperationException">Of a referral: no row of it can be left unused.</exception>
    protected virtual string InformOfRow => throw new InvalidOperationException("A referral has no rows");

    public MailText Review => Mail("loopt de beperking nog terecht?", $"""
        De verwerking van {About} is nog altijd beperkt. Ga na of de grond van artikel 18 AVG nog bestaat. Is ze vervallen, hef de beperking dan op.
        """);

    public MailText ErasedToOcmw => Mail("gewist op verzoek", $"""
        Het bezwaar bij {About} is gegrond. De gegevens in dit systeem zijn gewist, of worden nu gewist.
        Wis ook het bericht met de bijlage, uw downloads en wat op papier staat, en verklaar dat in de toepassing.
        """);

    /// <exception cref="InvalidOperationException">Of a referral: no row of it can be left unused.</exception>
    public virtual MailText RowUnused => throw new InvalidOperationException("A referral has no rows");

    public MailText GoesOn => Mail("verwerking hervat", $"""
        Over het {What} bij {About} is beslist en de betrokkene is verwittigd. {WhatGoesOn}
        """);

    protected virtual string WhatGoesOn => "De doorverwijzing gaat verder waar ze stond.";

    protected MailText Mail(string subject, string text) => new(
        $"Verzoek {dossier}: {subject}",
        $"{text}\n\nKenmerk: {dossier}\nProtocol: {protocol.Name}\nDit is een automatisch bericht; u kunt er niet op antwoorden. Zet nooit gegevens van de betrokkene in een mail.\n");
}
