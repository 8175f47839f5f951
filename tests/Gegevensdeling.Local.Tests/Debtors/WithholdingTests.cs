using System.Text.Json.Nodes;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>W17: a client who objects to the municipality knowing is, for the municipality and for the list, nobody's client; where both DPOs confirmed that.</summary>
public sealed class WithholdingTests
{
    private static readonly Person[] Debtors = [.. Enumerable.Range(1, 4).Select(Person.Of)];

    private static readonly Person Stranger = Person.Of(30);

    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("W17", "F11")]
    public async Task To_the_municipality_a_withheld_client_is_a_non_client_in_every_list_count_and_message()
    {
        using var files = Confirmed("2026-02-01", "2026-03-01");
        var withheld = await MonthAsync(files, Debtors[2], withhold: true);
        var nobody = await MonthAsync(files, Stranger, withhold: false);
        Assert.Equal(nobody, withheld);
        Assert.Contains(Debtors[0].Number, withheld, StringComparison.Ordinal);
        Assert.DoesNotContain(Debtors[2].Number, withheld, StringComparison.Ordinal);

        // The same month where the client does not object is another one: the comparison can fail.
        Assert.NotEqual(nobody, await MonthAsync(files, Debtors[2], withhold: false));
    }

    [Fact]
    [Requirement("W17")]
    public async Task The_OCMW_alone_hears_that_collection_continues_and_who_was_listed_drops_out()
    {
        using var files = Confirmed("2026-02-01", "2026-03-01");
        await using var rig = await StartAsync(files);
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Debtors, Debtors[..2]);
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        (await maldegem.DeliverAsync(Sheets.Debtors(Debtors))).Is(201);
        var compared = (await maldegem.ClientsAsync(Sheets.Of(["Rijksregisternummer", "Niet meedelen"], [Debtors[0].Number, ""], [Debtors[1].Number, "ja"], [Stranger.Number, "ja"]))).Is(200).Json;
        Assert.Equal((1, 1), (compared.GetProperty("clienten").GetInt32(), compared.GetProperty("nietMeegedeeld").GetInt32()));
        Assert.Equal([Debtors[0].Number], (await maldegem.RowsAsync()).Select(row => row[2]));
        Assert.Equal(1, (await maldegem.MonthAsync(maldegem.Worker)).GetProperty("nietMeegedeeld").GetInt32());
        foreach (var who in new[] { maldegem.Town, maldegem.TownDpo })
            Assert.Equal(System.Text.Json.JsonValueKind.Null, (await maldegem.MonthAsync(who)).TryGetProperty("nietMeegedeeld", out var count) ? count.ValueKind : System.Text.Json.JsonValueKind.Null);
        (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
        Assert.Equal([Debtors[0].Number], (await maldegem.MarksAsync()).Select(row => row[0]));
    }

    [Fact]
    [Requirement("W17")]
    public async Task It_holds_from_the_later_word_of_the_DPOs_on_and_for_a_number_that_is_a_clients()
    {
        using var files = Confirmed("2026-03-02", "2026-03-05");
        await using var rig = await StartAsync(files);
        var maldegem = await Maldegem.OpenAsync(rig);
        var standing = new Standing(rig, maldegem);
        (await maldegem.DeliverAsync(Sheets.Debtors(Debtors))).Is(201);
        await rig.TurnAsync(new DateTimeOffset(2026, 3, 4, 22, 59, 59, TimeSpan.Zero) - rig.Clock.GetUtcNow());
        await standing.RefusesAsync(422, "niet-meedelen-niet-geregeld", () => maldegem.NumbersAsync(Debtors, [Debtors[0]]));
        await rig.TurnAsync(TimeSpan.FromSeconds(1));
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.NumbersAsync(Debtors, [Stranger]));
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.ClientsAsync(Sheets.Of(["Rijksregisternummer", "Niet meedelen"], [Debtors[0].Number, "misschien"])), 2);
        Assert.Equal(1, (await maldegem.NumbersAsync(Debtors, [Debtors[0]])).Is(200).Json.GetProperty("nietMeegedeeld").GetInt32());
    }

    private async Task<string> MonthAsync(ProtocolCopy files, Person third, bool withhold)
    {
        recorder.Messages.Clear();
        await using var rig = await StartAsync(files);
        var maldegem = await Maldegem.OpenAsync(rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Debtors))).Is(201);
        (await maldegem.NumbersAsync([Debtors[0], Debtors[1], third], withhold ? [third] : [])).Is(200);
        (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
        return await TownView.OfAsync(rig, maldegem, recorder);
    }

    private static ProtocolCopy Confirmed(string town, string centre)
    {
        var files = new ProtocolCopy();
        files.Change("maldegem-2023", file =>
        {
            file["debiteuren"]!["bezwaarTegenKennisGemeente"] = true;
            file["debiteuren"]!["bezwaarBevestigd"] = new JsonArray(Word("gemeente-maldegem", town), Word("ocmw-maldegem", centre));
        });
        return files;
    }

    private static JsonObject Word(string party, string date) => new() { ["partij"] = party, ["datum"] = date, ["bron"] = "eigen", ["reden"] = "Bevestigd in een test." };

    private Task<Rig> StartAsync(ProtocolCopy files) => Rig.StartAsync(protocols: files.Path, between: recorder.Between);
}
