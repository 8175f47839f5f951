using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Local.Engine;

/// <summary>What every part of the engine is made from.</summary>
internal sealed record EngineParts(
    OrchestrationCatalog Catalog,
    ActivityBindings Bindings,
    TimeProvider Time,
    EngineOptions Options,
    Journal Journal,
    InstanceReader Reader,
    ILogger<EmbeddedEngine> Log);
