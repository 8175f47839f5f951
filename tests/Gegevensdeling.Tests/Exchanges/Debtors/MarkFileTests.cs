using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>Two marks, and nothing on who is no client.</summary>
[Requirement("D3", "D6")]
public sealed class MarkFileTests
{
    private static readonly string[] N = Case.Numbers;

    [Fact]
    public void A_mark_is_one_of_the_two_of_the_protocol()
    {
        var marks = Case.Done(Case.Marks([N[0], "cliënt OCMW"], [N[1], " Invorderingsprocedure voortzetten "], [N[2], "Clie\u0308nt ocmw"]));
        Assert.Equal([DebtorMark.Client, DebtorMark.Continue, DebtorMark.Client], marks.Rows.Select(mark => mark.Mark));
        Assert.Equal([2, 3, 4], marks.Rows.Select(mark => mark.Row));
        Assert.DoesNotContain(N[0], $"{marks} {marks.Rows[0]}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geen cliënt", "rijen-niet-in-orde; 2 onbekende-vermelding")]
    [InlineData("client OCMW", "rijen-niet-in-orde; 2 onbekende-vermelding")]
    [InlineData("cliënt OCMW, liever bellen", "rijen-niet-in-orde; 2 onbekende-vermelding")]
    [InlineData("x\uD800", "rijen-niet-in-orde; 2 onbekende-vermelding")]
    [InlineData("", "rijen-niet-in-orde; 2 geen-vermelding")]
    public void No_other_value_is_a_mark(string mark, string outcome) => Assert.Equal(outcome, Case.Say(MarkCheckOf(mark)));

    [Fact]
    public void Refusals_say_which_words_are_expected_and_that_non_clients_are_left_out()
    {
        Assert.Equal(
            "Rij 2: fout: in de kolom 'Vermelding' hoort 'cliënt OCMW' of 'invorderingsprocedure voortzetten'.",
            Assert.Single(Case.Refused(Case.Marks([N[0], "ja"])).Report.Lines).ToString());
        Assert.Contains("Laat wie geen cliënt is weg.", Case.Refused(Case.Marks([N[0], null])).Report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_stands_once()
    {
        Assert.Equal("rijen-niet-in-orde; 4 dubbel", Case.Say(Case.Marks([N[0], "cliënt OCMW"], [N[1], "cliënt OCMW"], [N[0], "cliënt OCMW"])));
        Assert.Equal("rijen-niet-in-orde; 2 geen-nummer", Case.Say(Case.Marks([null, "cliënt OCMW"])));
        Assert.Equal("leeg-bestand", Case.Say(Case.Marks()));
    }

    // half a surrogate pair cannot be written to a workbook
    private static Gegevensdeling.Exchanges.Files.FileResult<MarkTable> MarkCheckOf(string mark) =>
        HeadedFile.Read([new(1, [Case.Text("Rijksregisternummer"), Case.Text("Vermelding")]), new(2, [Case.Text(N[0]), Case.Text(mark)])], new MarkCheck(Case.Maldegem));
}
