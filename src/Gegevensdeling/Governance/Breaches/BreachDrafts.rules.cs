using System.Globalization;
using System.Text;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>
/// Drafts that a person finishes and sends: for the authority (art. 33.3 GDPR) and for the persons (art. 34.2). What the dossier does not know is a
/// marked gap. No form and no address of an authority is invented: the officer uses the authority's own.
/// </summary>
public static class BreachDrafts
{
    /// <summary>In front of every gap.</summary>
    public const string Gap = "[AAN TE VULLEN:";

    /// <summary>Art. 33.3 a to d, for one controller. Markdown.</summary>
    public static string ForAuthority(ExchangeId id, Protocol protocol, BreachState state, PartyId controller, BreachExtent extent, DateTimeOffset now)
    {
        var (party, report, clock) = (protocol.Party(controller), state.Report, BreachClock.Of(state).Single(one => one.Party == controller));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # ONTWERP: melding van een inbreuk in verband met persoonsgegevens (artikel 33 AVG)

            Dit is een ontwerp en geen formulier. De informatietekst van dit protocol noemt de Vlaamse Toezichtcommissie en de Gegevensbeschermingsautoriteit.
            {Gap} welke van beide voor {party.Name} bevoegd is; de functionaris bepaalt dat en gebruikt het formulier van die toezichthouder]

            - Verwerkingsverantwoordelijke: {party.Name}, {party.Seat}, ondernemingsnummer {party.EnterpriseNumber ?? $"{Gap} ondernemingsnummer]"}
            - Andere partij(en) bij het protocol, elk zelf verantwoordelijk: {string.Join(", ", protocol.Parties.Where(other => other.Id != controller).Select(other => other.Name))}
            - Protocol: {protocol.Title.Text}
            - Eigen kenmerk: {id}
            - Opgemerkt: {BreachTexts.Say(report.NoticedAt)}
            - {party.Name} kreeg er kennis van: {(clock.From is { } from ? BreachTexts.Say(from) : $"{Gap} tijdstip]")}
            - De 72 uur verstrijken: {(clock.Deadline is { } until ? BreachTexts.Say(until) : $"{Gap} tijdstip]")}
            {(now >= clock.Deadline ? $"- Reden van de vertraging (artikel 33, lid 1): {Gap} waarom deze melding later dan 72 uur komt]\n" : string.Empty)}
            ## a) Aard van de inbreuk

            Soort: {BreachWordsInDutch.Of(report.Sort)}. {(state.GoesOn ? "De inbreuk duurt nog voort." : "De inbreuk duurt niet meer voort.")}
            Wat verloren ging: {(state.Assessment is { } nature ? string.Join("; ", nature.Nature.Select(BreachWordsInDutch.Of)) : $"{Gap} vertrouwelijkheid, integriteit of beschikbaarheid]")}.
            {Gap} wat er gebeurde, in enkele zinnen, zonder namen]

            Categorieën van betrokkenen: {Gap} bijvoorbeeld {Categories(protocol.Kind)}]
            Aantal betrokkenen, bij benadering: {Numbers(protocol.Kind, extent)}.
            Categorieën van gegevens: {string.Join("; ", protocol.Fields.Select(field => field.Description))}.
            Aantal registraties, bij benadering: {extent.Exchanges}{Split(protocol, controller, extent)}.
            {Period(extent)}

            ## b) Contact

            {party.DataProtectionOfficer.Name}, {party.DataProtectionOfficer.Mail}{(party.DataProtectionOfficer.Phone is { } phone ? $", {phone}" : string.Empty)}

            ## c) Waarschijnlijke gevolgen

            {(state.Assessment is { } risk
                ? $"Beoordeling: {BreachWordsInDutch.Of(risk.Risk)}. Kans: {BreachWordsInDutch.Of(risk.Likelihood)}. Gevolg voor de betrokkenen: {BreachWordsInDutch.Of(risk.Impact)}."
                : $"{Gap} het risico is nog niet beoordeeld]")}
            {Gap} wat de betrokkenen hierdoor kan overkomen]

            ## d) Maatregelen

            {(state.Measures.Count == 0 ? $"{Gap} er zijn nog geen maatregelen vastgelegd]" : string.Join('\n', state.Measures.Order().Select(measure => $"- {BreachWordsInDutch.Of(measure)}")))}
            {Gap} welke maatregelen nog volgen, en wanneer]

            Betrokkenen ingelicht: {Persons(state.PersonsOf(controller))}
            Wat nog niet bekend is, volgt in stappen (artikel 33, lid 4).
            """);
        return text.Append('\n').ToString();
    }

    /// <summary>Art. 34.2, in clear and plain language. Markdown.</summary>
    public static string ForPersons(Protocol protocol, BreachState state, PartyId controller)
    {
        var party = protocol.Party(controller);
        return $"""
            # ONTWERP: bericht aan de betrokkenen (artikel 34 AVG)

            {Gap} naam en adres; verstuur dit bericht apart en niet samen met andere informatie]

            Beste,

            Er is iets misgelopen met uw gegevens. Dat spijt ons. In dit bericht leest u wat er gebeurde, wat het voor u kan betekenen en wat u kunt doen.

            **Wat is er gebeurd?**
            {Happened(state.Report.Sort)} Dat werd opgemerkt op {Calendar.DutchDate.Say(Calendar.LegalCalendar.DateOf(state.Report.NoticedAt))}.
            {Gap} in een of twee eenvoudige zinnen wat er precies gebeurde]

            **Om welke gegevens gaat het?**
            {Gap} alleen wat voor deze persoon geldt; onder dit protocol kan het gaan om: {string.Join("; ", protocol.Fields.Select(field => field.Description))}]

            **Wat kan dat voor u betekenen?**
            {Gap} de waarschijnlijke gevolgen, bijvoorbeeld dat een onbekende u opbelt of schrijft]

            **Wat doen wij?**
            {(state.Measures.Count == 0 ? $"{Gap} welke maatregelen genomen zijn]" : string.Join('\n', state.Measures.Order().Select(measure => $"- {Capital(BreachWordsInDutch.Of(measure))}.")))}

            **Wat kunt u zelf doen?**
            {Gap} bijvoorbeeld: wees voorzichtig met onverwachte telefoons of berichten, en geef nooit een code of wachtwoord door]

            **Hebt u vragen?**
            Onze functionaris voor gegevensbescherming helpt u: {party.DataProtectionOfficer.Name}, {party.DataProtectionOfficer.Mail}. {Gap} een telefoonnummer]
            U kunt een klacht indienen bij de Vlaamse Toezichtcommissie of de Gegevensbeschermingsautoriteit.

            {party.Name}
            {Gap} wie ondertekent]
            """ + "\n";
    }

    /// <summary>W12: which referrals still live is not for the side that sent them. Of files of many people both sides know.</summary>
    private static string Split(Protocol protocol, PartyId controller, BreachExtent extent) =>
        controller == protocol.Sender && protocol.Kind == ProtocolKind.Referral ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" ({extent.Live} nog bewaard, {extent.Erased} intussen gewist)");

    private static string Categories(ProtocolKind kind) => kind switch
    {
        ProtocolKind.Referral => "gezinnen die met hun toestemming zijn doorverwezen",
        ProtocolKind.Groeipakket => "kinderen, en wie voor hen een sociale toeslag ontvangt",
        ProtocolKind.Debtors => "mensen met een schuld aan de gemeente, en wie van hen cliënt is van het OCMW",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Numbers(ProtocolKind kind, BreachExtent extent) =>
        extent.PersonsAtMost is not { } most
            ? $"{string.Join("; ", extent.Files.Select(Rows))}. {(kind == ProtocolKind.Debtors
                ? "Een rij is één persoon; wie in het ene bestand staat, kan ook in het andere staan"
                : "Een rij is één kind; om hoeveel begunstigden het gaat, is niet bekend zonder de bestanden te openen")}"
        : extent.PersonsAtLeast == most
            ? most.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"tussen {extent.PersonsAtLeast} en {extent.PersonsAtMost}");

    private static string Rows(BreachFiles files) => string.Create(
        CultureInfo.InvariantCulture,
        $"{files.Kind}: {files.Files} {(files.Files == 1 ? "bestand" : "bestanden")}, aantal rijen {files.Rows}{(files.Uncounted > 0 ? $" ({files.Uncounted} niet geteld)" : string.Empty)}");

    private static string Period(BreachExtent extent) => extent is { From: { } from, Until: { } until }
        ? $"Geteld: wat bestond tussen {Calendar.DutchDate.Say(from)} en {Calendar.DutchDate.Say(until)}. {Gap} of die periode juist is]"
        : "Geteld: de uitwisseling waarover de melding gaat.";

    private static string Persons(BreachFact.PersonsDecided? decided) => decided switch
    {
        null => $"{Gap} nog niet beslist]",
        { Tell: true } => "ja, of het is beslist en volgt.",
        { Ground: NoPersonsGround.NoHighRisk } => "nee: het risico is niet hoog (artikel 34, lid 1).",
        { Ground: NoPersonsGround.Unintelligible } => "nee: de gegevens zijn onbegrijpelijk voor wie ze niet mag zien (artikel 34, lid 3, a).",
        { Ground: NoPersonsGround.RiskRemoved } => "nee: achteraf is het hoge risico weggenomen (artikel 34, lid 3, b).",
        _ => $"nee: dat vraagt onevenredige inspanningen; in de plaats komt een openbare mededeling (artikel 34, lid 3, c). {Gap} welke]",
    };

    private static string Happened(BreachSort sort) => sort switch
    {
        BreachSort.WrongReceiver => "Uw gegevens zijn bij een dienst of persoon terechtgekomen voor wie ze niet bestemd waren.",
        BreachSort.Loss => "Een bestand of een drager met uw gegevens is verloren.",
        BreachSort.UnauthorisedAccess => "Iemand die dat niet mocht, heeft uw gegevens gezien of kunnen zien.",
        BreachSort.Theft => "Uw gegevens, of een toestel waarop ze stonden, zijn gestolen.",
        BreachSort.Ransomware => "Computers waarop uw gegevens staan, zijn aangevallen en geblokkeerd.",
        BreachSort.KeyKnown => "De sleutel van een versleuteld bestand met uw gegevens kan bij anderen bekend zijn.",
        _ => $"{Gap} wat er gebeurde].",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
