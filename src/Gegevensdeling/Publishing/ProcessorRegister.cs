using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Publishing;

/// <summary>
/// The register of the operator of this system, as processor of each party (art. 30.2 GDPR, G14, W21): one entry for each controller in
/// each protocol. What a protocol file does not know of the processor itself is marked as to be filled in.
/// </summary>
public sealed record ProcessorRegister
{
    private static readonly IReadOnlyList<RegisterColumn<ProcessorEntry>> Columns =
    [
        new("protocol", entry => [entry.Protocol.Value]),
        new("versie", entry => [$"{entry.Version}"]),
        new("status", entry => [entry.Status]),
        new("art. 30.2.a verwerker", entry => entry.Processor),
        new("art. 30.2.a verwerkingsverantwoordelijke", entry => entry.Controller),
        new("art. 30.2.a functionaris van de verwerkingsverantwoordelijke", entry => entry.Officer),
        new("art. 30.2.b categorieën van verwerking", entry => entry.Processing),
        new("art. 30.2.c doorgifte aan derde landen", entry => [entry.Transfers]),
        new("art. 30.2.d maatregelen", entry => entry.Measures),
        new("verwerkersovereenkomst (art. 28)", entry => [entry.Agreement]),
        new("subverwerkers (art. 28)", entry => entry.SubProcessors),
    ];

    [JsonPropertyName("standOp")]
    public required DateOnly On { get; init; }

    [JsonPropertyName("verwerkingen")]
    public required IReadOnlyList<ProcessorEntry> Entries { get; init; }

    /// <param name="only">One controller's own part of it, or null for the whole.</param>
    public static ProcessorRegister Of(IEnumerable<(Protocol Protocol, PublicStanding Standing)> protocols, DateOnly on, PartyId? only = null) => new()
    {
        On = on,
        Entries =
        [
            .. from one in protocols
               from processor in one.Protocol.Processors
               where processor.Operator
               from party in processor.Parties
               where only is null || party == only
               select ProcessorEntry.Of(one.Protocol, one.Standing, processor, party),
        ],
    };

    /// <summary>For a spreadsheet.</summary>
    public string Csv() => RegisterCsv.Write(Columns, Entries);
}

/// <summary>What the operator does for one controller under one protocol, by the letters of article 30.2 GDPR.</summary>
public sealed record ProcessorEntry
{
    [JsonPropertyName("protocol")]
    public required ProtocolId Protocol { get; init; }

    [JsonPropertyName("versie")]
    public required int Version { get; init; }

    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("verwerker")]
    public required IReadOnlyList<string> Processor { get; init; }

    [JsonPropertyName("verwerkingsverantwoordelijke")]
    public required IReadOnlyList<string> Controller { get; init; }

    [JsonPropertyName("functionarisGegevensbescherming")]
    public required IReadOnlyList<string> Officer { get; init; }

    [JsonPropertyName("categorieenVerwerking")]
    public required IReadOnlyList<string> Processing { get; init; }

    [JsonPropertyName("doorgifteDerdeLanden")]
    public required string Transfers { get; init; }

    [JsonPropertyName("maatregelen")]
    public required IReadOnlyList<string> Measures { get; init; }

    [JsonPropertyName("verwerkersovereenkomst")]
    public required string Agreement { get; init; }

    [JsonPropertyName("subverwerkers")]
    public required IReadOnlyList<string> SubProcessors { get; init; }

    internal static ProcessorEntry Of(Protocol protocol, PublicStanding standing, Processor processor, PartyId id)
    {
        var party = protocol.Party(id);
        List<Flow> flows = [.. protocol.Flows.Where(flow => flow.From.Contains(id) || flow.To.Contains(id))];
        return new()
        {
            Protocol = protocol.Id,
            Version = protocol.Version,
            Status = standing.Say(),
            Processor = [processor.Name, "Contact en functionaris van de verwerker: aan te vullen door de verwerker."],
            Controller = RegisterWords.Controller(party),
            Officer = [party.DataProtectionOfficer.Name, party.DataProtectionOfficer.Mail],
            Processing = [processor.Service, .. flows.Select(flow => $"{protocol.Names(flow.From)} aan {protocol.Names(flow.To)}: {flow.Periodicity.Value.Say()}.")],
            Transfers = RegisterWords.Transfers([processor]),
            Measures = RegisterWords.Measures(protocol, id, flows),
            Agreement = processor.Agreement,
            SubProcessors = processor.SubProcessors.Count > 0 ? processor.SubProcessors : ["Geen vermeld."],
        };
    }
}
