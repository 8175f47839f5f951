using System.Text;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>The month of Maldegem from its opening to its end, through the real routes.</summary>
public sealed class MonthTests
{
    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 6).Select(Person.Of)];

    [Fact]
    [Requirement("D2", "D3", "D4", "D5", "D6", "D10", "F11")]
    public async Task In_three_phases_the_municipality_gets_marks_and_the_OCMW_its_own_clients()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        Assert.Equal("wacht-op-debiteuren", await maldegem.StateAsync());

        // Fase 1: vier debiteuren.
        var delivery = (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[..4]))).Is(201).Json.GetProperty("verwijzing").GetString()!;
        Assert.Equal("wacht-op-vergelijking", await maldegem.StateAsync());

        // Fase 2: twee van hen zijn cliënt, en een cliënt is geen debiteur.
        var compared = (await maldegem.ClientsAsync(Sheets.Clients(Everybody[1], Everybody[3], Everybody[5]))).Is(200).Json;
        Assert.Equal(2, compared.GetProperty("clienten").GetInt32());
        Assert.Equal("wacht-op-vrijgave", await maldegem.StateAsync());

        // D5: onmiddellijk, met wisbewijs en ontvangstbewijs.
        (await rig.GetAsync(maldegem.Dpo, $"/debiteurenkopieen/{delivery}/wisbewijs")).Is(200);
        (await rig.GetAsync(maldegem.TownDpo, $"/debiteurenkopieen/{delivery}/ontvangstbewijs")).Is(200);
        Assert.Equal([Everybody[1].Number, Everybody[3].Number], (await maldegem.RowsAsync()).Select(row => row[2]));

        // De gemeente krijgt niets voor het OCMW vrijgeeft, en daarna nummer en vermelding.
        (await maldegem.OfListAsync(maldegem.Town, "vermeldingen")).Refuses(422, "nog-niet-vrijgegeven");
        (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
        Assert.Equal([[Everybody[1].Number, "cliënt OCMW"], [Everybody[3].Number, "cliënt OCMW"]], await maldegem.MarksAsync());
        var accounting = Encoding.UTF8.GetString((await maldegem.OfListAsync(maldegem.Town, "boekhouding")).Is(200).Raw);
        Assert.Equal(2, accounting.Split("pauzeren").Length - 1);
        (await maldegem.OfMonthAsync(maldegem.Town, "bevestiging")).Is(204);
        Assert.Equal("wacht-op-gegevens", await maldegem.StateAsync());

        // Fase 3: alleen van wie een vermelding kreeg.
        (await maldegem.DetailsAsync(Sheets.Details((Everybody[0], "0012345", "100,00")))).Refuses(422, "niet-op-de-lijst");
        (await maldegem.DetailsAsync(Sheets.Details((Everybody[1], "0012345", "1.234,56"), (Everybody[1], "0012346", "20,00")))).Is(201);
        Assert.Equal("klaar", await maldegem.StateAsync());
        Assert.Contains(await maldegem.RowsAsync(), row => row.Contains("0012345"));

        // De rest van de maand gebeurt niets meer; daarna is hij volledig afgesloten, en zijn sleutel weg.
        var month = maldegem.Month;
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        Assert.Equal("afgesloten-volledig", (await rig.GetAsync(maldegem.Dpo, $"/debiteurenmaanden/{month}")).Is(200).Json.GetProperty("toestand").GetString());
        Assert.Equal(0, await rig.Host.Law.Ports.Keys.CountAsync(month, Rig.Cancelled));
        Assert.Equal("wacht-op-debiteuren", await maldegem.StateAsync());
    }
}
