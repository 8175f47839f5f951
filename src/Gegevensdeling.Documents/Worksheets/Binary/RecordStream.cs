using System.Buffers.Binary;

namespace Gegevensdeling.Documents.Worksheets.Binary;

/// <summary>The records of a workbook stream, one at a time (MS-XLS 2.1.4): a number, a length of at most 8 224 and the content, decrypted.</summary>
internal sealed class RecordStream(Stream stream) : IDisposable
{
    private const int HeaderBytes = 4;
    private const int LongestRecord = 8_224;

    private readonly BufferedStream input = new(stream, 64 << 10);
    private readonly byte[] buffer = new byte[LongestRecord];
    private int length;

    public RecordCipher? Cipher { get; set; }

    public ushort Id { get; private set; }

    public ReadOnlySpan<byte> Content => buffer.AsSpan(0, length);

    public void Seek(long position)
    {
        if (position >= input.Length)
            throw Damaged;
        input.Position = position;
    }

    /// <summary>The next record; the stream may not end before its EOF record.</summary>
    public ushort Next()
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        input.ReadExactly(header);
        Id = BinaryPrimitives.ReadUInt16LittleEndian(header);
        length = BinaryPrimitives.ReadUInt16LittleEndian(header[2..]);
        if (length > LongestRecord)
            throw Damaged;
        var position = input.Position;
        input.ReadExactly(buffer.AsSpan(0, length));
        var clear = Clear(Id);
        if (Cipher is not null && clear < length)
            Cipher.Apply(buffer.AsSpan(clear, length - clear), position + clear);
        return Id;
    }

    public ushort UInt16(int at) => at + sizeof(ushort) <= length ? BinaryPrimitives.ReadUInt16LittleEndian(buffer.AsSpan(at)) : throw Damaged;

    public uint UInt32(int at) => at + sizeof(uint) <= length ? BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(at)) : throw Damaged;

    public double Double(int at) => at + sizeof(double) <= length ? BinaryPrimitives.ReadDoubleLittleEndian(buffer.AsSpan(at)) : throw Damaged;

    public byte Byte(int at) => at < length ? buffer[at] : throw Damaged;

    public void Dispose()
    {
        (Cipher, length) = (null, 0);
        buffer.AsSpan().Clear();
        input.Dispose();
    }

    private static WorksheetException Damaged => new(WorksheetFault.Damaged);

    // how much of a record is never encrypted (MS-XLS 2.2.10)
    private static int Clear(ushort id) => id switch
    {
        RecordId.Bof or RecordId.FilePass or RecordId.UserExclusive or RecordId.FileLock or RecordId.InterfaceHeader or 0x0196 or 0x0138 => int.MaxValue,
        RecordId.BoundSheet => 4,
        _ => 0,
    };
}
