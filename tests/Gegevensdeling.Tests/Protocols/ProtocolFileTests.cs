using System.Text;
using Gegevensdeling.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>A bad protocol file is refused with file, place and reason.</summary>
public sealed class ProtocolFileTests
{
    private const string File = "mechelen-2024.json";

    private static string Good => CommittedProtocols.Text(File);

    /// <summary>A fault planted on one line of the good file: what stood there, what stands there now, where and what is told.</summary>
    public static TheoryData<string, string, string, string> Faults => new()
    {
        // the form
        { "\"versie\": 1,", "\"versie\": 1, \"extra\": true,", "$.extra", "onbekend" },
        { "\"versie\": 1,", "\"versie\": 1, \"versie\": 2,", "$.versie", "twee keer" },
        { "\"versie\": 1,", "\"versie\": \"1\",", "$.versie", "geheel getal" },
        { "\"versie\": 1,", "\"versie\": 1.5,", "$.versie", "geen geheel getal" },
        { "\"versie\": 1,", "\"versie\": 0,", "$.versie", "ligt niet van 1" },
        { "\"versie\": 1,", "\"versie\": null,", "$.versie", "niet null" },
        { "\"soort\": \"doorverwijzing\",", "\"soort\": \"Doorverwijzing\",", "$.soort", "geen van" },
        { "\"kbo\": \"0212.196.111\",", "\"kbo\": \"212.196.111\",", "$.partijen[1].kbo", "vorm" },
        { "\"datum\": \"2023-12-04\",", "\"datum\": \"04/12/2023\",", "$.adviezen[0].datum", "geen datum" },
        { "\"datum\": \"2023-12-04\",", "\"datum\": \"2023-02-29\",", "$.adviezen[0].datum", "geen datum" },
        { "\"e-mail\": \"maatschappelijk-werkers@ocmw-mechelen.example\",", "\"e-mail\": \"maatschappelijk werkers\",", "$.contactpunten[1].collegas.e-mail", "geen e-mailadres" },
        { "\"e-mail\": \"maatschappelijk-werkers@ocmw-mechelen.example\",", "\"e-mail\": \"Team <team@ocmw.example>\",", "$.contactpunten[1].collegas.e-mail", "geen e-mailadres" },
        { "\"nummer\": \"+3215000000\",", "\"nummer\": \"015 00 00 00\",", "$.contactpunten[1].telefoonDienst.nummer", "vorm" },
        { "\"2811\",", "\"2811\\n\",", "$.doorverwijzing.gebied.postcodes[2]", "vorm" },
        { "\"2811\",", "\"28110\",", "$.doorverwijzing.gebied.postcodes[2]", "vorm" },
        { "\"url\": \"https://protocollen.mechelen.example/mechelen-2024\",", "\"url\": \"http://protocollen.mechelen.example\",", "$.bekendmakingen[1].url", "vorm" },
        { "\"naam\": \"Mathias Vaes\",", "\"naam\": \" \",", "$.ondertekening.handtekeningen[1].naam", "leeg" },
        { "\"binnenUren\": 24,", "\"binnenUren\": 48,", "$.doorverwijzing.wissen.binnenUren", "tot en met 24" },
        { "\"noodoplossing\": false,", "\"noodoplossing\": 0,", "$.stromen[0].kanalen[0].noodoplossing", "true of false" },
        { "\"zetel\": \"Lange Schipstraat 27, 2800 Mechelen\",", "\"zetel\": [],", "$.partijen[1].zetel", "hier hoort tekst" },
        { "\"algoritme\": \"AES-256\",", "\"algoritme\": \"AES-128\",", "$.stromen[0].kanalen[0].versleuteling.algoritme", "vorm" },
        { "\"tekst\": \"Zoeken naar de meest passende hulpverlening.\",", "", "$.doeleinden[3]", "'tekst' ontbreekt" },
        { "\"bron\": \"F\"", "\"bron\": \"artikel F\"", "$.adviezen[1].bron", "vorm" },

        // what the parts say of each other
        { "\"id\": \"mechelen-2024\",", "\"id\": \"mechelen-2025\",", "$.id", "hoort bij het bestand" },
        { "\"partij\": \"ocmw-mechelen\", \"datum\": \"2023-11-30\",", "\"partij\": \"ocmw-geel\", \"datum\": \"2023-11-30\",", "$.adviezen[1].partij", "geen partij" },
        { "\"naar\": [ \"ocmw-mechelen\" ], \"betreft\"", "\"naar\": [ \"opgroeien-regie\" ], \"betreft\"", "$.stromen[0].naar", "zichzelf" },
        { "\"naar\": [ \"ocmw-mechelen\" ], \"betreft\"", "\"naar\": [ \"ocmw-mechelen\", \"opgroeien-regie\" ], \"betreft\"", "$.stromen[0]", "één ontvanger" },
        { "\"fase\": 1,", "\"fase\": 2,", "$.stromen[0].fase", "vanaf 1" },
        { "\"code\": \"naam\",", "\"code\": \"voornaam\",", "$.gegevens[1].code", "komt al eerder voor" },
        { "\"soort\": \"mail\", \"adres\": \"opkomst@mechelen.be\",", "\"soort\": \"mail\", \"adres\": \"iemand@mechelen.be\",", "$.stromen[0].kanalen", "ander adres" },
        { "\"versleuteling\": { \"algoritme\": \"AES-256\", \"formaat\": \"7z\" }", "\"versleuteling\": null", "$.stromen[0].kanalen[0].versleuteling", "verzegeld" },
        { "\"beheerder\": true,", "\"beheerder\": false,", "$.verwerkers", "beheerder" },
        { "\"soort\": \"doorverwijzing\",", "\"soort\": \"debiteuren\",", "$.doorverwijzing", "hoort niet bij" },
        { "\"nietOpgenomenHoofdNaWerkdagen\": 2,", "\"nietOpgenomenHoofdNaWerkdagen\": 1,", "$.doorverwijzing.opvolging.nietOpgenomenHoofdNaWerkdagen", "na de collega's" },
        { "\"escalatieNaWerkdagen\": 15,", "\"escalatieNaWerkdagen\": 4,", "$.doorverwijzing.opvolging.escalatieNaWerkdagen", "na de eerste herinnering" },
        { "\"2811\",", "\"1000\",", "$.doorverwijzing.gebied.postcodes[2]", "CAW" },
        { "\"2811\",", "\"2800\",", "$.doorverwijzing.gebied.postcodes[2]", "twee keer" },
        { "\"geldigTot\": null,", "\"geldigTot\": \"2022-12-31\",", "$.partijen[0].functionarisGegevensbescherming.geldigTot", "eindigt voor" },
        { "\"begin\": \"afsluiten-van-het-clientdossier\",", "", "$.bewaring.termijnen[1]", "'begin'" },
        { "\"referentie\": \"DPIA-VOORBEELD-mechelen-2024\",", "", "$.dpia", "referentie" },
        { "\"bevestigdDoor\"", "\"bevestigdDoorWie\"", "$.contactpunten[1].postbus", "'bevestigdDoor' ontbreekt" },
        { "\"overeenkomstBestaat\": false,", "\"overeenkomstBestaat\": true,", "$.doorverwijzing.gbo", "GBO" },
        { "\"bron\": \"F\"", "\"bron\": \"G\"", "$.adviezen[1].bron", "'G' staat niet bij de artikelen en overwegingen" },
        { "\"bron\": \"art. 10\"", "\"bron\": \"art. 12\"", "$.rechtbank.bron", "'art. 12' staat niet bij de artikelen en overwegingen" },
        { "\"nummer\": 2, \"opschrift\"", "\"nummer\": 1, \"opschrift\"", "$.tekst.artikelen[1].nummer", "komt al eerder voor" },
        { "\"nummer\": 2, \"opschrift\"", "\"nummer\": -2, \"opschrift\"", "$.tekst.artikelen[1].nummer", "ligt niet van 1" },
        { "\"gedrukt\": \"artikel 3\", \"artikel\": 3,", "\"gedrukt\": \"artikel 3\", \"punt\": \"2°\",", "$.tekst.verwijzingen[2].punt", "hoort bij een 'artikel'" },
        { "\"gedrukt\": \"artikel 3\", \"artikel\": 3,", "\"gedrukt\": \"artikel 3\", \"artikel\": 3, \"overweging\": \"C\",", "$.tekst.verwijzingen[2]", "noemt één plaats" },
        { "\"bedoelt\": \"gegevens\"", "\"bedoelt\": \"alles\"", "$.tekst.verwijzingen[2].bedoelt", "geen van" },
        { "\"naar\": [ \"ocmw-mechelen\" ], \"gedrukt\"", "\"naar\": [ \"ocmw-geel\" ], \"gedrukt\"", "$.tekst.richtingen[0].naar[0]", "geen partij" },
        { "\"herinneringNaWerkdagen\": [ 1, 2, 5 ],", "\"herinneringNaWerkdagen\": [ 2, 1 ],", "$.stromen[0].sleutel.herinneringNaWerkdagen", "lopen niet op" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_with_its_place_and_reason(string was, string becomes, string path, string reason)
    {
        var compact = Compact(Good);
        Assert.Contains(was, compact, StringComparison.Ordinal);
        var at = compact.IndexOf(was, StringComparison.Ordinal);

        var rejected = Rejected(string.Concat(compact.AsSpan(0, at), becomes, compact.AsSpan(at + was.Length)));

        Assert.All(rejected.Errors, error => Assert.Equal(File, error.File));
        Assert.Contains(rejected.Errors, error => error.Path == path && error.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void The_line_is_the_one_on_which_the_fault_stands()
    {
        var lines = Good.Split('\n');
        var line = Array.FindIndex(lines, text => text.Contains("\"2024-03-27\"", StringComparison.Ordinal));
        lines[line] = lines[line].Replace("2024-03-27", "2024-03-32", StringComparison.Ordinal);

        var error = Assert.Single(Rejected(string.Join('\n', lines)).Errors);

        Assert.Equal(line + 1, error.Line);
        Assert.Equal($"mechelen-2024.json: $.ondertekening.handtekeningen[0].datum (regel {line + 1}): '2024-03-32' is geen datum (jjjj-mm-dd)", error.ToString());
    }

    [Fact]
    public void Several_faults_are_told_in_one_pass_in_the_order_of_the_file()
    {
        var bad = Good.Replace("\"2023-12-04\"", "\"gisteren\"", StringComparison.Ordinal).Replace("\"2811\"", "\"x\"", StringComparison.Ordinal);
        Assert.Equal(["$.adviezen[0].datum", "$.doorverwijzing.gebied.postcodes[2]"], Rejected(bad).Errors.Select(error => error.Path));
    }

    [Fact]
    public void Every_required_member_that_is_left_out_is_named()
    {
        foreach (var cut in MemberCuts.Of(Good, member => !Optional.Contains(member)).Where(cut => cut is not { Parent: "$.dpia", Member: "datum" }))
        {
            Assert.Contains(Rejected(cut.Json).Errors, error =>
                error.Path == cut.Parent && error.Reason.Contains($"'{cut.Member}'", StringComparison.Ordinal) && error.Reason.Contains("ontbreekt", StringComparison.Ordinal));
        }
    }

    /// <summary>May be left out, or must be there only because of another value (those faults stand in the table above).</summary>
    private static readonly string[] Optional =
    [
        "$schema", "reden", "namens", "kboInTekst", "e-mailInTekst", "datumInTekst", "voorwaarde", "termijn", "begin", "referentie",
        "postbus", "collegas", "hoofdDienst", "telefoonDienst", "samenwerkingsovereenkomst", "doorverwijzing",
        "artikel", "punt", "overweging", "bijlage", "zegt",
    ];

    /// <summary>In words: a referral needs a mailbox, somebody to tell when it lies there, an agreement, and its own settings.</summary>
    [Theory]
    [InlineData("postbus", "$.contactpunten[1]")]
    [InlineData("collegas", "$.contactpunten[1]")]
    [InlineData("hoofdDienst", "$.contactpunten[1]")]
    [InlineData("samenwerkingsovereenkomst", "$.soort")]
    [InlineData("doorverwijzing", "$.soort")]
    public void What_only_a_referral_needs_is_asked_of_it(string member, string path)
    {
        var cut = MemberCuts.Of(Good, name => name == member).Last();
        Assert.Contains(Rejected(cut.Json).Errors, error => error.Path == path);
    }

    [Fact]
    public void An_end_that_cannot_be_is_refused()
    {
        Assert.Contains(Rejected(WithEnd("\"opzegging\": { \"datum\": \"2024-03-31\", \"door\": \"ocmw-mechelen\", \"bron\": \"art. 11\" }")).Errors, error => error.Path == "$.looptijd.opzegging.datum");
        Assert.Contains(Rejected(WithEnd("\"opzegging\": { \"datum\": \"2025-03-31\", \"door\": \"ocmw-geel\", \"bron\": \"art. 11\" }")).Errors, error => error.Path == "$.looptijd.opzegging.door");
        Assert.Contains(Rejected(WithEnd("\"beeindiging\": { \"datum\": \"2025-03-31\", \"oorzaak\": \"inbreuk\", \"door\": \"ocmw-mechelen\", \"bron\": \"art. 8\" }")).Errors, error => error.Path == "$.looptijd.beeindiging");
        Assert.IsType<ProtocolFileResult.Loaded>(ProtocolFile.Parse(File, WithEnd("\"opzegging\": { \"datum\": \"2025-03-31\", \"door\": \"ocmw-mechelen\", \"bron\": \"art. 11\" }")));
    }

    private static string WithEnd(string end) =>
        Good.Replace("\"beeindigingBijInbreuk\"", end + ", \"beeindigingBijInbreuk\"", StringComparison.Ordinal);

    [Theory]
    [InlineData("", 1)]
    [InlineData("{", 1)]
    [InlineData("{\n  \"id\": \"a\",\n  oops\n}", 3)]
    [InlineData("{} {}", 1)]
    [InlineData("{ \"id\": \"\\ud800\" }", 1)]
    [InlineData("// toelichting\n{}", 1)]
    public void Text_that_is_no_JSON_is_refused_with_its_line(string text, int line)
    {
        var error = Assert.Single(Rejected(text).Errors);
        Assert.Equal((line, "dit is geen geldige JSON-tekst"), (error.Line, error.Reason));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"protocol\"")]
    public void JSON_that_is_no_object_is_refused(string text) =>
        Assert.Contains("hier hoort een object", Assert.Single(Rejected(text).Errors).Reason, StringComparison.Ordinal);

    [Fact]
    public void Nesting_without_end_and_files_of_megabytes_are_refused()
    {
        Assert.Single(Rejected(new string('[', 100_000)).Errors);
        Assert.Contains("groter", Assert.Single(Rejected(new string(' ', (1 << 20) + 1)).Errors).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault() =>
        Assert.IsType<ProtocolFileResult.Loaded>(ProtocolFile.Parse(File, (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Good)]));

    [Fact]
    public void Whatever_bytes_stand_in_the_file_the_answer_is_a_value()
    {
        var random = new Random(20240401);
        var bytes = Encoding.UTF8.GetBytes(Good);
        for (var round = 0; round < 300; round++)
        {
            var bad = bytes.ToArray();
            for (var hit = 0; hit < 3; hit++)
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            Assert.NotNull(ProtocolFile.Parse(File, bad));
        }
    }

    private static ProtocolFileResult.Rejected Rejected(string json) =>
        Assert.IsType<ProtocolFileResult.Rejected>(ProtocolFile.Parse(File, json));

    /// <summary>The file with small objects and lists on one line, so that a fault can be planted by its words.</summary>
    private static string Compact(string json) =>
        System.Text.RegularExpressions.Regex.Replace(json, @"\n\s*", " ").Replace(" ,", ",", StringComparison.Ordinal);
}
