using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>What is known of a request so far; an audit entry is made from it at whatever point it ends.</summary>
internal sealed class Visit(Route route, IReadOnlyDictionary<string, string> values, DateTimeOffset at, string correlation)
{
    public Route Route { get; } = route;

    public IReadOnlyDictionary<string, string> Values { get; } = values;

    /// <summary>The references of the path, and the protocol where the query names it.</summary>
    public IReadOnlyDictionary<string, string> Named { get; private set; } = values;

    public DateTimeOffset At { get; } = at;

    public string Correlation { get; } = correlation;

    public Caller? Caller { get; set; }

    public ProtocolAction? Action { get; set; }

    public string? Purpose { get; set; }

    /// <summary>Takes note of the protocol that the query names: what is refused belongs to its chain.</summary>
    public void Name(IReadOnlyDictionary<string, string> query)
    {
        if (query.TryGetValue("protocol", out var protocol) && !Values.ContainsKey("protocol"))
            Named = new Dictionary<string, string>(Values, StringComparer.Ordinal) { ["protocol"] = protocol };
    }
}
