using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Gegevensdeling.Api.Bodies;

/// <summary>The one form of JSON over HTTP. Member names are Dutch by attribute; dates are ISO 8601; numbers are numbers.</summary>
public static class ApiJson
{
    /// <summary>Strict: unknown and double members, missing and null values are errors (<see cref="BodyReader"/> names them in Dutch).</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    /// <summary>The Dutch word of a code.</summary>
    public static string Word<TEnum>(TEnum code)
        where TEnum : struct, Enum => Write(code).Trim('"');

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Strict)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            NumberHandling = JsonNumberHandling.Strict,
            MaxDepth = 16,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters = { new InstantConverter(), new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        };
        options.MakeReadOnly();
        return options;
    }
}
