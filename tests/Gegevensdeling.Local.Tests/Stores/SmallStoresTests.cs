using Gegevensdeling.Audit;
using Gegevensdeling.Local.Stores;
using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.PortContracts;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Stores;

public sealed class SqliteAuditLogTests : AuditLogContract, IDisposable
{
    private readonly Database database = new();

    protected override IAuditLog Log => new SqliteAuditLog(database.Open);

    [Fact]
    public async Task A_changed_entry_breaks_the_chain()
    {
        for (var number = 0; number < 3; number++)
            await Log.AppendAsync(Event(), Cancelled);
        await database.Open.WriteAsync((connection, transaction) => connection.Execute(transaction, "UPDATE audit SET entry = replace(entry, 'art. 4', 'art. 5') WHERE sequence = 2"), Cancelled);
        var chain = Assert.Single(await Log.ChainsAsync(Cancelled));
        Assert.IsNotType<AuditVerdict.Intact>(AuditChain.Verify(await Log.ReadAsync(chain, Cancelled).ToListAsync(Cancelled)));
    }

    public void Dispose() => database.Dispose();
}

public sealed class SqliteEvidenceStoreTests : EvidenceStoreContract, IDisposable
{
    private readonly Database database = new();

    protected override IEvidenceStore Store => new SqliteEvidenceStore(database.Open);

    public void Dispose() => database.Dispose();
}

public sealed class SqliteStaffDirectoryTests : StaffDirectoryContract, IDisposable
{
    private readonly Database database = new();

    protected override IStaffDirectory Directory => new SqliteStaffDirectory(database.Open);

    protected override void AfterForgetting() => Assert.Empty(new Haystack(Words).Folder(database.Root).Found);

    public void Dispose() => database.Dispose();
}

public sealed class SqliteIdempotencyStoreTests : IdempotencyStoreContract, IDisposable
{
    private readonly Database database = new();

    protected override IIdempotencyStore Store => new SqliteIdempotencyStore(database.Open);

    public void Dispose() => database.Dispose();
}

public sealed class FolderSystemKeysTests : SystemKeysContract, IDisposable
{
    private readonly string root = TestFolder.Create("systeemsleutels-").FullName;
    private readonly FolderSystemKeys keys;

    public FolderSystemKeysTests() => keys = new(Path.Combine(root, "s"));

    protected override ISystemKeys Keys => keys;

    [Fact]
    public async Task Only_its_owner_may_read_a_key_and_a_half_written_one_is_none()
    {
        await Keys.GetOrCreateAsync("een", () => [1], Cancelled);
        await File.WriteAllBytesAsync(Path.Combine(root, "s", "twee~"), [9], Cancelled);
        Assert.Equal(["een"], await Keys.NamesAsync("", Cancelled));
        Assert.Equal([2], await Keys.GetOrCreateAsync("twee", () => [2], Cancelled));
        foreach (var path in Directory.GetFiles(Path.Combine(root, "s")))
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    public void Dispose()
    {
        keys.Dispose();
        Directory.Delete(root, recursive: true);
    }
}

/// <summary>One register database in a folder of its own.</summary>
internal sealed class Database : IDisposable
{
    public Database() => Open = new(Path.Combine(Root, "register.db"));

    public string Root { get; } = TestFolder.Create("databank-").FullName;

    public LocalDatabase Open { get; }

    public void Dispose()
    {
        Open.Dispose();
        Directory.Delete(Root, recursive: true);
    }
}
