using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>
/// The JSON schema of a protocol file, made from the records: the committed <c>protocols/protocol.schema.json</c> is this text, and
/// <see cref="ProtocolFile"/> checks files against the same schema, so the two cannot differ.
/// </summary>
public static class ProtocolSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Dutch letters stay letters; the file is no HTML
    };

    internal static JsonObject Root { get; } = Make();

    /// <summary>The schema as committed, with a final newline.</summary>
    public static string Text => Root.ToJsonString(Indented) + "\n";

    private static JsonObject Make()
    {
        var schema = ProtocolJson.Options.GetJsonSchemaAsNode(typeof(Protocol), new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Describe,
        }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Protocol (decreet van 18 juli 2008, artikel 8 §1)");
        return schema;
    }

    private static JsonObject Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        var schema = node as JsonObject ?? []; // 'true' where a converter is ours: the ids
        if (IsId(context.TypeInfo.Type))
            Id(schema);
        else if (IsId(context.TypeInfo.ElementType))
            schema["items"] = Id([]); // the exporter leaves out items of which it knows nothing

        var provider = context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type;
        foreach (var attribute in provider.GetCustomAttributes(inherit: true))
            Apply(attribute, schema);
        return schema;
    }

    private static bool IsId(Type? type) =>
        type == typeof(PartyId) || type == typeof(ProtocolId) || type == typeof(PartyId?);

    private static JsonObject Id(JsonObject schema)
    {
        schema["type"] = "string";
        schema["pattern"] = Patterns.Word;
        return schema;
    }

    private static void Apply(object attribute, JsonObject schema)
    {
        var items = schema["items"] as JsonObject;
        switch (attribute)
        {
            case DescriptionAttribute description when schema["description"] is null:
                schema.Insert(0, "description", description.Description);
                break;
            case RegularExpressionAttribute pattern:
                (items ?? schema)["pattern"] = pattern.Pattern;
                break;
            case EmailAddressAttribute:
                schema["format"] = "email";
                break;
            case MinLengthAttribute least:
                schema[items is null ? "minLength" : "minItems"] = least.Length;
                break;
            case RangeAttribute range:
                (items ?? schema)["minimum"] = (int)range.Minimum;
                (items ?? schema)["maximum"] = (int)range.Maximum;
                break;
            default:
                break; // other attributes say nothing about the form
        }
    }
}
