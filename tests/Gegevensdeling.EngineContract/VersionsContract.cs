using System.Diagnostics.Metrics;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Telemetry;

namespace Gegevensdeling.EngineContract;

/// <summary>Law 9: an instance finishes on the version it started with.</summary>
public abstract class VersionsContract(IEngineFactory factory) : EngineContract(factory)
{
    private static readonly Orchestration<string, string> First = new("Brief", 1, async (context, input) =>
    {
        await context.NextMessageAsync<Mail>(null);
        await context.CallActivityAsync(Note, $"versie 1, context {context.Version}");
        if (input == "opnieuw") context.ContinueAsNew("klaar");
        return "";
    });

    private static readonly Orchestration<string, string> Second = new("Brief", 2, async (context, _) =>
    {
        await context.CallActivityAsync(Note, $"versie 2, context {context.Version}");
        return "";
    });

    [Fact]
    public async Task An_instance_finishes_on_the_version_it_started_with_also_after_continue_as_new()
    {
        await using var engine = await StartAsync(First);
        await engine.Client.StartAsync(First, "a", "opnieuw", Cancellation);
        await engine.IdleAsync();
        await engine.RestartAsync(Catalog(First, Second));
        await engine.StartWorkersAsync();
        await engine.Client.StartAsync(Second, "b", "", Cancellation);
        await engine.IdleAsync();
        await engine.Client.SendAsync("a", Mail.Say("1"), Cancellation);
        await engine.Client.SendAsync("a", Mail.Say("2"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal(["versie 2, context 2", "versie 1, context 1", "versie 1, context 1"], Done);
        Assert.Equal("Completed", engine.Find("a")?.Status);
    }

    [Fact]
    public async Task A_version_that_is_no_longer_shipped_stops_its_instances_loses_nothing_and_is_counted_for_the_alarm()
    {
        var stopped = 0L;
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => Enable(instrument, self) };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref stopped, count));
        listener.Start();
        await using var engine = await StartAsync(First);
        await engine.Client.StartAsync(First, "a", "", Cancellation);
        await engine.IdleAsync();
        await engine.RestartAsync(Catalog(Second));
        await engine.StartWorkersAsync();
        await engine.Client.SendAsync("a", Mail.Say("1"), Cancellation);
        await engine.IdleAsync();
        Assert.Equal("Stopped", engine.Find("a")?.Status);
        Assert.Contains("'Brief' version 1", engine.Find("a")?.Step, StringComparison.Ordinal);
        Assert.True(Interlocked.Read(ref stopped) > 0);
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument is { Meter.Name: Instruments.Name, Name: "gegevensdeling.orchestration.stopped" })
            listener.EnableMeasurementEvents(instrument);
    }
}
