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
        await context.NextMessageAsync<Mail>(null);
        return "klaar";
    });

    private readonly DoubleHub hub = new(new()) { Code = new(new([Letter], []), NullLogger<DurableOrchestrations>.Instance) };

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

    private static DurableOrchestrationClient Client(DoubleClient native) => new(() => native, NullLogger<DurableOrchestrationClient>.Instance);
}
