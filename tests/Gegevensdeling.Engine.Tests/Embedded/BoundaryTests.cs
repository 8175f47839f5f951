using System.Collections.Concurrent;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gegevensdeling.Engine.Tests.Embedded;

/// <summary>Law 7: what an exception says stays where it was thrown: not in a log, not in the file, not in a status.</summary>
public sealed class BoundaryTests : IDisposable
{
    private const string Person = "Annelies Voorbeeld-Testmans";

    private static readonly Activity<string, string> Careless = new("Careless", new(2, TimeSpan.FromMinutes(1), 1, TimeSpan.FromMinutes(1)));

    private static readonly Orchestration<string, string> Calls = new("Calls", 1, (context, input) => context.CallActivityAsync(Careless, input));

    private static readonly Orchestration<string, string> Throws = new("Throws", 1, (_, _) => throw new InvalidOperationException(Person));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_an_exception_says_reaches_neither_log_nor_file_nor_status()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var log = new ListLogger();
        var time = new FakeTimeProvider();
        var bindings = new ActivityBindings().Bind(Careless, (_, _) => throw new InvalidOperationException(Person, new ArgumentException(Person)));
        await using var engine = new EmbeddedEngine(folder.File("engine.db"), new([Calls, Throws], [Careless]), bindings, time, new(), log);
        await engine.StartProcessingAsync();
        await engine.StartAsync(Calls, "a", "", cancellation);
        await engine.StartAsync(Throws, "b", "", cancellation);
        await engine.WaitUntilIdleAsync(cancellation);
        time.Advance(TimeSpan.FromMinutes(1));
        await engine.WaitUntilIdleAsync(cancellation);
        Assert.All(engine.ListInstances(), instance => Assert.Equal((InstanceStatus.Failed, "Onverwacht"), (instance.Status, instance.FailureCode)));
        Assert.Equal(3, log.Lines.Count(line => line.Contains("correlation", StringComparison.Ordinal)));
        Assert.DoesNotContain(log.Lines, line => line.Contains("Voorbeeld", StringComparison.Ordinal));
        Assert.All(folder.Files(), path => Assert.DoesNotContain("Voorbeeld", Text(path), StringComparison.Ordinal));
    }

    private static string Text(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private sealed class ListLogger : ILogger<EmbeddedEngine>
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);
    }
}
