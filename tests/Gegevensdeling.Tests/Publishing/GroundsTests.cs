using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Publishing;

/// <summary>The law on which a protocol stands, and by whose leave the national register number is used: in the file as the text has it, and for everybody to read.</summary>
public sealed class GroundsTests
{
    [Fact]
    [Requirement("D19")]
    public void Maldegem_names_its_legal_bases_and_the_authorisations_of_each_side()
    {
        var maldegem = CommittedProtocols.Maldegem;
        Assert.Equal(["c", "e"], maldegem.LegalGrounds.SelectMany(ground => ground.Gdpr).Distinct().Order(StringComparer.Ordinal));
        Authorised(
            maldegem,
            ("gemeente-maldegem", "besluit van 3 april 1984"), ("gemeente-maldegem", "besluit van 30 augustus 1985"), ("gemeente-maldegem", "RR nr. 03/2008"), ("gemeente-maldegem", "RR nr. 13/2013"),
            ("gemeente-maldegem", "Beslissing nr. 036/2020"), ("ocmw-maldegem", "besluit van 9 december 1987"), ("ocmw-maldegem", "besluit van 14 april 1988"));
    }

    [Fact]
    [Requirement("P18", "P19")]
    public void Turnhout_stands_on_a_legal_obligation_and_names_the_authorisations_of_each_side()
    {
        var turnhout = CommittedProtocols.Turnhout;
        var ground = Assert.Single(turnhout.LegalGrounds, one => one.Gdpr.Count > 0);
        Assert.Equal(["c"], ground.Gdpr);
        Assert.Contains("wettelijke verplichting", ground.Text, StringComparison.Ordinal);
        Authorised(
            turnhout,
            ("opgroeien-regie", "NL-013-618"), ("opgroeien-regie", "besluit van 7 juli 2002"), ("stad-turnhout", "besluit van 30 augustus 1985"), ("ocmw-turnhout", "besluit van 14 april 1988"));
    }

    private static void Authorised(Protocol protocol, params (string Party, string Part)[] expected)
    {
        Assert.Equal(expected.Length, protocol.Authorisations.Count);
        var rows = Pages.Read(Pages.Page(protocol)).Descendants("table").Single(table => table.Element("caption")!.Value == "Machtigingen").Descendants("tbody").Single().Elements("tr").ToList();
        Assert.Equal(expected.Length, rows.Count);
        foreach (var (one, row, (party, part)) in protocol.Authorisations.Zip(rows, expected))
        {
            Assert.Equal(party, one.Party.Value);
            Assert.Contains(part, one.Text, StringComparison.Ordinal);
            Assert.Equal("art. 7", one.Source);
            Assert.Contains(protocol.Party(one.Party).Name, row.Value, StringComparison.Ordinal);
            Assert.Contains(one.Text, row.Value, StringComparison.Ordinal);
        }
    }
}
