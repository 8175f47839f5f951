using Gegevensdeling.EngineContract;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Engine.Tests.Crash;

/// <summary>One story with everything that an orchestration can do. Each effect carries the id of its step (law 2).</summary>
internal static class CrashStory
{
    public static Activity<Effect, string> Write { get; } = new("Write", new(3, TimeSpan.FromMinutes(1), 2, TimeSpan.FromMinutes(5)));

    public static Orchestration<string, string> Key { get; } = new("Key", 1, async (context, name) =>
    {
        await Tell(context, $"sleutel {name} begint");
        await context.CreateTimer(context.CurrentUtcDateTime.AddHours(1));
        return await Tell(context, $"sleutel {name} gewist");
    });

    public static Orchestration<int, string> Story { get; } = new("Story", 1, async (context, round) =>
    {
        await Tell(context, $"ronde {round} begint");
        var forgotten = context.CallSubOrchestratorAsync(Key, $"los-{round}", "los");
        var first = await context.NextMessageAsync<Mail>(context.CurrentUtcDateTime.AddDays(20 * 365));
        await Tell(context, $"bericht {((Mail.Said)first!).Text}");
        await Tell(context, "moeilijk");
        var none = round > 1 ? null : await context.NextMessageAsync<Mail>(context.CurrentUtcDateTime.AddDays(3));
        await Tell(context, none is null ? "herinnering" : "onverwacht bericht");
        await Tell(context, "kind zegt: " + await context.CallSubOrchestratorAsync(Key, $"vast-{round}", "vast"));
        await Task.WhenAll(context.CreateTimer(context.CurrentUtcDateTime.AddDays(1)), context.CreateTimer(context.CurrentUtcDateTime.AddDays(2)));
        if (round > 1) context.ContinueAsNew(round - 1);
        return await Tell(context, $"ronde {round} eindigt");
    });

    public static OrchestrationCatalog Catalog { get; } = new([Story, Key], [Write]);

    private static Task<string> Tell(OrchestrationContext context, string text) =>
        context.CallActivityAsync(Write, new Effect(context.NewGuid(), context.InstanceId, text));

    public sealed record Effect(Guid Step, string Instance, string Text);
}
