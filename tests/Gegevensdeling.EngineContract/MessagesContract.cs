using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.EngineContract;

/// <summary>Law 3: messages are kept in order, also those that arrive before anyone waits; a duplicate changes nothing.</summary>
public abstract class MessagesContract(IEngineFactory factory) : EngineContract(factory)
{
    private static readonly Orchestration<int, string> Listener = new("Listener", 1, async (context, count) =>
    {
        for (var i = 0; i < count; i++)
        {
            var mail = await context.NextMessageAsync<Mail>(null);
            await context.CallActivityAsync(Note, ((Mail.Said)mail!).Text);
        }

        return "gehoord";
    });

    private static readonly Orchestration<int, string> Renewing = new("Renewing", 1, async (context, count) =>
    {
        var mail = await context.NextMessageAsync<Mail>(null);
        await context.CallActivityAsync(Note, ((Mail.Said)mail!).Text);
        if (count > 1) context.ContinueAsNew(count - 1);
        return "gehoord";
    });

    private static readonly Orchestration<DateTimeOffset, string> Racing = new("Racing", 1, async (context, deadline) =>
    {
        var first = await context.NextMessageAsync<Mail>(deadline);
        await context.CallActivityAsync(Note, first is null ? "te laat" : "op tijd");
        var second = await context.NextMessageAsync<Mail>(null);
        await context.CallActivityAsync(Note, ((Mail.Said)second!).Text);
        return "gehoord";
    });

    [Fact]
    public async Task A_message_raised_before_the_start_is_read()
    {
        await using var engine = await StartAsync(Listener);
        await engine.Client.SendAsync("a", Mail.Say("eerst"), Cancellation);
        await engine.IdleAsync();
        await engine.Client.StartAsync(Listener, "a", 1, Cancellation);
        await engine.IdleAsync();
        Assert.Equal("Completed", engine.Find("a")?.Status);
        Assert.Equal(["eerst"], Done);
    }

    [Fact]
    public async Task A_message_raised_right_after_the_start_is_read_every_time()
    {
        await using var engine = await StartAsync(Listener);
        foreach (var i in Enumerable.Range(0, 200))
        {
            await engine.Client.StartAsync(Listener, $"a{i}", 1, Cancellation);
            await engine.Client.SendAsync($"a{i}", Mail.Say($"{i}"), Cancellation);
        }

        await engine.IdleAsync();
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal("Completed", engine.Find($"a{i}")?.Status));
    }

    [Fact]
    public async Task Messages_are_read_in_the_order_in_which_they_came()
    {
        await using var engine = await StartAsync(Listener);
        await engine.Client.SendAsync("a", Mail.Say("1"), Cancellation);
        await engine.Client.StartAsync(Listener, "a", 20, Cancellation);
        foreach (var i in Enumerable.Range(2, 19)) await engine.Client.SendAsync("a", Mail.Say($"{i}"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"{i}"), Done);
    }

    [Fact]
    public async Task A_duplicate_changes_nothing_not_even_after_it_was_read()
    {
        await using var engine = await StartAsync(Listener);
        await engine.Client.StartAsync(Listener, "a", 3, Cancellation);
        foreach (var text in new[] { "x", "x", "y" }) await engine.Client.SendAsync("a", Mail.Say(text), Cancellation);
        await engine.IdleAsync();
        await engine.Client.SendAsync("a", Mail.Say("x"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal("Running", engine.Find("a")?.Status);
        await engine.Client.SendAsync("a", Mail.Say("z"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["x", "y", "z"], Done);
    }

    [Fact]
    public async Task A_message_that_was_read_is_not_read_again_after_a_restart()
    {
        await using var engine = await StartAsync(Listener);
        await engine.Client.StartAsync(Listener, "a", 3, Cancellation);
        await engine.Client.SendAsync("a", Mail.Say("x"), Cancellation);
        await engine.IdleAsync();
        await engine.RestartAsync();
        await engine.StartWorkersAsync();
        await engine.Client.SendAsync("a", Mail.Say("x"), Cancellation);
        await engine.Client.SendAsync("a", Mail.Say("y"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["x", "y"], Done);
        Assert.Equal("Running", engine.Find("a")?.Status);
    }

    [Fact]
    public async Task Continue_as_new_keeps_unread_messages_and_still_knows_duplicates()
    {
        await using var engine = await StartAsync(Renewing);
        foreach (var text in new[] { "x", "y", "x" }) await engine.Client.SendAsync("a", Mail.Say(text), Cancellation);
        await engine.Client.StartAsync(Renewing, "a", 3, Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["x", "y"], Done);
        await engine.Client.SendAsync("a", Mail.Say("x"), Cancellation);
        await engine.Client.SendAsync("a", Mail.Say("z"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["x", "y", "z"], Done);
        Assert.Equal("Completed", engine.Find("a")?.Status);
    }

    [Fact]
    public async Task A_message_that_loses_the_race_with_a_deadline_is_read_by_the_next_wait()
    {
        await using var engine = await StartAsync(Racing);
        await engine.Client.StartAsync(Racing, "a", engine.Now.AddHours(1), Cancellation);
        await engine.AdvanceAsync(TimeSpan.FromHours(1));
        await engine.Client.SendAsync("a", Mail.Say("toch"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["te laat", "toch"], Done);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_message_and_a_deadline_at_the_same_instant_never_lose_the_message(int order)
    {
        await using var engine = await StartAsync(Racing);
        await engine.Client.StartAsync(Racing, "a", engine.Now.AddHours(1), Cancellation);
        await engine.IdleAsync();
        var turning = Task.CompletedTask;
        if (order == 1) turning = engine.AdvanceAsync(TimeSpan.FromHours(1));
        var sending = engine.Client.SendAsync("a", Mail.Say("1"), Cancellation);
        if (order == 0) await sending;
        if (order != 1) turning = engine.AdvanceAsync(TimeSpan.FromHours(1));
        await Task.WhenAll(turning, sending);
        await engine.Client.SendAsync("a", Mail.Say("2"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal("Completed", engine.Find("a")?.Status);
        Assert.Contains(string.Join(' ', Done), new[] { "op tijd 2", "te laat 1" });
    }

    [Fact]
    public async Task A_message_to_an_ended_instance_is_dropped()
    {
        await using var engine = await StartAsync(Listener);
        await engine.Client.StartAsync(Listener, "a", 1, Cancellation);
        await engine.Client.SendAsync("a", Mail.Say("x"), Cancellation);
        await engine.IdleAsync();
        await engine.Client.SendAsync("a", Mail.Say("y"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["x"], Done);
        Assert.Equal("Completed", engine.Find("a")?.Status);
    }

    [Fact]
    public async Task A_message_sent_while_the_workers_stand_still_is_read_after_their_start()
    {
        await using var engine = await StartAsync(Listener);
        await engine.Client.StartAsync(Listener, "a", 1, Cancellation);
        await engine.IdleAsync();
        await engine.StopWorkersAsync();
        await engine.Client.SendAsync("a", Mail.Say("later"), Cancellation);
        Assert.Empty(Done);
        await engine.StartWorkersAsync();
        await engine.IdleAsync();
        Assert.Equal(["later"], Done);
    }
}
