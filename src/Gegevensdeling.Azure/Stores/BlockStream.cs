using System.Buffers.Binary;
using Azure.Storage.Blobs.Specialized;

namespace Gegevensdeling.Azure.Stores;

/// <summary>
/// Writes a block blob block by block; nothing of it can be read before the list of blocks is committed. The first block is held back until
/// the end, since a 7z archive begins with where it ends and that beginning is written last. Memory: two blocks.
/// </summary>
internal sealed class BlockStream(BlockBlobClient blob) : Stream
{
    /// <summary>100 MB is 25 of these; a block of 4 MiB also fits every version of the service.</summary>
    public const int BlockBytes = 4 * 1024 * 1024;

    /// <summary>Of this write alone, so that blocks of another writer or of an earlier, failed write never get into this list.</summary>
    private readonly Guid write = Guid.NewGuid();
    private readonly List<string> staged = [];
    private byte[] first = new byte[64 * 1024];
    private byte[]? block;
    private int filled;
    private long length;
    private long position;

    public override bool CanRead => false;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => length;

    /// <summary>The end, or somewhere in the first block.</summary>
    public override long Position
    {
        get => position;
        set => position = value == length || value is >= 0 and < BlockBytes && value < length ? value : throw new NotSupportedException("Only the beginning can be written again");
    }

    /// <summary>True once the service may hold something of it.</summary>
    public bool HasStaged { get; private set; }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            buffer = buffer[Take(buffer.Span)..];
            if (filled == BlockBytes)
                await StageAsync(block!, filled, NextId(), cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        for (var rest = buffer.AsMemory(offset, count); !rest.IsEmpty;)
        {
            rest = rest[Take(rest.Span)..];
            if (filled < BlockBytes)
                continue;
            using var content = new MemoryStream(block!, 0, filled, writable: false);
            blob.StageBlock(NextId(), content);
            filled = 0;
        }
    }

    /// <summary>Stages what is still here.</summary>
    /// <returns>The blocks in their order, for the commit.</returns>
    public async Task<IReadOnlyList<string>> CompleteAsync(CancellationToken cancellation)
    {
        if (filled > 0)
            await StageAsync(block!, filled, NextId(), cancellation);
        if (length == 0)
            return [];
        var beginning = IdOf(0);
        await StageAsync(first, (int)Math.Min(length, BlockBytes), beginning, cancellation);
        return [beginning, .. staged];
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private int Take(ReadOnlySpan<byte> bytes)
    {
        int count;
        if (position < BlockBytes)
        {
            count = (int)Math.Min(bytes.Length, BlockBytes - position);
            if (first.Length < position + count)
                Array.Resize(ref first, (int)Math.Min(BlockBytes, Math.Max(first.Length * 2L, position + count)));
            bytes[..count].CopyTo(first.AsSpan((int)position));
        }
        else
        {
            block ??= new byte[BlockBytes];
            count = Math.Min(bytes.Length, BlockBytes - filled);
            bytes[..count].CopyTo(block.AsSpan(filled));
            filled += count;
        }

        position += count;
        length = Math.Max(length, position);
        return count;
    }

    private async Task StageAsync(byte[] bytes, int count, string id, CancellationToken cancellation)
    {
        using var content = new MemoryStream(bytes, 0, count, writable: false);
        await blob.StageBlockAsync(id, content, cancellationToken: cancellation);
        filled = 0;
    }

    private string NextId()
    {
        var id = IdOf(staged.Count + 1);
        staged.Add(id);
        return id;
    }

    /// <summary>All ids of a blob must be of one length.</summary>
    private string IdOf(int number)
    {
        HasStaged = true;
        Span<byte> id = stackalloc byte[20];
        write.TryWriteBytes(id);
        BinaryPrimitives.WriteInt32BigEndian(id[16..], number);
        return Convert.ToBase64String(id);
    }
}
