using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Gegevensdeling.Api.Bodies;

/// <summary>A contract must name every member that it takes: only then can an unknown one be refused by name, and none slip through.</summary>
public static class ContractCheck
{
    /// <exception cref="ArgumentException">The contract has an open member; the text names it.</exception>
    public static void Inspect(Type contract) => Inspect(contract, []);

    private static void Inspect(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            return;
        if (type == typeof(object) || type == typeof(JsonElement) || type == typeof(JsonDocument) || typeof(JsonNode).IsAssignableFrom(type))
            throw new ArgumentException($"{type.Name}: a contract has no open member");

        var info = ApiJson.Options.GetTypeInfo(type);
        if (info.Kind == JsonTypeInfoKind.Dictionary || info.PolymorphismOptions is not null || info.Properties.Any(property => property.IsExtensionData))
            throw new ArgumentException($"{type.Name}: a contract has no open member");
        if (info.ElementType is { } element)
            Inspect(element, seen);
        foreach (var property in info.Properties)
            Inspect(property.PropertyType, seen);
    }
}
