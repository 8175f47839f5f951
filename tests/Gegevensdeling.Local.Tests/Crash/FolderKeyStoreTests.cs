using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Crash;

/// <summary>A key is replaced in one step: what a process leaves that died on the way is the old key or the new one, never both.</summary>
public sealed class FolderKeyStoreTests : IDisposable
{
    private static readonly ExchangeId Exchange = new("DV-0000-0000-0001");

    private readonly string folder = TestFolder.Create("gegevensdeling-sleutels-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private FolderKeyStore Store => new(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_earlier_key_is_gone_when_the_next_is_stored()
    {
        await Store.PutAsync(Exchange, "EERSTE", Cancelled);
        await Store.PutAsync(Exchange, "TWEEDE", Cancelled);
        Assert.Equal("TWEEDE", await Store.GetAsync(Exchange, Cancelled));
        Assert.Equal(1, await Store.CountAsync(Exchange, Cancelled));
    }

    [Fact]
    public async Task The_bytes_of_a_replaced_key_are_overwritten()
    {
        await Store.PutAsync(Exchange, "EERSTE", Cancelled);
        await using var still = new FileStream(Directory.GetFiles(folder).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await Store.PutAsync(Exchange, "TWEEDE", Cancelled);
        var bytes = new byte[6];
        await still.ReadExactlyAsync(bytes, Cancelled);
        Assert.Equal(new byte[6], bytes);
    }

    [Fact]
    public async Task A_key_that_was_half_written_when_the_process_died_does_not_count_and_is_purged_with_the_rest()
    {
        await Store.PutAsync(Exchange, "EERSTE", Cancelled);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{Exchange}.sleutel.nieuw"), "TWE", Cancelled);
        Assert.Equal("EERSTE", await Store.GetAsync(Exchange, Cancelled));
        Assert.Equal(2, await Store.CountAsync(Exchange, Cancelled));
        await Store.PurgeAsync(Exchange, Cancelled);
        Assert.Equal(0, await Store.CountAsync(Exchange, Cancelled));
        Assert.Empty(Directory.GetFiles(folder));
    }
}
