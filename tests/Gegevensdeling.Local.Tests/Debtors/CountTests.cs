using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>What counts and names tell, and whom (W16, W19, D3).</summary>
public sealed class CountTests
{
    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 4).Select(Person.Of)];

    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("W19")]
    public async Task A_name_that_does_not_fit_is_the_OCMWs_to_know_and_shows_the_municipality_nothing()
    {
        var differing = await MonthAsync("Iemandanders", 1);
        var fitting = await MonthAsync(Everybody[0].Last.ToUpperInvariant(), 0);
        Assert.Equal(fitting, differing);
    }

    [Fact]
    [Requirement("W16")]
    public async Task Companies_and_persons_without_a_number_are_left_out_before_and_counted()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var maldegem = await Maldegem.OpenAsync(rig);
        var path = $"/debiteurenleveringen?protocol={maldegem.Protocol.Id}&maand={maldegem.MonthNow}";
        foreach (var wrong in new[] { "&ondernemingen=-1", "&ondernemingen=1.5", "&zonderNummer=", "&zonderNummer=veel", "&ondernemingen=1234567" })
            await new Standing(rig, maldegem).RefusesAsync(400, "onbekende-parameter", () => maldegem.UploadAsync(maldegem.Town, path + wrong, Sheets.Debtors(Everybody)));
        (await maldegem.UploadAsync(maldegem.Town, $"{path}&ondernemingen=12&zonderNummer=1", Sheets.Debtors(Everybody))).Is(201);
        (await maldegem.ClientsAsync(Sheets.Clients(Everybody[0]))).Is(200);
        foreach (var who in new[] { maldegem.Town, maldegem.TownDpo, maldegem.Worker, maldegem.Dpo })
        {
            var month = await maldegem.MonthAsync(who);
            Assert.Equal((4, 12, 1), (month.GetProperty("debiteuren").GetInt32(), month.GetProperty("weggelatenOndernemingen").GetInt32(), month.GetProperty("weggelatenZonderNummer").GetInt32()));
        }

        var told = recorder.Messages.Where(mail => mail.Subject.EndsWith("aantallen van de vergelijking", StringComparison.Ordinal)).ToList();
        Assert.Equal(["dpo@maldegem.example", "dpo@ocmw-maldegem.example"], told.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(told, mail => Assert.Contains("Weggelaten vóór de levering: 12 ondernemingen en 1 persoon zonder rijksregisternummer.", mail.Text, StringComparison.Ordinal));
        Assert.All(told, mail => Assert.Contains("Debiteuren die cliënt van het OCMW zijn: 1.", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("D3", "F11")]
    public async Task The_debt_team_of_the_municipality_sees_no_count_before_the_OCMW_releases_and_both_DPOs_see_those_of_the_comparison()
    {
        await using var rig = await Rig.StartAsync(new(2026, 3, 20, 8, 0, 0, TimeSpan.Zero), between: recorder.Between);
        var maldegem = await Maldegem.OpenAsync(rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[0]))).Is(201);
        (await maldegem.ClientsAsync(Sheets.Clients(Everybody))).Is(200);
        (await maldegem.NoClientAsync(Everybody[0])).Is(204);
        Assert.False(Counted(await maldegem.MonthAsync(maldegem.Town)));
        Assert.Empty((await maldegem.ListAsync(maldegem.Town)).GetProperty("versies").EnumerateArray());
        Assert.Equal("leeg", (await maldegem.ListAsync(maldegem.Town)).GetProperty("toestand").GetString());
        var told = recorder.Messages.Where(mail => mail.To.StartsWith("debiteurenteam@", StringComparison.Ordinal) && mail.Subject.StartsWith("Debiteuren", StringComparison.Ordinal));
        Assert.All(told, mail => Assert.EndsWith("lever de debiteuren", mail.Subject, StringComparison.Ordinal));
        foreach (var who in new[] { maldegem.TownDpo, maldegem.Dpo, maldegem.Worker, maldegem.Head })
        {
            Assert.True(Counted(await maldegem.MonthAsync(who)));
            Assert.Equal(who == maldegem.TownDpo ? 0 : 2, (await maldegem.ListAsync(who)).GetProperty("versies").GetArrayLength());
        }

        // The next month it sees the versions that it was given, and not those that it was not; and of these the counts of the last alone.
        (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
        Assert.Equal(0, (await maldegem.MonthAsync(maldegem.Town)).GetProperty("vermeldingen").GetInt32());
        foreach (var who in new[] { maldegem.Town, maldegem.TownDpo })
            Assert.Equal([false, true], (await maldegem.ListAsync(who)).GetProperty("versies").EnumerateArray().Select(version => version.TryGetProperty("personen", out var count) && count.ValueKind == System.Text.Json.JsonValueKind.Number));
        await rig.TurnAsync(TimeSpan.FromDays(14));
        await rig.SweepAsync();
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody))).Is(201);
        (await maldegem.ClientsAsync(Sheets.Clients(Everybody[1]))).Is(200);
        foreach (var (who, versions) in new[] { (maldegem.Town, 2), (maldegem.TownDpo, 2), (maldegem.Dpo, 3) })
            Assert.Equal(versions, (await maldegem.ListAsync(who)).GetProperty("versies").GetArrayLength());
    }

    private static bool Counted(System.Text.Json.JsonElement month) => month.TryGetProperty("vermeldingen", out var count) && count.ValueKind == System.Text.Json.JsonValueKind.Number;

    private async Task<string> MonthAsync(string lastName, int differing)
    {
        recorder.Messages.Clear();
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var maldegem = await Maldegem.OpenAsync(rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody))).Is(201);
        var compared = (await maldegem.ClientsAsync(Sheets.Of(
            ["Familienaam", "Rijksregisternummer", "Voornaam"], [lastName, Everybody[0].Number, Everybody[0].First], [Everybody[1].Last, Everybody[1].Number, Everybody[1].First]))).Is(200).Json;
        Assert.Equal((2, differing), (compared.GetProperty("clienten").GetInt32(), compared.GetProperty("naamWijktAf").GetInt32()));
        Assert.Equal([differing == 1 ? "ja" : "", ""], (await maldegem.RowsAsync()).Select(row => row.ElementAtOrDefault(6) ?? ""));
        Assert.Equal(differing == 1, recorder.Messages.Any(mail => mail.Text.Contains("is de naam bij de gemeente een andere", StringComparison.Ordinal)));
        Assert.DoesNotContain(recorder.Messages, mail => mail.Text.Contains("is de naam bij de gemeente een andere", StringComparison.Ordinal) && mail.To != "sociale-dienst@ocmw-maldegem.example");

        // The municipality's own name of the person is what both have.
        Assert.Equal(Everybody[0].Last, (await maldegem.RowsAsync())[0][1]);
        (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
        return await TownView.OfAsync(rig, maldegem, recorder);
    }
}
