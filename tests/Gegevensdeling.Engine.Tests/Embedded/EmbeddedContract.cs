using Gegevensdeling.EngineContract;
using Gegevensdeling.Local.Engine;

namespace Gegevensdeling.Engine.Tests.Embedded;

// The contract suite on the embedded engine; once more with room for one instance in memory, so that nearly every step replays.
public sealed class EmbeddedReplay() : ReplayContract(new EmbeddedFactory());

public sealed class EmbeddedDivergence() : DivergenceContract(new EmbeddedFactory());

public sealed class EmbeddedDossiers() : DossiersContract(new EmbeddedFactory());

public sealed class EmbeddedActivities() : ActivitiesContract(new EmbeddedFactory());

public sealed class EmbeddedMessages() : MessagesContract(new EmbeddedFactory());

public sealed class EmbeddedParking() : ParkingContract(new EmbeddedFactory());

public sealed class EmbeddedSubOrchestrations() : SubOrchestrationsContract(new EmbeddedFactory());

public sealed class EmbeddedVersions() : VersionsContract(new EmbeddedFactory());

public sealed class EmbeddedConcurrency() : ConcurrencyContract(new EmbeddedFactory());

public sealed class EmbeddedReplayUncached() : ReplayContract(new EmbeddedFactory(new EngineOptions { CachedInstances = 1 }));

public sealed class EmbeddedDivergenceUncached() : DivergenceContract(new EmbeddedFactory(new EngineOptions { CachedInstances = 1 }));

public sealed class EmbeddedMessagesUncached() : MessagesContract(new EmbeddedFactory(new EngineOptions { CachedInstances = 1 }));

public sealed class EmbeddedSubOrchestrationsUncached() : SubOrchestrationsContract(new EmbeddedFactory(new EngineOptions { CachedInstances = 1 }));

public sealed class EmbeddedConcurrencyUncached() : ConcurrencyContract(new EmbeddedFactory(new EngineOptions { CachedInstances = 1 }));
