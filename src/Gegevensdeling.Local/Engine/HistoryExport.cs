using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gegevensdeling.Local.Engine;

/// <summary>A history as a file in the repository: what a released version decided, and must decide for ever (law 9).</summary>
internal sealed record HistoryExport(string Instance, string Orchestration, int Version, int Execution, IReadOnlyList<Turn> Turns)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people, never put in a page
    };

    public static string Write(StoredInstance stored, IReadOnlyList<Turn> turns) =>
        JsonSerializer.Serialize(new HistoryExport(stored.Id, stored.Name, stored.Version, stored.Execution, turns), Options) + "\n";

    public static HistoryExport Read(string json) =>
        JsonSerializer.Deserialize<HistoryExport>(json, Options) ?? throw new JsonException("A history is not null");
}
