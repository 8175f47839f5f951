using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Local.Tests.Groeipakket;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>What comes at a wrong moment, twice, too often or at the same time as something else: one counts, of the rest nothing stays.</summary>
public sealed class BadMomentTests
{
    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 8).Select(Person.Of)];

    [Theory]
    [Requirement("G20")]
    [InlineData("openen")]
    [InlineData("overdracht")]
    public async Task No_list_is_opened_or_handed_over_for_a_purpose_the_protocol_does_not_name(string what)
    {
        await using var rig = await Rig.StartAsync();
        var on = await DebtorCase.StartAsync(rig);
        var who = what == "openen" ? on.Maldegem.Worker : on.Maldegem.Head;
        await OnlyForAPurposeAsync(rig, on.Maldegem, who, $"/debiteurenlijsten/{on.List}/{what}");
    }

    [Fact]
    [Requirement("G20")]
    public async Task Where_the_OCMW_compares_no_delivery_is_opened_for_a_purpose_the_protocol_does_not_name()
    {
        using var files = new ProtocolCopy();
        files.Change("maldegem-2023", file => file["debiteuren"]!["vergelijking"] = "door-ontvanger");
        await using var rig = await Rig.StartAsync(protocols: files.Path);
        var maldegem = await Maldegem.OpenAsync(rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody))).Is(201);
        await OnlyForAPurposeAsync(rig, maldegem, maldegem.Worker, $"/debiteurenmaanden/{maldegem.Month}/levering");
    }

    [Fact]
    [Requirement("D1")]
    public async Task Nothing_is_delivered_for_a_month_that_is_not_the_one_that_runs()
    {
        await using var rig = await Rig.StartAsync(new(2026, 3, 31, 20, 0, 0, TimeSpan.Zero)); // 22 o'clock in Maldegem
        var maldegem = new Maldegem(rig);
        var standing = new Standing(rig, maldegem);
        await EveryPhaseAsync("2026-03", "maand-nog-niet-geopend");
        await rig.SweepAsync();
        await EveryPhaseAsync("2026-02", "maand-afgesloten");
        await EveryPhaseAsync("2026-04", "maand-nog-niet-begonnen");
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[..4]))).Is(201);

        // Midnight in Brussels, still March in Greenwich.
        await rig.TurnAsync(TimeSpan.FromHours(2));
        await EveryPhaseAsync("2026-03", "maand-afgesloten");
        await EveryPhaseAsync("2026-04", "maand-nog-niet-geopend");

        async Task EveryPhaseAsync(string month, string code)
        {
            await standing.RefusesAsync(422, code, () => maldegem.DeliverAsync(Sheets.Debtors(Everybody), month));
            await standing.RefusesAsync(422, code, () => maldegem.ClientsAsync(Sheets.Clients(Everybody), month));
            await standing.RefusesAsync(422, code, () => maldegem.DetailsAsync(Sheets.Details((Everybody[0], "0012345", "100,00")), month));
        }
    }

    [Fact]
    [Requirement("D1", "D11")]
    public async Task Of_many_deliveries_at_once_one_counts_and_of_the_others_nothing_is_left()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(count => maldegem.DeliverAsync(Sheets.Debtors(Everybody[..count]), settle: false)));
        await rig.Host.Engine.WaitUntilIdleAsync(Rig.Cancelled);
        var taken = Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer != taken), answer => answer.Refuses(409, "al-geleverd"));
        Assert.Equal(Array.IndexOf(answers, taken) + 1, (await maldegem.MonthAsync()).GetProperty("debiteuren").GetInt32());

        var counts = new ExchangeId(taken.Json.GetProperty("verwijzing").GetString()!);
        Assert.Equal([counts], (await maldegem.StoredAsync()).Select(copy => copy.Exchange));
        Assert.Equal(new[] { counts, maldegem.Month }.ToHashSet(), await maldegem.KeysAsync());
        foreach (var head in (await maldegem.HeadsAsync()).Where(head => head.Kind == CopyKind.Name && head.Id != counts))
            Assert.Contains("wisbewijs-1", await rig.Host.Law.Ports.Evidence.NamesAsync(head.Id, Rig.Cancelled));
    }

    [Fact]
    [Requirement("F11", "D5")]
    public async Task Of_many_client_lists_at_once_one_is_compared_and_no_other_says_anything()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[..6]))).Is(201);
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(count => maldegem.ClientsAsync(Sheets.Clients(Everybody[..count]), settle: false)));
        await rig.Host.Engine.WaitUntilIdleAsync(Rig.Cancelled);
        var compared = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer != compared), answer => Assert.True(answer.Code is "wordt-vergeleken" or "al-vergeleken", answer.Text));
        Assert.Equal(Array.IndexOf(answers, compared) + 1, (await maldegem.RowsAsync()).Count);
        var month = await maldegem.MonthAsync();
        Assert.Equal((1, 1), (month.GetProperty("clientenleveringen").GetInt32(), (await maldegem.ListAsync()).GetProperty("versies").GetArrayLength()));
        Assert.Single(await maldegem.StoredAsync());
    }

    [Fact]
    [Requirement("F11", "D11")]
    public async Task After_the_comparison_neither_side_comes_with_another_list()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        var standing = new Standing(rig, maldegem);
        var delivery = (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[..4]))).Is(201).Json.GetProperty("verwijzing").GetString()!;
        await standing.RefusesAsync(409, "al-geleverd", () => maldegem.DeliverAsync(Sheets.Debtors(Everybody)));
        await standing.RefusesAsync(409, "al-geleverd", () => maldegem.DeliverAsync(Sheets.Debtors(Everybody), replaces: maldegem.Month.Value));
        await standing.RefusesAsync(422, "nog-niet-vergeleken", () => maldegem.OfMonthAsync(maldegem.Worker, "vrijgave"));
        await standing.RefusesAsync(422, "nog-niet-vrijgegeven", () => maldegem.OfMonthAsync(maldegem.Town, "bevestiging"));
        await standing.RefusesAsync(422, "nog-niet-vrijgegeven", () => maldegem.DetailsAsync(Sheets.Details((Everybody[0], "0012345", "100,00"))));
        await standing.RefusesAsync(422, "andere-vergelijking", () => maldegem.OfMonthAsync(maldegem.Worker, "levering"));
        (await maldegem.ClientsAsync(Sheets.Clients(Everybody[1]))).Is(200);

        await standing.RefusesAsync(409, "al-vergeleken", () => maldegem.ClientsAsync(Sheets.Clients(Everybody)));
        await standing.RefusesAsync(409, "al-vergeleken", () => maldegem.NumbersAsync(Everybody));
        await standing.RefusesAsync(409, "al-vergeleken", () => maldegem.DeliverAsync(Sheets.Debtors(Everybody)));
        await standing.RefusesAsync(409, "al-vergeleken", () => maldegem.DeliverAsync(Sheets.Debtors(Everybody), replaces: delivery));
        await standing.RefusesAsync(422, "nog-niet-vrijgegeven", () => maldegem.DetailsAsync(Sheets.Details((Everybody[1], "0012345", "100,00"))));
        await standing.RefusesAsync(422, "nog-niet-vrijgegeven", () => maldegem.OfListAsync(maldegem.Town, "vermeldingen"));
        await standing.RefusesAsync(422, "nog-niet-vrijgegeven", () => maldegem.OfListAsync(maldegem.Town, "boekhouding"));
    }

    [Fact]
    [Requirement("F11", "D11")]
    public async Task A_delivery_that_is_replaced_while_the_numbers_come_is_not_the_one_that_is_compared()
    {
        var interposed = new Interposed();
        await using var rig = await Rig.StartAsync(between: interposed.Between);
        var maldegem = await Maldegem.OpenAsync(rig);
        var first = (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[..4]))).Is(201).Json.GetProperty("verwijzing").GetString()!;
        interposed.Before(IsFact<CycleFact.ClientsDelivered>, async () => (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[4..]), replaces: first)).Is(201));
        (await maldegem.ClientsAsync(Sheets.Clients(Everybody[1], Everybody[5]))).Is(200);
        Assert.Equal([Everybody[5].Number], (await maldegem.RowsAsync()).Select(row => row[2]));
        (await rig.GetAsync(maldegem.Dpo, $"/debiteurenkopieen/{first}/wisbewijs")).Is(200);
    }

    [Fact]
    [Requirement("D3", "F11")]
    public async Task Marks_that_are_fetched_while_the_next_month_is_compared_show_nothing_of_that_month()
    {
        var interposed = new Interposed();
        await using var rig = await Rig.StartAsync(new(2026, 3, 20, 8, 0, 0, TimeSpan.Zero), between: interposed.Between);
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody[..4], [Everybody[1]]);
        await rig.TurnAsync(TimeSpan.FromDays(14));
        await rig.SweepAsync();
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[..4]))).Is(201);
        Assert.Single(await maldegem.MarksAsync());
        interposed.Before(IsFact<ListFact.MarksFetched>, async () => (await maldegem.ClientsAsync(Sheets.Clients(Everybody[..4]))).Is(200));
        Standing.NamesNobody((await maldegem.OfListAsync(maldegem.Town, "vermeldingen")).Refuses(422, "nog-niet-vrijgegeven"));
    }

    [Fact]
    [Requirement("F11")]
    public async Task Too_many_rows_and_too_many_deliveries_are_refused_with_the_limit_of_the_protocol()
    {
        using var files = new ProtocolCopy();
        files.Change("maldegem-2023", file => (file["debiteuren"]!["grenzen"]!["debiteuren"], file["debiteuren"]!["grenzen"]!["clienten"]) = (3, 3));
        await using var rig = await Rig.StartAsync(protocols: files.Path);
        var maldegem = await Maldegem.OpenAsync(rig);
        var standing = new Standing(rig, maldegem);
        var refused = await standing.RefusesAsync(422, "te-veel-rijen", () => maldegem.DeliverAsync(Sheets.Debtors(Everybody[..4])));
        Assert.Contains("hoogstens 3 debiteuren", refused.Detail, StringComparison.Ordinal);
        string? last = null;
        for (var time = 0; time < 3; time++)
            last = (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[..3]), replaces: last)).Is(201).Json.GetProperty("verwijzing").GetString();
        await standing.RefusesAsync(422, "te-vaak-geleverd", () => maldegem.DeliverAsync(Sheets.Debtors(Everybody[..3]), replaces: last));
        await standing.RefusesAsync(422, "te-veel-rijen", () => maldegem.ClientsAsync(Sheets.Clients(Everybody[..4])));
        await standing.RefusesAsync(422, "te-veel-rijen", () => maldegem.NumbersAsync(Everybody[..4]));
        (await maldegem.ClientsAsync(Sheets.Clients(Everybody[..3]))).Is(200);
    }

    [Fact]
    [Requirement("F11", "G17")]
    public async Task A_delivery_that_was_damaged_is_compared_with_nothing_and_can_still_be_replaced()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        var standing = new Standing(rig, maldegem);
        var delivery = (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[..4]))).Is(201).Json.GetProperty("verwijzing").GetString()!;
        await File.AppendAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(rig.Root, "opslag"), "*.7z", SearchOption.AllDirectories)), "x", Rig.Cancelled);
        await standing.RefusesAsync(409, "bestand-beschadigd", () => maldegem.ClientsAsync(Sheets.Clients(Everybody)));
        await standing.RefusesAsync(409, "bestand-beschadigd", () => maldegem.ClientsAsync(Sheets.Clients(Everybody)));
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[..4]), replaces: delivery)).Is(201);
        (await maldegem.ClientsAsync(Sheets.Clients(Everybody[..2]))).Is(200);
    }

    /// <summary>What the OCMW's own system gives is as long as a workbook may be: ten thousand numbers are 200 kB of JSON.</summary>
    [Fact]
    [Requirement("D5", "F11")]
    public async Task As_many_client_numbers_as_the_protocol_allows_come_in_one_body()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody))).Is(201);
        var most = maldegem.Protocol.Debtors!.Limits.MostClients;
        Assert.Equal(8, (await maldegem.NumbersAsync(Enumerable.Range(1, most).Select(Person.Of))).Is(200).Json.GetProperty("clienten").GetInt32());
    }

    private static async Task OnlyForAPurposeAsync(Rig rig, Maldegem maldegem, Caller who, string path)
    {
        (await rig.PostAsync(who, path, purpose: "reclame")).Refuses(422, "doel-niet-in-protocol");
        (await rig.PostAsync(who, path, purpose: maldegem.PurposeOf(who))).Is(200);
    }

    private static bool IsFact<TFact>(string method, object?[] arguments) =>
        method == nameof(IRegister.AppendAsync) && arguments.OfType<FactRow>().Any(row => FactJson.Read(row.Json) is TFact);
}
