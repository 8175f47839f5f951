using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.EngineContract;

/// <summary>Laws 2 and 7: an activity runs at least once, is retried by its token, and only a failure code comes out.</summary>
public abstract class ActivitiesContract(IEngineFactory factory) : EngineContract(factory)
{
    private static readonly FailureCode Outage = new("Storing");

    private static readonly Orchestration<int, string> Caller = new("Caller", 1, async (context, input) =>
    {
        try
        {
            return await context.CallActivityAsync(Fragile, input);
        }
        catch (ActivityFailedException failed)
        {
            return await context.CallActivityAsync(Note, $"mislukt: {failed.Code}");
        }
    });

    private static readonly Orchestration<int, string> Careless = new("Careless", 1, (context, input) => context.CallActivityAsync(Fragile, input));

    private static readonly Orchestration<int, string> Hasty = new("Hasty", 1, (context, input) =>
    {
        _ = context.CallActivityAsync(Fragile, input);
        return Task.FromResult("klaar");
    });

    [Fact]
    public async Task Retries_follow_the_tokens_back_off()
    {
        OnFragile = attempt => attempt < 4 ? throw new ActivityFailureException(Outage) : "gelukt";
        await using var engine = await StartAsync(Caller);
        var begin = engine.Now;
        await engine.Client.StartAsync(Caller, "a", 1, Cancellation);
        await engine.IdleAsync();
        List<double> waits = [];
        for (var last = begin; engine.NextDue is { } due; last = due)
        {
            waits.Add((due - last).TotalMinutes);
            await engine.AdvanceAsync(due - engine.Now);
        }

        Assert.Equal([1, 2, 3], waits); // first a minute, then twice as long, never longer than three
        Assert.Equal(["poging 1", "poging 2", "poging 3", "poging 4"], Done);
        Assert.Equal("Completed", engine.Find("a")?.Status);
    }

    [Fact]
    public async Task After_the_last_attempt_the_code_reaches_the_orchestration()
    {
        OnFragile = _ => throw new ActivityFailureException(Outage);
        await using var engine = await StartAsync(Caller);
        await engine.Client.StartAsync(Caller, "a", 1, Cancellation);
        await engine.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(["poging 1", "poging 2", "poging 3", "poging 4", "mislukt: Storing"], Done);
    }

    [Fact]
    public async Task A_failure_that_no_attempt_can_mend_is_not_tried_again()
    {
        OnFragile = _ => throw new ActivityFailureException(Outage, retry: false);
        await using var engine = await StartAsync(Caller);
        await engine.Client.StartAsync(Caller, "a", 1, Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["poging 1", "mislukt: Storing"], Done);
    }

    [Fact]
    public async Task An_exception_that_nobody_mapped_crosses_as_Onverwacht_and_nothing_of_its_text()
    {
        OnFragile = _ => throw new InvalidOperationException("mevrouw Voorbeeld, Kerkstraat 1");
        await using var engine = await StartAsync(Caller);
        await engine.Client.StartAsync(Caller, "a", 1, Cancellation);
        await engine.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal("mislukt: Onverwacht", Done.Last());
    }

    [Fact]
    public async Task An_orchestration_that_lets_a_failure_through_fails_with_its_code()
    {
        OnFragile = _ => throw new ActivityFailureException(Outage, retry: false);
        await using var engine = await StartAsync(Careless);
        await engine.Client.StartAsync(Careless, "a", 1, Cancellation);
        await engine.IdleAsync();
        Assert.Equal(new Outcome("Failed", "Storing", null), engine.Find("a"));
    }

    [Fact]
    public async Task A_back_off_survives_a_restart_with_its_count_and_its_time()
    {
        OnFragile = attempt => attempt < 3 ? throw new ActivityFailureException(Outage) : "gelukt";
        await using var engine = await StartAsync(Caller);
        await engine.Client.StartAsync(Caller, "a", 1, Cancellation);
        await engine.AdvanceAsync(TimeSpan.FromSeconds(70)); // two attempts, the next is due two minutes after the second
        var due = engine.NextDue;
        await engine.RestartAsync();
        await engine.StartWorkersAsync();
        await engine.IdleAsync();
        Assert.Equal(["poging 1", "poging 2"], Done);
        Assert.Equal(due, engine.NextDue);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["poging 1", "poging 2", "poging 3"], Done);
        Assert.Equal("Completed", engine.Find("a")?.Status);
    }

    [Fact]
    public async Task An_activity_that_nobody_awaits_runs_to_its_end_before_its_orchestration_ends()
    {
        OnFragile = attempt => attempt < 2 ? throw new ActivityFailureException(Outage) : "gelukt";
        await using var engine = await StartAsync(Hasty);
        await engine.Client.StartAsync(Hasty, "a", 1, Cancellation);
        await engine.IdleAsync();
        Assert.Equal("Running", engine.Find("a")?.Status);
        await engine.RestartAsync();
        await engine.StartWorkersAsync();
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["poging 1", "poging 2"], Done);
        Assert.Equal("Completed", engine.Find("a")?.Status);
    }
}
