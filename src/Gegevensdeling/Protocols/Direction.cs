using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>Who gives to whom according to the title or article 1; what the flows do beside it has no ground in the text (X19).</summary>
public sealed record Direction : Sourced
{
    [JsonPropertyName("van"), MinLength(1)]
    public required IReadOnlyList<PartyId> From { get; init; }

    [JsonPropertyName("naar"), MinLength(1)]
    public required IReadOnlyList<PartyId> To { get; init; }

    [JsonPropertyName("gedrukt"), Description("Zoals het er staat."), MinLength(1)]
    public required string Printed { get; init; }

    /// <summary>True when every body that gives and every body that gets is named here.</summary>
    public bool Covers(Flow flow) => flow.From.All(From.Contains) && flow.To.All(To.Contains);
}
