namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>The stream to which a producer writes the content of one entry.</summary>
internal sealed class SealingStream(SealingPipe pipe) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => pipe.Size;
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var free = await pipe.FreeAsync();
            var count = Math.Min(free.Length, buffer.Length);
            buffer[..count].CopyTo(free);
            pipe.Advance(count);
            buffer = buffer[count..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            // writers of spreadsheets write synchronously; what is waited for runs on the pool and needs nothing of this thread
            var free = pipe.FreeAsync().AsTask().GetAwaiter().GetResult();
            var count = Math.Min(free.Length, buffer.Length);
            buffer[..count].CopyTo(free.Span);
            pipe.Advance(count);
            buffer = buffer[count..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // a packed stream is written when it ends
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
