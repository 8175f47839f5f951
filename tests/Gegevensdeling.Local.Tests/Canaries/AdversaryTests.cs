using System.Text;
using System.Text.RegularExpressions;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Keys;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>
/// F3: after erasure somebody holds everything: all stores, all logs, all messages, and a backup made BEFORE the erasure. The backup has
/// the sealed archive.
/// <para>The assumption, plainly: backups do not hold the key store ('sleutels'), nor the system's own keys ('systeemsleutels'). A backup
/// that holds the exchange's key opens the exchange's archive for as long as that backup exists; no erasure here reaches it. The last
/// test shows exactly that, and with it that this adversary would find a key if there were one.</para>
/// </summary>
public sealed partial class AdversaryTests
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
        watched.LookForKeys();
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
            opens |= await OpensAsync(archive, candidate);
        return opens;
    }

    /// <summary>Everything with the shape and the check characters of a key, in any text encoding.</summary>
    private static IEnumerable<string> Candidates(byte[] bytes) =>
        new[] { Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode }
            .SelectMany(encoding => KeyShape().Matches(encoding.GetString(bytes)).Select(match => TelephoneKey.Check(match.Value)))
            .OfType<KeyCheck.Valid>().Select(valid => valid.Key.Reveal());

    private static async Task<bool> OpensAsync(byte[] archive, string key)
    {
        try
        {
            using var opened = await SealedArchive.OpenAsync(new MemoryStream(archive), key, ArchiveLimits.Default, Rig.Cancelled);
            return true;
        }
        catch (WrongKeyException)
        {
            return false;
        }
    }

    private static IEnumerable<byte[]> Everything(string folder, string? but = null) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => but is null || !path.Contains($"/{but}/", StringComparison.Ordinal)).Select(File.ReadAllBytes);

    [GeneratedRegex("[0-9A-Za-z]{3,9}([- ][0-9A-Za-z]{3,9}){3,}")]
    private static partial Regex KeyShape();

    /// <summary>A copy of the data folder as a backup program makes it while the host runs.</summary>
    private sealed class Backup : IDisposable
    {
        public Backup(string root, IReadOnlyCollection<string> without)
        {
            foreach (var source in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            {
                var relative = System.IO.Path.GetRelativePath(root, source);
                if (without.Contains(relative.Split(System.IO.Path.DirectorySeparatorChar)[0]) || new FileInfo(source).Length == 0)
                    continue;
                var target = System.IO.Path.Combine(Path, relative);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                using var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var to = File.Create(target);
                from.CopyTo(to);
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("reservekopie-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
