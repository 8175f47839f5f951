using static Gegevensdeling.EngineContract.ReplayContract;

namespace Gegevensdeling.EngineContract;

/// <summary>
/// Law 1 on an engine that is ours: a divergence and a foreign await stop that instance, name the step, and leave the history as it is.
/// Durable Task judges these by itself; what it does then is measured by the tests of its host.
/// </summary>
public abstract class DivergenceContract(IEngineFactory factory) : EngineContract(factory)
{
    [Fact]
    public async Task Changed_code_stops_the_instance_and_names_the_step()
    {
        await using var engine = await StartAsync(TwoNotes("tweede"));
        await engine.Client.StartAsync(TwoNotes("tweede"), "a", "eerste", Cancellation);
        await engine.Client.SendAsync("a", Mail.Say("1"), Cancellation);
        await engine.IdleAsync();
        var changed = Letter(async (context, input) =>
        {
            await context.CallActivityAsync(Note, input);
            await context.NextMessageAsync<Mail>(null);
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(1));
            return "klaar";
        });
        await engine.RestartAsync(Catalog(changed));
        await engine.StartWorkersAsync();
        await engine.Client.SendAsync("a", Mail.Say("2"), Cancellation);
        await engine.IdleAsync();
        var found = engine.Find("a");
        Assert.Equal("Stopped", found?.Status);
        Assert.Contains("step 3, activity 'Note'", found?.Step, StringComparison.Ordinal);
        Assert.Contains("timer", found?.Step, StringComparison.Ordinal);
        Assert.Equal(["eerste", "tweede"], Done);
    }

    [Fact]
    public async Task An_await_that_is_not_the_engines_own_stops_the_instance_at_once()
    {
        var never = new TaskCompletionSource();
        var letter = Letter(async (context, input) =>
        {
            await context.CallActivityAsync(Note, input);
            await never.Task;
            return "nooit";
        });
        await using var engine = await StartAsync(letter);
        await engine.Client.StartAsync(letter, "a", "eerste", Cancellation);
        await engine.IdleAsync();
        Assert.Equal("Stopped", engine.Find("a")?.Status);
        Assert.Contains("not the engine's own, after step 1", engine.Find("a")?.Step, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_await_that_is_not_the_engines_own_is_seen_when_it_comes_back_while_a_step_is_open(bool leaveTheContext)
    {
        var foreign = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var letter = Letter(async (context, input) =>
        {
            var open = context.CreateTimer(context.CurrentUtcDateTime.AddYears(1));
            await foreign.Task.ConfigureAwait(!leaveTheContext);
            await context.CallActivityAsync(Note, input);
            await open;
            return "nooit";
        });
        await using var engine = await StartAsync(letter);
        await engine.Client.StartAsync(letter, "a", "eerste", Cancellation);
        await engine.IdleAsync();
        Assert.Equal("Running", engine.Find("a")?.Status);
        foreign.SetResult();
        for (var i = 0; i < 500 && engine.Find("a")?.Status == "Running"; i++)
        {
            await Task.Yield();
            await engine.IdleAsync();
            await Task.Factory.StartNew(() => { }, Cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Assert.Equal("Stopped", engine.Find("a")?.Status);
        Assert.Empty(Done);
    }
}
