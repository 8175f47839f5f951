using System.IO.Hashing;
using System.Security.Cryptography;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>What was found on the way from packed to plain.</summary>
/// <param name="Crc">Of the file.</param>
/// <param name="PackedCrc">Of the packed stream, where it was asked for and all of it was read.</param>
/// <param name="Padding">The bytes after the content in its last block, where all of it was read; zeros under the right key.</param>
internal readonly record struct Opened(uint Crc, uint? PackedCrc, byte[] Padding);

/// <summary>Reads, decrypts and writes one file. The last buffer is written only after what was found has been judged.</summary>
internal sealed class OpeningPipe : IAsyncDisposable
{
    private readonly EntryContent content;
    private readonly ICryptoTransform? cipher;
    private readonly Stream destination;
    private readonly CancellationToken cancellation;
    private readonly BufferRing ring;
    private readonly Crc32 crc = new();
    private readonly Crc32? packedCrc;
    private readonly long end;
    private long deciphered;
    private long written;
    private byte[] padding = [];

    public OpeningPipe(EntryContent content, ICryptoTransform? cipher, bool withPackedCrc, Stream destination, CancellationToken cancellation)
    {
        (this.content, this.cipher, this.destination, this.cancellation) = (content, cipher, destination, cancellation);
        (packedCrc, end) = (withPackedCrc ? new Crc32() : null, content.Offset + content.Size);
        ring = new BufferRing(Decipher);
    }

    /// <param name="input">At the begin of the packed stream.</param>
    public async Task RunAsync(Stream input, Action<Opened> judge)
    {
        var packedEnd = cipher is null ? end : AesParameters.Padded(end);
        for (long read = 0; read < packedEnd;)
        {
            await WriteAsync(await ring.OldestAsync());
            var packed = ring.Current.AsMemory(0, (int)Math.Min(BufferRing.BufferBytes, packedEnd - read));
            if (await PoolIo.ReadAllAsync(input, packed, cancellation) < packed.Length)
                throw new DamagedArchiveException("het is afgekapt");
            read += packed.Length;
            ring.Cipher(packed.Length);
        }

        var last = ReadOnlyMemory<byte>.Empty;
        for (; !ring.IsEmpty; ring.Skip())
        {
            await WriteAsync(last);
            last = await ring.OldestAsync();
        }

        var whole = end == content.Folder.StoredSize;
        judge(new Opened(crc.GetCurrentHashAsUInt32(), whole ? packedCrc?.GetCurrentHashAsUInt32() : null, whole ? padding : []));
        await WriteAsync(last);
    }

    public ValueTask DisposeAsync() => ring.DisposeAsync();

    private void Decipher(byte[] buffer, int length)
    {
        packedCrc?.Append(buffer.AsSpan(0, length));
        cipher?.TransformBlock(buffer, 0, length, buffer, 0);
        var (from, to) = Part(deciphered, length);
        crc.Append(buffer.AsSpan(from, to - from));
        deciphered += length;
        padding = buffer[(length - (int)Math.Max(0, deciphered - end))..length];
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> plain)
    {
        cancellation.ThrowIfCancellationRequested();
        var (from, to) = Part(written, plain.Length);
        written += plain.Length;
        await PoolIo.WriteAsync(destination, plain[from..to], cancellation);
    }

    // what lies in a buffer of the file that is asked for: a folder may hold others before it
    private (int From, int To) Part(long position, int length) =>
        ((int)Math.Clamp(content.Offset - position, 0, length), (int)Math.Clamp(end - position, 0, length));
}
