using System.ComponentModel.DataAnnotations;

namespace Gegevensdeling.Local.Engine;

/// <summary>The bounds of the embedded engine.</summary>
public sealed class EngineOptions
{
    /// <summary>Waiting orchestrations that are kept in memory; others are read again when something happens to them.</summary>
    [Range(1, 100_000)]
    public int CachedInstances { get; init; } = 1_000;

    [Range(1, 10_000)]
    public int ConcurrentActivities { get; init; } = 64;

    /// <summary>How long a call waits for a database that another process has locked.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a step waits after the storage refused it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan StorageRetry { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Called on the writer's thread after each commit, with its number: crash tests end the process here.</summary>
    internal Action<long>? AfterCommit { get; init; }

    /// <summary>Called with the writer's connection when it is open: tests make the disk small here.</summary>
    internal Action<Microsoft.Data.Sqlite.SqliteConnection>? Opened { get; init; }

    /// <summary>Added to each flush, to see what a slow disk costs.</summary>
    internal TimeSpan FlushDelay { get; init; }

    /// <summary>Called when an instance has ended, after the commit.</summary>
    internal Action<string>? Ended { get; init; }
}
