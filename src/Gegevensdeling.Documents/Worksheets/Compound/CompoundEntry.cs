namespace Gegevensdeling.Documents.Worksheets.Compound;

/// <summary>A storage or a stream of a compound file (MS-CFB 2.6.1).</summary>
/// <param name="Kind">One of the constants.</param>
/// <param name="First">Its first sector.</param>
/// <param name="Length">As declared, in bytes.</param>
internal sealed record CompoundEntry(string Name, byte Kind, uint First, long Length)
{
    public const byte Storage = 1;
    public const byte Stream = 2;
    public const byte Root = 5;
}
