using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.EngineContract;

/// <summary>Law 8: a sub-orchestration has an id of its own, lives its own life, and is purged by its id.</summary>
public abstract class SubOrchestrationsContract(IEngineFactory factory) : EngineContract(factory)
{
    private static readonly Orchestration<string, string> Child = new("Child", 1, async (context, input) =>
    {
        await context.NextMessageAsync<Mail>(null);
        if (input == "stuk") throw new InvalidOperationException("mevrouw Voorbeeld");
        return await context.CallActivityAsync(Note, $"{context.InstanceId} {input}");
    });

    private static readonly Orchestration<string, string> Parent = new("Parent", 1, async (context, input) =>
    {
        try
        {
            return await context.CallActivityAsync(Note, "kind gaf: " + await context.CallSubOrchestratorAsync(Child, "sleutel", input));
        }
        catch (ActivityFailedException failed)
        {
            return await context.CallActivityAsync(Note, $"kind mislukte: {failed.Code}");
        }
    });

    private static readonly Orchestration<int, string> Leaving = new("Leaving", 1, (context, again) =>
    {
        var name = $"sleutel-{again}";
        _ = context.CallSubOrchestratorAsync(Child, name, "los");
        if (again > 0) context.ContinueAsNew(again - 1);
        return Task.FromResult("weg");
    });

    private static readonly Orchestration<int, string> Twice = new("Twice", 1, async (context, input) =>
    {
        _ = context.CallSubOrchestratorAsync(Child, "sleutel", "een");
        try
        {
            return await context.CallSubOrchestratorAsync(Child, "sleutel", "twee");
        }
        catch (ActivityFailedException failed)
        {
            return await context.CallActivityAsync(Note, failed.Code.Value);
        }
    });

    [Fact]
    public async Task The_parent_gets_the_answer_also_when_everything_was_restarted_in_between()
    {
        await using var engine = await StartAsync(Parent, Child);
        await engine.Client.StartAsync(Parent, "p", "x", Cancellation);
        await engine.IdleAsync();
        await engine.RestartAsync();
        await engine.Client.SendAsync("p:sleutel", Mail.Say("1"), Cancellation);
        await engine.StartWorkersAsync();
        await engine.IdleAsync();
        Assert.Equal(["p:sleutel x", "kind gaf: p:sleutel x"], Done);
        Assert.Equal("Completed", engine.Find("p")?.Status);
    }

    [Fact]
    public async Task Only_a_code_comes_out_of_a_sub_orchestration_that_fails()
    {
        await using var engine = await StartAsync(Parent, Child);
        await engine.Client.StartAsync(Parent, "p", "stuk", Cancellation);
        await engine.Client.SendAsync("p:sleutel", Mail.Say("1"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["kind mislukte: Onverwacht"], Done);
        Assert.Equal(new Outcome("Failed", "Onverwacht", null), engine.Find("p:sleutel"));
    }

    [Fact]
    public async Task Not_awaited_it_goes_on_past_the_end_and_the_continue_as_new_of_its_parent()
    {
        await using var engine = await StartAsync(Leaving, Child);
        await engine.Client.StartAsync(Leaving, "p", 1, Cancellation);
        await engine.IdleAsync();
        Assert.Equal("Completed", engine.Find("p")?.Status);
        Assert.Equal("Running", engine.Find("p:sleutel-1")?.Status);
        await engine.RestartAsync();
        await engine.StartWorkersAsync();
        await engine.Client.SendAsync("p:sleutel-1", Mail.Say("1"), Cancellation);
        await engine.Client.SendAsync("p:sleutel-0", Mail.Say("1"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["p:sleutel-0 los", "p:sleutel-1 los"], Done.Order());
    }

    [Fact]
    public async Task A_name_serves_once_in_the_life_of_a_parent()
    {
        await using var engine = await StartAsync(Twice, Child);
        await engine.Client.StartAsync(Twice, "p", 0, Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["NaamAlGebruikt"], Done);
        Assert.Equal("Running", engine.Find("p:sleutel")?.Status);
    }

    [Fact]
    public async Task A_purge_leaves_alone_what_runs_and_what_a_parent_still_waits_for()
    {
        await using var engine = await StartAsync(Parent, Child);
        await engine.Client.StartAsync(Parent, "p", "x", Cancellation);
        await engine.IdleAsync();
        Assert.False(await engine.Client.PurgeAsync("p", Cancellation));
        Assert.False(await engine.Client.PurgeAsync("p:sleutel", Cancellation));
        await engine.Client.SendAsync("p:sleutel", Mail.Say("1"), Cancellation);
        await engine.IdleAsync();
        Assert.True(await engine.Client.PurgeAsync("p", Cancellation));
        Assert.NotNull(engine.Find("p:sleutel"));
        Assert.True(await engine.Client.PurgeAsync("p:sleutel", Cancellation));
        Assert.Null(engine.Find("p"));
        Assert.Null(engine.Find("p:sleutel"));
        Assert.True(await engine.Client.PurgeAsync("p", Cancellation));
    }
}
