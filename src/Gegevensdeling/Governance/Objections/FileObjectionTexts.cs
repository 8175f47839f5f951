using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Objections;

/// <summary>The messages where it is about a one-off file of many people.</summary>
internal sealed class FileObjectionTexts(ExchangeId dossier, Protocol protocol, ObjectionState state) : ObjectionTexts(dossier, protocol, state)
{
    protected override string About => $"het bestand {State.Made.Exchange}";

    protected override string Taker => TakerName;

    protected override string Stopped => "bestand";

    protected override string WhileStopped => "De termijn van één jaar (artikel 3) loopt door: op de laatste dag wordt het bestand gewist, ook als het dan nog beperkt is.";

    protected override string WhatGoesOn => $"Het bestand gaat verder waar het stond. {WhileStopped}";

    protected override string InformOfRow => $"""
        Het {What} bij {About} is gegrond. De rij van de betrokkene wordt niet meer gebruikt; het bestand zelf gaat zonder die rij verder. {WhileStopped}
        Laat dat de betrokkene weten, en zeg aan de telefoon aan de sociale dienst om welke rij het gaat; nooit in een mail.
        Pas als u in de toepassing vastlegt dat de betrokkene het weet, gaat de verwerking verder (artikel 18, derde lid, AVG).
        """;

    /// <summary>Which row it is stands in no system: whoever handles the request says it by telephone.</summary>
    public override MailText RowUnused => Mail("gebruik één rij niet meer", $"""
        Een {What} bij {About} is gegrond. Gebruik de rij van die betrokkene niet meer: niet in de toepassing, niet in uw eigen bestand en niet op papier.
        Om welke rij het gaat, hoort u aan de telefoon van {Taker}. De rest van het bestand mag u weer gebruiken zodra u bericht krijgt dat de verwerking hervat is.
        """);
}
