using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs.Specialized;

namespace Gegevensdeling.Azure.Drop;

/// <summary>
/// What is written here becomes one block blob when it is committed, and nothing when it is not. The client's own writing stream
/// commits when it is disposed, also after a failure: half an archive would look like a whole one. At most one block is in memory.
/// </summary>
internal sealed class BlockUpload(BlockBlobClient blob) : Stream
{
    private const int BlockBytes = 4 << 20;

    private readonly string upload = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)); // another upload's blocks are never taken for ours
    private readonly List<string> staged = [];
    private MemoryStream block = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Makes the blob appear, in place of one that had its name.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        await StageAsync(cancellation);
        await blob.CommitBlockListAsync(staged, cancellationToken: cancellation);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            var part = buffer[..Math.Min(buffer.Length, BlockBytes - (int)block.Length)];
            block.Write(part.Span);
            buffer = buffer[part.Length..];
            if (block.Length == BlockBytes)
                await StageAsync(cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>A block is sent when it is full.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
        // as FlushAsync
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("blocks are sent asynchronously");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            block.Dispose();
        base.Dispose(disposing);
    }

    private async Task StageAsync(CancellationToken cancellation)
    {
        if (block.Length == 0)
            return;
        var id = Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{upload}{staged.Count:D6}"))); // all ids of a blob are of one length
        block.Position = 0;
        await blob.StageBlockAsync(id, block, cancellationToken: cancellation);
        staged.Add(id);
        await block.DisposeAsync();
        block = new();
    }
}
