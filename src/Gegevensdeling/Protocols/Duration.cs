using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>From when, for how long, and how it ends.</summary>
public sealed record Duration : Sourced
{
    [JsonPropertyName("aard")]
    public required DurationKind Kind { get; init; }

    [JsonPropertyName("inwerkingtreding")]
    public required EntryIntoForce Start { get; init; }

    [JsonPropertyName("opzegtermijn")]
    public required NoticePeriod NoticePeriod { get; init; }

    [JsonPropertyName("opzegging"), Description("De opzegging, zodra er een is; het einde wordt berekend.")]
    public Notice? Notice { get; init; }

    [JsonPropertyName("beeindigingBijInbreuk"), Description("Wie eenzijdig mag beëindigen als de ander in strijd met het protocol verwerkt.")]
    public required BreachEnd BreachEnd { get; init; }

    [JsonPropertyName("beeindiging"), Description("Een einde van rechtswege of wegens inbreuk, zodra het er is.")]
    public Termination? Termination { get; init; }
}

/// <summary>First day in force (G6).</summary>
public sealed record EntryIntoForce : Sourced
{
    [JsonPropertyName("datum")]
    public required DateOnly Date { get; init; }

    [JsonPropertyName("tekst"), MinLength(1)]
    public required string Text { get; init; }
}

/// <summary>The term of a written notice (G7).</summary>
public sealed record NoticePeriod : Sourced
{
    [JsonPropertyName("maanden"), Range(1, 120)]
    public required int Months { get; init; }
}

/// <summary>A notice that was given.</summary>
public sealed record Notice : Sourced
{
    [JsonPropertyName("datum")]
    public required DateOnly Date { get; init; }

    [JsonPropertyName("door")]
    public required PartyId By { get; init; }
}

/// <summary>Who may end the protocol by plain notification when the other processes in breach of it (G9).</summary>
public sealed record BreachEnd : Sourced
{
    [JsonPropertyName("door")]
    public required PartyId By { get; init; }
}

/// <summary>An end that is no notice (G8, G9): no exchange from this date on.</summary>
public sealed record Termination : Sourced
{
    [JsonPropertyName("datum")]
    public required DateOnly Date { get; init; }

    [JsonPropertyName("oorzaak")]
    public required EndCause Cause { get; init; }

    [JsonPropertyName("door"), Description("Verplicht bij een inbreuk.")]
    public PartyId? By { get; init; }
}
