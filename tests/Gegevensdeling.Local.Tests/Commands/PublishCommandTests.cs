using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Commands;

[Requirement("G2")]
public sealed class PublishCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Everything_is_written_and_every_link_of_the_website_leads_to_a_file_in_it()
    {
        Assert.Equal(0, await PublishAsync("uit"));
        var files = _terminal.Files();
        foreach (var file in new[] { "index.html", "protocollen.json", "mechelen-2024.html", "mechelen-2024-folder.html", "kasterlee-2025-informatie.html" })
            Assert.Contains($"uit/website/{file}", files);
        foreach (var file in new[] { "verwerkingen-ocmw-mechelen.csv", "verwerkingen-opgroeien-regie.json", "verwerker.csv" })
            Assert.Contains($"uit/registers/{file}", files);
        foreach (var page in files.Where(file => file.EndsWith(".html", StringComparison.Ordinal)))
        {
            var links = System.Xml.Linq.XDocument.Load(_terminal.Path(page)).Descendants("a").Select(link => link.Attribute("href")!.Value);
            Assert.All(links.Where(link => !link.Contains(':', StringComparison.Ordinal) && !link.StartsWith('#')), link => Assert.Contains($"uit/website/{link}", files));
        }

        Assert.Equal([0xEF, 0xBB, 0xBF], (await File.ReadAllBytesAsync(_terminal.Path("uit/registers/verwerker.csv"), Stop))[..3]);
        Assert.DoesNotContain(files, file => file.EndsWith(".nieuw", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_time_replaces_its_own_and_removes_a_protocol_that_is_gone()
    {
        Assert.Equal(0, await PublishAsync("uit"));
        var fewer = Directory.CreateDirectory(_terminal.Path("minder")).FullName;
        File.Copy(Path.Combine(Rig.CommittedProtocols(), "mechelen-2024.json"), Path.Combine(fewer, "mechelen-2024.json"));
        await File.WriteAllTextAsync(_terminal.Path("uit/website/logo.svg"), "van de stad", Stop);
        Assert.Equal(0, await _terminal.RunAsync("publiceer", "--out", _terminal.Path("uit"), "--protocollen", fewer));
        Assert.DoesNotContain(_terminal.Files(), file => file.Contains("kasterlee", StringComparison.Ordinal));
        Assert.Contains("uit/website/logo.svg", _terminal.Files());
        Assert.Equal("van de stad", await File.ReadAllTextAsync(_terminal.Path("uit/website/logo.svg"), Stop));
    }

    [Fact]
    public async Task A_folder_of_somebody_else_is_left_alone()
    {
        Directory.CreateDirectory(_terminal.Path("site"));
        _terminal.Write("site/index.html", "de website van de stad");
        Assert.Equal(2, await PublishAsync("site"));
        Assert.Contains("is niet leeg en is niet door publiceer gemaakt", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(["site/index.html"], _terminal.Files());
    }

    [Fact]
    public async Task A_file_of_somebody_else_in_its_place_is_not_overwritten_and_nothing_is_written()
    {
        Assert.Equal(0, await PublishAsync("uit"));
        var list = _terminal.Path("uit/.gegevensdeling-publicatie");
        await File.WriteAllLinesAsync(list, (await File.ReadAllLinesAsync(list, Stop)).Where(line => line != "website/index.html"), Stop);
        _terminal.Write("uit/website/index.html", "van de stad");
        var before = File.GetLastWriteTimeUtc(_terminal.Path("uit/website/protocollen.json"));
        Assert.Equal(2, await PublishAsync("uit"));
        Assert.Contains("wordt niet overschreven", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal("van de stad", await File.ReadAllTextAsync(_terminal.Path("uit/website/index.html"), Stop));
        Assert.Equal(before, File.GetLastWriteTimeUtc(_terminal.Path("uit/website/protocollen.json")));
    }

    [Theory]
    [InlineData("../buiten.txt")]
    [InlineData("website/../../buiten.txt")]
    public async Task A_list_that_points_outside_removes_nothing_there(string line)
    {
        Assert.Equal(0, await PublishAsync("uit"));
        var outside = _terminal.Write("buiten.txt", "blijft");
        await File.AppendAllTextAsync(_terminal.Path("uit/.gegevensdeling-publicatie"), line + "\n", Stop);
        Assert.Equal(0, await PublishAsync("uit"));
        Assert.True(File.Exists(outside));
    }

    [Fact]
    public async Task A_link_in_the_place_of_a_page_is_replaced_and_not_followed()
    {
        Assert.Equal(0, await PublishAsync("uit"));
        var elsewhere = _terminal.Write("elders.txt", "blijft");
        File.Delete(_terminal.Path("uit/website/index.html"));
        File.CreateSymbolicLink(_terminal.Path("uit/website/index.html"), elsewhere);
        Assert.Equal(0, await PublishAsync("uit"));
        Assert.Equal("blijft", await File.ReadAllTextAsync(elsewhere, Stop));
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_Dutch()
    {
        Assert.Equal(2, await _terminal.RunAsync("publiceer"));
        Assert.Contains("De optie --out is nodig.", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(2, await _terminal.RunAsync("publiceer", "--out", _terminal.Path("uit"), "--protocollen", _terminal.Path("weg")));
        Assert.Contains("bestaat niet", _terminal.Error, StringComparison.Ordinal);
        var bad = Directory.CreateDirectory(_terminal.Path("slecht")).FullName;
        _terminal.Write("slecht/x.json", "{}");
        Assert.Equal(1, await _terminal.RunAsync("publiceer", "--out", _terminal.Path("uit"), "--protocollen", bad));
        Assert.Contains("x.json", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(2, await _terminal.RunAsync("publiceer", "--out", _terminal.Write("bestand", "x"), "--protocollen", Rig.CommittedProtocols()));
        Assert.Contains("is een bestand en geen map", _terminal.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_terminal.Path("uit")));
    }

    private Task<int> PublishAsync(string folder) => _terminal.RunAsync("publiceer", "--out", _terminal.Path(folder), "--protocollen", Rig.CommittedProtocols());
}
