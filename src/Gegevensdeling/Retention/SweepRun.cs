using System.Runtime.ExceptionServices;

namespace Gegevensdeling.Retention;

/// <summary>One run of the sweep: every step alone and within bounds. What fails is counted and the rest goes on.</summary>
internal sealed class SweepRun(TimeProvider clock)
{
    /// <summary>One exchange keeps the others waiting for no longer: a store that hangs must not stop the sweep.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>A list of everything may take longer than one exchange.</summary>
    private static readonly TimeSpan LongestList = TimeSpan.FromMinutes(5);

    private ExceptionDispatchInfo? broken;

    /// <summary>The kind of each failure.</summary>
    public List<string> Failed { get; } = [];

    /// <summary>Runs one step; a failure is counted. What takes too long, and a client that gave up waiting, say 'cancelled'.</summary>
    public Task AloneAsync(Func<CancellationToken, Task> step, CancellationToken cancellation) => TryAsync(step, Longest, cancellation);

    /// <summary>Reads a list before anything is done with it. Where it breaks off, what was read is looked after; the run is none that was ok.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> list, CancellationToken cancellation)
    {
        var found = new List<T>();
        var failure = await TryAsync(
            async token =>
            {
                await foreach (var one in list(token).WithCancellation(token))
                    found.Add(one);
            },
            LongestList, cancellation);
        broken ??= failure is null ? null : ExceptionDispatchInfo.Capture(failure);
        return found;
    }

    /// <summary>Whether a count of this run may be reported: zero is told only of what was seen as a whole.</summary>
    public bool MayTell(int count) => count > 0 || broken is null;

    /// <summary>At the end: a run that could not see everything that is due did not come to its end.</summary>
    public void ThrowWhereBroken() => broken?.Throw();

    private async Task<Exception?> TryAsync(Func<CancellationToken, Task> step, TimeSpan longest, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            await step(either.Token);
            return null;
        }
#pragma warning disable CA1031 // one exchange that cannot be erased must not keep the data of all others alive
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Failed.Add(failure.GetType().Name);
            return failure;
        }
    }
}
