using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Local.Commands;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Retention;
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
            Assert.Equal(ExitCode.No, await LookAsync(output, "--data", rig.Root));
            Assert.Matches($"(?s)Verloren.*{erased}: nergens nog iets\n.*Niet in het register.*{later}: sleutelkluis 1, opslag van verzegelde bestanden 1", output.ToString());
            Assert.DoesNotContain(kept.Value, output.ToString(), StringComparison.Ordinal);
            Assert.Equal(before, Files(rig.Root));
        }

        // De inhoud komt niet terug: de sleutel is weg. Wat bleef, gaat verder.
        await rig.RestartAsync();
        Assert.NotEqual(200, (await rig.PostAsync(rig.Worker, $"/doorverwijzingen/{erased}/openen", null, Rig.PurposeOf(rig.Mechelen, rig.Worker.Party))).Status);
        await rig.OpenAsync(kept);
    }

    [Fact]
    [Requirement("D13", "F2")]
    public async Task Of_one_exchange_it_says_place_by_place_what_erasing_would_find_and_touches_nothing()
    {
        await using var rig = await Rig.StartAsync();
        var (live, ended, unknown) = (await rig.ReferAsync(Client.Of(44)), await rig.ReferAsync(Client.Of(45)), new ExchangeId("DV-AAAA-BBBB-CCCC"));
        (await rig.DoAsync(rig.Team, ended, "intrekking", new { wijze = "telefoon" })).Is(204);
        Assert.True(await rig.IsErasedAsync(ended));
        await rig.Host.Law.Ports.Keys.PutAsync(unknown, "een sleutel", Rig.Cancelled);
        await rig.StopAsync();

        var before = Files(rig.Root);
        foreach (var (exchange, standing, key, code) in new[] { (live, "loopt in het register", 1, ExitCode.No), (ended, "gewist volgens het register", 0, ExitCode.Good), (unknown, "niet in het register", 1, ExitCode.No) })
        {
            using var output = new StringWriter();
            Assert.Equal(code, await LookAsync(output, "--data", rig.Root, "--verwijzing", exchange.Value));
            Assert.StartsWith($"{exchange}: {standing}. Wissen zou nu vinden:\n  sleutelkluis: {key} (", output.ToString(), StringComparison.Ordinal);
            Assert.All(CopyPlaces.InOrderOfErasure, name => Assert.Contains($"\n  {name}: ", output.ToString(), StringComparison.Ordinal));
            Assert.Contains("Er is niets gewijzigd.", output.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(before, Files(rig.Root));
        await rig.BackAsync();
        await rig.OpenAsync(live);
    }

    [Theory]
    [InlineData("Dat is geen verwijzing.", "--verwijzing", "GEHEIM")]
    [InlineData("Dat is geen verwijzing.", "--verwijzing", "DV-GEHE-../M-0000")]
    [InlineData("staan geen gegevens", "--verwijzing", "DV-AAAA-BBBB-CCCC")]
    [InlineData("staan geen gegevens")]
    public async Task Where_there_is_nothing_to_look_at_it_says_so_and_makes_nothing(string expected, params string[] arguments)
    {
        var root = TestFolder.Create("herstel-").FullName;
        var folder = Path.Combine(root, "leeg");
        using var output = new StringWriter();
        Assert.Equal(ExitCode.Unusable, await LookAsync(output, ["--data", folder, .. arguments]));
        Assert.Contains(expected, output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("GEHE", output.ToString(), StringComparison.Ordinal);
        Assert.False(Path.Exists(folder));
        Directory.Delete(root);
    }

    /// <summary>One inventory: whichever store holds it, the look after a restore and the sweep find the same.</summary>
    [Fact]
    [Requirement("D13", "F2")]
    public async Task The_first_look_names_every_orphan_that_the_sweep_then_quarantines()
    {
        await using var rig = await Rig.StartAsync();
        var (ports, kept) = (rig.Host.Law.Ports, await rig.ReferAsync(Client.Of(46)));
        var (key, archive, drop) = (new ExchangeId("DV-AAAA-AAAA-AAAA"), new ExchangeId("DV-BBBB-BBBB-BBBB"), new ExchangeId("GA-CCCC-CCCC-CCCC"));
        await ports.Keys.PutAsync(key, "een sleutel", Rig.Cancelled);
        await ports.Blobs.WriteAsync(new(archive, new("a-0000000000000001")), (stream, token) => stream.WriteAsync(new byte[] { 7 }, token).AsTask(), Rig.Cancelled);
        await ports.Drop.WriteAsync(new(rig.Host.Law.Protocols.All.First(one => one.Groeipakket is not null).Service(), drop, new("a-0000000000000002")), (stream, token) => stream.WriteAsync(new byte[] { 7 }, token).AsTask(), Rig.Cancelled);

        var report = await rig.Host.Law.RestoreCheck.LookAsync([rig.Mechelen.Id], Rig.Cancelled);
        Assert.Equal([key, archive, drop], report.Orphans.Select(one => one.Exchange).OrderBy(one => one.Value, StringComparer.Ordinal));
        Assert.All(report.Orphans, one => Assert.Equal((RegisterStanding.Unknown, 1), (one.Standing, one.Found)));
        Assert.Empty(report.Lost);
        Assert.Equal(3, (await rig.SweepAsync()).Orphans);
        await rig.OpenAsync(kept);
    }

    private static Task<int> LookAsync(StringWriter output, params string[] arguments) => CommandLine.RunAsync(
        CommandLine.Create(TextReader.Null, RestoreCommand.Create()), ["herstel", "--protocollen", Rig.CommittedProtocols(), .. arguments], output, output, Rig.Cancelled);

    /// <summary>Keys and archives, by name: nothing else says that something was erased.</summary>
    private static IReadOnlyList<string> Files(string root) =>
        [.. new[] { "sleutels", "opslag" }.SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)];

    private sealed class Kept : IDisposable
    {
        private readonly string root;
        private readonly DirectoryInfo folder = TestFolder.Create("reservekopie-");

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
