using System.Text.Json.Nodes;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Commands;

[Requirement("F5")]
public sealed class LintCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task The_four_protocols_have_nothing_open()
    {
        Assert.Equal(0, await _terminal.RunAsync("lint", Protocols()));
        Assert.DoesNotContain("OPEN", _terminal.Output, StringComparison.Ordinal);
        Assert.All(
            ["kasterlee-2025.json: bevindingen: 10", "maldegem-2023.json: bevindingen: 10", "mechelen-2024.json: bevindingen: 11", "turnhout-2021.json: bevindingen: 10"],
            line => Assert.Contains($"{line}; nog te aanvaarden of te verhelpen: 0", _terminal.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_finding_is_told_with_severity_code_subject_article_text_and_what_to_do()
    {
        var text = JsonNode.Parse(await File.ReadAllTextAsync(InProtocols("maldegem-2023.json"), TestContext.Current.CancellationToken))!;
        text["aanvaardeBevindingen"] = new JsonArray();
        Assert.Equal(1, await _terminal.RunAsync("lint", InProtocols("mechelen-2024.json"), _terminal.Write("maldegem-2023.json", text.ToJsonString())));
        Assert.Contains("maldegem-2023.json: bevindingen: 10; nog te aanvaarden of te verhelpen: 10", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains(
            """
              OPEN (blokkerend): termijn-zonder-lengte (tijdelijk), Maldegem art. 3: '(tijdelijk)' heeft geen lengte.
                Wat te doen: Spreek af hoelang, en wie daarna beslist.
            """, _terminal.Output, StringComparison.Ordinal);
        Assert.Contains(
            """
              aanvaard (blokkerend): haakjes-vergeten (art. 9), Mechelen art. 9: Er staan nog haken van het sjabloon: 'om elkaar [via de functionarissen voor gegevensbescherming] zonder onredelijke vertraging op de hoogte te stellen'.
                Aanvaard door Lotte Verbruggen (voorbeeld), informatieveiligheid, 1 april 2024: Gelezen zonder haken: gegevenslekken gaan langs de functionarissen.
                Wat te doen: Vul in of kies wat tussen de haken staat, en schrap ze.
            """, _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_cannot_stand_together_are_told()
    {
        var text = await File.ReadAllTextAsync(InProtocols("kasterlee-2025.json"), TestContext.Current.CancellationToken);
        var rival = _terminal.Write("kasterlee-2025.json", text.Replace("\"2460\"", "\"2800\"", StringComparison.Ordinal));
        Assert.Equal(1, await _terminal.RunAsync("lint", rival, InProtocols("mechelen-2024.json")));
        Assert.StartsWith("FOUT: de postcode 2800 staat bij meer dan één ontvanger: kasterlee-2025, mechelen-2024\n", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_file_is_told_with_file_place_and_reason()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Protocols(), "mechelen-2024.json"), TestContext.Current.CancellationToken);
        var bad = _terminal.Write("mechelen-2024.json", text.Replace("{\n", "{\n  \"extra\": 1,\n", StringComparison.Ordinal));
        Assert.Equal(1, await _terminal.RunAsync("lint", bad));
        Assert.Matches(@"mechelen-2024\.json: FOUT: \$\S* \(regel \d+\): .+", _terminal.Output);
    }

    [Fact]
    public async Task What_is_not_there_is_unusable()
    {
        Assert.Equal(2, await _terminal.RunAsync("lint", _terminal.Path("weg.json")));
        Directory.CreateDirectory(_terminal.Path("leeg"));
        Assert.Equal(2, await _terminal.RunAsync("lint", _terminal.Path("leeg")));
        Assert.Equal("Er zijn geen protocolbestanden gevonden.\n", _terminal.Error);
    }

    private static string InProtocols(string file) => Path.Combine(Protocols(), file);

    private static string Protocols()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GegevensdelingFunctions.sln")))
                return Path.Combine(folder.FullName, "protocols");
        }

        throw new InvalidOperationException("the tests run outside the repository");
    }
}
