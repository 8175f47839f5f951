using Gegevensdeling.EngineContract;
using Gegevensdeling.Functions.Durable;
using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gegevensdeling.Functions.Tests.Double;

/// <summary>What the client makes of a host that says no: Functions refuses an event to an instance that is not there.</summary>
public sealed class ClientTests
{
    private static readonly Orchestration<string, string> Letter = new("Letter", 1, async (context, _) =>
    {
        var said = (Mail.Said?)await context.NextMessageAsync<Mail>(null);
        return said is { Text: "stuk" } ? throw new InvalidOperationException() : "klaar";
    });

    private static readonly Orchestration<string, string> Asking = new("Asking", 1, async (context, _) =>
    {
        try
        {
            return "kind: " + await context.CallSubOrchestratorAsync(Letter, "kind", "");
        }
        catch (ActivityFailedException failed)
        {
            return failed.Code.Value;
        }
    });

    private readonly DoubleHub hub = new(new()) { Code = new(new([Letter, Asking], []), NullLogger<DurableOrchestrations>.Instance) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_to_an_instance_that_is_not_there_is_let_go_of_and_the_sweep_sends_it_again()
    {
        var client = Client(new DoubleClient(hub) { RefusesEvents = true });
        await client.SendAsync("a", Mail.Say("1"), Cancellation);
        Assert.True(await client.StartAsync(Letter, "a", "", Cancellation));
        await hub.IdleAsync();
        Assert.Equal("Running", hub.Find("a")?.Status); // it did not hear of it
    }

    [Fact]
    public async Task A_refusal_while_the_instance_runs_is_an_outage_and_is_told()
    {
        var client = Client(new DoubleClient(hub) { RefusesEvents = true });
        await client.StartAsync(Letter, "a", "", Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync("a", Mail.Say("1"), Cancellation));
    }

    [Fact]
    public async Task A_start_that_another_won_is_no_error()
    {
        hub.TryStart("a", Letter.Name, OrchestrationJson.Write(new DurableInput(1, "\"\"")));
        Assert.False(await Client(new DoubleClient(hub) { SeesNothingAtFirst = true }).StartAsync(Letter, "a", "", Cancellation));
    }

    [Theory]
    [InlineData("1", "kind: klaar")]
    [InlineData("stuk", "Onverwacht")]
    public async Task A_lost_outcome_is_told_again_by_the_purge_which_leaves_the_child_until_its_parent_ended(string said, string heard)
    {
        var client = Client(new DoubleClient(hub));
        await client.StartAsync(Asking, "a", "", Cancellation);
        await hub.IdleAsync();
        hub.Loses = true;
        await client.SendAsync("a:kind", Mail.Say(said), Cancellation);
        await hub.IdleAsync();
        Assert.NotEqual("Running", hub.Find("a:kind")?.Status);
        Assert.Equal("Running", hub.Find("a")?.Status);
        Assert.False(await client.PurgeAsync("a:kind", Cancellation));
        await hub.IdleAsync();
        Assert.Equal(("Completed", $"\"{heard}\""), (hub.Find("a")?.Status, hub.Find("a")?.Output));
        Assert.True(await client.PurgeAsync("a:kind", Cancellation));
        Assert.True(await client.PurgeAsync("a", Cancellation));
    }

    private static DurableOrchestrationClient Client(DoubleClient native) => new(() => native, NullLogger<DurableOrchestrationClient>.Instance);
}
