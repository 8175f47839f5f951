using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Gegevensdeling.Documents.Worksheets.Compound;

namespace Gegevensdeling.Documents.Worksheets.Binary;

/// <summary>
/// Decrypts the records of a protected .xls (MS-XLS 2.2.10, MS-OFFCRYPTO 2.3.5 and 2.3.6): RC4, under another key for every 1 024 bytes of the stream.
/// The key stream runs on over what is not encrypted, such as the headers of records.
/// </summary>
internal sealed class RecordCipher
{
    private const int BlockBytes = 1_024;
    private const int Bytes = 16;

    private readonly Func<int, byte[]> key;
    private Rc4? current;
    private int block = -1;
    private int within;

    private RecordCipher(Func<int, byte[]> key) => this.key = key;

    /// <summary>Opens with the content of the record FILEPASS.</summary>
    public static RecordCipher Open(ReadOnlySpan<byte> filePass, string? password)
    {
        // 0 is the XOR of Excel 95
        if (filePass.Length < 6 || BinaryPrimitives.ReadUInt16LittleEndian(filePass) != 1)
            throw new WorksheetException(WorksheetFault.Unsupported);
        var (major, minor) = (BinaryPrimitives.ReadUInt16LittleEndian(filePass[2..]), BinaryPrimitives.ReadUInt16LittleEndian(filePass[4..]));
        var rest = filePass[6..];
        if ((major, minor) == (1, 1) && rest.Length >= 3 * Bytes)
            return OpenPlain(rest[..Bytes].ToArray(), rest.Slice(Bytes, Bytes).ToArray(), rest.Slice(2 * Bytes, Bytes).ToArray(), password);
        if (major is not (2 or 3 or 4) || minor != 2 || rest.Length < sizeof(uint))
            throw new WorksheetException(WorksheetFault.Unsupported);
        return OpenApi(StandardVerifier.Read(rest[sizeof(uint)..], BinaryPrimitives.ReadUInt32LittleEndian(rest)), password);
    }

    /// <summary>Decrypts bytes in place.</summary>
    /// <param name="position">Where they begin in the stream.</param>
    public void Apply(Span<byte> bytes, long position)
    {
        while (!bytes.IsEmpty)
        {
            var (number, offset) = ((int)(position / BlockBytes), (int)(position % BlockBytes));
            if (number != block || offset < within)
                (current, block, within) = (new Rc4(key(number)), number, 0);
            for (; within < offset; within++)
                current!.Next();
            var count = Math.Min(bytes.Length, BlockBytes - offset);
            current!.Apply(bytes[..count]);
            within += count;
            bytes = bytes[count..];
            position += count;
        }
    }

    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "MS-OFFCRYPTO 2.3.6.2 says MD5; only read, never written")]
    private static RecordCipher OpenPlain(byte[] salt, byte[] verifier, byte[] verifierHash, string? password) =>
        PackageProtection.Try(password, candidate =>
        {
            var start = MD5.HashData(Encoding.Unicode.GetBytes(candidate))[..5];
            var longer = MD5.HashData([.. Enumerable.Repeat((byte[])[.. start, .. salt], 16).SelectMany(piece => piece)])[..5];
            return Verified(number => MD5.HashData([.. longer, .. BitConverter.GetBytes(number)]), verifier, verifierHash, MD5.HashData);
        });

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "MS-OFFCRYPTO 2.3.5.2 says SHA-1; only read, never written")]
    private static RecordCipher OpenApi(StandardVerifier verifier, string? password)
    {
        var bits = verifier.KeyBits == 0 ? 40 : verifier.KeyBits;
        if (verifier.Algorithm != 0x6801 || bits is < 40 or > 128 || bits % 8 != 0)
            throw new WorksheetException(WorksheetFault.Unsupported);
        return PackageProtection.Try(password, candidate =>
        {
            var start = SHA1.HashData([.. verifier.Salt, .. Encoding.Unicode.GetBytes(candidate)]);
            return Verified(Key, verifier.Encrypted, verifier.EncryptedHash[..20], SHA1.HashData);

            byte[] Key(int number)
            {
                var derived = SHA1.HashData([.. start, .. BitConverter.GetBytes(number)])[..(bits / 8)];
                return bits == 40 ? [.. derived, .. new byte[11]] : derived;
            }
        });
    }

    private static RecordCipher? Verified(Func<int, byte[]> key, byte[] verifier, byte[] verifierHash, Func<byte[], byte[]> hash)
    {
        var cipher = new Rc4(key(0));
        var (plain, plainHash) = (verifier.ToArray(), verifierHash.ToArray());
        cipher.Apply(plain);
        cipher.Apply(plainHash);
        return CryptographicOperations.FixedTimeEquals(hash(plain), plainHash) ? new RecordCipher(key) : null;
    }
}
