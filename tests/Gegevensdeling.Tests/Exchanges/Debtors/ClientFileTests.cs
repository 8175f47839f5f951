using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>What the OCMW gives of its clients to be compared, and what it is told of it.</summary>
[Requirement("F11")]
public sealed class ClientFileTests
{
    private static readonly string[] N = Case.Numbers;

    [Fact]
    public void Numbers_alone_are_enough()
    {
        var table = Case.Done(Case.Clients(Case.Maldegem, ["Rijksregisternummer"], [N[0]], [N[1]], [N[0]]));
        Assert.Equal([new(Case.Number(0), null, null, false), new Client(Case.Number(1), null, null, false)], table.Rows);
        Assert.Equal("2 cliënten; 1 waarschuwing.\nRij 4: let op: deze cliënt staat al in rij 2 en telt één keer.", table.Report.Text);
    }

    [Fact]
    [Requirement("W19")]
    public void Names_may_stand_beside_them()
    {
        var table = Case.Done(Case.Clients(Case.Maldegem, ["Familienaam", "Rijksregisternummer", "Voornaam"], ["Maes", N[0], "An"], [null, N[1], null]));
        Assert.Equal([new(Case.Number(0), "An", "Maes", false), new Client(Case.Number(1), null, null, false)], table.Rows);
    }

    [Fact]
    [Requirement("W17")]
    public void Withheld_numbers_need_the_setting_of_the_protocol()
    {
        string?[][] rows = [["Rijksregisternummer", "Niet meedelen"], [N[0], "ja"], [N[1], "Nee"], [N[2], null], [N[1], "JA"]];
        Assert.Equal("niet-meedelen-niet-geregeld", Case.Say(Case.Clients(Case.Maldegem, rows)));
        var table = Case.Done(Case.Clients(Case.WithObjection, rows));
        Assert.Equal([true, true, false], table.Rows.Select(client => client.Withheld));
        Assert.Equal("3 cliënten, waarvan 2 niet mee te delen; 1 waarschuwing.\nRij 5: let op: deze cliënt staat al in rij 3 en telt één keer; in één van beide staat 'niet meedelen', en dat geldt.", table.Report.Text);
        Assert.Equal("rijen-niet-in-orde; 2 ja-of-nee", Case.Say(Case.Clients(Case.WithObjection, rows[0], [N[0], "misschien"])));
    }

    [Fact]
    public void The_list_of_another_OCMW_is_refused_with_its_row()
    {
        string[] heading = ["Rijksregisternummer", "OCMW"];
        Assert.Equal(2, Case.Done(Case.Clients(Case.Maldegem, heading, [N[0], "OCMW Maldegem"], [N[1], " ocmw maldegem"])).Rows.Count);
        var refused = Case.Refused(Case.Clients(Case.Maldegem, heading, [N[0], "OCMW Maldegem"], [N[1], "OCMW Eeklo"], [N[2], null]));
        Assert.Equal("ander-ocmw; 3 ander-ocmw; 4 ander-ocmw", Case.Say<ClientTable>(refused));
        Assert.Equal("Dit is niet de cliëntenlijst van OCMW Maldegem: in het verslag staat welke rijen van een ander zijn. Er is niets overgenomen.", refused.Refusal.Text);
        Assert.DoesNotContain("Eeklo", $"{refused.Refusal}{refused.Report.Text}", StringComparison.Ordinal);
    }

    /// <summary>What the file is, and the refusal.</summary>
    private static readonly (string Words, string?[][] Rows, string Outcome)[] Files =
    [
        ("nothing", [], "leeg-bestand"),
        ("a heading", [["Rijksregisternummer"]], "leeg-bestand"),
        ("without the number", [["Voornaam"], ["An"]], "kolommen"),
        ("with another column", [["Rijksregisternummer", "Dossier"], [N[0], "x"]], "kolommen"),
        ("with something under no heading", [["Rijksregisternummer"], [N[0], "x"]], "andere-kolom"),
        ("with a sixth column", [["Rijksregisternummer"], [N[0], null, null, null, null, "x"]], "andere-kolom"),
        ("without a number in a row", [["Rijksregisternummer", "Voornaam"], [null, "An"]], "rijen-niet-in-orde; 2 geen-nummer"),
        ("with a name among the numbers", [["Rijksregisternummer"], [N[0]], ["An Maes"]], "rijen-niet-in-orde; 3 woorden-in-nummerkolom"),
        ("with a number that cannot be", [["Rijksregisternummer"], ["12345678901"]], "rijen-niet-in-orde; 2 controlegetal"),
        ("with a number among the names", [["Rijksregisternummer", "Voornaam"], [N[0], N[0]]], "rijen-niet-in-orde; 2 geen-naam"),
    ];

    public static TheoryData<int> EveryFile => [.. Enumerable.Range(0, Files.Length)];

    [Theory]
    [MemberData(nameof(EveryFile))]
    public void Another_file_is_refused(int file)
    {
        var (words, rows, outcome) = Files[file];
        Assert.True(outcome == Case.Say(Case.Clients(Case.Maldegem, rows)), words);
    }

    [Fact]
    public void More_clients_than_the_protocol_allows_are_refused()
    {
        string?[][] rows = [["Rijksregisternummer"], [N[0]], [N[1]], [N[2]]];
        Assert.Equal("te-veel-rijen", Case.Say(Case.Clients(Case.Limited(2), rows)));
        Assert.Equal("te-veel-rijen", Case.Say(DebtorFiles.ClientsOf(N[..3], null, Case.Limited(2))));
        Assert.Equal(3, Case.Done(Case.Clients(Case.Limited(3), rows)).Rows.Count);
    }

    [Fact]
    [Requirement("W17")]
    public void Numbers_without_a_workbook_are_judged_alike_by_their_place()
    {
        Assert.Equal([Case.Number(0), Case.Number(1)], Case.Done(DebtorFiles.ClientsOf([N[0], N[1]], null, Case.Maldegem)).Rows.Select(client => client.Number));
        Assert.Equal("leeg-bestand", Case.Say(DebtorFiles.ClientsOf([], null, Case.Maldegem)));
        Assert.Equal("rijen-niet-in-orde; 2 geen-elf-cijfers", Case.Say(DebtorFiles.ClientsOf([N[0], "1"], null, Case.Maldegem)));
        Assert.Equal("niet-meedelen-niet-geregeld", Case.Say(DebtorFiles.ClientsOf(N[..2], new HashSet<string> { N[0] }, Case.Maldegem)));
        Assert.Equal([true, false], Case.Done(DebtorFiles.ClientsOf(N[..2], new HashSet<string> { $"{N[0][..6]}-{N[0][6..]}" }, Case.WithObjection)).Rows.Select(client => client.Withheld));
        Assert.Equal("rijen-niet-in-orde", Case.Say(DebtorFiles.ClientsOf(N[..2], new HashSet<string> { N[5] }, Case.WithObjection)));
        Assert.Equal("rijen-niet-in-orde", Case.Say(DebtorFiles.ClientsOf(N[..2], new HashSet<string> { "x" }, Case.WithObjection)));
    }
}
