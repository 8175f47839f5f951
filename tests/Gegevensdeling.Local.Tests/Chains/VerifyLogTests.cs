using Gegevensdeling.Audit;
using Gegevensdeling.Local.Tests.Commands;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Chains;

/// <summary>F9, D17: whatever is done to a log, <c>verify</c> names the first bad entry; on the log as the local host wrote it, and on an exported chain.</summary>
[Requirement("F9", "D17")]
public sealed class VerifyLogTests(WrittenLog log) : IClassFixture<WrittenLog>, IDisposable
{
    private readonly Terminal terminal = new();

    public void Dispose() => terminal.Dispose();

    [Fact]
    public async Task A_log_that_nobody_touched_is_whole_and_fits_every_head()
    {
        Assert.Equal(0, await terminal.RunAsync("verify", log.Root, "--keys", log.Keys));
        Assert.Contains($"{log.Root} {WrittenLog.Chain}: GELDIG\n  Auditketen {WrittenLog.Chain}: {log.Length} gebeurtenissen, geen gewijzigd, verplaatst of weggelaten\n  Past bij 2 ondertekende koppen", terminal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE audit SET entry = replace(entry, '\"doel\":\"', '\"doel\":\"x') WHERE chain = $chain AND sequence = 3", "gebeurtenis 3 is gewijzigd")]
    [InlineData("UPDATE audit SET entry = entry || ' ' WHERE chain = $chain AND sequence = 3", "gebeurtenis 3 is gewijzigd")]
    [InlineData("UPDATE audit SET hash = upper(hash) WHERE chain = $chain AND sequence = 2", "gebeurtenis 2 is gewijzigd")]
    [InlineData("UPDATE audit SET entry = 'weg' WHERE chain = $chain AND sequence = 4", "gebeurtenis 4 is niet te lezen")]
    [InlineData("DELETE FROM audit WHERE chain = $chain AND sequence = 1", "gebeurtenis 1 ontbreekt")]
    [InlineData("DELETE FROM audit WHERE chain = $chain AND sequence IN (3, 4)", "gebeurtenis 3 ontbreekt")]
    [InlineData("UPDATE audit SET sequence = -sequence WHERE chain = $chain AND sequence IN (3, 4); UPDATE audit SET sequence = 7 + sequence WHERE chain = $chain AND sequence < 0", "gebeurtenis 3 staat niet op haar plaats")]
    [InlineData("INSERT INTO audit SELECT chain, 100000, hash, entry FROM audit WHERE chain = $chain AND sequence = 2", "gebeurtenis 2 staat niet op haar plaats")]
    [InlineData("DELETE FROM audit WHERE chain = $chain AND sequence = (SELECT max(sequence) FROM audit WHERE chain = $chain)", "de keten breekt af voor gebeurtenis LAST")]
    [InlineData("DELETE FROM audit WHERE chain = $chain AND sequence > 2", "de keten breekt af voor gebeurtenis 3")]
    [InlineData("DELETE FROM audit WHERE chain = $chain", "de keten breekt af voor gebeurtenis 1")]
    [InlineData("UPDATE audit SET chain = 'kasterlee-2025/2026-03' WHERE chain = $chain", "hoort bij een andere keten")]
    [InlineData("UPDATE evidence SET document = replace(document, '\"volgnummer\": ', '\"volgnummer\": 1') WHERE exchange = 'auditkoppen'", "is niet echt")]
    public async Task What_was_done_to_the_log_of_the_local_host_is_named(string damage, string finding)
    {
        var folder = log.Changed(damage);
        Assert.Equal(1, await terminal.RunAsync("verify", folder, "--keys", log.Keys));
        Assert.Contains(finding.Replace("LAST", $"{log.Length}", StringComparison.Ordinal), terminal.Output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_done_to_an_exported_chain_is_named_and_a_cut_only_against_its_heads()
    {
        var (file, heads) = await ExportAsync();
        var lines = await File.ReadAllLinesAsync(file, Rig.Cancelled);
        Assert.Equal(log.Length, lines.Length);
        Assert.Equal(0, await terminal.RunAsync(["verify", file, .. heads, "--keys", log.Keys]));
        Assert.Contains("Past bij 2 ondertekende koppen; de verste reikt tot en met gebeurtenis", terminal.Output, StringComparison.Ordinal);

        await NamedAsync("gebeurtenis 2 is gewijzigd", lines.Select((line, at) => at == 1 ? line.Replace("\"rol\":\"", "\"rol\":\"x", StringComparison.Ordinal) : line), heads);
        await NamedAsync("gebeurtenis 3 ontbreekt", lines.Where((_, at) => at != 2), heads);
        await NamedAsync("gebeurtenis 2 staat niet op haar plaats", [lines[0], lines[2], lines[1], .. lines[3..]], heads);
        await NamedAsync($"de keten breekt af voor gebeurtenis {lines.Length - 1}", lines[..^2], heads);

        var cut = terminal.Write("afgeknipt.jsonl", string.Concat(lines[..^2].Select(line => line + "\n")));
        Assert.Equal(0, await terminal.RunAsync("verify", cut, "--keys", log.Keys));
        Assert.Contains("Geen ondertekende kop gegeven: of er aan het einde iets is afgeknipt, blijkt hieruit niet", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_that_was_computed_anew_differs_from_its_heads()
    {
        var (file, heads) = await ExportAsync();
        var forged = new List<ChainedAuditEvent>();
        foreach (var line in await File.ReadAllLinesAsync(file, Rig.Cancelled))
        {
            Assert.True(AuditLine.TrySplit(System.Text.Encoding.UTF8.GetBytes(line), out var kept, out var hash));
            var one = AuditEntryReader.Read(kept, hash).Event;
            forged.Add(AuditChain.Next(forged.Count == 0 ? null : forged[^1].Tip, forged.Count == 1 ? one with { Code = "anders" } : one));
        }

        await NamedAsync("past niet bij wat eraan voorafgaat of bij de ondertekende kop", forged.Select(AuditLine.Write), heads);
    }

    [Fact]
    public async Task What_is_no_log_is_told()
    {
        Assert.Equal(1, await terminal.RunAsync("verify", Path.Combine(log.Root, "berichten"), "--keys", log.Keys));
        Assert.Contains("het is geen map met gegevens van de lokale toepassing", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(1, await terminal.RunAsync("verify", terminal.Write("leeg.jsonl", ""), "--keys", log.Keys));
        Assert.Equal(2, await terminal.RunAsync("verify", log.Root));
        Assert.Equal(2, await terminal.RunAsync("verify", log.Root, "--keys", log.Keys, "--partijsleutels", terminal.Path("weg")));
    }

    [Fact]
    public async Task A_chain_is_exported_whole_or_not_at_all_and_an_export_says_what_it_lacks()
    {
        string[] export = ["audit", "uitvoer", "--data", log.Root, "--protocollen", Rig.CommittedProtocols(), "--protocol", "mechelen-2024"];
        Assert.Equal(2, await terminal.RunAsync([.. export, "--maand", "2026-03", "--vorm", "keten", "--partij", "opgroeien-regie"]));
        Assert.Equal(2, await terminal.RunAsync([.. export, "--maand", "maart"]));
        Assert.Equal(2, await terminal.RunAsync([.. export, "--vorm", "anders"]));
        Assert.Equal(2, await terminal.RunAsync([.. export[..3], terminal.Path("weg"), .. export[4..]]));
        Assert.Equal(0, await terminal.RunAsync([.. export, "--maand", "2019-01"]));
        Assert.Equal("", terminal.Output);
    }

    private async Task<(string File, string[] Heads)> ExportAsync()
    {
        var file = terminal.Path("keten.jsonl");
        Assert.Equal(0, await terminal.RunAsync(
            "audit", "uitvoer", "--data", log.Root, "--protocollen", Rig.CommittedProtocols(), "--protocol", "mechelen-2024", "--maand", "2026-03", "--vorm", "keten", "--out", file));
        return (file, [.. log.Heads.Select((head, at) => terminal.Write($"kop-{at}.json", head))]);
    }

    private async Task NamedAsync(string finding, IEnumerable<string> lines, string[] heads)
    {
        var changed = terminal.Write("gewijzigd.jsonl", string.Concat(lines.Select(line => line + "\n")));
        Assert.Equal(1, await terminal.RunAsync(["verify", changed, .. heads, "--keys", log.Keys]));
        Assert.Contains($"{changed}: ONGELDIG, want ", terminal.Output, StringComparison.Ordinal);
        Assert.Contains(finding, terminal.Output, StringComparison.Ordinal);
    }
}
