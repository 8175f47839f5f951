using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Objections;

/// <summary>The messages where it is about one row of the list of debtors. What the municipality reads never says whether the person is listed (F11).</summary>
internal sealed class ListObjectionTexts(ExchangeId dossier, Protocol protocol, ObjectionState state) : ObjectionTexts(dossier, protocol, state)
{
    private readonly string receiver = protocol.Party(ObjectionSides.PartyOf(protocol, Side.Ocmw)).Name;

    protected override string About => $"één rij van de debiteurenlijst {State.Made.Exchange}";

    protected override string WhileStopped =>
        $"De lijst ligt stil tot {receiver} in de toepassing zegt om welke rij het gaat, of dat de persoon er niet op staat; daarna wordt alleen die rij nog bewaard en gaat de rest van de lijst verder.";

    protected override string WhatGoesOn => State.Decision?.Verdict == ObjectionVerdict.RowUnused
        ? "Voor dit verzoek ligt niets van de lijst nog stil."
        : "Voor dit verzoek ligt niets van de lijst nog stil. De gemeente haalt de vermeldingen opnieuw op in de toepassing.";

    protected override string InformOfRow => $"""
        Het {What} over {About} is gegrond. De rij wordt gewist, als de persoon op de lijst staat; de rest van de lijst gaat verder.
        Laat dat de betrokkene weten en leg het vast in de toepassing; pas daarna wordt er gewist.
        """;

    public override MailText ToOcmw => Mail("zeg om welke rij het gaat", $"""
        Bij {TakerName} kwam een {What} binnen over {About}. {WhileStopped}
        Om wie het gaat, hoort u van {TakerName} aan de telefoon; nooit in een mail.
        """);

    /// <summary>Art. 19 GDPR: who received the data hears of the restriction.</summary>
    public override MailText ToProvider => Mail("lijst voorlopig stopgezet", $"""
        Bij {TakerName} kwam een {What} binnen over {About}. {WhileStopped} Tot dan kunt u er niets uit ophalen.
        Wijzig niets aan de invordering bij de betrokkene zolang de rij beperkt is: is de invordering gepauzeerd, dan blijft ze gepauzeerd, ook als de betrokkene niet meer in de vermeldingen of het boekhoudbestand staat. Kreeg u over de betrokkene al een vermelding, dan hoort u van {receiver} aan de telefoon om wie het gaat; nooit in een mail.
        """);

    /// <summary>Nobody said yet which row it is.</summary>
    public override MailText? NameRow => Mail("zeg om welke rij het gaat", $"""
        Voor het {What} over {About} ligt nog niet vast om welke rij het gaat. {WhileStopped}
        Staat de persoon er later wel op, na een nieuwe vergelijking, noem de rij dan opnieuw.
        """);

    /// <summary>The system knows the row, and erases it; the receiver could bring it back by mistake.</summary>
    public override MailText RowUnused => Mail("gebruik één rij niet meer", $"""
        Een {What} over {About} is gegrond. Staat de betrokkene op de lijst, dan wordt de rij gewist zodra de betrokkene verwittigd is. Gebruik de gegevens niet meer, ook niet in uw eigen bestanden en niet op papier.
        Voor {receiver}: lever of markeer deze persoon voortaan niet meer als cliënt, anders staat de rij volgende maand weer op de lijst. Voor de gemeente: beslis zelf hoe het verder moet met de invordering; niets hervat vanzelf.
        """);
}
