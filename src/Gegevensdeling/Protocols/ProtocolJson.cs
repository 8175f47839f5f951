using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Gegevensdeling.Protocols;

/// <summary>How protocol files are read: Dutch member names, words for enumerations, nothing unknown, nothing twice.</summary>
internal static class ProtocolJson
{
    /// <summary>A protocol file is text of some tens of kilobytes; more is no protocol.</summary>
    public const int LargestFile = 1 << 20;

    public const int DeepestNesting = 32;

    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            MaxDepth = DeepestNesting,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        };
        options.MakeReadOnly();
        return options;
    }
}
