using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Gegevensdeling.Protocols;

/// <summary>
/// How the printed text is built and what it says of itself: its recitals and articles, what it refers to, what it says in more than one
/// place. A reader writes down what stands there; whether it holds is computed (<see cref="ProtocolFindings"/>).
/// </summary>
public sealed record ProtocolText : Sourced
{
    [JsonPropertyName("overwegingen"), Description("De overwegingen, zoals de tekst ze noemt: A, B1, C."), RegularExpression("^[A-G][0-9]?$")]
    public required IReadOnlyList<string> Recitals { get; init; }

    [JsonPropertyName("artikelen"), Description("De artikelen, in volgorde."), MinLength(1)]
    public required IReadOnlyList<Article> Articles { get; init; }

    [JsonPropertyName("bijlagen"), Description("Wat bij de tekst gevoegd is, naar naam.")]
    public required IReadOnlyList<string> Annexes { get; init; }

    [JsonPropertyName("richtingen"), Description("Wie volgens titel en artikel 1 aan wie meedeelt."), MinLength(1)]
    public required IReadOnlyList<Direction> Directions { get; init; }

    [JsonPropertyName("verwijzingen"), Description("Waar de tekst naar een andere plaats in zichzelf of naar een bijlage verwijst.")]
    public required IReadOnlyList<CrossReference> References { get; init; }

    [JsonPropertyName("uitspraken"), Description("Wat de tekst op meer dan één plaats zegt.")]
    public required IReadOnlyList<Statement> Statements { get; init; }

    [JsonPropertyName("begrippen"), Description("Termen en begrippen waarvan iets afhangt, met hun lengte of bepaling.")]
    public required IReadOnlyList<Notion> Notions { get; init; }

    [JsonPropertyName("fragmenten"), Description("Letterlijke stukken tekst die nog naar het sjabloon ruiken.")]
    public required IReadOnlyList<Fragment> Fragments { get; init; }
}

/// <summary>One article; its number is its source.</summary>
public sealed record Article
{
    [JsonPropertyName("nummer"), Range(1, 99)]
    public required int Number { get; init; }

    [JsonPropertyName("opschrift"), MinLength(1)]
    public required string Heading { get; init; }

    [JsonPropertyName("punten"), Description("De genummerde punten waarnaar verwezen kan worden, zoals '1°'."), RegularExpression("^[0-9a-z]{1,4}°?$")]
    public required IReadOnlyList<string> Points { get; init; }

    /// <summary>As a source names it.</summary>
    [JsonIgnore]
    public string Place => Places.Of(Number);
}

/// <summary>A piece of the text, literally.</summary>
public sealed record Fragment : Sourced
{
    [JsonPropertyName("gedrukt"), Description("Zoals het er staat."), MinLength(1)]
    public required string Printed { get; init; }
}
