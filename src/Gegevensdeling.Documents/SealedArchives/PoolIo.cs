namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// Reading and writing from a thread of the pool. On Unix a <see cref="FileStream"/> has no asynchronous calls of its own: it gives each to
/// another thread of the pool, and on a busy machine waiting for that one costs more than the call. Everything else is asynchronous.
/// </summary>
internal static class PoolIo
{
    public static ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellation) =>
        stream is FileStream file ? ValueTask.FromResult(file.Read(buffer.Span)) : stream.ReadAsync(buffer, cancellation);

    public static ValueTask<int> ReadAllAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellation) =>
        stream is FileStream file
            ? ValueTask.FromResult(file.ReadAtLeast(buffer.Span, buffer.Length, throwOnEndOfStream: false))
            : stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);

    public static ValueTask WriteAsync(Stream stream, ReadOnlyMemory<byte> buffer, CancellationToken cancellation)
    {
        if (stream is not FileStream file)
            return stream.WriteAsync(buffer, cancellation);
        file.Write(buffer.Span);
        return ValueTask.CompletedTask;
    }
}
