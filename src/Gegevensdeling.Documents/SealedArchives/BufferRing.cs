using System.Buffers;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// The few buffers through which content flows while it is read, ciphered and written at once: a slot is free again when its write has
/// ended. What passed through them is wiped.
/// </summary>
internal sealed class BufferRing : IAsyncDisposable
{
    // four of these fit the second-level cache of a core, through which a buffer passes several times
    public const int BufferBytes = 256 << 10;

    private const int Slots = 4;

    private readonly byte[]?[] buffers = new byte[Slots][];
    private readonly Task[] written = [.. Enumerable.Repeat(Task.CompletedTask, Slots)];
    private int slot;

    /// <summary>The buffer of the current slot, as soon as it is free. Throws what its write threw.</summary>
    public async ValueTask<byte[]> CurrentAsync()
    {
        await written[slot];
        return buffers[slot] ??= ArrayPool<byte>.Shared.Rent(BufferBytes);
    }

    /// <summary>Gives the current slot away until <paramref name="writing"/> ends, and moves to the next.</summary>
    public void Leave(Task writing)
    {
        written[slot] = writing;
        slot = (slot + 1) % Slots;
    }

    /// <summary>Waits until everything is written.</summary>
    public Task DrainAsync() => Task.WhenAll(written);

    public async ValueTask DisposeAsync()
    {
        // what a write threw has reached the caller, or a failure of the caller's own comes first
        await Task.WhenAll(written).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var buffer in buffers)
        {
            if (buffer is not null)
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
