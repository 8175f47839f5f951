using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>The literal phase 1 and 2 of article 3, where a protocol asks for it: the OCMW sees the whole delivery, marks its clients, and the rest goes at once.</summary>
public sealed class LiteralTests
{
    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 6).Select(Person.Of)];

    [Fact]
    [Requirement("D2", "D3", "D5", "D10")]
    public async Task The_OCMW_opens_the_delivery_and_marks_and_whoever_is_not_marked_is_erased_with_proof()
    {
        using var files = ByReceiver();
        await using var rig = await Rig.StartAsync(protocols: files.Path);
        var maldegem = await Maldegem.OpenAsync(rig);
        var standing = new Standing(rig, maldegem);
        await standing.RefusesAsync(422, "nog-geen-debiteuren", () => maldegem.OfMonthAsync(maldegem.Worker, "levering"));
        await standing.RefusesAsync(422, "nog-geen-debiteuren", () => maldegem.MarkAsync(Sheets.Marks((Everybody[0], "cliënt OCMW"))));
        var delivery = new ExchangeId((await maldegem.DeliverAsync(Sheets.Debtors(Everybody[..5]))).Is(201).Json.GetProperty("verwijzing").GetString()!);
        await standing.RefusesAsync(422, "andere-vergelijking", () => maldegem.ClientsAsync(Sheets.Clients(Everybody)));
        await standing.RefusesAsync(422, "andere-vergelijking", () => maldegem.NumbersAsync(Everybody));
        foreach (var who in new[] { maldegem.Town, maldegem.Head, maldegem.Dpo, maldegem.TownDpo })
            await standing.RefusesAsync(403, "niet-bevoegd", () => maldegem.OfMonthAsync(who, "levering"));

        foreach (var who in new[] { maldegem.Worker, maldegem.DebtTeam })
        {
            var rows = Sheets.Rows((await maldegem.OfMonthAsync(who, "levering")).Is(200).Raw);
            Assert.Equal(["Voornaam", "Familienaam", "Rijksregisternummer"], rows[0]);
            Assert.Equal(Everybody[..5].Select(one => one.Number), rows.Skip(1).Select(row => row[2]));
        }

        // It was opened: nothing is replaced any more.
        await standing.RefusesAsync(409, "al-vergeleken", () => maldegem.DeliverAsync(Sheets.Debtors(Everybody), replaces: delivery.Value));
        await standing.RefusesAsync(422, "geen-geleverde-debiteur", () => maldegem.MarkAsync(Sheets.Marks((Everybody[0], "cliënt OCMW"), (Everybody[5], "cliënt OCMW"))), 3);
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.MarkAsync(Sheets.Marks((Everybody[0], "cliënt"))), 2);
        (await maldegem.MarkAsync(Sheets.Marks((Everybody[3], "invorderingsprocedure voortzetten"), (Everybody[0], "cliënt OCMW")))).Is(201);

        (await rig.GetAsync(maldegem.TownDpo, $"/debiteurenkopieen/{delivery}/wisbewijs")).Is(200);
        (await rig.GetAsync(maldegem.TownDpo, $"/debiteurenkopieen/{delivery}/ontvangstbewijs")).Is(200);
        Assert.DoesNotContain(delivery, (await maldegem.StoredAsync()).Select(copy => copy.Exchange));
        await standing.RefusesAsync(409, "al-vergeleken", () => maldegem.OfMonthAsync(maldegem.Worker, "levering"));
        await standing.RefusesAsync(422, "nog-niet-vrijgegeven", () => maldegem.OfListAsync(maldegem.Town, "vermeldingen"));
        (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
        Assert.Equal([[Everybody[0].Number, "cliënt OCMW"], [Everybody[3].Number, "invorderingsprocedure voortzetten"]], await maldegem.MarksAsync());

        // Afterwards a file of marks changes those of the list, and no other.
        await standing.RefusesAsync(422, "niet-op-de-lijst", () => maldegem.MarkAsync(Sheets.Marks((Everybody[1], "cliënt OCMW"))), 2);
        (await maldegem.MarkAsync(Sheets.Marks((Everybody[3], "cliënt OCMW")))).Is(201);
        Assert.Equal(["cliënt OCMW", "cliënt OCMW"], (await maldegem.MarksAsync()).Select(row => row[1]));
    }

    [Fact]
    [Requirement("D5", "D1")]
    public async Task A_delivery_that_nobody_marks_is_erased_when_the_month_is_over_also_by_the_sweep_alone()
    {
        using var files = ByReceiver();
        await using var rig = await Rig.StartAsync(protocols: files.Path);
        var maldegem = await Maldegem.OpenAsync(rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody))).Is(201);
        (await maldegem.OfMonthAsync(maldegem.Worker, "levering")).Is(200);
        await rig.Host.Engine.StopAsync(Rig.Cancelled);
        rig.Clock.SetUtcNow(new(2026, 3, 31, 22, 0, 0, TimeSpan.Zero));
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        Assert.Empty(await maldegem.StoredAsync());
        Assert.Equal([maldegem.Month], await maldegem.KeysAsync());
    }

    [Fact]
    [Requirement("D5", "D8")]
    public async Task Who_is_not_marked_the_next_month_drops_out_and_who_is_keeps_the_debts()
    {
        using var files = ByReceiver();
        await using var rig = await Rig.StartAsync(protocols: files.Path);
        var maldegem = await Maldegem.OpenAsync(rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody))).Is(201);
        (await maldegem.MarkAsync(Sheets.Marks((Everybody[0], "cliënt OCMW"), (Everybody[1], "cliënt OCMW")))).Is(201);
        (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
        (await maldegem.DetailsAsync(Sheets.Details((Everybody[1], "0012345", "100,00")))).Is(201);
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[1..]))).Is(201);
        (await maldegem.MarkAsync(Sheets.Marks((Everybody[1], "invorderingsprocedure voortzetten"), (Everybody[2], "cliënt OCMW")))).Is(201);
        var rows = await maldegem.RowsAsync();
        Assert.Equal(
            [(Everybody[1].Number, "invorderingsprocedure voortzetten", "0012345"), (Everybody[2].Number, "cliënt OCMW", "")],
            rows.Select(row => (row[2], row[3], row.ElementAtOrDefault(8) ?? "")));
    }

    private static ProtocolCopy ByReceiver()
    {
        var files = new ProtocolCopy();
        files.Change("maldegem-2023", file => file["debiteuren"]!["vergelijking"] = "door-ontvanger");
        return files;
    }
}
