using System.Collections.Concurrent;
using System.Diagnostics;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gegevensdeling.Engine.Benchmark;

/// <summary>64 callers at once; each starts an orchestration of 5 activities and 2 messages, sends both, and awaits its end.</summary>
internal static class Throughput
{
    private const int Callers = 64;

    private static readonly Activity<Step, Done> Act = new("Act", RetryPolicy.Patient);

    private static readonly Orchestration<int, Done> Exchange = new("Exchange", 1, async (context, number) =>
    {
        for (var i = 0; i < 5; i++)
        {
            await context.CallActivityAsync(Act, new Step(context.NewGuid(), number));
            if (i is 1 or 3) await context.NextMessageAsync<Fact>(context.CurrentUtcDateTime.AddDays(1));
        }

        return Done.Value;
    });

    public static async Task RunAsync(string folder, TimeSpan flushDelay)
    {
        var ends = new ConcurrentDictionary<string, TaskCompletionSource>();
        var options = new EngineOptions { FlushDelay = flushDelay, Ended = id => ends[id].SetResult() };
        var activities = 0;
        var bindings = new ActivityBindings().Bind(Act, (_, _) =>
        {
            Interlocked.Increment(ref activities);
            return Task.FromResult(Done.Value);
        });
        await using var engine = new EmbeddedEngine(
            Path.Combine(folder, "engine.db"), new([Exchange], [Act]), bindings, TimeProvider.System, options, NullLogger<EmbeddedEngine>.Instance);
        await engine.StartProcessingAsync();
        await RoundAsync(engine, ends, "warm", flushDelay == TimeSpan.Zero ? 4_000 : 500);
        var total = flushDelay == TimeSpan.Zero ? 20_000 : 5_000;
        var (commits, clock) = (engine.Commits, Stopwatch.StartNew());
        await RoundAsync(engine, ends, "a", total);
        clock.Stop();
        var done = engine.ListInstances().Count(instance => instance.Status is InstanceStatus.Completed && instance.InstanceId.StartsWith("a-", StringComparison.Ordinal));
        if (done != total || Volatile.Read(ref activities) < total * 5) throw new InvalidOperationException($"{done} of {total} completed");
        var perSecond = total / clock.Elapsed.TotalSeconds;
        Console.WriteLine($"flush +{flushDelay.TotalMilliseconds} ms: {perSecond:F0} orchestrations/s; {(engine.Commits - commits) / (double)total:F2} flushes an orchestration ({engine.Commits - commits} for {total})");
    }

    private static Task RoundAsync(EmbeddedEngine engine, ConcurrentDictionary<string, TaskCompletionSource> ends, string name, int total)
    {
        var next = 0;
        return Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i <= total; i = Interlocked.Increment(ref next))
            {
                var id = $"{name}-{i}";
                var end = ends[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
                await engine.StartAsync(Exchange, id, i, CancellationToken.None);
                await engine.SendAsync(id, new Fact("1"), CancellationToken.None);
                await engine.SendAsync(id, new Fact("2"), CancellationToken.None);
                await end.Task;
            }
        })));
    }

    private sealed record Step(Guid Id, int Number);
}

internal sealed record Fact(string Id) : OrchestrationMessage(Id);
