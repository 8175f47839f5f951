using System.Buffers.Binary;

namespace Gegevensdeling.Documents.Worksheets.Compound;

/// <summary>The header and verifier that standard encryption and the RC4 of .xls share (MS-OFFCRYPTO 2.3.2 and 2.3.3).</summary>
/// <param name="Algorithm">0x6801 RC4; 0x660E, 0x660F, 0x6610 AES with 128, 192, 256 bits.</param>
/// <param name="KeyBits">0 stands for 40 where RC4 is meant.</param>
internal sealed record StandardVerifier(uint Algorithm, int KeyBits, byte[] Salt, byte[] Encrypted, byte[] EncryptedHash)
{
    private const int HeaderFields = 32;
    private const int SaltBytes = 16;

    // flags, the length of the header, the header, and then the verifier
    public static StandardVerifier Read(ReadOnlySpan<byte> bytes, uint flags)
    {
        // fExternal: another program holds the key
        if ((flags & 0x10) != 0)
            throw new WorksheetException(WorksheetFault.Unsupported);
        if (bytes.Length < sizeof(int) + HeaderFields)
            throw new WorksheetException(WorksheetFault.Damaged);
        var headerBytes = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        var header = bytes[sizeof(int)..];
        if (headerBytes < HeaderFields || headerBytes + sizeof(int) + SaltBytes + SaltBytes + sizeof(int) + 20 > header.Length)
            throw new WorksheetException(WorksheetFault.Damaged);
        var verifier = header[(int)headerBytes..];
        if (BinaryPrimitives.ReadUInt32LittleEndian(verifier) != SaltBytes)
            throw new WorksheetException(WorksheetFault.Damaged);
        return new(
            BinaryPrimitives.ReadUInt32LittleEndian(header[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(header[16..]),
            verifier.Slice(4, SaltBytes).ToArray(),
            verifier.Slice(20, SaltBytes).ToArray(),
            verifier[40..].ToArray());
    }
}
