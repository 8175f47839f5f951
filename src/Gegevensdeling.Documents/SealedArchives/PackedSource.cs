using System.Buffers;
using System.Security.Cryptography;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// A packed stream, decrypted where it is encrypted, as a decoder reads it: one buffer at a time, from a thread of the pool. It keeps its own
/// place in the input, so that others may read the input in between. What passed through the buffer is wiped.
/// </summary>
/// <param name="input">The archive.</param>
/// <param name="start">Where the packed stream lies in it.</param>
/// <param name="cipher">Disposed with this; null when the stream is not encrypted.</param>
internal sealed class PackedSource(Stream input, long start, Folder folder, ICryptoTransform? cipher) : ForwardStream
{
    private const int BufferBytes = 128 << 10;

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private readonly bool mustBeginWithZero = folder.Compression is { BeginsWithZero: true };
    private long fetched;
    private int at;
    private int filled;
    private bool disposed;

    /// <summary>Ends the reading between two buffers.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>What the input itself threw, or that the archive is cut off; a decoder may have swallowed or wrapped it.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>At the end: zero once, for decoders that read ahead; then <see cref="NonsenseException"/>, because some decoders would go on with bytes that are not there.</summary>
    public bool ReadsAhead { get; init; }

    public override int Read(Span<byte> target)
    {
        if (target.IsEmpty || !Fill())
            return 0;
        var count = Math.Min(target.Length, filled - at);
        buffer.AsSpan(at, count).CopyTo(target);
        at += count;
        return count;
    }

    public override int ReadByte() => at < filled || Fill() ? buffer[at++] : -1;

    protected override void Dispose(bool disposing)
    {
        if (disposing && !disposed)
        {
            disposed = true;
            cipher?.Dispose();
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        if (at < filled)
            return true;
        if (fetched == folder.Packed.Size)
            return ReadsAhead ? false : throw new NonsenseException();
        try
        {
            Fetch();
        }
        catch (Exception failure)
        {
            Failure = failure;
            throw;
        }

        return true;
    }

    private void Fetch()
    {
        Cancellation.ThrowIfCancellationRequested();
        var first = fetched == 0;
        var count = (int)Math.Min(BufferBytes, folder.Packed.Size - fetched);
        input.Position = start + fetched;
        var reading = PoolIo.ReadAllAsync(input, buffer.AsMemory(0, count), Cancellation);

        // decoders read synchronously; what is waited for needs nothing of this thread
        if ((reading.IsCompletedSuccessfully ? reading.Result : reading.AsTask().GetAwaiter().GetResult()) < count)
            throw new DamagedArchiveException("het is afgekapt");
        cipher?.TransformBlock(buffer, 0, count, buffer, 0);
        fetched += count;

        // the padding of the last block is no content
        (at, filled) = (0, (int)(count - Math.Max(0, fetched - folder.StoredSize)));
        if (first && mustBeginWithZero && filled > 0 && buffer[0] != 0)
            throw new NonsenseException();
    }
}
