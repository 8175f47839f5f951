using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Retention;

/// <summary>Erasure of what a party may also have fetched over SFTP (P9): every place. The same steps as <see cref="Erasure"/>, one version later (law 9).</summary>
public static class ErasureAlsoDropped
{
    public static Orchestration<ErasureInput, Done> Orchestration { get; } = new("Wissing", 2, RunAsync);

    private static Task<Done> RunAsync(OrchestrationContext context, ErasureInput input) => Erasure.EraseAsync(context, input, CopyPlaces.InOrderOfErasure);
}
