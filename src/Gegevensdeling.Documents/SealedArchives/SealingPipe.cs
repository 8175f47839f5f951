using System.IO.Hashing;
using System.Security.Cryptography;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>What was sealed as one packed stream.</summary>
internal readonly record struct PackedContent(AesParameters Parameters, long Size, uint Crc, long PackedSize, uint PackedCrc);

/// <summary>
/// Encrypts one packed stream after another to the output. Reading, encrypting and writing overlap, since CBC cannot be spread over
/// cores and is the slowest of the three.
/// </summary>
internal sealed class SealingPipe(Stream output, KeyRing keys, int power, CancellationToken cancellation) : IAsyncDisposable
{
    private readonly BufferRing ring = new();
    private readonly Crc32 crc = new();
    private readonly Crc32 packedCrc = new();
    private Task encrypted = Task.CompletedTask;
    private Task written = Task.CompletedTask;
    private ICryptoTransform? cipher;
    private AesParameters? parameters;
    private int filled;
    private long size;
    private long packedSize;

    public CancellationToken Cancellation => cancellation;

    public long Size => size;

    /// <summary>Starts a packed stream under its own initialisation vector.</summary>
    public void Begin()
    {
        parameters = AesParameters.Create(power);
        cipher = keys.Encryptor(parameters);
        (size, packedSize) = (0, 0);
    }

    public async ValueTask<Memory<byte>> FreeAsync() => (await ring.CurrentAsync()).AsMemory(filled, BufferRing.BufferBytes - filled);

    public async ValueTask AdvanceAsync(int count)
    {
        var buffer = await ring.CurrentAsync();
        crc.Append(buffer.AsSpan(filled, count));
        filled += count;
        size += count;
        if (filled == BufferRing.BufferBytes)
            Send(buffer);
    }

    /// <summary>Pads with zeros to whole blocks, as 7-Zip does, and waits until all is written.</summary>
    public async Task<PackedContent> EndAsync()
    {
        if (filled > 0)
        {
            var buffer = await ring.CurrentAsync();
            var padded = (int)AesParameters.Padded(filled);
            buffer.AsSpan(filled, padded - filled).Clear();
            filled = padded;
            Send(buffer);
        }

        await ring.DrainAsync();
        cipher!.Dispose();
        return new PackedContent(parameters!, size, Take(crc), packedSize, Take(packedCrc));
    }

    public async ValueTask DisposeAsync()
    {
        await ring.DisposeAsync();
        cipher?.Dispose();
    }

    private static uint Take(Crc32 crc)
    {
        var value = crc.GetCurrentHashAsUInt32();
        crc.Reset();
        return value;
    }

    private void Send(byte[] buffer)
    {
        var (count, before, writtenBefore) = (filled, encrypted, written);
        var encrypting = encrypted = Task.Run(
            async () =>
            {
                await before;
                cipher!.TransformBlock(buffer, 0, count, buffer, 0);
            },
            cancellation);
        written = Task.Run(
            async () =>
            {
                await encrypting;
                await writtenBefore;
                packedCrc.Append(buffer.AsSpan(0, count));
                await output.WriteAsync(buffer.AsMemory(0, count), cancellation);
            },
            cancellation);
        ring.Leave(written);
        packedSize += count;
        filled = 0;
    }
}
