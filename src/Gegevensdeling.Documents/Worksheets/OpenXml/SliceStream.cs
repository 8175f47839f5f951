using Gegevensdeling.Documents.Worksheets.Compound;

namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>A piece of a longer stream, which stays open.</summary>
internal sealed class SliceStream(Stream input, long begin, long length) : ReadOnlyStream(length)
{
    protected override int ReadAt(long position, Span<byte> buffer)
    {
        input.Position = begin + position;
        var read = input.Read(buffer);
        return read > 0 ? read : throw new WorksheetException(WorksheetFault.Damaged);
    }
}
