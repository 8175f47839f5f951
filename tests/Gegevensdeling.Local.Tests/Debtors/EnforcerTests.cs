using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>Erasure has two enforcers, and neither needs the other: an orchestration that stands still keeps no delivery alive, nor does a sweep that never comes.</summary>
public sealed class EnforcerTests
{
    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 4).Select(Person.Of)];

    [Fact]
    [Requirement("D5", "F2")]
    public async Task The_sweep_erases_what_was_compared_and_what_was_replaced_though_no_orchestration_runs()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await rig.Host.Engine.StopAsync(Rig.Cancelled);
        var delivery = Made(await maldegem.DeliverAsync(Sheets.Debtors(Everybody), settle: false));
        (await maldegem.ClientsAsync(Sheets.Clients(Everybody[..2]), settle: false)).Is(200);
        (await rig.SendAsync(
            maldegem.Worker, HttpMethod.Post, $"/debiteurenlijsten/{maldegem.List}/vermelding",
            System.Net.Http.Json.JsonContent.Create(new { rijksregisternummer = Everybody[0].Number, reden = "geen-oplossing-gewenst" }), maldegem.PurposeOf(maldegem.Worker), settle: false)).Is(204);
        Assert.Equal(3, (await maldegem.StoredAsync()).Count);
        Assert.Equal(2, (await rig.Host.Sweep.RunAsync(Rig.Cancelled)).Erased);
        Assert.DoesNotContain(delivery, (await maldegem.StoredAsync()).Select(copy => copy.Exchange));
        Assert.Single(await maldegem.StoredAsync());
        (await rig.SendAsync(maldegem.Dpo, HttpMethod.Get, $"/debiteurenkopieen/{delivery}/wisbewijs", null, settle: false)).Is(200);

        // The engine comes back and finds it done.
        await rig.Host.Engine.StartProcessingAsync();
        await rig.Host.Engine.WaitUntilIdleAsync(Rig.Cancelled);
        await rig.TurnAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["wisbewijs-1"], (await rig.Host.Law.Ports.Evidence.NamesAsync(delivery, Rig.Cancelled)).Where(name => name.StartsWith("wis", StringComparison.Ordinal)));
        (await rig.GetAsync(maldegem.Dpo, $"/debiteurenkopieen/{delivery}/ontvangstbewijs")).Is(200);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Requirement("D5")]
    public async Task A_host_that_dies_before_it_ends_the_delivery_ends_it_by_either_enforcer_alone(bool bySweep)
    {
        var mortal = new Mortal();
        await using var rig = await Rig.StartAsync(between: mortal.Between);
        var maldegem = await Maldegem.OpenAsync(rig);
        var delivery = Made(await maldegem.DeliverAsync(Sheets.Debtors(Everybody)));
        if (bySweep)
            await rig.Host.Engine.StopAsync(Rig.Cancelled);
        mortal.Deadly.Add("IRegister.AppendAsync DB kopie-beeindigd");
        Assert.True((await maldegem.ClientsAsync(Sheets.Clients(Everybody[..2]), settle: !bySweep)).Status >= 500);
        Assert.Equal(1, mortal.Deaths);
        if (bySweep)
        {
            mortal.Live();
            Assert.NotNull((await CycleAsync(rig, maldegem)).Compared);
            Assert.Contains(delivery, (await maldegem.StoredAsync()).Select(copy => copy.Exchange));
            await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        }
        else
        {
            await rig.StopAsync();
            mortal.Live();
            await rig.BackAsync();
            await rig.TurnAsync(TimeSpan.FromMinutes(30)); // the step is tried again
            Assert.NotNull((await CycleAsync(rig, maldegem)).Compared);
        }

        Assert.DoesNotContain(delivery, (await maldegem.StoredAsync()).Select(copy => copy.Exchange));
        Assert.Contains("wisbewijs-1", await rig.Host.Law.Ports.Evidence.NamesAsync(delivery, Rig.Cancelled));
    }

    [Fact]
    [Requirement("D5", "F2", "F3")]
    public async Task Without_any_sweep_the_orchestrations_close_the_month_and_take_everything_of_it()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        var delivery = Made(await maldegem.DeliverAsync(Sheets.Debtors(Everybody)));
        await rig.TurnAsync(new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero) - rig.Clock.GetUtcNow());
        Assert.Empty(await maldegem.StoredAsync());
        Assert.Empty(await maldegem.KeysAsync());
        Assert.Contains("wisbewijs-1", await rig.Host.Law.Ports.Evidence.NamesAsync(delivery, Rig.Cancelled));
    }

    [Fact]
    [Requirement("F2")]
    public async Task Both_at_once_leave_one_certificate_of_each()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await rig.Host.Engine.StopAsync(Rig.Cancelled);
        var delivery = Made(await maldegem.DeliverAsync(Sheets.Debtors(Everybody), settle: false));
        (await maldegem.ClientsAsync(Sheets.Clients(Everybody[..2]), settle: false)).Is(200);
        await rig.Host.Engine.StartProcessingAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => rig.Host.Sweep.RunAsync(Rig.Cancelled)));
        await rig.Host.Engine.WaitUntilIdleAsync(Rig.Cancelled);
        await rig.TurnAsync(TimeSpan.FromMinutes(10));
        Assert.Single((await rig.Host.Law.Ports.Register.FactsAsync(delivery, Rig.Cancelled)).Select(row => FactJson.Read(row.Json)), fact => fact is ErasureFact.Erased);
        Assert.Single((await rig.Host.Law.Ports.Register.FactsAsync(delivery, Rig.Cancelled)).Select(row => FactJson.Read(row.Json)), fact => fact is CopyFact.Ended);
        Assert.Single(await maldegem.StoredAsync());
    }

    private static async Task<CycleState> CycleAsync(Rig rig, Maldegem maldegem) => (await rig.Host.Law.Debtors.Cycles.GetAsync(maldegem.Month, Rig.Cancelled)).State;

    private static ExchangeId Made(Answer answer) => new(answer.Is(201).Json.GetProperty("verwijzing").GetString()!);
}
