using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gegevensdeling.Local.Engine;

/// <summary>
/// One entry of a history: an event, and the decisions that the code took on it. Both are one row, so a step costs one insert and
/// an event can never be on disk without its decisions.
/// </summary>
internal sealed record Turn(DateTimeOffset At, HistoryEvent Event, IReadOnlyList<Decision> Decisions)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Write() => JsonSerializer.Serialize(this, Options);

    public static Turn Read(string json) =>
        JsonSerializer.Deserialize<Turn>(json, Options) ?? throw new JsonException("A turn is not null");

    /// <summary>Compares what the code decides now with what it decided then.</summary>
    /// <returns>The step at which they differ, in words; null when they are the same.</returns>
    public string? DifferenceWith(IReadOnlyList<Decision> now)
    {
        for (var i = 0; i < Math.Max(Decisions.Count, now.Count); i++)
        {
            var (then, today) = (Decisions.ElementAtOrDefault(i), now.ElementAtOrDefault(i));
            if (then == today) continue;
            if (then is null) return $"{today!.Describe()}: not in the history";
            if (today is null) return $"{then.Describe()}: the code does not come to it any more";
            return then.Describe() == today.Describe()
                ? $"{then.Describe()}: asked with another input"
                : $"{then.Describe()}: the code now comes to {today.Describe()}";
        }

        return null;
    }
}
