namespace Gegevensdeling.Orchestrations;

/// <summary>
/// A fact on its way to an orchestration. The register already holds it; the message only wakes the orchestration. Closed unions
/// derive from this with <c>[JsonPolymorphic]</c>. No member ever identifies a person concerned.
/// </summary>
/// <param name="Id">Unique in the instance; a second message with the same id is ignored.</param>
public abstract record OrchestrationMessage(string Id);
