using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Local.Engine;

/// <summary>Ids, names of steps and types, and nothing of a payload or of an exception's text (law 7).</summary>
internal static partial class EngineLog
{
    [LoggerMessage(1, LogLevel.Error, "Activity {Activity} of {Instance}, step {Step}, attempt {Attempt} failed unexpectedly ({Type}); correlation {Correlation}")]
    public static partial void ActivityFailed(this ILogger log, string activity, string instance, int step, int attempt, string type, Guid correlation);

    [LoggerMessage(2, LogLevel.Error, "Orchestration {Instance} failed unexpectedly ({Type}); correlation {Correlation}")]
    public static partial void OrchestrationFailed(this ILogger log, string instance, string type, Guid correlation);

    [LoggerMessage(3, LogLevel.Error, "Orchestration {Instance} was stopped: its code no longer fits its history at {Step}")]
    public static partial void Stopped(this ILogger log, string instance, string step);

    [LoggerMessage(4, LogLevel.Warning, "Storage refused a step of {Instance}; it is tried again later")]
    public static partial void StorageRefused(this ILogger log, string instance);

    [LoggerMessage(5, LogLevel.Warning, "Due timers could not be read; they are tried again later")]
    public static partial void TimersUnread(this ILogger log);

    [LoggerMessage(6, LogLevel.Error, "The engine itself failed on {Instance} ({Type}); it is tried again later; correlation {Correlation}")]
    public static partial void EngineFailed(this ILogger log, string instance, string type, Guid correlation);

    [LoggerMessage(7, LogLevel.Information, "The engine works; {Count} instances had work left")]
    public static partial void Working(this ILogger log, int count);

    [LoggerMessage(8, LogLevel.Warning, "A purge that was cut short could not be finished now; the next purge finishes it")]
    public static partial void PurgeUnfinished(this ILogger log);
}
