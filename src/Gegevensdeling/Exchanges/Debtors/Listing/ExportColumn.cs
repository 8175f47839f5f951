using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>What a value of the export may be; the JSON Schema and the description of the CSV files are made from the same words.</summary>
internal abstract record ExportKind
{
    private ExportKind()
    {
    }

    /// <summary>As JSON Schema (draft 2020-12) says it.</summary>
    public JsonObject Schema => this switch
    {
        Number => new() { ["type"] = "string", ["pattern"] = NumberForm },
        Text => new() { ["type"] = "string" },
        Word(var values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) },
        Flag => new() { ["type"] = "boolean" },
        Day => new() { ["type"] = "string", ["format"] = "date" },
        Euro => new() { ["type"] = "string", ["pattern"] = EuroForm },
        Count => new() { ["type"] = "integer", ["minimum"] = 0 },
        _ => throw new InvalidOperationException("a value of another kind"),
    };

    /// <summary>As CSV on the Web says it (W3C Recommendation 17 December 2015, Metadata Vocabulary for Tabular Data, 5.11).</summary>
    public JsonNode Datatype => this switch
    {
        Number => new JsonObject { ["base"] = "string", ["format"] = NumberForm },
        Text => "string",
        Word(var values) => new JsonObject { ["base"] = "string", ["format"] = $"^({string.Join('|', values.Select(Escaped))})$" },
        Flag => "boolean",
        Day => "date",
        Euro => "decimal",
        Count => "nonNegativeInteger",
        _ => throw new InvalidOperationException("a value of another kind"),
    };

    // a blank means itself in every dialect, an escaped one does not
    private static string Escaped(string value) => Regex.Escape(value).Replace("\\ ", " ", StringComparison.Ordinal);

    private const string NumberForm = "^[0-9]{11}$";
    private const string EuroForm = "^[0-9]+\\.[0-9]{2}$";

    /// <summary>Eleven digits.</summary>
    public sealed record Number : ExportKind;

    public sealed record Text : ExportKind;

    /// <summary>One of a closed list.</summary>
    public sealed record Word(IReadOnlyList<string> Values) : ExportKind;

    public sealed record Flag : ExportKind;

    /// <summary>ISO 8601, yyyy-MM-dd.</summary>
    public sealed record Day : ExportKind;

    /// <summary>Two decimals after a point; in JSON a text, so that no reader rounds it.</summary>
    public sealed record Euro : ExportKind;

    public sealed record Count : ExportKind;
}

/// <summary>A value of the export.</summary>
internal sealed record ExportColumn(string Field, ExportKind Kind, string Meaning, bool IsRequired = true);

/// <summary>A table of the export.</summary>
/// <param name="File">The name of the CSV file.</param>
/// <param name="Key">The columns that together stand once.</param>
/// <param name="RefersTo">Another table that has the first column of the key, or null.</param>
internal sealed record ExportTable(string File, string Meaning, IReadOnlyList<ExportColumn> Columns, IReadOnlyList<string> Key, string? RefersTo = null);
