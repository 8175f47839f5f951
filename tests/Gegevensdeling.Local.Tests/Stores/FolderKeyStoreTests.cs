using Gegevensdeling.Local.Stores;
using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.PortContracts;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Stores;

public sealed class FolderKeyStoreTests : KeyStoreContract, IDisposable
{
    private readonly string root = TestFolder.Create("sleutels-").FullName;

    protected override IKeyStore Store => new FolderKeyStore(Folder);

    private string Folder => Path.Combine(root, "sleutels");

    private string FileOfOne => Path.Combine(Folder, $"{One}.sleutel");

    [Fact]
    public async Task Only_its_owner_may_read_a_key()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes");
        await Store.PutAsync(One, "sleutel-een", Cancelled);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FileOfOne));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
        }
    }

    /// <summary>A second name of the same file shows what its blocks hold after the first name is gone.</summary>
    [Theory]
    [Requirement("F3", "W6")]
    [InlineData("")]
    [InlineData(".nieuw")]
    public async Task The_bytes_of_a_replaced_or_purged_key_are_overwritten(string form)
    {
        foreach (var purge in new[] { false, true })
        {
            await Store.PutAsync(One, "huidige-sleutel", Cancelled);
            var witness = Path.Combine(root, $"getuige-{purge}{form}");
            await File.WriteAllTextAsync(FileOfOne + form, "vorige-sleutel", Cancelled);
            HardLink(FileOfOne + form, witness);
            if (purge)
                await Store.PurgeAsync(One, Cancelled);
            else
                await Store.PutAsync(One, "volgende-sleutel", Cancelled);
            Assert.Empty(new Haystack(["vorige-sleutel"]).Folder(root).Found);
        }
    }

    [Fact]
    public async Task Killed_while_it_replaces_a_key_the_last_complete_one_counts()
    {
        await Store.PutAsync(One, "hele-sleutel", Cancelled);
        await File.WriteAllTextAsync(FileOfOne + ".nieuw", "hal", Cancelled);
        Assert.Equal("hele-sleutel", await Store.GetAsync(One, Cancelled));
        Assert.Equal(2, await Store.CountAsync(One, Cancelled));

        await Store.PutAsync(One, "volgende", Cancelled);
        Assert.Equal("volgende", await Store.GetAsync(One, Cancelled));
        Assert.Equal(1, await Store.CountAsync(One, Cancelled));
        await Store.PurgeAsync(One, Cancelled);
        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task A_half_written_first_key_is_no_key_but_is_counted_and_purged()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(FileOfOne + ".nieuw", "hal", Cancelled);
        Assert.Null(await Store.GetAsync(One, Cancelled));
        Assert.Equal(1, await Store.CountAsync(One, Cancelled));
        Assert.Equal(One, Assert.Single(await Store.ListAsync(Cancelled).ToListAsync(Cancelled)).Exchange);
        await Store.PurgeAsync(One, Cancelled);
        Assert.Equal(0, await Store.CountAsync(One, Cancelled));
    }

    [Fact]
    public async Task A_reference_that_leads_out_of_the_folder_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(new("../elders"), "x", Cancelled));

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static void HardLink(string path, string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "hard links by ln");
        using var link = System.Diagnostics.Process.Start("ln", [path, name]);
        link.WaitForExit();
        Assert.Equal(0, link.ExitCode);
    }
}
