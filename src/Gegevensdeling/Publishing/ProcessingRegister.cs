using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Publishing;

/// <summary>
/// The register of processing activities of one party (art. 30.1 GDPR), as far as the protocols of this system go: one entry for each
/// protocol in which it takes part. A party takes it over into its own register.
/// </summary>
public sealed record ProcessingRegister
{
    private static readonly IReadOnlyList<RegisterColumn<ProcessingEntry>> Columns =
    [
        new("protocol", entry => [entry.Protocol.Value]),
        new("versie", entry => [$"{entry.Version}"]),
        new("status", entry => [entry.Status]),
        new("art. 30.1.a verwerkingsverantwoordelijke", entry => entry.Controller),
        new("art. 30.1.a gezamenlijke verwerkingsverantwoordelijken", entry => [entry.JointControllers]),
        new("art. 30.1.a functionaris voor gegevensbescherming", entry => entry.Officer),
        new("art. 30.1.b doeleinden", entry => entry.Purposes),
        new("art. 30.1.c betrokkenen", entry => entry.Persons),
        new("art. 30.1.c persoonsgegevens", entry => entry.Data),
        new("art. 30.1.d ontvangers", entry => entry.Recipients),
        new("art. 30.1.e doorgifte aan derde landen", entry => [entry.Transfers]),
        new("art. 30.1.f bewaartermijnen", entry => entry.Retention),
        new("art. 30.1.g maatregelen", entry => entry.Measures),
        new("rechtsgrond (art. 6)", entry => entry.Grounds),
        new("verwerkers (art. 28)", entry => entry.Processors),
        new("DPIA (art. 35)", entry => [entry.Assessment]),
    ];

    [JsonPropertyName("partij")]
    public required PartyId Party { get; init; }

    [JsonPropertyName("standOp")]
    public required DateOnly On { get; init; }

    [JsonPropertyName("verwerkingen")]
    public required IReadOnlyList<ProcessingEntry> Entries { get; init; }

    /// <param name="protocols">Those in which the party does not take part are left out.</param>
    public static ProcessingRegister Of(PartyId party, IEnumerable<(Protocol Protocol, PublicStanding Standing)> protocols, DateOnly on) => new()
    {
        Party = party,
        On = on,
        Entries = [.. protocols.Where(one => one.Protocol.IsParty(party)).Select(one => ProcessingEntry.Of(one.Protocol, one.Standing, party))],
    };

    /// <summary>For a spreadsheet.</summary>
    public string Csv() => RegisterCsv.Write(Columns, Entries);
}
