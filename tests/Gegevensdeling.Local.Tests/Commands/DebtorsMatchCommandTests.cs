using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Commands;

[Requirement("D2", "D3", "D5", "D6", "D10", "F11")]
public sealed class DebtorsMatchCommandTests : IDisposable
{
    private static readonly string Both = SyntheticInsz.Adult(0), Owing = SyntheticInsz.Adult(1), Known = SyntheticInsz.Adult(2);

    private readonly Terminal _terminal = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _terminal.Dispose();

    [Fact]
    [Requirement("W19")]
    public async Task Who_is_both_is_on_the_list_and_nothing_of_anybody_else_is_in_any_file()
    {
        Assert.Equal(0, await MatchAsync("--vermeldingen", _terminal.Path("vermeldingen.xlsx"), "--boekhouding", _terminal.Path("boekhouding.csv")));
        Assert.Equal(
            "2 debiteuren; 0 waarschuwingen.\n2 cliënten; 0 waarschuwingen.\n"
            + "Debiteur en cliënt: 1. Van hen met een andere naam bij het OCMW: 1; alleen de lijst voor het OCMW zegt wie.\n"
            + $"Bewaard: {_terminal.Path("lijst.xlsx")}\nBewaard: {_terminal.Path("vermeldingen.xlsx")}\nBewaard: {_terminal.Path("boekhouding.csv")}\n",
            _terminal.Output);
        Assert.Equal(["boekhouding.csv", "clienten.xlsx", "debiteuren.xlsx", "lijst.xlsx", "vermeldingen.xlsx"], _terminal.Files());

        var list = Rows("lijst.xlsx");
        Assert.Equal(["Jan", "Peeters", Both, "cliënt OCMW", "ja"], Assert.Single(list.Skip(1)));
        Assert.Equal([["Rijksregisternummer", "Vermelding"], [Both, "cliënt OCMW"]], Rows("vermeldingen.xlsx"));
        Assert.Equal($"rijksregisternummer;vermelding;actie\r\n{Both};cliënt OCMW;pauzeren\r\n", await File.ReadAllTextAsync(_terminal.Path("boekhouding.csv"), Stop));
        foreach (var name in new[] { "lijst.xlsx", "vermeldingen.xlsx", "boekhouding.csv" })
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_terminal.Path(name)));
        }

        Nobody();
    }

    [Fact]
    public async Task What_is_there_already_is_replaced_only_when_asked()
    {
        _terminal.Write("lijst.xlsx", "van vorige maand");
        Assert.Equal(2, await MatchAsync());
        Assert.Equal($"{_terminal.Path("lijst.xlsx")} bestaat al.\n", _terminal.Error);
        Assert.Equal("van vorige maand", await File.ReadAllTextAsync(_terminal.Path("lijst.xlsx"), Stop));
        Assert.Equal(0, await MatchAsync("--overschrijven"));
        Assert.Equal(2, Rows("lijst.xlsx").Length);
    }

    [Fact]
    [Requirement("W16")]
    public async Task A_refused_file_is_told_with_its_rows_and_leaves_nothing()
    {
        Clients(["Rijksregisternummer"], [Both]);
        Debtors(["Jan", "Peeters", Both], ["", "Bakkerij", "0123.456.749"], ["An", "Maes", null]);
        Assert.Equal(1, await RunAsync());
        Assert.StartsWith(
            "Het bestand met debiteuren is geweigerd.\n3 rijen gelezen, 2 fouten.\nRij 3: fout: dit is een ondernemingsnummer. Laat ondernemingen en personen zonder rijksregisternummer weg, en geef op hoeveel het er zijn.\n"
            + "Rij 4: fout: hier staat geen rijksregisternummer. Laat ondernemingen en personen zonder rijksregisternummer weg, en geef op hoeveel het er zijn.\nHet bestand is niet in orde: 2 fouten.",
            _terminal.Error, StringComparison.Ordinal);
        Assert.EndsWith("(Maldegem art. 1; art. 3)\n", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(["clienten.xlsx", "debiteuren.xlsx"], _terminal.Files());
        Nobody();

        Debtors(["Jan", "Peeters", Both]);
        Clients(["Rijksregisternummer", "OCMW"], [Both, "OCMW Eeklo"]);
        Assert.Equal(1, await RunAsync());
        Assert.Contains("Het bestand met cliënten is geweigerd.\n1 rij gelezen, 1 fout.\nRij 2: fout: in de kolom 'OCMW' staat niet 'OCMW Maldegem'.", _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(["clienten.xlsx", "debiteuren.xlsx"], _terminal.Files());
    }

    [Theory]
    [InlineData(2, "eindigen op .xlsx", "--out", "lijst.csv")]
    [InlineData(2, "eindigt op .csv", "--boekhouding", "boekhouding.xlsx")]
    [InlineData(2, "De map van", "--vermeldingen", "weg/vermeldingen.xlsx")]
    [InlineData(2, "staat er twee keer", "--vermeldingen", "lijst.xlsx")]
    [InlineData(2, "staat er twee keer", "--vermeldingen", "debiteuren.xlsx", "--overschrijven")]
    [InlineData(2, "regelt geen debiteuren", "--protocol", "=turnhout-2021")]
    [InlineData(2, "bestaat niet", "--protocol", "=weg-2020")]
    public async Task What_cannot_be_done_is_said_before_anything_is_read(int code, string says, params string[] options)
    {
        Debtors(["Jan", "Peeters", Both]);
        Clients(["Rijksregisternummer"], [Both]);
        string[] given = [.. options.Select((option, at) => at != 1 ? option : option.StartsWith('=') ? option[1..] : _terminal.Path(option))];
        Assert.Equal(code, options[0] == "--out" ? await RunAsync(given) : await RunAsync(["--out", _terminal.Path("lijst.xlsx"), .. given]));
        Assert.Contains(says, _terminal.Error, StringComparison.Ordinal);
        Assert.Equal(["clienten.xlsx", "debiteuren.xlsx"], _terminal.Files());
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_no_workbook_is_said_to_be()
    {
        Assert.Equal(2, await RunAsync());
        Assert.Contains("debiteuren.xlsx bestaat niet.", _terminal.Error, StringComparison.Ordinal);
        _terminal.Write("debiteuren.xlsx", "geen werkmap");
        Clients(["Rijksregisternummer"], [Both]);
        Assert.Equal(1, await RunAsync());
        Assert.Contains("Dit bestand is geen Excelbestand.", _terminal.Error, StringComparison.Ordinal);
    }

    private Task<int> MatchAsync(params string[] options)
    {
        Debtors(["Jan", "Peeters", Both], ["Rika", "Vandamme", Owing]);
        Clients(["Rijksregisternummer", "Voornaam", "Familienaam"], [Known, "Wouter", "Claes"], [Both, "Jan", "Pieters"]);
        return RunAsync(options);
    }

    private Task<int> RunAsync(params string[] options) => _terminal.RunAsync(
    [
        "debiteuren", "match", "--debtors", _terminal.Path("debiteuren.xlsx"), "--clients", _terminal.Path("clienten.xlsx"),
        .. options.Contains("--out") ? Array.Empty<string>() : ["--out", _terminal.Path("lijst.xlsx")], "--protocollen", Rig.CommittedProtocols(), .. options,
    ]);

    private void Debtors(params string?[][] rows) => Write("debiteuren.xlsx", [["Voornaam", "Familienaam", "Rijksregisternummer"], .. rows]);

    private void Clients(params string?[][] rows) => Write("clienten.xlsx", rows);

    private void Write(string name, string?[][] rows)
    {
        using var file = File.Create(_terminal.Path(name));
        using var writer = new WorksheetWriter(file, "Blad1");
        foreach (var row in rows)
            writer.Append(row);
        writer.Complete();
    }

    private string[][] Rows(string name)
    {
        using var file = File.OpenRead(_terminal.Path(name));
        using var reader = WorksheetReader.Open(file, null, WorksheetLimits.Default with { Columns = 13 }, Stop);
        return [.. reader.Rows().Select(row => row.Cells.OfType<WorksheetCell.Text>().Select(cell => cell.Value).ToArray())];
    }

    private void Nobody()
    {
        foreach (var word in new[] { Both, Owing, Known, "Peeters", "Vandamme", "Claes", "Bakkerij" })
            Assert.DoesNotContain(word, _terminal.Everything, StringComparison.Ordinal);
        foreach (var name in _terminal.Files().Where(name => name.EndsWith(".xlsx", StringComparison.Ordinal) && name is not ("debiteuren.xlsx" or "clienten.xlsx")))
            Assert.DoesNotContain(Rows(name).SelectMany(row => row), cell => cell == Owing || cell == Known || cell is "Rika" or "Vandamme" or "Wouter" or "Claes" or "Pieters");
    }
}
