using System.Text.Json.Nodes;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>What the parts of a debtor file must say of each other, each with one defect planted: the phases of article 3, two marks, neutral natures, who confirms what.</summary>
[Requirement("D2", "D3", "D4")]
public sealed class DebtorFileTests
{
    private const string File = "maldegem-2023.json";

    private static readonly (string Path, string Reason, Action<JsonNode> Change)[] Table =
    [
        // D2 to D4: three phases, each with its own data and its own direction, every month (D1)
        ("$.stromen[0].code", "stroom 1 is 'fase-1'", root => Flow(root, 0)["code"] = "fase-een"),
        ("$.stromen", "stroom 3 is 'fase-3'", root => root["stromen"]!.AsArray().RemoveAt(2)),
        ("$.stromen[3]", "'fase-4' is er geen van", root => root["stromen"]!.AsArray().Add(Fourth(root))),
        ("$.stromen[0].gegevens", "'familienaam' ontbreekt", root => Flow(root, 0)["gegevens"] = new JsonArray("voornaam", "rijksregisternummer")),
        ("$.stromen[0].gegevens", "'adres' hoort niet bij deze fase", root => Flow(root, 0)["gegevens"]!.AsArray().Add("adres")),
        ("$.stromen[0].gegevens", "'bedrag' hoort niet bij deze fase", root => Flow(root, 0)["gegevens"]!.AsArray().Add("bedrag")),
        ("$.stromen[1].gegevens", "'vermelding' ontbreekt", root => Flow(root, 1)["gegevens"] = new JsonArray("voornaam")),
        ("$.stromen[1].gegevens", "'voornaam' hoort niet bij deze fase", root => Flow(root, 1)["gegevens"]!.AsArray().Add("voornaam")),
        ("$.stromen[2].gegevens", "'laatste-afbetaling' ontbreekt", root => Flow(root, 2)["gegevens"]!.AsArray().RemoveAt(5)),
        ("$.stromen[2].gegevens", "'vermelding' hoort niet bij deze fase", root => Flow(root, 2)["gegevens"]!.AsArray().Add("vermelding")),
        ("$.stromen[1].van", "terug naar de verzender", root => Turn(root, 1)),
        ("$.stromen[2].van", "in elke fase dezelfde", root => Turn(root, 2)),
        ("$.stromen[0].van", "één verzender", root => Flow(root, 0)["van"] = new JsonArray("gemeente-maldegem", "gemeente-maldegem")),
        ("$.stromen[1].periodiciteit.waarde", "elke maand", root => Flow(root, 1)["periodiciteit"]!["waarde"] = "eenmalig"),

        // D3, G19: two marks; a closed list of natures without a word that betrays a sanction
        ("$.gegevens[3].waarden", "twee vermeldingen", root => Field(root, 3)["waarden"] = new JsonArray("cliënt OCMW")),
        ("$.gegevens[3].waarden", "twee vermeldingen", root => Field(root, 3)["waarden"]!.AsArray().Add("geen cliënt")),
        ("$.gegevens[3]", "twee vermeldingen", root => Field(root, 3).AsObject().Remove("waarden")),
        ("$.gegevens[3].waarden", "verschillende woorden", root => Field(root, 3)["waarden"] = new JsonArray("cliënt OCMW", "Cliënt OCMW")),
        ("$.gegevens[3].waarden", "zonder spaties", root => Field(root, 3)["waarden"] = new JsonArray("cliënt OCMW", " voortzetten")),
        ("$.gegevens[6]", "gesloten lijst", root => Field(root, 6).AsObject().Remove("waarden")),
        ("$.gegevens[6].waarden", "gesloten lijst", root => Field(root, 6)["waarden"] = new JsonArray()),
        ("$.gegevens[6].waarden", "verschillende woorden", root => Field(root, 6)["waarden"]!.AsArray().Add("belasting")),
        .. new[] { "GAS-boete", "boete", "retributie (GAS)", "administratieve sanctie", "Parkeerovertreding", "gas", "PV", "proces-verbaal", "strafrechtelijk" }.Select(word =>
            ("$.gegevens[6].waarden", $"'{word}' kan een sanctie verraden", (Action<JsonNode>)(root => Field(root, 6)["waarden"]!.AsArray().Add(word)))),

        // D5, D8: until when each keeps what stands in the list
        ("$.bewaring.termijnen", "tot wanneer 'ocmw-maldegem'", root => root["bewaring"]!["termijnen"]!.AsArray().RemoveAt(0)),
        ("$.bewaring.termijnen", "wist wie geen cliënt is", root => root["bewaring"]!["termijnen"]!.AsArray().RemoveAt(1)),
        ("$.bewaring.termijnen", "tot wanneer 'gemeente-maldegem'", root => root["bewaring"]!["termijnen"]![2]!["inDitSysteem"] = false),

        // D12, F11: whose drive, who compares, how much
        ("$.debiteuren.schijfVan", "geen partij", root => Settings(root)["schijfVan"] = "stad-gent"),
        ("$.debiteuren.schijfVan", "die van de ontvanger van fase 3", root => Settings(root)["schijfVan"] = "gemeente-maldegem"),
        ("$.debiteuren.schijfBinnenMaanden", "ligt niet van 1 tot en met 12", root => Settings(root)["schijfBinnenMaanden"] = 0),
        ("$.debiteuren.vergelijking", "geen van", root => Settings(root)["vergelijking"] = "door-gemeente"),
        ("$.debiteuren.grenzen.debiteuren", "ligt niet van 1", root => Settings(root)["grenzen"]!["debiteuren"] = 0),
        ("$.debiteuren.grenzen.clienten", "ligt niet van 1", root => Settings(root)["grenzen"]!["clienten"] = 1_000_001),
        ("$.debiteuren.grenzen.leveringenPerMaand", "ligt niet van 1 tot en met 31", root => Settings(root)["grenzen"]!["leveringenPerMaand"] = 32),

        // The head of the service comes after each first reminder
        .. new[] { "leveringNaWerkdagen", "clientenNaWerkdagen", "vrijgaveNaWerkdagen", "bevestigingNaWerkdagen", "detailsNaWerkdagen" }.Select(term =>
            ("$.debiteuren.opvolging.hoofdNaWerkdagen", "na elke eerste herinnering", (Action<JsonNode>)(root => Settings(root)["opvolging"]![term] = 8))),
        ("$.debiteuren.opvolging.foutOnderzoekenNaWerkdagen", "ligt niet van 1", root => Settings(root)["opvolging"]!["foutOnderzoekenNaWerkdagen"] = 0),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    [Requirement("G19")]
    public void A_file_by_which_no_month_can_be_walked_is_refused(int row)
    {
        var (path, reason, change) = Table[row];
        var rejected = Assert.IsType<ProtocolFileResult.Rejected>(Parse(change));
        Assert.True(rejected.Errors.Any(error => error.Path == path && error.Reason.Contains(reason, StringComparison.Ordinal)), rejected.Text);
    }

    /// <summary>In words: 'true' with the word of each party's DPO and of nobody twice, 'false' with none.</summary>
    [Theory]
    [InlineData(false, "", null)]
    [InlineData(true, "gemeente-maldegem ocmw-maldegem", null)]
    [InlineData(true, "", "'gemeente-maldegem' heeft dat niet bevestigd")]
    [InlineData(true, "gemeente-maldegem", "'ocmw-maldegem' heeft dat niet bevestigd")]
    [InlineData(true, "ocmw-maldegem", "'gemeente-maldegem' heeft dat niet bevestigd")]
    [InlineData(false, "gemeente-maldegem ocmw-maldegem", "niets te bevestigen")]
    [InlineData(true, "gemeente-maldegem ocmw-maldegem ocmw-maldegem", "komt al eerder voor")]
    [InlineData(true, "gemeente-maldegem ocmw-maldegem ocmw-geel", "geen partij")]
    [Requirement("W17")]
    public void A_client_can_object_to_the_municipality_knowing_only_when_both_officers_confirmed_that(bool objection, string confirmedBy, string? reason)
    {
        if (reason is not null)
            Assert.Contains(reason, Assert.IsType<ProtocolFileResult.Rejected>(Parse(Change)).Text, StringComparison.Ordinal);
        else
            Assert.Equal(objection, CommittedProtocols.Loaded(Parse(Change)).Debtors!.ObjectionToDisclosure);

        void Change(JsonNode root)
        {
            Settings(root)["bezwaarTegenKennisGemeente"] = objection;
            Settings(root)["bezwaarBevestigd"] = new JsonArray([.. confirmedBy.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(party => new JsonObject { ["partij"] = party, ["datum"] = "2026-01-05", ["bron"] = "eigen", ["reden"] = "Voor deze test." })]);
        }
    }

    [Fact]
    [Requirement("W17")]
    public void The_objection_runs_from_the_later_of_both_confirmations()
    {
        var settings = CommittedProtocols.Maldegem.Debtors! with
        {
            ObjectionToDisclosure = true,
            ObjectionConfirmations = [Confirmed("gemeente-maldegem", new(2026, 1, 5)), Confirmed("ocmw-maldegem", new(2026, 2, 1))],
        };
        Assert.False(settings.MayObjectOn(new(2026, 1, 31)));
        Assert.True(settings.MayObjectOn(new(2026, 2, 1)));
        Assert.False(CommittedProtocols.Maldegem.Debtors!.MayObjectOn(new(2026, 2, 1)));
    }

    /// <summary>No false alarm: what a neighbouring municipality may write.</summary>
    [Fact]
    [Requirement("G19")]
    public void Neutral_natures_and_the_literal_comparison_are_accepted() => Assert.IsType<ProtocolFileResult.Loaded>(Parse(root =>
    {
        Field(root, 6)["waarden"] = new JsonArray("belasting", "huur", "gastarief camping", "schoolmaaltijden");
        Settings(root)["vergelijking"] = "door-ontvanger";
    }));

    private static ObjectionConfirmation Confirmed(string party, DateOnly date) => new() { Party = new(party), Date = date, Source = "eigen", Reason = "Voor deze test." };

    private static ProtocolFileResult Parse(Action<JsonNode> change)
    {
        var root = JsonNode.Parse(CommittedProtocols.Text(File))!;
        change(root);
        return ProtocolFile.Parse(File, System.Text.Encoding.UTF8.GetBytes(root.ToJsonString()));
    }

    private static JsonNode Flow(JsonNode root, int index) => root["stromen"]![index]!;

    private static JsonNode Field(JsonNode root, int index) => root["gegevens"]![index]!;

    private static JsonNode Settings(JsonNode root) => root["debiteuren"]!;

    private static JsonNode Fourth(JsonNode root)
    {
        var copy = Flow(root, 2).DeepClone();
        (copy["code"], copy["fase"]) = ("fase-4", 4);
        return copy;
    }

    private static void Turn(JsonNode root, int index)
    {
        var (from, to) = (Flow(root, index)["van"]!.DeepClone(), Flow(root, index)["naar"]!.DeepClone());
        (Flow(root, index)["van"], Flow(root, index)["naar"]) = (to, from);
    }
}
