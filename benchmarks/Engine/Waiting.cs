using System.Diagnostics;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gegevensdeling.Engine.Benchmark;

/// <summary>10,000 orchestrations that wait for a message or a day: what they cost while nothing happens.</summary>
internal static class Waiting
{
    private const int Count = 10_000;

    private static readonly Activity<int, Done> Act = new("Act", RetryPolicy.Patient);

    private static readonly Orchestration<int, Done> Waiter = new("Waiter", 1, async (context, number) =>
    {
        await context.CallActivityAsync(Act, number);
        await context.NextMessageAsync<Fact>(context.CurrentUtcDateTime.AddDays(30));
        return Done.Value;
    });

    /// <summary>In the process that started them.</summary>
    public static async Task RunAsync(string folder)
    {
        var path = Path.Combine(folder, "engine.db");
        await using (var engine = Open(Path.Combine(folder, "idle.db")))
        {
            await engine.StartProcessingAsync();
        }

        var idle = Memory();
        await using (var engine = Open(path))
        {
            await engine.StartProcessingAsync();
            await Parallel.ForAsync(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, cancellation) =>
                await engine.StartAsync(Waiter, $"waiting-{i}", i, cancellation));
            await engine.WaitUntilIdleAsync(CancellationToken.None);
            Console.WriteLine($"{Count} waiting, just started here: {Memory() - idle:F1} MB beyond the idle process ({idle:F1} MB)");
        }

        using var rest = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["waiting", "rest", path]))!;
        await rest.WaitForExitAsync();
    }

    /// <summary>In a process that finds them in its file.</summary>
    public static async Task RestAsync(string path)
    {
        await using (var empty = Open($"{path}.idle"))
        {
            await empty.StartProcessingAsync();
        }

        var idle = Memory();
        var clock = Stopwatch.StartNew();
        await using var engine = Open(path);
        await engine.StartProcessingAsync();
        await engine.WaitUntilIdleAsync(CancellationToken.None);
        var ready = clock.Elapsed;
        var memory = Memory() - idle;
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        await Task.Delay(TimeSpan.FromSeconds(5));
        var used = Process.GetCurrentProcess().TotalProcessorTime - before;
        clock.Restart();
        await engine.SendAsync("waiting-7", new Fact("1"), CancellationToken.None);
        await engine.WaitUntilIdleAsync(CancellationToken.None);
        var first = clock.Elapsed;
        var ended = engine.FindInstance("waiting-7")!.Status;
        clock.Restart();
        if (!await engine.PurgeAsync("waiting-7", CancellationToken.None)) throw new InvalidOperationException("It was not purged");
        var purged = clock.Elapsed;
        Console.WriteLine($"{Count} waiting, found at a start: ready after {ready.TotalMilliseconds:F0} ms; {memory:F1} MB beyond the idle process; {used.TotalMilliseconds:F0} ms CPU in 5 s at rest; one of them woken and {ended} in {first.TotalMilliseconds:F1} ms, purged in {purged.TotalMilliseconds:F0} ms ({new FileInfo(path).Length / 1e6:F1} MB written anew)");
    }

    private static EmbeddedEngine Open(string path) => new(
        path, new([Waiter], [Act]), new ActivityBindings().Bind(Act, (_, _) => Task.FromResult(Done.Value)),
        TimeProvider.System, new EngineOptions(), NullLogger<EmbeddedEngine>.Instance);

    private static double Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1e6;
    }
}
