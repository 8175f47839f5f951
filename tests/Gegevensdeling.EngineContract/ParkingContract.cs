using System.Runtime.CompilerServices;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.EngineContract;

/// <summary>Laws 4, 5 and 6: what is parked is simply not resumed; a restart loses nothing; a wait leaves no timer behind.</summary>
public abstract class ParkingContract(IEngineFactory factory) : EngineContract(factory)
{
    private static readonly Orchestration<string, string> Waiter = new("Waiter", 1, async (context, _) =>
    {
        var mail = await context.NextMessageAsync<Mail>(context.CurrentUtcDateTime.AddDays(30));
        await context.CallActivityAsync(Note, mail is null ? "niets gekomen" : "gekomen");
        await context.NextMessageAsync<Mail>(null);
        return "klaar";
    });

    private static readonly Orchestration<string, string> Sleeper = new("Sleeper", 1, async (context, _) =>
    {
        await context.CreateTimer(context.CurrentUtcDateTime.AddYears(2));
        return await context.CallActivityAsync(Note, $"wakker op {context.CurrentUtcDateTime:yyyy-MM-dd}");
    });

    [Fact]
    public async Task A_finally_runs_only_at_the_real_end()
    {
        var finals = new StrongBox<int>();
        var tidy = new Orchestration<string, string>("Tidy", 1, async (context, _) =>
        {
            try
            {
                await context.NextMessageAsync<Mail>(null);
                return "klaar";
            }
            finally
            {
                Interlocked.Increment(ref finals.Value);
            }
        });
        await using var engine = await StartAsync(tidy);
        await engine.Client.StartAsync(tidy, "a", "", Cancellation);
        await engine.IdleAsync();
        await engine.RestartAsync();
        await engine.StartWorkersAsync();
        await engine.IdleAsync();
        await engine.StopWorkersAsync();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(0, finals.Value);
        await engine.StartWorkersAsync();
        await engine.Client.SendAsync("a", Mail.Say("1"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(1, finals.Value);
        Assert.Equal("Completed", engine.Find("a")?.Status);
    }

    [Fact]
    public async Task A_wait_with_a_deadline_leaves_no_timer_behind()
    {
        await using var engine = await StartAsync(Waiter);
        await engine.Client.StartAsync(Waiter, "a", "", Cancellation);
        await engine.IdleAsync();
        Assert.Equal(engine.Now.AddDays(30), engine.NextDue);
        await engine.Client.SendAsync("a", Mail.Say("1"), Cancellation);
        await engine.IdleAsync();
        Assert.Null(engine.NextDue);
        await engine.AdvanceAsync(TimeSpan.FromDays(60));
        Assert.Equal(["gekomen"], Done);
    }

    [Fact]
    public async Task A_wait_answers_nothing_when_its_deadline_passes()
    {
        await using var engine = await StartAsync(Waiter);
        await engine.Client.StartAsync(Waiter, "a", "", Cancellation);
        await engine.AdvanceAsync(TimeSpan.FromDays(29));
        Assert.Empty(Done);
        await engine.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(["niets gekomen"], Done);
        Assert.Null(engine.NextDue);
    }

    [Fact]
    public async Task A_timer_of_years_is_a_stored_deadline_and_survives_restarts()
    {
        await using var engine = await StartAsync(Sleeper);
        await engine.Client.StartAsync(Sleeper, "a", "", Cancellation);
        await engine.AdvanceAsync(TimeSpan.FromDays(400));
        await engine.RestartAsync();
        await engine.StartWorkersAsync();
        await engine.AdvanceAsync(TimeSpan.FromDays(400));
        Assert.Equal(["wakker op 2028-03-02"], Done);
    }

    [Fact]
    public async Task A_deadline_that_passed_while_nothing_ran_wakes_its_instance_at_the_start()
    {
        await using var engine = await StartAsync(Waiter);
        await engine.Client.StartAsync(Waiter, "a", "", Cancellation);
        await engine.IdleAsync();
        await engine.RestartAsync();
        await engine.AdvanceAsync(TimeSpan.FromDays(31));
        Assert.Empty(Done);
        await engine.StartWorkersAsync();
        await engine.IdleAsync();
        Assert.Equal(["niets gekomen"], Done);
    }

    [Fact]
    public async Task A_start_is_kept_while_the_workers_stand_still_and_a_second_one_changes_nothing()
    {
        await using var engine = await StartAsync(Waiter);
        await engine.StopWorkersAsync();
        Assert.True(await engine.Client.StartAsync(Waiter, "a", "", Cancellation));
        Assert.False(await engine.Client.StartAsync(Sleeper, "a", "", Cancellation));
        await engine.RestartAsync();
        await engine.StartWorkersAsync();
        await engine.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(["niets gekomen"], Done);
    }
}
