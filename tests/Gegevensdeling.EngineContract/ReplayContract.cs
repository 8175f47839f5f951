using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.EngineContract;

/// <summary>Law 1: same history, same decisions.</summary>
public abstract class ReplayContract(IEngineFactory factory) : EngineContract(factory)
{
    internal static Orchestration<string, string> Letter(Func<OrchestrationContext, string, Task<string>> code) => new("Letter", 1, code);

    internal static Orchestration<string, string> TwoNotes(string second) => Letter(async (context, input) =>
    {
        await context.CallActivityAsync(Note, input);
        await context.NextMessageAsync<Mail>(null);
        await context.CallActivityAsync(Note, second);
        await context.NextMessageAsync<Mail>(null);
        return "klaar";
    });

    [Fact]
    public async Task Replay_gives_the_same_ids_and_the_same_clock_in_another_process()
    {
        List<string> seen = [];
        var letter = Letter(async (context, _) =>
        {
            var before = $"{context.NewGuid()} {context.NewGuid()} {context.CurrentUtcDateTime:O}";
            await context.NextMessageAsync<Mail>(null);
            lock (seen) seen.Add($"{before} {context.NewGuid()} {context.CurrentUtcDateTime:O}");
            await context.NextMessageAsync<Mail>(null);
            return "klaar";
        });
        await using var engine = await StartAsync(letter);
        await engine.Client.StartAsync(letter, "a", "", Cancellation);
        await engine.AdvanceAsync(TimeSpan.FromDays(1));
        await engine.Client.SendAsync("a", Mail.Say("1"), Cancellation);
        await engine.IdleAsync();
        await engine.RestartAsync();
        await engine.StartWorkersAsync();
        await engine.AdvanceAsync(TimeSpan.FromDays(1));
        await engine.Client.SendAsync("a", Mail.Say("2"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(2, seen.Count);
        Assert.Single(seen.Distinct());
        Assert.Equal(3, seen[0].Split(' ').Where(word => Guid.TryParse(word, out _)).Distinct().Count());
    }

    [Fact]
    public async Task Ids_differ_between_instances_and_between_runs_of_one_instance()
    {
        List<Guid> seen = [];
        var letter = Letter((context, input) =>
        {
            lock (seen) seen.Add(context.NewGuid());
            if (input.Length > 0) context.ContinueAsNew(input[1..]);
            return Task.FromResult("klaar");
        });
        await using var engine = await StartAsync(letter);
        await engine.Client.StartAsync(letter, "a", "xx", Cancellation);
        await engine.Client.StartAsync(letter, "b", "xx", Cancellation);
        await engine.IdleAsync();
        Assert.Equal(6, seen.Distinct().Count());
    }

    [Fact]
    public async Task Code_that_asks_the_same_step_with_another_input_is_a_divergence_too()
    {
        await using var engine = await StartAsync(TwoNotes("tweede"));
        await engine.Client.StartAsync(TwoNotes("tweede"), "a", "eerste", Cancellation);
        await engine.Client.SendAsync("a", Mail.Say("1"), Cancellation);
        await engine.IdleAsync();
        await engine.RestartAsync(Catalog(TwoNotes("anders")));
        await engine.StartWorkersAsync();
        await engine.Client.SendAsync("a", Mail.Say("2"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal("Stopped", engine.Find("a")?.Status);
        Assert.DoesNotContain("anders", engine.Find("a")?.Step, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAll_and_WhenAny_over_the_contexts_own_steps_work()
    {
        var letter = Letter(async (context, _) =>
        {
            var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => context.CallActivityAsync(Note, $"{i}")));
            var message = context.NextMessageAsync<Mail>(null);
            var first = await Task.WhenAny(message, context.CreateTimer(context.CurrentUtcDateTime.AddDays(1)));
            await context.CallActivityAsync(Note, first == message ? "bericht" : "klok");
            return string.Concat(all);
        });
        await using var engine = await StartAsync(letter);
        await engine.Client.StartAsync(letter, "a", "", Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["0", "1", "2", "3", "4"], Done.Order());
        await engine.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal("klok", Done.Last());
        Assert.Equal("Completed", engine.Find("a")?.Status);
    }

    [Fact]
    public async Task A_second_wait_for_a_message_beside_the_first_is_refused()
    {
        var letter = Letter(async (context, _) =>
        {
            await Task.WhenAll(context.NextMessageAsync<Mail>(null), context.NextMessageAsync<Mail>(null));
            return "nooit";
        });
        await using var engine = await StartAsync(letter);
        await engine.Client.StartAsync(letter, "a", "", Cancellation);
        await engine.IdleAsync();
        Assert.Equal(new Outcome("Failed", "Onverwacht", null), engine.Find("a"));
    }
}
