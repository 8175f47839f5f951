using System.Collections.Concurrent;
using Gegevensdeling.Functions.Durable;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Functions.Tests;

/// <summary>Reads from the log which instances stopped, and where: Durable Task has no state for it.</summary>
internal sealed class StopLog : ILogger<DurableOrchestrations>
{
    public ConcurrentDictionary<string, string> Stopped { get; } = new(StringComparer.Ordinal);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel == LogLevel.Critical && state is IReadOnlyList<KeyValuePair<string, object?>> values)
            Stopped[(string)values.Single(value => value.Key == "Instance").Value!] = (string)values.Single(value => value.Key == "Step").Value!;
    }
}
