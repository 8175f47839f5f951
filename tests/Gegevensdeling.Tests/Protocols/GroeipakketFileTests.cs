using System.Text.Json.Nodes;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>What the parts of a Groeipakket file must say of each other; nothing in code knows a column or a word of the answer.</summary>
[Requirement("P6", "P7", "P15")]
public sealed class GroeipakketFileTests
{
    private const string File = "turnhout-2021.json";

    private static readonly (string Path, string Reason, Action<JsonNode> Change)[] Table =
    [
        ("$.groeipakket.dienst", "geen partij", root => root["groeipakket"]!["dienst"] = "ocmw-geel"),
        ("$.groeipakket.dienst", "krijgt het antwoord niet", root => root["groeipakket"]!["dienst"] = "opgroeien-regie"),
        ("$.groeipakket.leeftijdTot", "loopt niet op", root => root["groeipakket"]!["leeftijdTot"] = 0),
        ("$.groeipakket.opvolging.hoofdNaWerkdagen", "na de dienst zelf", root => root["groeipakket"]!["opvolging"]!["hoofdNaWerkdagen"] = 3),
        ("$.groeipakket.sleutelPogingen", "ligt niet van 1 tot en met 10", root => root["groeipakket"]!["sleutelPogingen"] = 11),
        ("$.groeipakket.uittrekselBewarenDagen", "ligt niet van 1 tot en met 366", root => root["groeipakket"]!["uittrekselBewarenDagen"] = 0),
        ("$.groeipakket.grens", "geen van", root => root["groeipakket"]!["grens"] = "voor"),
        ("$.stromen", "'aanvraag' ontbreekt", root => root["stromen"]![0]!["code"] = "vraag"),
        ("$.stromen", "'antwoord' ontbreekt", root => root["stromen"]![1]!["code"] = "resultaat"),
        ("$.stromen[0].gegevens", "niets anders", root => root["stromen"]![0]!["gegevens"] = new JsonArray("insz-kind", "betalingsperiode")),
        ("$.stromen[1].gegevens", "'recht-sociale-toeslag' ontbreekt", root => root["stromen"]![1]!["gegevens"] = new JsonArray("insz-kind", "insz-begunstigde")),
        ("$.gegevens[0].kolommen", "kolom A", root => root["gegevens"]![0]!["kolommen"] = new JsonArray("F")),
        ("$.gegevens[1]", "één kolom", root => root["gegevens"]![1]!.AsObject().Remove("kolommen")),
        ("$.gegevens[2].kolommen", "evenveel kolommen", root => root["gegevens"]![2]!["kolommen"] = new JsonArray("C")),
        ("$.gegevens[2].kolommen", "al van een ander", root => root["gegevens"]![2]!["kolommen"] = new JsonArray("B", "C")),
        ("$.gegevens[3].kolommen", "hoogstens één", root => root["gegevens"]![3]!["kolommen"] = new JsonArray("E", "F")),
        ("$.gegevens", "sluiten op elkaar aan", root => root["gegevens"]![3]!["kolommen"] = new JsonArray("G")),
        ("$.gegevens[1].waarden", "twee verschillende woorden", root => root["gegevens"]![1]!["waarden"] = new JsonArray("ja", "ja")),
        ("$.gegevens[1].waarden", "twee verschillende woorden", root => root["gegevens"]![1]!["waarden"] = new JsonArray("ja", "=1")),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_file_by_which_no_answer_can_be_written_is_refused(int row)
    {
        var (path, reason, change) = Table[row];
        var rejected = Assert.IsType<ProtocolFileResult.Rejected>(Parse(change));
        Assert.True(rejected.Errors.Any(error => error.Path == path && error.Reason.Contains(reason, StringComparison.Ordinal)), rejected.Text);
    }

    [Fact]
    [Requirement("X8")]
    public void A_column_for_the_period_of_payment_is_one_line_in_the_file() =>
        Assert.IsType<ProtocolFileResult.Loaded>(Parse(root => root["gegevens"]![3]!["kolommen"] = new JsonArray("E")));

    [Theory]
    [InlineData("vanaf", "2020-03-01")]
    [InlineData("na", "2020-03-02")]
    [Requirement("X7")]
    public void The_boundary_says_whether_its_day_counts(string boundary, string first)
    {
        var protocol = CommittedProtocols.Loaded(Parse(root => root["groeipakket"]!["grens"] = boundary));
        Assert.Equal(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), protocol.Groeipakket!.FirstDay);
    }

    private static ProtocolFileResult Parse(Action<JsonNode> change)
    {
        var root = JsonNode.Parse(CommittedProtocols.Text(File))!;
        change(root);
        return ProtocolFile.Parse(File, System.Text.Encoding.UTF8.GetBytes(root.ToJsonString()));
    }
}
