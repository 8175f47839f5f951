using System.Text;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;
using static Gegevensdeling.Local.Tests.Canaries.Attack;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>
/// F3: after erasure somebody holds everything: all stores, all logs, all messages, and a backup made BEFORE the erasure. The backup has
/// the sealed archive.
/// <para>The assumption, plainly: backups do not hold the key store ('sleutels'), nor the system's own keys ('systeemsleutels'). A backup
/// that holds the exchange's key opens the exchange's archive for as long as that backup exists; no erasure here reaches it. The last
/// test shows exactly that, and with it that this adversary would find a key if there were one.</para>
/// </summary>
public sealed class AdversaryTests
{
    private static readonly Client Person = Client.Of(600);

    [Fact]
    [Requirement("F3", "F10")]
    public async Task With_every_store_every_log_and_an_older_backup_the_archive_does_not_open() =>
        Assert.False(await OpensAsync(backupHoldsKeys: false));

    [Fact]
    public async Task With_a_backup_of_the_key_store_it_does_open() =>
        Assert.True(await OpensAsync(backupHoldsKeys: true));

    private static async Task<bool> OpensAsync(bool backupHoldsKeys)
    {
        await using var watched = await Watched.StartAsync();
        var rig = watched.Rig;
        var exchange = await rig.ReferAsync(Person);
        await rig.OpenAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Is(204);
        (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Is(200);
        var key = Assert.Single(watched.Keys);
        using var backup = new Backup(rig.Root, backupHoldsKeys ? [] : ["sleutels", "systeemsleutels"]);

        (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        Assert.True(await rig.IsErasedAsync(exchange));
        await rig.StopAsync();
        var held = Everything(rig.Root, "systeemsleutels").Concat(Everything(backup.Path)).Append(Encoding.UTF8.GetBytes(watched.Log)).ToList();
        await rig.RestartAsync();

        var archive = await File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(backup.Path, "opslag"), "*.7z", SearchOption.AllDirectories).Single(), Rig.Cancelled);
        using (var opened = await SealedArchive.OpenAsync(new MemoryStream(archive), key, ArchiveLimits.Default, Rig.Cancelled))
            Assert.Equal(2, opened.Entries.Count); // the archive is whole: nothing but the key is missing

        var keyForms = new Haystack([key]);
        foreach (var bytes in held)
            keyForms.Bytes("held", bytes);
        Assert.Equal(backupHoldsKeys, keyForms.Found.Count > 0);

        var opens = false;
        foreach (var candidate in held.SelectMany(Candidates).Distinct(StringComparer.Ordinal))
            opens |= await Attack.OpensAsync(archive, candidate);
        return opens;
    }
}
