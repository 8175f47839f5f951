using System.Text.Json.Serialization;

namespace Gegevensdeling.Api.Problems;

/// <summary>What is wrong with one member of the body: its name and the reason, never its value.</summary>
/// <param name="Field">The path in the body, for example <c>gezin.adres</c>.</param>
/// <param name="Reason">Dutch.</param>
public sealed record FieldProblem(
    [property: JsonPropertyName("veld")] string Field,
    [property: JsonPropertyName("reden")] string Reason);
