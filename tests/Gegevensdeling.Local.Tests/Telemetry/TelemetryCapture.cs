using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Gegevensdeling.Telemetry;
using Xunit;

namespace Gegevensdeling.Local.Tests.Telemetry;

/// <summary>Tests that count what is measured run alone: the instruments are the process's.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryTestsRunAlone
{
    public const string Name = "telemetry";
}

/// <summary>One value of one instrument.</summary>
internal sealed record Measurement(string Instrument, double Value, IReadOnlyDictionary<string, string> Tags);

/// <summary>Keeps every measurement and every span, as an exporter would get them.</summary>
internal sealed class TelemetryCapture : IDisposable
{
    private readonly ConcurrentQueue<Measurement> measurements = [];
    private readonly ConcurrentQueue<Activity> spans = [];
    private readonly SemaphoreSlim kept = new(0);
    private readonly MeterListener meters = new();
    private readonly ActivityListener listener;

    public TelemetryCapture()
    {
        meters.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Meter.Name == Instruments.Name)
                meter.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meters.Start();
        listener = new()
        {
            ShouldListenTo = source => source.Name == Instruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public IReadOnlyList<Measurement> Measurements => [.. measurements];

    public IReadOnlyList<Activity> Spans => [.. spans];

    /// <summary>Everything that would leave the process.</summary>
    public string Text => string.Join('\n',
        [
            .. Measurements.Select(one => $"{one.Instrument} {one.Value} {string.Join(' ', one.Tags)}"),
            .. Spans.Select(span => $"{span.OperationName} {span.DisplayName} {span.StatusDescription} {span.TraceStateString} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)} " +
                $"{string.Join(' ', span.Events.SelectMany(one => one.Tags))} {string.Join(' ', span.Links.Select(one => one.Context.TraceState))} {span.ParentId}"),
        ]);

    public IEnumerable<Measurement> Of(string instrument, params (string Name, string Value)[] tags) =>
        Measurements.Where(one => one.Instrument == instrument && tags.All(tag => one.Tags.GetValueOrDefault(tag.Name) == tag.Value));

    /// <summary>An answer may be read a moment before its request is measured.</summary>
    public async Task<IReadOnlyList<Measurement>> AtLeastAsync(string instrument, int count)
    {
        while (Of(instrument).Count() < count)
            Assert.True(await kept.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken), $"{instrument} was not measured {count} times");
        return [.. Of(instrument)];
    }

    public double Sum(string instrument, params (string Name, string Value)[] tags) => Of(instrument, tags).Sum(one => one.Value);

    public double Latest(string instrument, params (string Name, string Value)[] tags) => Of(instrument, tags).Last().Value;

    public void Dispose()
    {
        meters.Dispose();
        listener.Dispose();
        kept.Dispose();
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, of) in tags)
            texts.Add(name, Convert.ToString(of, CultureInfo.InvariantCulture)!);
        measurements.Enqueue(new(instrument.Name, value, texts));
        kept.Release();
    }
}
