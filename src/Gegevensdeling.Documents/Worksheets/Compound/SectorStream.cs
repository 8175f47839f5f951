namespace Gegevensdeling.Documents.Worksheets.Compound;

/// <summary>A stream whose sectors lie scattered over another one.</summary>
internal sealed class SectorStream : ReadOnlyStream
{
    private readonly Stream input;
    private readonly long[] offsets;
    private readonly int sectorBytes;

    public SectorStream(Stream input, long[] offsets, int sectorBytes, long length)
        : base(length)
    {
        (this.input, this.offsets, this.sectorBytes) = (input, offsets, sectorBytes);
        if ((long)offsets.Length * sectorBytes < length)
            throw new WorksheetException(WorksheetFault.Damaged);
    }

    protected override int ReadAt(long position, Span<byte> buffer)
    {
        var (sector, within) = ((int)(position / sectorBytes), (int)(position % sectorBytes));

        // sectors mostly follow one another: one read for all that do
        var count = 1;
        while ((count * sectorBytes) - within < buffer.Length && sector + count < offsets.Length && offsets[sector + count] == offsets[sector] + ((long)count * sectorBytes))
            count++;
        input.Position = offsets[sector] + within;
        var read = input.Read(buffer[..Math.Min(buffer.Length, (count * sectorBytes) - within)]);
        return read > 0 ? read : throw new WorksheetException(WorksheetFault.Damaged);
    }
}
