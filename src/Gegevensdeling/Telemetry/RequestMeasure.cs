using System.Diagnostics;
using System.Globalization;
using static Gegevensdeling.Telemetry.Instruments;

namespace Gegevensdeling.Telemetry;

/// <summary>
/// Measures one request. Its span begins a trace of its own: what a client sends as trace context is the client's own text, and would
/// travel from here into traces and into the histories of orchestrations.
/// </summary>
public sealed class RequestMeasure
{
    private readonly TimeProvider clock;
    private readonly string route;
    private readonly long began;
    private readonly Activity? span;

    private RequestMeasure(string route, string correlation, TimeProvider clock)
    {
        (this.clock, this.route, began) = (clock, route, clock.GetTimestamp());
        Activity.Current = null;
        span = Spans.StartActivity(route, ActivityKind.Server);
        span?.SetTag("route", route);
        span?.SetTag("correlation", correlation);
    }

    /// <summary>Call it in the method that handles the request and awaits all of it: the span is current from here on.</summary>
    /// <param name="route">The name of the route, or another fixed word; never the path.</param>
    public static RequestMeasure Begin(string route, string correlation, TimeProvider clock) => new(route, correlation, clock);

    /// <summary>Makes the span current again where the answer is written.</summary>
    public void Resume() => Activity.Current = span;

    /// <summary>The answer was written, or nobody is left to read it.</summary>
    public void End(int status)
    {
        var text = status.ToString(CultureInfo.InvariantCulture);
        span?.SetTag("status", text);
        if (status >= 500)
            span?.SetStatus(ActivityStatusCode.Error);
        span?.Dispose();
        RequestDuration.Record(clock.GetElapsedTime(began).TotalSeconds, Tag("route", route), Tag("status", text));
    }
}
