using System.Diagnostics;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Orchestrations;
using static Gegevensdeling.Telemetry.Instruments;

namespace Gegevensdeling.Telemetry;

/// <summary>Measures attempts of activities, the same on every engine.</summary>
internal static class ActivityMeasure
{
    /// <summary>Runs one attempt; what it throws is thrown on, and of it only the code or the type is told.</summary>
    public static async Task<TOut> RunAsync<TOut>(IActivityToken activity, object? input, Func<Task<TOut>> attempt, TimeProvider clock, CancellationToken cancellation)
    {
        using var span = Spans.StartActivity(activity.Name);
        span?.SetTag("activity", activity.Name);
        span?.SetTag("exchange", (input as IStepOfExchange)?.Exchange.Value);
        var (began, outcome) = (clock.GetTimestamp(), "ok");
        try
        {
            return await attempt();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            outcome = "stopped"; // the host stops: no attempt failed
            throw;
        }
        catch (Exception failure)
        {
            outcome = "failed";
            span?.SetStatus(ActivityStatusCode.Error);
            span?.SetTag("failure", failure is ActivityFailureException known ? known.Code.Value : failure.GetType().Name);

            // Every activity of the catalogue is tried without end; the last attempt of one that is not would be counted too.
            if (activity.Retry.MaxAttempts > 1 && failure is not ActivityFailureException { Retry: false })
                ActivityRetries.Add(1, Tag("activity", activity.Name));
            throw;
        }
        finally
        {
            span?.SetTag("outcome", outcome);
            ActivityDuration.Record(clock.GetElapsedTime(began).TotalSeconds, Tag("activity", activity.Name), Tag("outcome", outcome));
        }
    }
}
