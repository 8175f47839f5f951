using System.IO.Hashing;
using System.Security.Cryptography;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>What was found on the way from packed to plain.</summary>
/// <param name="Crc">Of the file.</param>
/// <param name="PackedCrc">Of the packed stream, where all of it was read.</param>
/// <param name="Padding">The bytes after the content in its last block, where all of it was read; zeros under the right key.</param>
internal readonly record struct Opened(uint Crc, uint? PackedCrc, byte[] Padding);

/// <summary>Reads, decrypts and writes one file at once. The last buffer is written only after <paramref name="judge"/> has passed what was found.</summary>
internal sealed class OpeningPipe(EntryContent content, ICryptoTransform? cipher, Stream destination, Action<Opened> judge, CancellationToken cancellation)
    : IAsyncDisposable
{
    private readonly BufferRing ring = new();
    private readonly Crc32 crc = new();
    private readonly Crc32 packedCrc = new();
    private readonly long end = content.Offset + content.Size;
    private Task opened = Task.CompletedTask;
    private Task written = Task.CompletedTask;
    private byte[] padding = [];

    /// <param name="input">At the begin of the packed stream.</param>
    public async Task RunAsync(Stream input)
    {
        var packedEnd = cipher is null ? end : AesParameters.Padded(end);
        var last = Memory<byte>.Empty;
        for (long position = 0; position < packedEnd;)
        {
            var buffer = await ring.CurrentAsync();
            var packed = buffer.AsMemory(0, (int)Math.Min(BufferRing.BufferBytes, packedEnd - position));
            if (await input.ReadAtLeastAsync(packed, packed.Length, throwOnEndOfStream: false, cancellation) < packed.Length)
                throw new DamagedArchiveException("het is afgekapt");

            last = Part(packed, position);
            Open(buffer, packed.Length, position, last);
            position += packed.Length;
            ring.Leave(position < packedEnd ? Write(last) : opened);
        }

        await opened;
        var whole = end == content.Folder.StoredSize;
        judge(new Opened(crc.GetCurrentHashAsUInt32(), whole ? packedCrc.GetCurrentHashAsUInt32() : null, whole ? padding : []));
        await written;
        await destination.WriteAsync(last, cancellation);
        await ring.DrainAsync();
    }

    public ValueTask DisposeAsync() => ring.DisposeAsync();

    // what lies in this buffer of the file that is asked for: a folder may hold others before it
    private Memory<byte> Part(Memory<byte> packed, long position)
    {
        var from = (int)Math.Clamp(content.Offset - position, 0, packed.Length);
        var to = (int)Math.Clamp(end - position, 0, packed.Length);
        return packed[from..to];
    }

    private void Open(byte[] buffer, int count, long position, Memory<byte> part)
    {
        var before = opened;
        opened = Task.Run(
            async () =>
            {
                await before;
                packedCrc.Append(buffer.AsSpan(0, count));
                cipher?.TransformBlock(buffer, 0, count, buffer, 0);
                crc.Append(part.Span);
                if (position + count > end)
                    padding = buffer[(int)(end - position)..count];
            },
            cancellation);
    }

    private Task Write(Memory<byte> part)
    {
        var (ready, before) = (opened, written);
        return written = Task.Run(
            async () =>
            {
                await ready;
                await before;
                await destination.WriteAsync(part, cancellation);
            },
            cancellation);
    }
}
