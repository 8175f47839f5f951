using Gegevensdeling.Local.Engine;
using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gegevensdeling.Engine.Tests.Embedded;

/// <summary>The instant between the commit of a sub-orchestration's end and the parent that hears of it.</summary>
public sealed class UnheardOutcomeTests : IDisposable
{
    private static readonly Orchestration<string, string> Child = new("Child", 1, async (context, input) =>
    {
        await context.CreateTimer(context.CurrentUtcDateTime);
        return input;
    });

    private static readonly Orchestration<string, string> Parent = new("Parent", 1, (context, input) => context.CallSubOrchestratorAsync(Child, "kind", input));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_outcome_that_the_parent_has_not_heard_is_kept_from_a_purge_and_heard_at_the_next_start()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var stopped = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        EmbeddedEngine? engine = null;
        engine = new(
            folder.File("engine.db"), new([Parent, Child], []), new(), TimeProvider.System,
            new EngineOptions { AfterCommit = _ => { if (engine!.FindInstance("p:kind")?.Status is InstanceStatus.Completed) stopped.TrySetResult(engine.StopAsync(cancellation)); } },
            NullLogger<EmbeddedEngine>.Instance);
        await using (engine)
        {
            await engine.StartProcessingAsync();
            await engine.StartAsync(Parent, "p", "x", cancellation);
            await await stopped.Task;
            Assert.Equal(InstanceStatus.Running, engine.FindInstance("p")?.Status);
            Assert.False(await engine.PurgeAsync("p:kind", cancellation));
            await engine.StartProcessingAsync();
            await engine.WaitUntilIdleAsync(cancellation);
            Assert.Equal(InstanceStatus.Completed, engine.FindInstance("p")?.Status);
            Assert.True(await engine.PurgeAsync("p:kind", cancellation));
        }
    }
}
