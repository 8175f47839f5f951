using Gegevensdeling.Local.Host;

namespace Gegevensdeling.Benchmarks;

/// <summary>A clock that is turned.</summary>
internal sealed class TurnedClock(DateTimeOffset begin) : TimeProvider
{
    private DateTimeOffset now = begin;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Turns the clock of a host, stopping wherever its engine has something to do.</summary>
    public async Task TurnToAsync(LocalHost host, DateTimeOffset moment)
    {
        while (host.Engine.NextDue is { } due && due <= moment)
        {
            Turn(due);
            await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
        }

        Turn(moment);
        await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
    }

    /// <summary>One run of the timer, and what follows from it.</summary>
    public static async Task SweepAsync(LocalHost host)
    {
        await host.Sweep.RunAsync(CancellationToken.None);
        await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
    }

    private void Turn(DateTimeOffset moment) => now = moment > now ? moment : now;
}
