using Gegevensdeling.EngineContract;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Functions.Tests.Real;

// The contract suite through the Durable adapter on Durable Task's own worker, client and in-process service.
public sealed class RealReplay() : ReplayContract(new RealFactory());

public sealed class RealDossiers() : DossiersContract(new RealFactory());

public sealed class RealActivities() : ActivitiesContract(new RealFactory());

public sealed class RealMessages() : MessagesContract(new RealFactory());

public sealed class RealParking() : ParkingContract(new RealFactory());

public sealed class RealSubOrchestrations() : SubOrchestrationsContract(new RealFactory());

public sealed class RealVersions() : VersionsContract(new RealFactory());

public sealed class RealConcurrency() : ConcurrencyContract(new RealFactory());

internal sealed class RealFactory : IEngineFactory
{
    public async Task<IEngineUnderTest> StartAsync(OrchestrationCatalog catalog, ActivityBindings bindings) => await RealUnderTest.StartAsync(catalog, bindings);
}
