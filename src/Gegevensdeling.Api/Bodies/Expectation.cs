using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Gegevensdeling.Api.Bodies;

/// <summary>Says in Dutch what a member should have been.</summary>
internal static class Expectation
{
    public static string Of(JsonTypeInfo info) => info.Kind switch
    {
        JsonTypeInfoKind.Object => "moet een object zijn",
        JsonTypeInfoKind.Enumerable => "moet een lijst zijn",
        _ => OfLeaf(info.Type),
    };

    private static string OfLeaf(Type type) => type switch
    {
        _ when type == typeof(bool) => "moet true of false zijn",
        _ when type == typeof(DateOnly) => "moet een datum zijn, geschreven als jjjj-mm-dd",
        _ when type == typeof(TimeOnly) => "moet een uur zijn, geschreven als uu:mm:ss",
        _ when type == typeof(DateTimeOffset) => "moet een tijdstip zijn volgens ISO 8601, met tijdzone",
        _ when type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) => "moet een geheel getal zijn",
        _ when type == typeof(decimal) || type == typeof(double) => "moet een getal zijn",
        _ when type.IsEnum => $"moet een van deze woorden zijn: {string.Join(", ", Words(type))}",
        _ => "moet tekst zijn",
    };

    private static IEnumerable<string> Words(Type type) =>
        Enum.GetValuesAsUnderlyingType(type).Cast<object>()
            .Select(value => JsonSerializer.Serialize(Enum.ToObject(type, value), type, ApiJson.Options).Trim('"'));
}
