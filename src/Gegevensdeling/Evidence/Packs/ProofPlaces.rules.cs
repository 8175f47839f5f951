using System.Text.Json.Serialization;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>Where a measure of article 6 is shown. Closed: what this system cannot show is the party's own to show.</summary>
public enum ProofPlace
{
    [JsonStringEnumMemberName("verzegelde-bestanden")] SealedFiles,
    [JsonStringEnumMemberName("sleuteloverdrachten")] KeyHandovers,
    [JsonStringEnumMemberName("ontvangstbewijzen")] Receipts,
    [JsonStringEnumMemberName("functionaris")] Officer,
    [JsonStringEnumMemberName("verwerkingsregister")] ProcessingRegister,
    [JsonStringEnumMemberName("toegang")] Accesses,
    [JsonStringEnumMemberName("toegangscontroles")] Reviews,
    [JsonStringEnumMemberName("inbreuken")] Breaches,
    [JsonStringEnumMemberName("geschiedenis")] History,

    /// <summary>A policy, a plan, a firewall: this system knows nothing of it and says so.</summary>
    [JsonStringEnumMemberName("door-de-partij")] Party,
}

/// <summary>What shows each measure (G16). A code that a new protocol brings is shown by the party itself until somebody adds it here.</summary>
internal static class ProofPlaces
{
    public static IReadOnlyDictionary<string, ProofPlace[]> Known { get; } = new Dictionary<string, ProofPlace[]>(StringComparer.Ordinal)
    {
        ["aes-256-via-7-zip"] = [ProofPlace.SealedFiles, ProofPlace.Receipts],
        ["versleuteld-excelbestand"] = [ProofPlace.SealedFiles, ProofPlace.Receipts],
        ["sleutels-verwijderen"] = [ProofPlace.KeyHandovers, ProofPlace.Party],
        ["functionaris-gegevensbescherming"] = [ProofPlace.Officer],
        ["verwerkingsregister"] = [ProofPlace.ProcessingRegister],
        ["beroepsgeheim"] = [ProofPlace.Accesses, ProofPlace.Party],
        ["functieprofiel"] = [ProofPlace.Accesses, ProofPlace.Reviews],
        ["vertrouwelijkheid"] = [ProofPlace.SealedFiles, ProofPlace.Accesses, ProofPlace.Party],
        ["integriteit"] = [ProofPlace.SealedFiles, ProofPlace.Receipts],
        ["transparantie"] = [ProofPlace.Accesses, ProofPlace.ProcessingRegister],
        ["procedure-datalek"] = [ProofPlace.Breaches, ProofPlace.Party],
        ["stopzetting-bij-niet-naleving"] = [ProofPlace.History],
        ["veiligheidsplan"] = [ProofPlace.Party],
        ["uitgaande-firewall"] = [ProofPlace.Party],
        ["eigen-sftp-gebruiker"] = [ProofPlace.Party],
        ["afgeschermde-netwerkmap"] = [ProofPlace.Party],
        ["niet-gedeelde-dienstenschijf"] = [ProofPlace.Party],
        ["een-lijst"] = [ProofPlace.Party],
        ["beschikbaarheid"] = [ProofPlace.Party],
        ["isolatie"] = [ProofPlace.Party],
        ["overdraagbaarheid"] = [ProofPlace.Party],
    };

    public static IReadOnlyList<ProofPlace> Of(SecurityMeasure measure) => Known.GetValueOrDefault(measure.Code) ?? [ProofPlace.Party];

    public static string Explain(ProofPlace place) => place switch
    {
        ProofPlace.SealedFiles => "Elk bestand is een 7z-archief met AES-256 en verborgen bestandsnamen, onder een sleutel voor die uitwisseling alleen. Bij elke uitwisseling staat de SHA-256 ervan.",
        ProofPlace.KeyHandovers => "Bij elke uitwisseling staat wie de sleutel vroeg, wie hem gaf en wanneer. Na het wissen bestaat de sleutel in dit systeem niet meer.",
        ProofPlace.Receipts => "Elk geopend of bevestigd bestand heeft een ondertekend ontvangstbewijs met zijn SHA-256; ze zitten in dit pakket.",
        ProofPlace.Officer => "Het protocolbestand noemt het mandaat van de functionaris; adviezen en stappen van functionarissen staan in de geschiedenis.",
        ProofPlace.ProcessingRegister => "Dit systeem houdt voor de partij het register van verwerkingen bij (art. 30 AVG); de verwerkingen onder dit protocol staan erin.",
        ProofPlace.Accesses => "Elke inzage van inhoud of sleutel staat met functie en doel in de auditketen. Alleen de functies die het protocol noemt, krijgen toegang.",
        ProofPlace.Reviews => "Twee keer per jaar kijkt elke partij na wie van haar medewerkers toegang had.",
        ProofPlace.Breaches => "Elke melding van een mogelijk gegevenslek is een dossier met termijnen, overleg en beslissing per partij.",
        ProofPlace.History => "Een schorsing stopt alles meteen; onderzoek en vrijgave staan in de geschiedenis van het protocol.",
        ProofPlace.Party => "Dit systeem kan dit niet tonen. De partij legt het zelf voor, bijvoorbeeld het goedgekeurde beleid of plan.",
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };
}
