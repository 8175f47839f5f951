namespace Gegevensdeling.Local.Engine;

/// <summary>Runs something once, later, on the engine's clock.</summary>
internal static class Later
{
    public static void Run(TimeProvider time, TimeSpan delay, Action action)
    {
        ITimer? timer = null;
        timer = time.CreateTimer(
            _ =>
            {
                timer?.Dispose();
                action();
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        timer.Change(delay, Timeout.InfiniteTimeSpan);
    }
}
