using System.Security.Cryptography;

namespace Gegevensdeling.Documents.Worksheets.Compound;

/// <summary>
/// The plain package, decrypted segment by segment where it is read, so that it is never whole in memory. Each segment of 4 096 bytes stands alone: under its own vector
/// (agile, MS-OFFCRYPTO 2.3.4.15) or as separate blocks (standard, 2.3.4.15).
/// </summary>
/// <param name="encrypted">Begins with eight bytes of length.</param>
/// <param name="vector">The vector of a segment by its number; null for separate blocks.</param>
internal sealed class DecryptingStream(Stream encrypted, long length, Aes cipher, Func<int, byte[]>? vector) : ReadOnlyStream(length)
{
    private const int SegmentBytes = 4_096;
    private const int SizePrefix = sizeof(long);
    private const int BlockBytes = 16;

    private readonly byte[] packed = new byte[SegmentBytes];
    private readonly byte[] plain = new byte[SegmentBytes];
    private int current = -1;
    private int filled;

    protected override int ReadAt(long position, Span<byte> buffer)
    {
        var (segment, within) = ((int)(position / SegmentBytes), (int)(position % SegmentBytes));
        if (segment != current)
            Load(segment);
        if (within >= filled)
            throw new WorksheetException(WorksheetFault.Damaged);
        var read = Math.Min(buffer.Length, filled - within);
        plain.AsSpan(within, read).CopyTo(buffer);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(plain);
        cipher.Dispose();
        base.Dispose(disposing);
    }

    private void Load(int segment)
    {
        encrypted.Position = SizePrefix + ((long)segment * SegmentBytes);
        var read = encrypted.ReadAtLeast(packed, SegmentBytes, throwOnEndOfStream: false) / BlockBytes * BlockBytes;
        filled = vector is null
            ? cipher.DecryptEcb(packed.AsSpan(0, read), plain, PaddingMode.None)
            : cipher.DecryptCbc(packed.AsSpan(0, read), vector(segment), plain, PaddingMode.None);
        current = segment;
    }
}
