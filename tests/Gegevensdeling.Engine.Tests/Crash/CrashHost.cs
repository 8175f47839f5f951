using System.Diagnostics;
using System.Globalization;
using Gegevensdeling.EngineContract;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gegevensdeling.Engine.Tests.Crash;

/// <summary>The process to be killed: begins or goes on with the story, and ends itself by SIGKILL where it is told to.</summary>
internal static class CrashHost
{
    public const string Word = "crash-host";

    private static readonly Lock Gate = new();

    /// <summary>Arguments: folder; "commit", "effect" or "never"; after how many of these.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var (folder, kind, after) = (args[0], args[1], long.Parse(args[2], CultureInfo.InvariantCulture));
        var effects = 0L;
        var bindings = new ActivityBindings().Bind(CrashStory.Write, (effect, _) =>
        {
            if (effect.Text == "moeilijk" && FirstTime(Path.Combine(folder, "difficult.txt"))) throw new ActivityFailureException(new("Storing"));
            Append(Path.Combine(folder, "effects.txt"), $"{effect.Step}|{effect.Instance}|{effect.Text}\n");
            if (kind == "effect" && Interlocked.Increment(ref effects) == after) Die();
            return Task.FromResult(effect.Text);
        });
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var options = new EngineOptions { AfterCommit = n => { if (kind == "commit" && n == after) Die(); } };
        await using var engine = new EmbeddedEngine(
            Path.Combine(folder, "engine.db"), CrashStory.Catalog, bindings, time, options, NullLogger<EmbeddedEngine>.Instance);
        await engine.StartProcessingAsync();
        await engine.StartAsync(CrashStory.Story, "verhaal", 2, CancellationToken.None);
        foreach (var text in new[] { "een", "twee" }) await engine.SendAsync("verhaal", Mail.Say(text), CancellationToken.None);
        await engine.WaitUntilIdleAsync(CancellationToken.None);
        while (engine.NextDue is { } due)
        {
            time.SetUtcNow(due);
            await engine.WaitUntilIdleAsync(CancellationToken.None);
        }

        await File.WriteAllLinesAsync(
            Path.Combine(folder, "outcome.txt"),
            engine.ListInstances().Select(instance => $"{instance.InstanceId} {instance.Status} {instance.FailureCode}{instance.Step}").Order(StringComparer.Ordinal));
        return 0;
    }

    private static bool FirstTime(string path)
    {
        if (File.Exists(path)) return false;
        File.WriteAllText(path, "");
        return true;
    }

    private static void Append(string path, string line)
    {
        lock (Gate) File.AppendAllText(path, line);
    }

    private static void Die()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite); // nothing after this point happens
    }
}
