using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Local.Stores;

namespace Gegevensdeling.Local.Host;

/// <summary>The ports on one machine: SQLite and folders under one root.</summary>
public sealed class LocalPorts : IHostPorts, IDisposable
{
    private readonly FileStream owner;
    private readonly LocalDatabase database;
    private readonly FolderSystemKeys systemKeys;
    private readonly FolderDrop drop;

    /// <exception cref="EngineStorageException">Another process has the data.</exception>
    public LocalPorts(string root, TimeProvider clock)
    {
        PrivateFiles.EnsureFolder(root);
        try
        {
            owner = new(Path.Combine(root, "eigenaar.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure)
        {
            throw new EngineStorageException("Another process has the data", failure);
        }

        database = new(Path.Combine(root, "register.db"));
        drop = new(Path.Combine(root, "sftp"));
        systemKeys = new(Path.Combine(root, "systeemsleutels"));
        Ports = Over(root, database, systemKeys, drop, clock);
    }

    public Ports Ports { get; }

    public bool IsOutage(Exception exception) => LocalOutages.Recognise(exception);

    public Task MakeDropAsync(IEnumerable<PartyId> parties, CancellationToken cancellation)
    {
        foreach (var party in parties)
            drop.Make(party);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The ports below a folder, on a database that the caller closes.</summary>
    internal static Ports Over(string root, LocalDatabase database, FolderSystemKeys systemKeys, FolderDrop drop, TimeProvider clock)
    {
        var blobs = new FolderBlobStore(Path.Combine(root, "opslag"));
        return new(
            new SqliteRegister(database),
            blobs,
            new FolderKeyStore(Path.Combine(root, "sleutels")),
            systemKeys,
            new FolderOutbox(Path.Combine(root, "berichten"), blobs, clock),
            new SqliteStaffDirectory(database),
            new SqliteEvidenceStore(database),
            new SqliteAuditLog(database),
            new SqliteIdempotencyStore(database),
            drop);
    }

    public void Dispose()
    {
        systemKeys.Dispose();
        database.Dispose();
        owner.Dispose();
    }
}
