using System.ComponentModel;
using System.Text.Json.Serialization;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Problems;

/// <summary>Problem details (RFC 9457), the one form of every answer that is not a success.</summary>
/// <param name="Type">Stable for programs: <c>urn:gegevensdeling:weigering:{code}</c>.</param>
/// <param name="Correlation">Finds the entry in the log; says nothing else.</param>
public sealed record Problem(
    [property: JsonPropertyName("type"), Description("Vast woord voor programma's: urn:gegevensdeling:weigering:{code}")] string Type,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("detail")] string Detail,
    [property: JsonPropertyName("artikel"), Description("Het artikel dat weigert")] string? Article,
    [property: JsonPropertyName("correlatie"), Description("Noem dit nummer wanneer u hulp vraagt")] string Correlation,
    [property: JsonPropertyName("velden")] IReadOnlyList<FieldProblem>? Fields)
{
    public const string MediaType = "application/problem+json";

    public const string TypePrefix = "urn:gegevensdeling:weigering:";

    public static Problem Of(Refusal refusal, IReadOnlyList<FieldProblem> fields, string correlation)
    {
        var status = RefusalStatus.Of(refusal.Code);
        return new Problem(
            TypePrefix + refusal.Code,
            RefusalStatus.Title(status),
            status,
            refusal.Text,
            refusal.Article is "" ? null : refusal.Article,
            correlation,
            fields is [] ? null : fields);
    }
}
