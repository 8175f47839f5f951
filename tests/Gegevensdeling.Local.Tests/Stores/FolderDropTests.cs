using System.Runtime.Versioning;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Stores;
using Gegevensdeling.PortContracts;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Stores;

public sealed class FolderDropTests : DropStoreContract, IDisposable
{
    private readonly string root = TestFolder.Create("afhaalmap-").FullName;

    public FolderDropTests()
    {
        foreach (var party in new[] { Turnhout, Kasterlee })
            new FolderDrop(root).Make(party);
    }

    protected override IDropStore Store => new FolderDrop(root);

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_modes_are_those_that_OpenSSH_asks_of_a_chroot_and_let_the_group_read_and_nothing_more()
    {
        await WriteAsync(One, [1]);
        Assert.Equal(("755", "2750", "2700", "640"), (Mode(), Mode("uit"), Mode("onderweg"), Mode("uit", One.FileName)));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    protected override async Task<IReadOnlyDictionary<string, byte[]>> SeenByAsync(PartyId party)
    {
        var seen = new Dictionary<string, byte[]>();
        foreach (var path in Directory.GetFiles(Path.Combine(root, party.Value, "uit")))
            seen.Add(Path.GetFileName(path), await File.ReadAllBytesAsync(path, Cancelled));
        return seen;
    }

    protected override Task LeaveHalfAsync(DropName name) => File.WriteAllBytesAsync(Path.Combine(root, name.Party.Value, "onderweg", name.FileName), [1], Cancelled);

    [UnsupportedOSPlatform("windows")]
    private string Mode(params string[] path) => Convert.ToString((int)File.GetUnixFileMode(Path.Combine([root, Turnhout.Value, .. path])), 8);
}
