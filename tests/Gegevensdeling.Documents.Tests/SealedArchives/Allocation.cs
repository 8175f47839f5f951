using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>What one opening allocates, in bytes and over the whole process: only for a collection that runs alone.</summary>
internal static class Allocation
{
    private const int Tries = 4;

    /// <summary>
    /// Fails where it allocates <paramref name="limit"/> or more each time: the runtime's pool keeps a buffer for the thread that returned it
    /// and is trimmed at will, so that one opening may pay for a buffer that is not its archive's doing, and the same once more does not.
    /// </summary>
    public static async Task<string> BelowAsync(long limit, byte[] archive, Func<Task<string>> open)
    {
        var (outcome, allocated) = await MeasureAsync(open);
        for (var tries = 1; allocated >= limit && tries < Tries; tries++)
            (outcome, allocated) = await MeasureAsync(open);
        Assert.True(allocated < limit, $"{outcome} allocated {allocated} bytes: {Convert.ToHexString(archive)}");
        return outcome;
    }

    private static async Task<(string Outcome, long Allocated)> MeasureAsync(Func<Task<string>> open)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var outcome = await open();
        return (outcome, GC.GetTotalAllocatedBytes(precise: true) - before);
    }
}
