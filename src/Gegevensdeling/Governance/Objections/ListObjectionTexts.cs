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
        $"De lijst ligt stil tot {receiver} in de toepassing zegt om welke rij het gaat; daarna wordt die rij alleen bewaard, en gaat de rest van de lijst verder.";

    protected override string WhatGoesOn => "Niets van de lijst ligt daarvoor nog stil.";

    protected override string InformOfRow => $"""
        Het {What} bij {About} is gegrond. De rij van de betrokkene wordt uit de lijst gewist; de lijst zelf gaat verder.
        Laat dat de betrokkene weten en leg het vast in de toepassing. Daarna wordt de rij gewist.
        """;

    public override MailText ToOcmw => Mail("zeg om welke rij het gaat", $"""
        Bij {Taker} kwam een {What} binnen over {About}. {WhileStopped}
        Om wie het gaat, hoort u aan de telefoon van {Taker}; nooit in een mail.
        """);

    /// <summary>Art. 19 GDPR: who received the data hears of the restriction.</summary>
    public override MailText ToProvider => Mail("lijst voorlopig stopgezet", $"""
        Bij {Taker} kwam een {What} binnen over {About}. {WhileStopped} Tot dan kunt u er niets uit ophalen.
        Wijzig niets aan de invordering van deze persoon zolang er niet beslist is: is ze gepauzeerd, dan blijft ze gepauzeerd, ook als de persoon niet meer in de vermeldingen of het boekhoudbestand staat. Had u van deze persoon al een vermelding, dan hoort u aan de telefoon van {receiver} om wie het gaat; nooit in een mail.
        """);

    /// <summary>Nobody said yet which row it is.</summary>
    public override MailText? NameRow => Mail("zeg om welke rij het gaat", $"""
        Over het {What} bij {About} ligt nog niet vast om welke rij het gaat. {WhileStopped}
        Staat de persoon niet op de lijst, leg dan dat vast.
        """);

    /// <summary>The system knows the row, and erases it; the receiver could bring it back by mistake.</summary>
    public override MailText RowUnused => Mail("gebruik één rij niet meer", $"""
        Een {What} bij {About} is gegrond. De rij van die persoon wordt uit de lijst gewist zodra die verwittigd is. Gebruik ze niet meer, ook niet in uw eigen bestanden en niet op papier.
        Voor {receiver}: lever of markeer deze persoon voortaan niet meer als cliënt, anders staat de rij er volgende maand opnieuw. Voor de gemeente: beslis zelf hoe de invordering verdergaat; niets hervat vanzelf.
        """);
}
