using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Gegevensdeling.Api.Bodies;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Api.OpenApi;

/// <summary>The schemas of the contracts, from the very records that are read and written.</summary>
internal sealed class ContractSchemas
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

    private readonly SortedDictionary<string, (Type Type, JsonNode Schema)> schemas = new(StringComparer.Ordinal);

    /// <summary>What is sent here: strict, every member of the contract's own.</summary>
    public JsonNode BodyReference(Type contract) => Reference(contract, ApiJson.Options.GetJsonSchemaAsNode(contract, Exporter));

    /// <summary>What is answered: members without a value are left out, so none of them is required; later versions may add members.</summary>
    public JsonNode AnswerReference(Type contract)
    {
        var schema = ApiJson.Options.GetJsonSchemaAsNode(contract, Exporter);
        Loosen(schema);
        return Reference(contract, schema);
    }

    public JsonObject All() => new(schemas.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.Schema)));

    private JsonObject Reference(Type contract, JsonNode schema)
    {
        var name = contract.Name;
        var place = $"#/components/schemas/{name}";
        Rebase(schema, place);
        if (!schemas.TryAdd(name, (contract, schema)) && (schemas[name].Type != contract || !JsonNode.DeepEquals(schemas[name].Schema, schema)))
            throw new ArgumentException($"two contracts are called {name}, or one is both sent and answered and differs");

        return new JsonObject { ["$ref"] = place };
    }

    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (Array.Exists(type.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>)))
            schema = new JsonObject { ["type"] = "string" };
        if (type == typeof(DateTimeOffset)) // our own converter hides the form from the exporter
            schema = new JsonObject([new("type", context.TypeInfo.Type == type ? "string" : new JsonArray("string", "null")), new("format", "date-time"), .. Default(schema)]);
        if (schema is JsonObject known && known.ContainsKey("enum") && !known.ContainsKey("type"))
            known.Insert(0, "type", "string");
        if (schema is JsonObject described && Text(context.PropertyInfo?.AttributeProvider) is { } text)
            described["description"] = text;
        return schema;
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Default(JsonNode schema) =>
        schema is JsonObject known && known.TryGetPropertyValue("default", out var value) ? [new("default", value?.DeepClone())] : [];

    private static string? Text(ICustomAttributeProvider? provider) =>
        provider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true).OfType<DescriptionAttribute>().FirstOrDefault()?.Description;

    /// <summary>The exporter points into its own document; here it stands inside a larger one.</summary>
    private static void Rebase(JsonNode? node, string place)
    {
        if (node is JsonObject value)
        {
            if (value["$ref"]?.GetValue<string>() is { } pointer && pointer.StartsWith('#'))
                value["$ref"] = place + pointer[1..];
            foreach (var (_, member) in value)
                Rebase(member, place);
        }
        else if (node is JsonArray list)
        {
            foreach (var element in list)
                Rebase(element, place);
        }
    }

    private static void Loosen(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var element in list)
                Loosen(element);
        }
        else if (node is JsonObject value)
        {
            if (value["required"] is JsonArray required && value["properties"] is JsonObject members)
            {
                var kept = required.Select(name => name!.GetValue<string>()).Where(name => !TakesNull(members[name])).ToList();
                value["required"] = new JsonArray([.. kept.Select(name => (JsonNode)name)]);
            }

            value.Remove("additionalProperties");
            foreach (var (_, member) in value)
                Loosen(member);
        }
    }

    private static bool TakesNull(JsonNode? schema) =>
        schema is JsonObject && schema["type"] is JsonArray types && types.Any(type => type?.GetValue<string>() == "null");
}
