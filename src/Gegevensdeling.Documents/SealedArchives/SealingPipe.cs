using System.IO.Hashing;
using System.Security.Cryptography;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>What was sealed as one packed stream.</summary>
/// <param name="PackedCrc">Of the encrypted bytes, where it was asked for.</param>
internal readonly record struct PackedContent(AesParameters Parameters, long Size, uint Crc, long PackedSize, uint? PackedCrc);

/// <summary>Encrypts one packed stream after another to the output.</summary>
internal sealed class SealingPipe : IAsyncDisposable
{
    private readonly Stream output;
    private readonly KeyRing keys;
    private readonly int power;
    private readonly BufferRing ring;
    private readonly Crc32 crc = new();
    private Crc32? packedCrc;
    private ICryptoTransform? cipher;
    private AesParameters? parameters;
    private int filled;
    private long size;
    private long packedSize;

    public SealingPipe(Stream output, KeyRing keys, int power, CancellationToken cancellation)
    {
        (this.output, this.keys, this.power, Cancellation) = (output, keys, power, cancellation);
        ring = new BufferRing((buffer, length) => cipher!.TransformBlock(buffer, 0, length, buffer, 0));
    }

    public CancellationToken Cancellation { get; }

    public long Size => size;

    /// <summary>Starts a packed stream under its own initialisation vector.</summary>
    public void Begin(bool withPackedCrc = false)
    {
        packedCrc = withPackedCrc ? new Crc32() : null;
        crc.Reset();
        parameters = AesParameters.Create(power);
        cipher = keys.Encryptor(parameters);
        (size, packedSize) = (0, 0);
    }

    /// <summary>Where the next bytes go; never empty.</summary>
    public async ValueTask<Memory<byte>> FreeAsync()
    {
        if (filled == 0)
            await WriteOldestAsync();
        return ring.Current.AsMemory(filled, BufferRing.BufferBytes - filled);
    }

    public void Advance(int count)
    {
        crc.Append(ring.Current.AsSpan(filled, count));
        filled += count;
        size += count;
        if (filled == BufferRing.BufferBytes)
            Encrypt();
    }

    /// <summary>Pads with zeros to whole blocks, as 7-Zip does, and writes all that is left.</summary>
    public async Task<PackedContent> EndAsync()
    {
        if (filled > 0)
        {
            var padded = (int)AesParameters.Padded(filled);
            ring.Current.AsSpan(filled, padded - filled).Clear();
            filled = padded;
            Encrypt();
        }

        for (; !ring.IsEmpty; ring.Skip())
            await WriteOldestAsync();
        cipher!.Dispose();
        return new PackedContent(parameters!, size, crc.GetCurrentHashAsUInt32(), packedSize, packedCrc?.GetCurrentHashAsUInt32());
    }

    public async ValueTask DisposeAsync()
    {
        await ring.DisposeAsync();
        cipher?.Dispose();
    }

    private void Encrypt()
    {
        ring.Cipher(filled);
        packedSize += filled;
        filled = 0;
    }

    private async ValueTask WriteOldestAsync()
    {
        Cancellation.ThrowIfCancellationRequested();
        var oldest = await ring.OldestAsync();
        packedCrc?.Append(oldest.Span);
        await PoolIo.WriteAsync(output, oldest, Cancellation);
    }
}
