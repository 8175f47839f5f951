using Gegevensdeling.Api.Idempotency;
using Gegevensdeling.Audit;
using Gegevensdeling.Calendar;
using Gegevensdeling.Retention;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Local.Host;

/// <summary>Runs the sweep at start and then at its interval, and signs the heads of the audit chains once a day. A run that fails is logged, and the next one comes.</summary>
internal sealed partial class SweepTimer : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    private SweepTimer(Func<CancellationToken, Task> run) => running = run(stop.Token);

    public static SweepTimer Start(Sweep sweep, AuditHeads heads, IdempotencyLedger once, TimeSpan every, TimeProvider clock, ILogger<SweepTimer> log) =>
        new(cancellation => RunAsync(sweep, heads, once, every, clock, log, cancellation));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    private static async Task RunAsync(Sweep sweep, AuditHeads heads, IdempotencyLedger once, TimeSpan every, TimeProvider clock, ILogger log, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(every, clock);
        DateOnly? signed = null;
        try
        {
            do
            {
                try
                {
                    var report = await sweep.RunAsync(cancellation);
                    await once.PurgeAsync(cancellation);
                    if (report.Open > 0 || report.Orphans > 0 || report.Failed.Count > 0)
                        LogAlarm(log, report.Open, report.Orphans, string.Join(", ", report.Failed));
                    if (LegalCalendar.DateOf(clock.GetUtcNow()) is var today && today != signed)
                    {
                        if ((await heads.IssueAsync(cancellation)).Broken is { Count: > 0 } broken)
                            LogBroken(log, string.Join(", ", broken));
                        signed = today;
                    }
                }
#pragma warning disable CA1031 // an enforcer does not die of one bad run, nor of a client that gave up waiting; the type is logged, never the text
                catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    LogFailed(log, failure.GetType().Name);
                }
            }
            while (await timer.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            // told to stop
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Sweep: {Open} erasures open, {Orphans} orphans in quarantine, failed steps: {Failed}")]
    private static partial void LogAlarm(ILogger log, int open, int orphans, string failed);

    [LoggerMessage(3, LogLevel.Critical, "Audit chains that are not whole: {Broken}")]
    private static partial void LogBroken(ILogger log, string broken);

    [LoggerMessage(2, LogLevel.Error, "Sweep failed: {ExceptionType}")]
    private static partial void LogFailed(ILogger log, string exceptionType);
}
