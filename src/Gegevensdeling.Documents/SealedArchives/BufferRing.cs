using System.Buffers;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// A few buffers that are filled, ciphered and written in turn. Only the cipher has a task of its own, one buffer after another: CBC
/// cannot be spread over cores. Buffers are large, because waking a thread costs more than filling one of a few KiB. What
/// passed through them is wiped.
/// </summary>
/// <param name="cipher">Works on the first bytes of a buffer, in place.</param>
internal sealed class BufferRing(Action<byte[], int> cipher) : IAsyncDisposable
{
    public const int BufferBytes = 1 << 20;

    private const int Slots = 4;

    private readonly byte[]?[] buffers = new byte[Slots][];
    private readonly int[] lengths = new int[Slots];
    private readonly Task[] ciphered = [.. Enumerable.Repeat(Task.CompletedTask, Slots)];
    private int slot;

    /// <summary>The buffer to fill.</summary>
    public byte[] Current => buffers[slot] ??= ArrayPool<byte>.Shared.Rent(BufferBytes);

    public bool IsEmpty => Array.TrueForAll(lengths, length => length == 0);

    /// <summary>Ciphers the current buffer as soon as the one before it is done, and moves on.</summary>
    public void Cipher(int length)
    {
        var (buffer, before) = (Current, ciphered[(slot + Slots - 1) % Slots]);
        lengths[slot] = length;
        ciphered[slot] = Task.Run(async () =>
        {
            await before;
            cipher(buffer, length);
        });
        Skip();
    }

    /// <summary>What was ciphered longest ago: it lies in the current slot, which is free once it is written. Empty while the ring fills.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> OldestAsync()
    {
        await ciphered[slot];
        var length = lengths[slot];
        lengths[slot] = 0;
        return buffers[slot].AsMemory(0, length);
    }

    /// <summary>Moves on.</summary>
    public void Skip() => slot = (slot + 1) % Slots;

    public async ValueTask DisposeAsync()
    {
        // a failure has reached the caller or is on its way; the buffers may not go before their cipher ends
        await Task.WhenAll(ciphered).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var buffer in buffers)
        {
            if (buffer is not null)
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
