using System.Text.Json.Serialization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Publishing;

/// <summary>What one party does under one protocol, by the letters of article 30.1 GDPR.</summary>
public sealed record ProcessingEntry
{
    [JsonPropertyName("protocol")]
    public required ProtocolId Protocol { get; init; }

    [JsonPropertyName("versie")]
    public required int Version { get; init; }

    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("verwerkingsverantwoordelijke")]
    public required IReadOnlyList<string> Controller { get; init; }

    [JsonPropertyName("gezamenlijkeVerwerkingsverantwoordelijken")]
    public required string JointControllers { get; init; }

    [JsonPropertyName("functionarisGegevensbescherming")]
    public required IReadOnlyList<string> Officer { get; init; }

    [JsonPropertyName("doeleinden")]
    public required IReadOnlyList<string> Purposes { get; init; }

    [JsonPropertyName("betrokkenen")]
    public required IReadOnlyList<string> Persons { get; init; }

    [JsonPropertyName("persoonsgegevens")]
    public required IReadOnlyList<string> Data { get; init; }

    [JsonPropertyName("ontvangers")]
    public required IReadOnlyList<string> Recipients { get; init; }

    [JsonPropertyName("doorgifteDerdeLanden")]
    public required string Transfers { get; init; }

    [JsonPropertyName("bewaartermijnen")]
    public required IReadOnlyList<string> Retention { get; init; }

    [JsonPropertyName("maatregelen")]
    public required IReadOnlyList<string> Measures { get; init; }

    [JsonPropertyName("rechtsgronden")]
    public required IReadOnlyList<string> Grounds { get; init; }

    [JsonPropertyName("verwerkers")]
    public required IReadOnlyList<string> Processors { get; init; }

    [JsonPropertyName("dpia")]
    public required string Assessment { get; init; }

    internal static ProcessingEntry Of(Protocol protocol, PublicStanding standing, PartyId id)
    {
        var party = protocol.Party(id);
        List<Flow> flows = [.. protocol.Flows.Where(flow => flow.From.Contains(id) || flow.To.Contains(id))];
        List<Processor> processors = [.. protocol.Processors.Where(one => one.Parties.Contains(id))];
        return new()
        {
            Protocol = protocol.Id,
            Version = protocol.Version,
            Status = standing.Say(),
            Controller = RegisterWords.Controller(party),
            JointControllers = "Geen: elke partij is zelf verwerkingsverantwoordelijke.",
            Officer = [party.DataProtectionOfficer.Name, party.DataProtectionOfficer.Mail],
            Purposes = [.. protocol.Purposes.Where(purpose => purpose.Parties.Contains(id)).Select(purpose => purpose.Text)],
            Persons = [.. flows.Select(flow => flow.About).Distinct()],
            Data = [.. protocol.Fields.Where(field => flows.Any(flow => flow.Fields.Contains(field.Code))).Select(field => field.Description)],
            Recipients =
            [
                .. flows.Where(flow => flow.From.Contains(id)).SelectMany(flow => flow.To).Where(to => to != id).Distinct().Select(to => protocol.Party(to).Name),
                .. protocol.Recipients.Select(one => one.Condition is { } condition ? $"{one.Description} Voorwaarde: {condition}" : one.Description),
            ],
            Transfers = RegisterWords.Transfers(processors),
            Retention = Kept(protocol, id),
            Measures = RegisterWords.Measures(protocol, id, flows),
            Grounds = [.. protocol.LegalGrounds.Where(ground => ground.Parties.Contains(id)).Select(ground => $"{ground.Text} {GroundsPart.Gdpr(ground)}")],
            Processors = [.. processors.Select(RegisterWords.Say)],
            Assessment = Assessed(protocol.ImpactAssessment),
        };
    }

    private static string[] Kept(Protocol protocol, PartyId id)
    {
        string[] own = [.. protocol.Retention.Rules.Where(rule => rule.Parties.Contains(id)).Select(rule => $"{rule.Say()}. {rule.Text}")];
        return own.Length > 0 ? own : ["Het protocol stelt voor deze partij geen bewaartermijn vast; haar eigen termijn is aan te vullen."];
    }

    private static string Assessed(ImpactAssessment assessment) =>
        $"{(assessment.Done ? "Gedaan" : "Niet gedaan")}{(assessment.Date is { } date ? $" op {DutchDate.Say(date)}" : string.Empty)}{(assessment.Reference is { } reference ? $", {reference}" : string.Empty)}. {assessment.Explanation}";
}
