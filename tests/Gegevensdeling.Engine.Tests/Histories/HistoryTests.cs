using Gegevensdeling.EngineContract;
using Gegevensdeling.Engine.Tests.Embedded;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gegevensdeling.Engine.Tests.Histories;

/// <summary>Law 9: histories of released versions are committed, and today's code takes the same decisions on them.</summary>
public sealed class HistoryTests
{
    private static readonly Activity<Ask, string> Ask = new("Ask", new(3, TimeSpan.FromMinutes(1), 2, TimeSpan.FromMinutes(5)));

    private static readonly Orchestration<string, string> Small = new("Small", 1, async (context, _) =>
    {
        await context.CreateTimer(context.CurrentUtcDateTime.AddHours(1));
        return "kind klaar";
    });

    private static readonly Orchestration<int, string> Sample = Written(days: 3, question: "Komt u langs?");

    [Fact]
    public async Task Todays_code_takes_the_decisions_of_the_committed_history() =>
        Assert.Equal(7, HistoryReplayer.Replay(Catalog(Sample), await CommittedAsync()));

    [Fact]
    public async Task The_engine_still_writes_the_history_that_was_committed() =>
        Assert.Equal(await CommittedAsync(), await RunAsync(Sample));

    [Fact]
    public async Task A_changed_term_is_caught_with_its_step()
    {
        var committed = await CommittedAsync();
        var caught = Assert.Throws<ReplayDivergenceException>(() => HistoryReplayer.Replay(Catalog(Written(days: 4, question: "Komt u langs?")), committed));
        Assert.Contains("step 2, wait for a message until 2026-03-05", caught.Step, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_input_is_caught_without_telling_it()
    {
        var committed = await CommittedAsync();
        var caught = Assert.Throws<ReplayDivergenceException>(() => HistoryReplayer.Replay(Catalog(Written(days: 3, question: "Waarom?")), committed));
        Assert.Equal("step 1, activity 'Ask': asked with another input", caught.Step);
    }

    [Fact]
    public async Task A_version_that_is_no_longer_shipped_is_caught()
    {
        var committed = await CommittedAsync();
        Assert.Throws<ReplayDivergenceException>(() => HistoryReplayer.Replay(Catalog(Sample with { Version = 2 }), committed));
    }

    private static Orchestration<int, string> Written(int days, string question) => new("Sample", 1, async (context, number) =>
    {
        await context.CallActivityAsync(Ask, new Ask(context.NewGuid(), number, question));
        var answer = await context.NextMessageAsync<Mail>(context.CurrentUtcDateTime.AddDays(days));
        if (answer is null) await context.CallActivityAsync(Ask, new Ask(context.NewGuid(), number, "Herinnering"));
        var last = await context.NextMessageAsync<Mail>(null);
        await context.CallSubOrchestratorAsync(Small, "kind", last!.Id);
        return "klaar";
    });

    private static OrchestrationCatalog Catalog(Orchestration<int, string> sample) => new([sample, Small], [Ask]);

    private static Task<string> CommittedAsync() =>
        File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Histories", "sample-1.json"), TestContext.Current.CancellationToken);

    private static async Task<string> RunAsync(Orchestration<int, string> sample)
    {
        using var folder = new TemporaryFolder();
        var cancellation = TestContext.Current.CancellationToken;
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var attempts = 0;
        var bindings = new ActivityBindings().Bind(Ask, (ask, _) =>
            attempts++ == 0 ? throw new ActivityFailureException(new("Storing")) : Task.FromResult($"gevraagd: {ask.Question}"));
        await using var engine = new EmbeddedEngine(folder.File("engine.db"), Catalog(sample), bindings, time, new(), NullLogger<EmbeddedEngine>.Instance);
        await engine.StartProcessingAsync();
        await engine.StartAsync(sample, "voorbeeld", 7, cancellation);
        await engine.WaitUntilIdleAsync(cancellation);
        while (engine.NextDue is { } due)
        {
            time.SetUtcNow(due);
            await engine.WaitUntilIdleAsync(cancellation);
            if (engine.NextDue is not null) continue;
            await engine.SendAsync("voorbeeld", Mail.Say("ja"), cancellation);
            await engine.WaitUntilIdleAsync(cancellation);
        }

        return engine.ExportHistory("voorbeeld")!;
    }
}

internal sealed record Ask(Guid Step, int Number, string Question);
