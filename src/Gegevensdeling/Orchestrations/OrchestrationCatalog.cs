namespace Gegevensdeling.Orchestrations;

/// <summary>Every orchestration and every activity of the law. Both hosts are tested against it.</summary>
public sealed class OrchestrationCatalog(IEnumerable<IOrchestrationToken> orchestrations, IEnumerable<IActivityToken> activities)
{
    private readonly Dictionary<(string Name, int Version), IOrchestrationToken> orchestrations =
        orchestrations.ToDictionary(token => (token.Name, token.Version));

    private readonly Dictionary<string, IActivityToken> activities = activities.ToDictionary(token => token.Name, StringComparer.Ordinal);

    public IEnumerable<IOrchestrationToken> Orchestrations => orchestrations.Values;

    public IEnumerable<IActivityToken> Activities => activities.Values;

    /// <summary>The version that an instance started with; null when it is no longer shipped.</summary>
    public IOrchestrationToken? Find(string name, int version) => orchestrations.GetValueOrDefault((name, version));

    /// <exception cref="KeyNotFoundException">No activity has that name.</exception>
    public IActivityToken Activity(string name) => activities[name];
}
