using System.Text;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Publishing;

public sealed class RegisterTests
{
    private static readonly IReadOnlyList<(Protocol Protocol, PublicStanding Standing)> All =
        [.. Pages.Names.Select(name => (Pages.Protocol(name.Data), Pages.InForce))];

    private static IEnumerable<PartyId> Parties => All.SelectMany(one => one.Protocol.Parties).Select(party => party.Id).Distinct();

    [Fact]
    [Requirement("G2")]
    public void A_party_s_register_has_every_letter_of_article_30_1_for_each_of_its_protocols_and_no_other()
    {
        foreach (var party in Parties)
        {
            var register = ProcessingRegister.Of(party, All, Pages.On);
            Assert.Equal(All.Where(one => one.Protocol.IsParty(party)).Select(one => one.Protocol.Id), register.Entries.Select(entry => entry.Protocol));
            var rows = Csv.Read(register.Csv());
            Assert.Equal(["a", "a", "a", "b", "c", "c", "d", "e", "f", "g"], rows[0].Where(heading => heading.StartsWith("art. 30.1.", StringComparison.Ordinal)).Select(heading => heading.Split(' ')[1][5..]));
            Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
            Assert.Equal(register.Entries.Count + 1, rows.Count);
        }
    }

    [Fact]
    public void A_register_says_what_the_protocol_says_of_that_party()
    {
        var entry = ProcessingRegister.Of(new("ocmw-mechelen"), All, Pages.On).Entries.Single();
        var protocol = Pages.Protocol("mechelen");
        Assert.Equal(["De hulpvraag van de betrokkene verder onderzoeken.", "Zoeken naar de meest passende hulpverlening."], entry.Purposes);
        Assert.Equal(protocol.Fields.Select(field => field.Description), entry.Data);
        Assert.Contains(entry.Retention, kept => kept.StartsWith("10 jaar vanaf het afsluiten van het cliëntdossier. ", StringComparison.Ordinal));
        Assert.Contains(entry.Measures, measure => measure.Contains("veiligheidsplan", StringComparison.Ordinal));
        Assert.Equal(2, entry.Processors.Count);
        Assert.DoesNotContain(entry.Grounds, ground => ground.StartsWith("Artikel 7 ", StringComparison.Ordinal)); // the other side's
        Assert.Contains("In werking sinds", entry.Status, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("G14", "W21")]
    public void The_processor_s_register_has_the_operator_for_every_party_of_every_protocol()
    {
        var register = ProcessorRegister.Of(All, Pages.On);
        Assert.Equal(
            All.SelectMany(one => one.Protocol.Parties.Select(party => $"{one.Protocol.Id} {party.Name}")).Order(StringComparer.Ordinal),
            register.Entries.Select(entry => $"{entry.Protocol} {entry.Controller[0]}").Order(StringComparer.Ordinal));
        var rows = Csv.Read(register.Csv());
        Assert.Equal(["a", "a", "a", "b", "c", "d"], rows[0].Where(heading => heading.StartsWith("art. 30.2.", StringComparison.Ordinal)).Select(heading => heading.Split(' ')[1][5..]));
        Assert.Equal(["ocmw-kasterlee"], ProcessorRegister.Of(All, Pages.On, new PartyId("ocmw-kasterlee")).Entries.Select(entry => entry.Controller[0].ToLowerInvariant().Replace(' ', '-')));
    }

    [Fact]
    public void A_spreadsheet_gets_back_what_went_in()
    {
        var entries = ProcessingRegister.Of(new("opgroeien-regie"), All, Pages.On).Entries;
        var rows = Csv.Read(ProcessingRegister.Of(new("opgroeien-regie"), All, Pages.On).Csv());
        foreach (var (entry, row) in entries.Zip(rows.Skip(1)))
        {
            Assert.Equal(entry.Protocol.Value, row[0]);
            Assert.Equal(entry.Purposes, row[rows[0].ToList().IndexOf("art. 30.1.b doeleinden")].Split(" | "));
            Assert.Equal(entry.Measures, row[rows[0].ToList().IndexOf("art. 30.1.g maatregelen")].Split(" | "));
            Assert.Equal(entry.Assessment, row[^1]);
        }
    }

    [Fact]
    public void A_spreadsheet_opens_it_with_accents_and_runs_nothing()
    {
        string[] cells = ["=1+1", "+32", "-1", "@x", "\tx", "＝1", "a;b", "a\"b", "a\r\nb", "gewoon é", "a=b", ""];
        var text = RegisterCsv.Write([new RegisterColumn<string>("kop", cell => [cell]), new RegisterColumn<string>("nog", _ => ["n"])], cells);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), Encoding.UTF8.GetBytes(text)[..3]);
        string[] expected = ["kop", "'=1+1", "'+32", "'-1", "'@x", "'\tx", "'＝1", "a;b", "a\"b", "a\r\nb", "gewoon é", "a=b", ""];
        Assert.Equal(expected, Csv.Read(text).Select(row => row[0]));
    }

    [Fact]
    public void A_hostile_file_starts_no_formula_in_any_cell()
    {
        var mechelen = Pages.Protocol("mechelen");
        var hostile = mechelen with { Purposes = [.. mechelen.Purposes.Select(purpose => purpose with { Text = "=HYPERLINK(\"https://x.example\";\"klik\")" })] };
        foreach (var row in Csv.Read(ProcessingRegister.Of(new("ocmw-mechelen"), [(hostile, Pages.InForce)], Pages.On).Csv()))
            Assert.All(row, cell => Assert.False(cell is ['=' or '+' or '-' or '@', ..]));
    }

    /// <summary>A reader of RFC 4180 with semicolons, apart from the writer.</summary>
    private static class Csv
    {
        public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
        {
            var (rows, row, cell, quoted) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder(), false);
            Assert.Equal('\uFEFF', text[0]);
            for (var at = 1; at < text.Length; at++)
            {
                var sign = text[at];
                if (quoted && sign == '"' && at + 1 < text.Length && text[at + 1] == '"')
                    cell.Append(text[++at]);
                else if (sign == '"')
                    quoted = !quoted;
                else if (!quoted && sign == ';')
                    End(row, cell);
                else if (!quoted && sign == '\r' && text[at + 1] == '\n')
                {
                    at++;
                    End(row, cell);
                    rows.Add(row);
                    row = [];
                }
                else
                    cell.Append(sign);
            }

            Assert.True(row.Count == 0 && cell.Length == 0 && !quoted);
            return rows;
        }

        private static void End(List<string> row, StringBuilder cell)
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }
}
