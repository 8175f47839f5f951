using System.Buffers;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>
/// A stream that can only be written forwards. A ZIP writes its few small headers without waiting, also where the rest is awaited; what comes so is
/// held until the next write that may wait, because an answer over HTTP takes no other.
/// </summary>
internal abstract class ForwardStream : Stream
{
    private readonly ArrayBufferWriter<byte> held = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public sealed override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await FlushAsync(cancellationToken);
        await PassAsync(buffer, cancellationToken);
    }

    public sealed override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public sealed override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

    public sealed override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public sealed override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (held.WrittenCount == 0)
            return;
        await PassAsync(held.WrittenMemory, cancellationToken);
        held.ResetWrittenCount();
    }

    /// <summary>Nothing: only what may wait passes anything on.</summary>
    public sealed override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected abstract ValueTask PassAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);
}

/// <summary>Passes on what is written to a stream of which it hides that it can seek.</summary>
internal sealed class PassingStream(Stream target) : ForwardStream
{
    protected override ValueTask PassAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => target.WriteAsync(bytes, cancellation);
}
