using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Gegevensdeling.Documents.Worksheets.Compound;

/// <summary>Standard encryption (MS-OFFCRYPTO 2.3.4.5 to 2.3.4.9): AES in separate blocks under a key from 50 000 rounds of SHA-1; what Excel 2007 writes.</summary>
internal static class StandardProtection
{
    private const int Rounds = 50_000;

    public static Stream Open(ReadOnlySpan<byte> info, Stream package, long length, string? password)
    {
        var verifier = StandardVerifier.Read(info[4..], BinaryPrimitives.ReadUInt32LittleEndian(info));
        var keyBytes = verifier.Algorithm switch
        {
            0x660E => 16,
            0x660F => 24,
            0x6610 => 32,
            _ => throw new WorksheetException(WorksheetFault.Unsupported),
        };
        if (verifier.EncryptedHash.Length < 32)
            throw new WorksheetException(WorksheetFault.Damaged);
        var cipher = PackageProtection.Try(password, candidate => Cipher(verifier, keyBytes, candidate));
        return new DecryptingStream(package, length, cipher, vector: null);
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "MS-OFFCRYPTO 2.3.4.7 says SHA-1; only read, never written")]
    [SuppressMessage("Security", "CA5358:Review cipher mode usage with cryptography experts", Justification = "MS-OFFCRYPTO 2.3.4.9 says ECB; only read, never written")]
    private static Aes? Cipher(StandardVerifier verifier, int keyBytes, string candidate)
    {
        var state = SHA1.HashData([.. verifier.Salt, .. Encoding.Unicode.GetBytes(candidate)]);
        var round = new byte[sizeof(int) + state.Length];
        for (var at = 0; at < Rounds; at++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(round, at);
            state.CopyTo(round, sizeof(int));
            SHA1.HashData(round, state);
        }

        state = SHA1.HashData([.. state, 0, 0, 0, 0]);
        var cipher = Aes.Create();
        cipher.SetKey(((byte[])[.. Half(state, 0x36), .. Half(state, 0x5C)]).AsSpan(0, keyBytes));
        var hash = SHA1.HashData(cipher.DecryptEcb(verifier.Encrypted, PaddingMode.None));
        if (CryptographicOperations.FixedTimeEquals(hash, cipher.DecryptEcb(verifier.EncryptedHash[..32], PaddingMode.None).AsSpan(0, hash.Length)))
            return cipher;
        cipher.Dispose();
        return null;
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "MS-OFFCRYPTO 2.3.4.7 says SHA-1; only read, never written")]
    private static byte[] Half(byte[] state, byte filling)
    {
        var block = new byte[64];
        Array.Fill(block, filling);
        for (var at = 0; at < state.Length; at++)
            block[at] ^= state[at];
        return SHA1.HashData(block);
    }
}
