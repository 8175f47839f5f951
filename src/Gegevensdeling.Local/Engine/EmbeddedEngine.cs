using Gegevensdeling.Orchestrations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Local.Engine;

/// <summary>
/// Orchestrations on one machine, in one SQLite file. Calls of the port are kept also while the workers stand still. One engine a
/// file: a second one is refused.
/// </summary>
public sealed class EmbeddedEngine : IOrchestrationClient, IAsyncDisposable
{
    private readonly EngineParts parts;
    private readonly FileStream owner;
    private readonly Scrubbing scrubbing;
    private volatile Workers? workers;

    /// <exception cref="EngineStorageException">The file cannot be opened, or another engine has it.</exception>
    public EmbeddedEngine(
        string databasePath, OrchestrationCatalog catalog, ActivityBindings bindings, TimeProvider time, EngineOptions options, ILogger<EmbeddedEngine> log)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(databasePath))!);
            owner = new($"{databasePath}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new EngineStorageException("The engine's file cannot be opened, or another engine has it", failure);
        }

        Journal? journal = null;
        try
        {
#pragma warning disable CA2000 // both are parts of this engine and end with it
            journal = new(databasePath, options);
            parts = new(catalog, bindings, time, options, journal, new(databasePath, options), log);
#pragma warning restore CA2000
            scrubbing = new(journal.Connection, parts.Reader) { Needed = Schema.IsUnclean(journal.Connection) };
            if (!scrubbing.TryRun()) log.PurgeUnfinished(); // somebody reads the file; the next purge ends this one too
        }
        catch (SqliteException failure)
        {
            journal?.Dispose();
            owner.Dispose();
            throw new EngineStorageException($"The engine's file cannot be opened (SQLite {failure.SqliteErrorCode})", failure);
        }
    }

    /// <summary>Flushed transactions since the engine was made.</summary>
    public long Commits => parts.Journal.Commits;

    /// <inheritdoc />
    /// <exception cref="EngineStorageException">The file is full or locked; nothing was started.</exception>
    public async Task<bool> StartAsync<TIn, TOut>(Orchestration<TIn, TOut> orchestration, string instanceId, TIn input, CancellationToken cancellation)
    {
        var entry = new StartEntry(instanceId, orchestration.Name, orchestration.Version, OrchestrationJson.Write(input), id => workers?.Post(id, InstanceEvent.Wake.Up));
        await parts.Journal.WriteAsync(entry).WaitAsync(cancellation);
        return entry.Started;
    }

    /// <inheritdoc />
    /// <exception cref="EngineStorageException">The file is full or locked; the message was not kept.</exception>
    public Task SendAsync<TMessage>(string instanceId, TMessage message, CancellationToken cancellation)
        where TMessage : OrchestrationMessage
    {
        var entry = new SendEntry(
            instanceId, message.Id, OrchestrationJson.Write(message), parts.Journal.NextMessage,
            (id, kept) => workers?.Post(id, new InstanceEvent.MessageArrived(kept)));
        return parts.Journal.WriteAsync(entry).WaitAsync(cancellation);
    }

    /// <inheritdoc />
    /// <exception cref="EngineStorageException">The file is full or locked, or another process reads it; call again later.</exception>
    public async Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation)
    {
        var entry = new PurgeEntry(instanceId, scrubbing);
        await parts.Journal.WriteAsync(entry).WaitAsync(cancellation);
        return entry.Gone;
    }

    /// <summary>Lets a stopped instance try again, after its code was mended.</summary>
    /// <returns>False when it was not stopped.</returns>
    public async Task<bool> ResumeAsync(string instanceId, CancellationToken cancellation)
    {
        var entry = new StatusEntry(instanceId, step: null, () => workers?.Post(instanceId, InstanceEvent.Wake.Up));
        await parts.Journal.WriteAsync(entry).WaitAsync(cancellation);
        return entry.Changed;
    }

    /// <summary>Starts the workers: what was under way goes on, what became due meanwhile wakes.</summary>
    /// <exception cref="InvalidOperationException">An activity of the catalogue has no code, or the workers work already.</exception>
    public Task StartProcessingAsync()
    {
        var unbound = parts.Catalog.Activities.Select(activity => activity.Name).Except(parts.Bindings.Names, StringComparer.Ordinal).ToList();
        if (unbound.Count > 0) throw new InvalidOperationException($"No code is bound for: {string.Join(", ", unbound)}");
        var starting = new Workers(parts);
        if (Interlocked.CompareExchange(ref workers, starting, null) is not null)
        {
            starting.Dispose();
            throw new InvalidOperationException("The workers work already");
        }

        var unfinished = parts.Reader.NeedingWork();
        parts.Log.Working(unfinished.Count);
        foreach (var id in unfinished) starting.Post(id, InstanceEvent.Wake.Up);
        starting.Due.Dispatch();
        return Task.CompletedTask;
    }

    /// <summary>Stops the workers between two steps; activities are asked to stop and run again at the next start.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref workers, null) is not { } stopping) return;
        await stopping.StopAsync(cancellation);
        stopping.Dispose();
    }

    /// <summary>Ends when nothing can be done at the clock's present time; at once when the workers stand still.</summary>
    public async Task WaitUntilIdleAsync(CancellationToken cancellation)
    {
        while (workers is { } working)
        {
            await working.IdleAsync().WaitAsync(cancellation);
            if (!working.Due.Any) return;
            working.Due.Dispatch();
        }
    }

    /// <summary>The earliest stored deadline after the clock's present time: where to turn a clock to; null when nothing waits for a time.</summary>
    public DateTimeOffset? NextDue => parts.Reader.NextDueAfter(parts.Time.GetUtcNow());

    /// <summary>Every instance, in the order of their start, without any payload.</summary>
    public IReadOnlyList<InstanceInfo> ListInstances() => parts.Reader.List();

    public InstanceInfo? FindInstance(string instanceId) => parts.Reader.Info(instanceId);

    /// <summary>The history of the present run of an instance as JSON, for <see cref="HistoryReplayer"/>; null when there is none.</summary>
    public string? ExportHistory(string instanceId) =>
        parts.Reader.Find(instanceId) is { } stored ? HistoryExport.Write(stored, parts.Reader.Turns(stored.Key)) : null;

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // an activity did not heed the stop; it runs again at the next start
        }

        parts.Reader.Dispose();
        parts.Journal.Dispose();
        await owner.DisposeAsync();
    }
}
