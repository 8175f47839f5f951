using System.Text.Json;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>One list, version after version (D11): who made each, when and why; what a version replaced is gone, and so is whose debt is over (D8).</summary>
public sealed class VersionTests
{
    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 6).Select(Person.Of)];

    [Fact]
    [Requirement("D11", "D17", "F2", "F3")]
    public async Task Each_version_says_who_when_and_why_and_takes_the_place_of_the_one_before_with_proof()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody, Everybody[..3]);
        await maldegem.RowsAsync();
        (await maldegem.DetailsAsync(Sheets.Details((Everybody[0], "0012345", "100,00")))).Is(201);
        await rig.TurnAsync(TimeSpan.FromDays(3));
        (await maldegem.ChangeAsync(Everybody[0], "geen-oplossing-gewenst", maldegem.DebtTeam)).Is(204);
        (await maldegem.MarkAsync(Sheets.Marks((Everybody[0], "cliënt OCMW"), (Everybody[1], "invorderingsprocedure voortzetten")))).Is(201);
        (await maldegem.ExtendAsync(Everybody[2])).Is(204);
        (await maldegem.CloseAsync(Everybody[0], "betaald")).Is(204);

        var versions = (await maldegem.ListAsync()).GetProperty("versies").EnumerateArray().ToList();
        Assert.Equal(
            [
                "1 ocmw-maldegem maatschappelijk-werker vergeleken 3", "2 gemeente-maldegem debiteurenteam fase-3 3", "3 ocmw-maldegem debiteurenteam geen-oplossing-gewenst 3",
                "4 ocmw-maldegem maatschappelijk-werker markeringen 3", "5 ocmw-maldegem maatschappelijk-werker pauze-verlengd 3", "6 gemeente-maldegem debiteurenteam betaald 2",
            ],
            versions.Select(one => $"{one.GetProperty("nummer")} {one.GetProperty("partij").GetString()} {one.GetProperty("functie").GetString()} {one.GetProperty("reden").GetString()} {one.GetProperty("personen")}"));
        Assert.Equal(rig.Clock.GetUtcNow(), versions[5].GetProperty("op").GetDateTimeOffset());
        Assert.Equal((1, 1), (versions[5].GetProperty("gepauzeerd").GetInt32(), versions[5].GetProperty("voortgezet").GetInt32()));

        foreach (var one in versions)
        {
            var (copy, counts) = (Copy(one), one.GetProperty("nummer").GetInt32() == 6);
            Assert.Equal((counts ? 1 : 0, counts ? 1 : 0), (await rig.Host.Law.Ports.Keys.CountAsync(copy, Rig.Cancelled), await rig.Host.Law.Ports.Blobs.CountAsync(copy, Rig.Cancelled)));
            var certificate = await rig.GetAsync(maldegem.TownDpo, $"/debiteurenkopieen/{copy}/wisbewijs");
            Assert.Equal(counts ? 404 : 200, certificate.Status);
            if (!counts)
                Assert.Equal("vervallen", certificate.Json.GetProperty("inhoud").GetProperty("reden").GetString());
        }

        // What the OCMW opened has its receipt, also when the version is gone (F1).
        (await rig.GetAsync(maldegem.Dpo, $"/debiteurenkopieen/{Copy(versions[0])}/ontvangstbewijs")).Is(200);
        (await rig.GetAsync(maldegem.Dpo, $"/debiteurenkopieen/{Copy(versions[1])}/ontvangstbewijs")).Is(404);
    }

    [Fact]
    [Requirement("D11")]
    public async Task Changes_at_the_same_time_all_land_and_leave_one_sealed_list()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody, Everybody[..4]);
        var answers = await Task.WhenAll(
            maldegem.ChangeAsync(Everybody[0], "geen-oplossing-gewenst"), maldegem.ChangeAsync(Everybody[1], "geen-oplossing-bereikt", maldegem.DebtTeam),
            maldegem.CloseAsync(Everybody[2], "betaald"), maldegem.DetailsAsync(Sheets.Details((Everybody[3], "0012345", "100,00"))));
        Assert.Equal([204, 204, 204, 201], answers.Select(answer => answer.Status));
        var rows = await maldegem.RowsAsync();
        Assert.Equal([Everybody[0].Number, Everybody[1].Number, Everybody[3].Number], rows.Select(row => row[2]));
        Assert.Equal(["invorderingsprocedure voortzetten", "invorderingsprocedure voortzetten", "cliënt OCMW"], rows.Select(row => row[3]));
        Assert.Contains("0012345", rows[2]);
        Assert.Equal([1, 2, 3, 4, 5], (await maldegem.ListAsync()).GetProperty("versies").EnumerateArray().Select(one => one.GetProperty("nummer").GetInt32()));

        // A step that met a busy store is taken again a few seconds later; the clock here stands still until it is turned.
        await rig.TurnAsync(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Single(await maldegem.StoredAsync());
        Assert.Equal(2, (await maldegem.KeysAsync()).Count); // of the month and of the version
    }

    [Fact]
    [Requirement("D8", "D6")]
    public async Task Whose_debts_are_paid_solved_or_no_longer_collected_leaves_the_list_with_the_last_of_them()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody[..4], Everybody[..4]);
        (await maldegem.DetailsAsync(Sheets.Details((Everybody[0], "0012345", "100,00"), (Everybody[0], "0012346", "20,00"), (Everybody[1], "0012347", "5,00")))).Is(201);
        (await maldegem.CloseAsync(Everybody[0], "betaald", "0012345")).Is(204);
        Assert.Equal(["0012346"], (await maldegem.RowsAsync()).Where(row => row[2] == Everybody[0].Number).Select(row => row[8]));
        (await maldegem.CloseAsync(Everybody[0], "betaald", "0012346")).Is(204);
        (await maldegem.CloseAsync(Everybody[1], "opgelost")).Is(204);
        (await maldegem.CloseAsync(Everybody[2], "invordering-gestopt")).Is(204);
        Assert.Equal([Everybody[3].Number], (await maldegem.RowsAsync()).Select(row => row[2]));
        Assert.Equal([[Everybody[3].Number, "cliënt OCMW"]], await maldegem.MarksAsync());

        // Next month the municipality does not deliver them, and they are absent.
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        await maldegem.ConfirmedAsync([Everybody[3], Everybody[4]], Everybody);
        Assert.Equal([Everybody[3].Number, Everybody[4].Number], (await maldegem.MarksAsync()).Select(row => row[0]));
    }

    [Fact]
    [Requirement("D8", "D5", "D6")]
    public async Task Who_is_no_debtor_or_no_client_any_more_drops_out_and_the_municipality_decides_what_then()
    {
        Postbox? post = null;
        await using var rig = await Rig.StartAsync(between: ports => ports with { Outbox = post = new(ports.Outbox) });
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody[..4], Everybody[..4]);
        (await maldegem.DetailsAsync(Sheets.Details((Everybody[2], "0012345", "100,00")))).Is(201);
        (await maldegem.ChangeAsync(Everybody[2], "geen-oplossing-gewenst")).Is(204);
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();

        // The first is no debtor any more, the second no client; who stays keeps mark and debts.
        await maldegem.ReleasedAsync(Everybody[1..], [Everybody[0], Everybody[2], Everybody[3]]);
        var rows = await maldegem.RowsAsync();
        Assert.Equal([Everybody[2].Number, Everybody[3].Number], rows.Select(row => row[2]));
        Assert.Equal(("invorderingsprocedure voortzetten", "0012345"), (rows[0][3], rows[0][8]));
        var told = Assert.Single(post!.Sent, mail => mail.Subject.Contains("april 2026", StringComparison.Ordinal) && mail.Subject.EndsWith("vermeldingen van het OCMW", StringComparison.Ordinal));
        Assert.Contains("Voor 2 personen van vorige keer is er geen vermelding meer.", told.Text, StringComparison.Ordinal);
        Assert.Contains("niets hervat vanzelf", told.Text, StringComparison.Ordinal);

        // Found out in between: the row goes, and the municipality hears that marks changed.
        (await maldegem.NoClientAsync(Everybody[3])).Is(204);
        Assert.Equal([Everybody[2].Number], (await maldegem.MarksAsync()).Select(row => row[0]));
        Assert.Equal(2, post.Count("vermeldingen gewijzigd"));
    }

    private static ExchangeId Copy(JsonElement version) => new(version.GetProperty("kopie").GetString()!);
}
