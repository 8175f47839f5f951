using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>What is known of a request so far; an audit entry is made from it at whatever point it ends.</summary>
internal sealed class Visit(Route route, IReadOnlyDictionary<string, string> values, DateTimeOffset at, string correlation)
{
    public Route Route { get; } = route;

    public IReadOnlyDictionary<string, string> Values { get; } = values;

    public DateTimeOffset At { get; } = at;

    public string Correlation { get; } = correlation;

    public Caller? Caller { get; set; }

    public ProtocolAction? Action { get; set; }

    public string? Purpose { get; set; }
}
