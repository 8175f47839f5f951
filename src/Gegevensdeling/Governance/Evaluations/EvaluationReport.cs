using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>What one side reads before an evaluation: its own figures, and what both know. Without personal data, small numbers hidden (R16).</summary>
/// <param name="For">Whose report it is.</param>
/// <param name="Figures">One a calendar year; with the wishes for other fields where the side may see them (R19).</param>
/// <param name="Findings">What the linter still finds in the text, open or accepted.</param>
/// <param name="Dossiers">How many dossiers of each kind began in those years.</param>
/// <param name="Late">In how many of them a term was missed.</param>
public sealed record EvaluationReport(
    [property: JsonPropertyName("dossier")] ExchangeId Dossier,
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("partij")] string For,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("aanDeBeurtOp")] DateOnly Due,
    [property: JsonPropertyName("voorgesteldOp")] DateOnly Proposed,
    [property: JsonPropertyName("jaren")] IReadOnlyList<int> Years,
    [property: JsonPropertyName("cijfers")] IReadOnlyList<YearFigures> Figures,
    [property: JsonPropertyName("bevindingen")] IReadOnlyList<ReportedFinding> Findings,
    [property: JsonPropertyName("dossiers")] IReadOnlyList<Figure> Dossiers,
    [property: JsonPropertyName("termijnenGemist")] IReadOnlyList<Figure> Late,
    [property: JsonPropertyName("gehoudenOp")] DateOnly? HeldOn,
    [property: JsonPropertyName("besluiten")] IReadOnlyList<EvaluationOutcome>? Outcomes,
    [property: JsonPropertyName("verslag")] string? Minutes);

/// <summary>A finding of the linter about the text.</summary>
/// <param name="AcceptedWhy">Why it was accepted; null while it is open.</param>
public sealed record ReportedFinding(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("artikel")] string Article,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("aanvaardOmdat")] string? AcceptedWhy);
