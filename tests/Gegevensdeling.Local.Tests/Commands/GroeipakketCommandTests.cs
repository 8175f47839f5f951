using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Commands;

[Requirement("P2", "P3", "P5", "P6")]
public sealed class GroeipakketCommandTests : IDisposable
{
    private const string PartnerKey = "een wachtzin van de gemeente";

    private static readonly string Child = SyntheticInsz.Child(0), Other = SyntheticInsz.Child(1), Adult = SyntheticInsz.Adult(0);

    private readonly Terminal _terminal = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task A_plain_request_is_answered_in_a_plain_workbook()
    {
        Assert.Equal(0, await AnswerAsync(Plain(Child, "fout", Other), "antwoord.xlsx"));
        Assert.Equal($"3 rijen: 2 in orde, 1 fout; 0 waarschuwingen. Een foute rij krijgt geen antwoord.\nRecht: 1; geen recht: 1; zonder antwoord: 1.\nAntwoord: {_terminal.Path("antwoord.xlsx")}\n", _terminal.Output);
        Assert.Equal([[Child, "ja", Adult], ["fout"], [Other, "nee"]], await ReadAsync(await File.ReadAllBytesAsync(_terminal.Path("antwoord.xlsx"), Stop)));
        Assert.Equal(["aanvraag.xlsx", "antwoord.xlsx", "kadaster.csv"], _terminal.Files());
    }

    [Fact]
    public async Task A_sealed_request_is_answered_in_a_sealed_workbook_under_a_new_private_key()
    {
        var request = await SealedAsync(Child, Other);
        Assert.Equal(0, await AnswerAsync(request, "antwoord.7z", "--key-file", _terminal.Write("sleutel", PartnerKey)));
        var key = (await File.ReadAllLinesAsync(_terminal.Path("antwoord.7z.sleutel.txt"), Stop))[0];
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_terminal.Path("antwoord.7z.sleutel.txt")));
        Assert.DoesNotContain(key[..6], _terminal.Everything, StringComparison.Ordinal);

        await using var file = File.OpenRead(_terminal.Path("antwoord.7z"));
        using var archive = await SealedArchive.OpenAsync(file, key, ArchiveLimits.Default, Stop);
        using var content = new MemoryStream();
        await archive.ReadAsync(Assert.Single(archive.Entries), content, Stop);
        Assert.Equal("antwoord.xlsx", archive.Entries[0].Name);
        Assert.Equal([[Child, "ja", Adult], [Other, "nee"]], await ReadAsync(content.ToArray()));
    }

    [Fact]
    [Requirement("W23")]
    public async Task Nothing_on_the_screen_is_a_number_of_a_person()
    {
        Assert.Equal(0, await AnswerAsync(Plain(Child, Child, Other[..10]), "antwoord.xlsx"));
        Assert.Equal(1, await CheckAsync(Plain(Child, Child, Other[..10])));
        Assert.Contains("Rij 2: fout: dit kind staat al in rij 1", _terminal.Output, StringComparison.Ordinal);
        foreach (var number in new[] { Child, Other[..10], Adult })
            Assert.DoesNotContain(number, _terminal.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "De sleutel past niet", "--key-file", "andere")]
    [InlineData(2, "geef de sleutel met --key-file")]
    [InlineData(2, "weg bestaat niet of bevat geen sleutel", "--key-file", "weg")]
    public async Task Without_the_right_key_nothing_is_written(int code, string says, params string[] options)
    {
        _terminal.Write("andere", "iets anders");
        var request = await SealedAsync(Child);
        Assert.Equal(code, await AnswerAsync(request, "antwoord.7z", [.. options.Select((option, at) => at == 1 ? _terminal.Path(option) : option)]));
        Assert.Contains(says, _terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_terminal.Files(), file => file.StartsWith("antwoord", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bad_extract_or_a_request_without_a_right_row_leaves_nothing()
    {
        Assert.Equal(1, await AnswerAsync(Plain("INSZ", "123"), "antwoord.xlsx"));
        Assert.Contains("Geen enkele rij is in orde", _terminal.Error, StringComparison.Ordinal);
        var request = Plain(Child);
        _terminal.Write("kadaster.csv", "insz_kind;recht_van;recht_tot;begunstigde_1;begunstigde_2\noeps\n");
        Assert.Equal(1, await RunAsync("answer", request, "antwoord.7z"));
        Assert.Contains("regel 2", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(["aanvraag.xlsx", "kadaster.csv"], _terminal.Files());
    }

    [Theory]
    [InlineData("antwoord.csv", "2021-06-15", "eindigt op .xlsx of op .7z")]
    [InlineData("kadaster.csv.xlsx", "2021-06-15", "bestaat al")]
    [InlineData("weg/antwoord.xlsx", "2021-06-15", "De map van")]
    [InlineData("antwoord.xlsx", "15/06/2021", "jjjj-mm-dd")]
    public async Task What_cannot_be_done_is_said_before_anything_is_read(string name, string on, string says)
    {
        _terminal.Write("kadaster.csv.xlsx", "iets van een ander");
        Extract();
        Assert.Equal(2, await _terminal.RunAsync(
            "groeipakket", "answer", "--request", Plain(Child), "--register", _terminal.Path("kadaster.csv"), "--out", _terminal.Path(name), "--on", on, "--protocollen", Rig.CommittedProtocols()));
        Assert.Contains(says, _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(["aanvraag.xlsx", "kadaster.csv", "kadaster.csv.xlsx"], _terminal.Files());
    }

    [Fact]
    public async Task A_request_in_order_says_so_and_another_protocol_is_refused()
    {
        Assert.Equal(0, await CheckAsync(Plain(Child, Other)));
        Assert.Equal("2 rijen: 2 in orde, 0 fout; 0 waarschuwingen.\n", _terminal.Output);
        Assert.Equal(2, await _terminal.RunAsync("groeipakket", "controle", "--request", Plain(Child), "--protocol", "mechelen-2024", "--protocollen", Rig.CommittedProtocols()));
        Assert.Contains("regelt geen Groeipakketaanvraag", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(1, await CheckAsync(_terminal.Write("aanvraag.xlsx", "geen werkmap")));
    }

    private Task<int> AnswerAsync(string request, string answer, params string[] options)
    {
        Extract();
        return RunAsync("answer", request, answer, options);
    }

    private Task<int> RunAsync(string command, string request, string answer, params string[] options) => _terminal.RunAsync(
    [
        "groeipakket", command, "--request", request, "--register", _terminal.Path("kadaster.csv"), "--out", _terminal.Path(answer), "--on", "2021-06-15",
        "--protocollen", Rig.CommittedProtocols(), .. options,
    ]);

    private Task<int> CheckAsync(string request) =>
        _terminal.RunAsync("groeipakket", "controle", "--request", request, "--on", "2021-06-15", "--protocollen", Rig.CommittedProtocols());

    private void Extract() => _terminal.Write("kadaster.csv", $"insz_kind;recht_van;recht_tot;begunstigde_1;begunstigde_2\n{Child};2020-03-01;;{Adult};\n");

    private string Plain(params string[] cells)
    {
        File.WriteAllBytes(_terminal.Path("aanvraag.xlsx"), Workbook(cells));
        return _terminal.Path("aanvraag.xlsx");
    }

    private async Task<string> SealedAsync(params string[] cells)
    {
        await using var archive = File.Create(_terminal.Path("aanvraag.7z"));
        await SealedArchiveWriter.WriteAsync(archive, PartnerKey, [new ArchiveEntry("aanvraag.xlsx", new MemoryStream(Workbook(cells)))], Stop);
        return _terminal.Path("aanvraag.7z");
    }

    private static byte[] Workbook(string[] cells)
    {
        using var stream = new MemoryStream();
        using (var writer = new WorksheetWriter(stream, "Blad1"))
        {
            foreach (var cell in cells)
                writer.Append(cell);
            writer.Complete();
        }

        return stream.ToArray();
    }

    private static Task<string[][]> ReadAsync(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var reader = WorksheetReader.Open(stream, null, WorksheetLimits.Default with { Columns = 4 }, Stop);
        return Task.FromResult<string[][]>([.. reader.Rows().Select(row => row.Cells.OfType<WorksheetCell.Text>().Select(cell => cell.Value).ToArray())]);
    }
}
