using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Gegevensdeling.Telemetry;

/// <summary>
/// What is measured, by name. Tags of metrics have few values, all of them words of ours: never an id, and never anything that came in from
/// outside. Spans carry the reference of the exchange too (design 5: ids, durations, counts). No instrument sees a name, a key or a text.
/// </summary>
public static class Instruments
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "Gegevensdeling";

    private static readonly Meter Meter = new(Name);

    /// <summary>Spans: one a request, an activity and a sweep.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>Seconds an attempt of an activity took. Tags: <c>activity</c>, <c>outcome</c> (ok, failed, stopped).</summary>
    internal static Histogram<double> ActivityDuration { get; } = Seconds(
        "gegevensdeling.activity.duration", "How long one attempt of an activity took.", [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]);

    /// <summary>Failed attempts that are tried again. Tag: <c>activity</c>.</summary>
    internal static Counter<long> ActivityRetries { get; } = Meter.CreateCounter<long>("gegevensdeling.activity.retries", "{retry}", "Attempts of an activity that failed and are tried again.");

    /// <summary>Seconds from the recording of a fact until an orchestration had handled it. Tag: <c>kind</c>, the word of the fact.</summary>
    internal static Histogram<double> StepWait { get; } = Seconds(
        "gegevensdeling.step.wait", "From a fact until an orchestration had handled it.", [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14400, 86400, 604800]);

    /// <summary>Seconds from a request until its answer was written. Tags: <c>route</c>, <c>status</c>.</summary>
    internal static Histogram<double> RequestDuration { get; } = Seconds(
        "gegevensdeling.request.duration", "From a request until its answer was written.", [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]);

    /// <summary>
    /// Orchestrations that stopped: their code no longer fits their history. They decide nothing until it is mended. Each engine counts its own, once more at each try.
    /// </summary>
    public static Counter<long> OrchestrationsStopped { get; } = Meter.CreateCounter<long>(
        "gegevensdeling.orchestration.stopped", "{orchestration}", "Orchestrations that stopped because their code no longer fits their history.");

    /// <summary>Runs of the sweep. Tag: <c>outcome</c>; ok once it came to its end, whatever it found.</summary>
    internal static Counter<long> SweepRuns { get; } = Meter.CreateCounter<long>("gegevensdeling.sweep.runs", "{run}", "Runs of the retention sweep.");

    /// <summary>Exchanges past their term that the latest sweep could not prove to be erased.</summary>
    internal static Gauge<int> ErasureOpen { get; } = Meter.CreateGauge<int>("gegevensdeling.erasure.open", "{exchange}", "Exchanges past their term whose erasure is not proven.");

    /// <summary>Erasures that failed in a sweep, of an exchange or of an orphan.</summary>
    internal static Counter<long> ErasureFailed { get; } = Meter.CreateCounter<long>("gegevensdeling.erasure.failed", "{erasure}", "Erasures that failed in a sweep.");

    /// <summary>Copies that no row claims, at the latest sweep.</summary>
    internal static Gauge<int> Orphans { get; } = Meter.CreateGauge<int>("gegevensdeling.orphans", "{exchange}", "Exchanges of which something is stored that no row claims.");

    /// <summary>What people are late with, at the latest sweep. Tag: <c>what</c> (sleutel, ontvangst).</summary>
    internal static Gauge<int> Overdue { get; } = Meter.CreateGauge<int>("gegevensdeling.overdue", "{exchange}", "Keys not handed over and receipts not given in time.");

    /// <summary>Open breaches in which a controller has not decided 48 hours after it became aware (art. 33), at the latest sweep.</summary>
    internal static Gauge<int> BreachesOverdue { get; } = Meter.CreateGauge<int>("gegevensdeling.breach.overdue", "{breach}", "Open breaches past 48 hours without a decision under article 33.");

    /// <summary>Audit chains that are not whole, or differ from their last signed head, at the latest round of heads.</summary>
    internal static Gauge<int> AuditBroken { get; } = Meter.CreateGauge<int>("gegevensdeling.audit.broken", "{chain}", "Audit chains that are not whole.");

    internal static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);

    private static Histogram<double> Seconds(string name, string description, double[] bounds) =>
        Meter.CreateHistogram(name, "s", description, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });
}
