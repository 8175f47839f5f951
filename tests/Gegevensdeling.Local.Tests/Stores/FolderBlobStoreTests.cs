using Gegevensdeling.Local.Stores;
using Gegevensdeling.PortContracts;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Stores;

public sealed class FolderBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly string root = TestFolder.Create("opslag-").FullName;

    protected override IBlobStore Store => new FolderBlobStore(root);

    [Fact]
    [Requirement("F2")]
    public async Task What_a_killed_process_left_half_written_is_listed_counted_and_deleted_but_never_read()
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "exchanges", One.Exchange.Value)).FullName;
        Assert.Equal(1, await Store.CountAsync(One.Exchange, Cancelled)); // an empty folder is a trace
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{One.Artefact}.7z.deel"), [1], Cancelled);
        Assert.Null(await Store.OpenAsync(One, Cancelled));
        Assert.Equal(1, await Store.CountAsync(One.Exchange, Cancelled));
        Assert.Equal(One.Exchange, Assert.Single(await Store.ListAsync(Cancelled).ToListAsync(Cancelled)).Exchange);
        await WriteAsync(One, [1]);
        Assert.Equal(1, await Store.CountAsync(One.Exchange, Cancelled));
        await Store.DeleteAsync(One.Exchange, Cancelled);
        Assert.Equal(0, await Store.CountAsync(One.Exchange, Cancelled));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
