using Gegevensdeling.EngineContract;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gegevensdeling.Engine.Tests.Embedded;

/// <summary>Stopping, starting and mending, as the operator of one machine meets them.</summary>
public sealed class OperationTests : IDisposable
{
    private static readonly Activity<string, string> Slow = new("Slow", RetryPolicy.Once);

    private static readonly Orchestration<string, string> Letter = new("Letter", 1, async (context, text) =>
    {
        await context.CallActivityAsync(Slow, text);
        await context.NextMessageAsync<Mail>(null);
        return "klaar";
    });

    private readonly TemporaryFolder folder = new();
    private Func<CancellationToken, Task> onSlow = _ => Task.CompletedTask;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_activity_under_way_at_a_stop_is_asked_to_stop_and_runs_again_at_the_next_start()
    {
        var runs = 0;
        var begun = new TaskCompletionSource();
        onSlow = async stop =>
        {
            if (Interlocked.Increment(ref runs) > 1) return;
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
        };
        await using var engine = Open([Letter]);
        await engine.StartProcessingAsync();
        await engine.StartAsync(Letter, "a", "x", Cancellation);
        await begun.Task;
        await engine.StopAsync(Cancellation);
        await engine.StartProcessingAsync();
        await engine.SendAsync("a", Mail.Say("x"), Cancellation);
        await engine.WaitUntilIdleAsync(Cancellation);
        Assert.Equal(2, runs);
        Assert.Equal(InstanceStatus.Completed, engine.FindInstance("a")?.Status);
    }

    [Fact]
    public async Task A_stopped_instance_goes_on_where_it_was_once_its_code_is_mended()
    {
        await using (var engine = Open([Letter]))
        {
            await engine.StartProcessingAsync();
            await engine.StartAsync(Letter, "a", "x", Cancellation);
            await engine.WaitUntilIdleAsync(Cancellation);
        }

        await using (var engine = Open([]))
        {
            await engine.StartProcessingAsync();
            await engine.SendAsync("a", Mail.Say("x"), Cancellation);
            await engine.WaitUntilIdleAsync(Cancellation);
            Assert.Equal(InstanceStatus.Stopped, engine.FindInstance("a")?.Status);
        }

        await using var mended = Open([Letter]);
        await mended.StartProcessingAsync();
        Assert.True(await mended.ResumeAsync("a", Cancellation));
        Assert.False(await mended.ResumeAsync("a", Cancellation));
        await mended.WaitUntilIdleAsync(Cancellation);
        Assert.Equal(new InstanceInfo("a", "Letter", 1, InstanceStatus.Completed, null, null, null), Assert.Single(mended.ListInstances()));
    }

    [Fact]
    public async Task The_workers_do_not_start_while_an_activity_has_no_code()
    {
        await using var engine = new EmbeddedEngine(
            folder.File("engine.db"), new([Letter], [Slow]), new(), TimeProvider.System, new(), NullLogger<EmbeddedEngine>.Instance);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(engine.StartProcessingAsync);
        Assert.Contains("Slow", refused.Message, StringComparison.Ordinal);
    }

    private EmbeddedEngine Open(IOrchestrationToken[] orchestrations) => new(
        folder.File("engine.db"), new(orchestrations, [Slow]), new ActivityBindings().Bind(Slow, async (text, stop) =>
        {
            await onSlow(stop);
            return text;
        }),
        TimeProvider.System, new(), NullLogger<EmbeddedEngine>.Instance);
}
