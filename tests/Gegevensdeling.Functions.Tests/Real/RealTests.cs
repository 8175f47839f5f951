using Gegevensdeling.EngineContract;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Functions.Tests.Real;

/// <summary>What Durable Task itself does where the embedded engine has a rule of its own, and what its histories keep.</summary>
public sealed class RealTests
{
    private const string Canary = "mevrouw Voorbeeld, Kerkstraat 1";

    private static readonly Activity<string, string> Step = new("Step", new(2, TimeSpan.FromMinutes(1), 1, TimeSpan.FromMinutes(1)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changed_code_makes_an_instance_fail_and_Durable_Task_names_the_step()
    {
        static Orchestration<string, string> Letter(bool changed) => new("Letter", 1, async (context, input) =>
        {
            await (changed ? context.CreateTimer(context.CurrentUtcDateTime.AddDays(1)) : context.CallActivityAsync(Step, input));
            await context.NextMessageAsync<Mail>(null);
            return "klaar";
        });
        await using var engine = await RealUnderTest.StartAsync(new([Letter(false)], [Step]), new ActivityBindings().Bind(Step, (text, _) => Task.FromResult(text)));
        await engine.Client.StartAsync(Letter(false), "a", "x", Cancellation);
        await engine.IdleAsync();
        await engine.RestartAsync(new([Letter(true)], [Step]));
        await engine.StartWorkersAsync();
        await engine.Client.SendAsync("a", Mail.Say("1"), Cancellation);
        await engine.IdleAsync();
        var found = engine.Find("a");
        Assert.Equal("Failed", found?.Status);
        Assert.Contains("'Step'", found?.FailureCode, StringComparison.Ordinal);
        Assert.Contains("Timer", found?.FailureCode, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_a_text_nor_a_stack_of_an_exception_comes_into_a_history()
    {
        var letter = new Orchestration<string, string>("Letter", 1, async (context, input) =>
        {
            try
            {
                await context.CallActivityAsync(Step, input);
            }
            catch (ActivityFailedException)
            {
                throw new InvalidOperationException(Canary);
            }

            return "nooit";
        });
        await using var engine = await RealUnderTest.StartAsync(new([letter], [Step]), new ActivityBindings().Bind(Step, (_, _) => throw new InvalidOperationException(Canary)));
        await engine.Client.StartAsync(letter, "a", "x", Cancellation);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(new Outcome("Failed", "Onverwacht", null), engine.Find("a"));
        var all = await engine.HistoryAsync("a");
        Assert.Contains("Onverwacht", all, StringComparison.Ordinal); // the search finds what is there
        Assert.DoesNotContain("Voorbeeld", all, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_that_awaits_a_native_sub_orchestration_would_not_end_before_it()
    {
        // The reason why the adapter lets go of sub-orchestrations: measured, not believed.
        var child = new Orchestration<string, string>("Child", 1, async (context, _) =>
        {
            await context.NextMessageAsync<Mail>(null);
            return "kind";
        });
        await using var engine = await RealUnderTest.StartAsync(new([child], [Step]), new(), tasks => tasks("Native", async native =>
        {
            _ = native.CallSubOrchestratorAsync<string>("Child", """{"version":1,"input":"\"x\""}""", new Microsoft.DurableTask.SubOrchestrationOptions(new Microsoft.DurableTask.TaskOptions(), "kind"));
            await native.CallActivityAsync<string>("Step", "\"x\"");
            return "ouder";
        }));
        await engine.StartNativeAsync("Native", "ouder");
        await engine.IdleAsync();
        Assert.Equal("Running", engine.Find("ouder")?.Status);
        await engine.Client.SendAsync("kind", Mail.Say("1"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal("Completed", engine.Find("ouder")?.Status);
    }
}
