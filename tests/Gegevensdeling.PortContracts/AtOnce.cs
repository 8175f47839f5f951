namespace Gegevensdeling.PortContracts;

/// <summary>Has several begin at the same moment.</summary>
internal static class AtOnce
{
    /// <exception cref="Exception">Of the first that failed.</exception>
    public static async Task RunAsync(IReadOnlyList<Func<Task>> all)
    {
        using var start = new Barrier(all.Count);
        await Task.WhenAll(all.Select(one => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return one();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
    }
}
