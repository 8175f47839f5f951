using System.Collections.Concurrent;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.EngineContract;

/// <summary>The one orchestration of every dossier, on every engine: what the plan asks for is taken, once, and nothing holds up the rest.</summary>
public abstract class DossiersContract(IEngineFactory factory)
{
    private static readonly ExchangeId Dossier = new("GL-0000-0000-0001");

    private readonly ConcurrentQueue<string> taken = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What is due, given what was taken so far.</summary>
    private Func<LookAnswer> Plan { get; set; } = () => new([], null, Closed: true);

    /// <summary>How a step ends.</summary>
    private Func<string, StepOutcome> Step { get; set; } = _ => StepOutcome.Taken;

    [Fact]
    public async Task Due_steps_are_taken_then_it_waits_for_its_moment_or_a_fact_and_ends_when_closed()
    {
        await using var engine = await StartAsync();
        var (begin, told, closed) = (engine.Now, false, false);
        Plan = () => engine.Now < begin.AddDays(1) ? Due(begin.AddDays(1), "melden:a", "melden:b") : Due(null, told ? ["melden:a", "melden:b", "herinneren", "sluiten"] : ["melden:a", "melden:b", "herinneren"]) with { Closed = closed };
        await engine.Client.StartAsync(DossierOrchestration.Orchestration, Dossier.Value, new(Dossier), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["melden:a", "melden:b"], taken.Order());
        await engine.AdvanceAsync(TimeSpan.FromHours(25));
        Assert.Equal("herinneren", taken.Last());
        Assert.Equal("Running", engine.Find(Dossier.Value)?.Status);
        (told, closed) = (true, true);
        await engine.Client.SendAsync<DossierMessage>(Dossier.Value, new DossierMessage.Recorded("1"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(4, taken.Count);
        Assert.Equal("Completed", engine.Find(Dossier.Value)?.Status);
    }

    [Fact]
    public async Task A_step_that_fails_again_and_again_keeps_the_dossier_from_nothing_else_and_is_tried_later()
    {
        await using var engine = await StartAsync();
        var (dead, closed) = (true, false);
        Plan = () => Due(null, "melden:dood", "melden:goed") with { Closed = closed };
        Step = step => step == "melden:dood" && dead ? throw new IOException("planted") : StepOutcome.Taken;
        await engine.Client.StartAsync(DossierOrchestration.Orchestration, Dossier.Value, new(Dossier), Cancellation);
        await engine.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(["melden:goed"], taken);
        (dead, closed) = (false, true);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(["melden:goed", "melden:dood"], taken);
        Assert.Equal("Completed", engine.Find(Dossier.Value)?.Status);
    }

    [Fact]
    public async Task What_cannot_be_done_yet_waits_for_the_plans_next_moment()
    {
        await using var engine = await StartAsync();
        var (begin, tries) = (engine.Now, 0);
        Plan = () => Due(engine.Now.AddDays(1), "afwikkelen") with { Closed = taken.Contains("afwikkelen") };
        Step = _ => Interlocked.Increment(ref tries) < 3 ? StepOutcome.NotYet : StepOutcome.Taken;
        await engine.Client.StartAsync(DossierOrchestration.Orchestration, Dossier.Value, new(Dossier), Cancellation);
        await engine.AdvanceAsync(TimeSpan.FromHours(47));
        Assert.Equal(2, tries);
        await engine.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal((3, "Completed"), (tries, engine.Find(Dossier.Value)?.Status));
    }

    private LookAnswer Due(DateTimeOffset? next, params string[] steps) => new([.. steps.Where(step => !taken.Contains(step))], next, Closed: false);

    private Task<IEngineUnderTest> StartAsync() => factory.StartAsync(
        new([DossierOrchestration.Orchestration], DossierActivityTokens.All),
        new ActivityBindings()
            .Bind(DossierActivityTokens.Look, (_, _) => Task.FromResult(Plan()))
            .Bind(DossierActivityTokens.Take, (input, _) =>
            {
                var outcome = Step(input.Code);
                if (outcome == StepOutcome.Taken)
                    taken.Enqueue(input.Code);
                return Task.FromResult(new TakeAnswer(outcome));
            }));
}
