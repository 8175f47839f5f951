namespace Gegevensdeling.Evidence.Packs;

/// <summary>Compares what is written with what stands in a file, byte for byte, and notes the first that differs.</summary>
/// <remarks>
/// One byte of each entry of a ZIP's directory says on which kind of machine it was written (APPNOTE 6.3.10, 4.4.2). Both kinds are right, as long as all entries
/// say the same.
/// </remarks>
internal sealed class SameStream(Stream actual) : ForwardStream
{
    private const uint EntryOfDirectory = 0x504B0102;
    private readonly byte[] buffer = new byte[81920];
    private bool directory;
    private ulong last;
    private byte? machine;

    public long Count { get; private set; }

    public long? FirstOther { get; private set; }

    /// <summary>Everything from here on is the directory.</summary>
    public void BeginDirectory() => directory = true;

    protected override async ValueTask PassAsync(ReadOnlyMemory<byte> expected, CancellationToken cancellation)
    {
        for (var done = 0; done < expected.Length && FirstOther is null;)
        {
            actual.Position = Count;
            var part = expected[done..Math.Min(expected.Length, done + buffer.Length)];
            var read = await actual.ReadAtLeastAsync(buffer.AsMemory(0, part.Length), part.Length, throwOnEndOfStream: false, cancellation);
            Compare(part.Span[..read], buffer.AsSpan(0, read));
            if (read < part.Length && FirstOther is null)
                FirstOther = Count;
            done += read;
        }
    }

    private void Compare(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> found)
    {
        if (!directory)
        {
            var same = expected.CommonPrefixLength(found);
            Count += same;
            if (same < found.Length)
                FirstOther = Count;
            return;
        }

        for (var i = 0; i < found.Length; i++, Count++)
        {
            if (found[i] != expected[i] && !IsMachine(found[i]))
            {
                FirstOther = Count;
                return;
            }

            if (IsMachineNext && (machine ??= found[i]) != found[i])
            {
                FirstOther = Count;
                return;
            }

            last = (last << 8) | expected[i];
        }
    }

    /// <summary>The four bytes of the signature and the version of the writer came before.</summary>
    private bool IsMachineNext => (uint)(last >> 8) == EntryOfDirectory;

    /// <summary>FAT (also Windows) or Unix.</summary>
    private bool IsMachine(byte found) => IsMachineNext && found is (0 or 3);
}
