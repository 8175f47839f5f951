using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>One message, before it has its reference.</summary>
public sealed record BreachLetter(string Heading, string Body)
{
    /// <summary>By reference only (W4).</summary>
    public MailText Mail(ExchangeId id, Protocol protocol) => new(
        $"Gegevenslek {id}: {Heading}",
        $"{Body}\n\nProtocol: {protocol.Title.Text}\nKenmerk: {id}\nDit is een automatisch bericht; u kunt er niet op antwoorden. Zet nooit gegevens van een betrokkene in een mail.\n");
}

/// <summary>Every message about a breach, in plain Dutch.</summary>
public static class BreachTexts
{
    private const int LongestReference = 120;

    public static BreachLetter Reported(Protocol protocol, BreachState state, BreachClock clock)
    {
        var report = state.Report;
        var exchange = report.Exchange is { } about ? $"de uitwisseling {about}" : "het hele protocol, of een uitwisseling die nog niet bekend is";
        return new(report.By == SystemActor.Value ? "beoordeel een mogelijk gegevenslek" : "een gegevenslek is gemeld", $"""
            {(report.By == SystemActor.Value
                ? Misdirected(protocol, clock.Party)
                : $"{Reporter(protocol, report)} meldde een gegevenslek, of een vermoeden ervan, onder het protocol {protocol.Name}.")}
            Wat: {BreachWordsInDutch.Of(report.Sort)}. Het gaat om {exchange}. Opgemerkt: {Say(report.NoticedAt)}. {(report.GoesOn ? "Het duurt nog voort." : "Het duurt niet meer voort.")}

            Wat u nu doet: bevestig in de toepassing dat u dit gelezen hebt, en overleg onmiddellijk met de functionaris van de andere partij (artikel 9 van het protocol).
            De 72 uur van artikel 33 AVG {(clock.Deadline is { } until ? $"lopen voor uw organisatie tot {Say(until)}" : "lopen voor uw organisatie vanaf dit bericht")}. Licht voor die tijd de toezichthouder in, tenzij het niet waarschijnlijk is dat de inbreuk een risico inhoudt voor de betrokkenen (artikel 33, lid 1); leg dan vast waarom.
            {(report.NoticedAt < report.At.AddHours(-24) ? "Tussen het opmerken en de melding ligt meer dan een dag. Licht dat toe: een toezichthouder kan vroeger beginnen te tellen.\n" : string.Empty)}Hoeveel uitwisselingen en personen het zijn, berekent de toepassing bij dit dossier (omvang); ontwerpen voor de toezichthouder en de betrokkenen staan er ook.
            {Suspension(protocol)}
            """);
    }

    public static BreachLetter Unread(Protocol protocol, BreachClock clock) => new("nog niet gelezen", $"""
        Een melding van een gegevenslek onder het protocol {protocol.Name} is door de functionaris van {protocol.Party(clock.Party).Name} nog niet gelezen. Bevestig dat u ze gelezen hebt, of laat uw plaatsvervanger dat doen.
        {(clock.Deadline is { } until ? $"De 72 uur van artikel 33 AVG lopen tot {Say(until)}." : "De 72 uur van artikel 33 AVG lopen.")}
        """);

    public static BreachLetter Clock(Protocol protocol, BreachClock clock, int hours) => hours >= BreachClock.Hours
        ? new("de 72 uur zijn voorbij", $"""
            {protocol.Party(clock.Party).Name} legde niet binnen 72 uur vast dat de toezichthouder ingelicht is, of waarom dat niet moet. De termijn van artikel 33 AVG liep tot {Say(clock.Deadline!.Value)}.
            Licht de toezichthouder alsnog in, met de reden van de vertraging, tenzij het niet waarschijnlijk is dat de inbreuk een risico inhoudt voor de betrokkenen (artikel 33, lid 1); leg dan vast waarom.
            """)
        : new(string.Create(CultureInfo.InvariantCulture, $"nog {BreachClock.Hours - hours} uur"), $"""
            {protocol.Party(clock.Party).Name} legde nog niet vast dat de toezichthouder ingelicht is, of waarom dat niet moet. De termijn van artikel 33 AVG loopt tot {Say(clock.Deadline!.Value)}, ook in het weekend.
            Niet alles hoeft bekend te zijn: wat ontbreekt, mag in stappen volgen (artikel 33, lid 4). Een ontwerp staat bij dit dossier.
            """);

    public static BreachLetter AuthorityNotified(Protocol protocol, BreachFact.AuthorityNotified told) => new("de toezichthouder is ingelicht", $"""
        {protocol.Party(told.Party).Name} lichtte {BreachWordsInDutch.Of(told.Authority)} in: {Say(told.ToldAt)}. Elke verwerkingsverantwoordelijke beslist dat voor zichzelf; dit ontslaat uw organisatie niet.
        """);

    public static BreachLetter HighRisk() => new("hoog risico voor de betrokkenen", """
        De beoordeling zegt dat het risico voor de betrokkenen hoog is. Licht hen onverwijld in (artikel 34, lid 1, AVG), tenzij een uitzondering van lid 3 geldt; leg dan vast welke. Een ontwerp in gewone taal staat bij dit dossier.
        """);

    public static BreachLetter AskSuspension(Protocol protocol) => new("schorsing aangeraden", $"""
        Het overleg raadt aan de uitwisseling stop te zetten. {Suspension(protocol)}
        """);

    public static BreachLetter AskClosure(Protocol protocol, BreachFact fact) => new(fact is BreachFact.Dismissed ? "geen inbreuk volgens de andere partij" : "klaar om af te sluiten", $"""
        {protocol.Party(fact.By.Party).Name} {(fact is BreachFact.Dismissed ? "besluit dat er niets te melden is" : "heeft dit dossier afgerond")}. Het dossier sluit pas als ook uw organisatie dat vastlegt. Een nieuwe risicobeoordeling doet een eerdere afsluiting vervallen.
        """);

    public static BreachLetter Closed(Protocol protocol, BreachState state) => new(state.Word == "geen-inbreuk" ? "gesloten: geen inbreuk" : "afgesloten", $"""
        Elke partij heeft dit dossier afgerond. Het blijft in het register van inbreuken van het protocol {protocol.Name} (artikel 33, lid 5, AVG).
        """);

    /// <summary>A reference names a document of a body in office, never a person concerned.</summary>
    internal static DossierDecision? WrongReference(string reference) =>
        reference.Trim().Length is 0 or > LongestReference || reference.Any(char.IsControl) || reference.Count(char.IsAsciiDigit) > 20 || reference.Contains('@', StringComparison.Ordinal)
            ? DossierDecision.No("kenmerk-ongeldig", "art. 9", $"Geef een kort kenmerk van het stuk, op één regel en zonder mailadres (ten hoogste {LongestReference} tekens). Schrijf er niets over een betrokkene in.")
            : null;

    internal static string Say(DateTimeOffset at)
    {
        var local = LegalCalendar.Local(at);
        return string.Create(CultureInfo.InvariantCulture, $"{DutchDate.Say(LegalCalendar.DateOf(at))} om {local:HH'.'mm} uur");
    }

    /// <summary>Art. 8: advised from here, never done by it.</summary>
    private static string Suspension(Protocol protocol) =>
        $"Is er gevaar dat meer gegevens weglekken, zet dan de uitwisseling stop: in de toepassing, bij het protocol {protocol.Name}, met 'schorsing'. Dat gebeurt nooit vanzelf.";

    /// <summary>W12: that it was opened, and that it is erased, is for the receiving side only.</summary>
    private static string Misdirected(Protocol protocol, PartyId reader) => reader == protocol.Sender
        ? $"Onder het protocol {protocol.Name} kwamen gegevens terecht bij een dienst voor wie ze niet bestemd waren. Daarom is deze beoordeling gestart. Beoordeel samen of dit een inbreuk in verband met persoonsgegevens is."
        : $"Een doorverwijzing onder het protocol {protocol.Name} is geopend, of kan geopend zijn, en bleek niet voor die dienst bestemd. De gegevens worden gewist. Beoordeel samen of dit een inbreuk in verband met persoonsgegevens is.";

    private static string Reporter(Protocol protocol, BreachFact.Reported report) =>
        protocol.IsParty(report.By.Party) ? $"Een medewerker van {protocol.Party(report.By.Party).Name}" : "De beheerder van dit systeem, verwerker van elke partij,";
}
