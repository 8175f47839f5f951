using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Exchanges.Kinds;

/// <summary>Wakes one orchestration. Sent again, it changes nothing.</summary>
public delegate Task Wake(IOrchestrationClient client, CancellationToken cancellation);
