using Gegevensdeling.Local.Commands;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Erasing;

/// <summary>A backup of the register is put back: what was erased since does not come back, and the first look changes nothing (D13).</summary>
public sealed class RestoreTests
{
    private static readonly string[] BackedUp = ["register.db", "register.db-wal", "register.db-shm"];

    [Fact]
    [Requirement("D13", "F3")]
    public async Task What_was_erased_since_stays_gone_and_the_first_look_tells_without_touching()
    {
        await using var rig = await Rig.StartAsync();
        var (erased, kept) = (await rig.ReferAsync(Client.Of(41)), await rig.ReferAsync(Client.Of(42)));
        await rig.StopAsync();
        using var backup = new Kept(rig.Root);
        await rig.RestartAsync();

        await rig.OpenAsync(erased);
        (await rig.DoAsync(rig.Worker, erased, "intrekking", new { wijze = "telefoon" })).Is(204);
        Assert.True(await rig.IsErasedAsync(erased));
        var later = await rig.ReferAsync(Client.Of(43));
        await rig.StopAsync();
        backup.PutBack();

        using (var output = new StringWriter())
        {
            var before = Files(rig.Root);
            var code = await CommandLine.RunAsync(CommandLine.Create(TextReader.Null, RestoreCommand.Create()), ["herstel", "--data", rig.Root, "--protocollen", Rig.CommittedProtocols()], output, output, Rig.Cancelled);
            Assert.Equal(ExitCode.No, code);
            Assert.Matches($"(?s)Verloren.*{erased}.*Niet in het register.*{later}", output.ToString());
            Assert.DoesNotContain(kept.Value, output.ToString(), StringComparison.Ordinal);
            Assert.Equal(before, Files(rig.Root));
        }

        // De inhoud komt niet terug: de sleutel is weg. Wat bleef, gaat verder.
        await rig.RestartAsync();
        Assert.NotEqual(200, (await rig.PostAsync(rig.Worker, $"/doorverwijzingen/{erased}/openen", null, Rig.PurposeOf(rig.Mechelen, rig.Worker.Party))).Status);
        await rig.OpenAsync(kept);
    }

    /// <summary>Keys and archives, by name: nothing else says that something was erased.</summary>
    private static IReadOnlyList<string> Files(string root) =>
        [.. new[] { "sleutels", "opslag" }.SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)];

    private sealed class Kept : IDisposable
    {
        private readonly string root;
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reservekopie-");

        public Kept(string root)
        {
            this.root = root;
            Copy(root, folder.FullName);
        }

        public void PutBack()
        {
            foreach (var name in BackedUp)
                File.Delete(Path.Combine(root, name));
            Copy(folder.FullName, root);
        }

        public void Dispose() => folder.Delete(recursive: true);

        private static void Copy(string from, string to)
        {
            foreach (var name in BackedUp.Where(name => File.Exists(Path.Combine(from, name))))
                File.Copy(Path.Combine(from, name), Path.Combine(to, name), overwrite: true);
        }
    }
}
