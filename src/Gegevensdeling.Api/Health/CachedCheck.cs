namespace Gegevensdeling.Api.Health;

/// <summary>Asks at most once at a time and keeps the answer for a while, however many want to know.</summary>
internal sealed class CachedCheck(Func<Task<bool>> ask, TimeSpan fresh, TimeProvider clock)
{
    private readonly Lock gate = new();
    private Task<bool>? latest;
    private long asked;

    public Task<bool> AskAsync()
    {
        lock (gate)
        {
            if (latest is null || (latest.IsCompleted && clock.GetElapsedTime(asked) >= fresh))
                (latest, asked) = (Task.Run(ask), clock.GetTimestamp()); // not under the lock
            return latest;
        }
    }
}
