using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gegevensdeling.Documents.Worksheets.Compound;

/// <summary>Agile encryption (MS-OFFCRYPTO 2.3.4.10 to 2.3.4.15), what Excel 2010 and later and LibreOffice write.</summary>
internal static class AgileProtection
{
    private static ReadOnlySpan<byte> VerifierInput => [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];

    private static ReadOnlySpan<byte> VerifierValue => [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];

    private static ReadOnlySpan<byte> KeyValue => [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];

    private static ReadOnlySpan<byte> IntegrityKey => [0x5F, 0xB2, 0xAD, 0x01, 0x0C, 0xB9, 0xE1, 0xF6];

    private static ReadOnlySpan<byte> IntegrityValue => [0xA0, 0x67, 0x7F, 0x02, 0xB2, 0x2C, 0x84, 0x33];

    public static Stream Open(ReadOnlyMemory<byte> info, Stream package, long length, string? password, WorksheetLimits limits)
    {
        var description = AgileDescription.Read(info, limits);
        var cipher = PackageProtection.Try(password, candidate => Cipher(description.Password, candidate));
        try
        {
            CheckIntegrity(description, cipher, package);
            return new DecryptingStream(package, length, cipher, segment => Vector(description.Data, BitConverter.GetBytes(segment)));
        }
        catch
        {
            cipher.Dispose();
            throw;
        }
    }

    private static Aes? Cipher(AgilePassword password, string candidate)
    {
        var derived = Derive(password, candidate);
        var input = Decrypt(password, derived, VerifierInput, password.VerifierInput);
        var expected = Decrypt(password, derived, VerifierValue, password.VerifierValue);
        var hash = CryptographicOperations.HashData(password.Parameters.Hash, input.AsSpan(0, Math.Min(input.Length, password.Parameters.Salt.Length)));
        if (expected.Length < hash.Length || !CryptographicOperations.FixedTimeEquals(hash, expected.AsSpan(0, hash.Length)))
            return null;
        var key = Decrypt(password, derived, KeyValue, password.KeyValue);
        return WithKey(key.AsSpan(0, Math.Min(key.Length, password.Parameters.KeyBytes)));
    }

    private static byte[] Derive(AgilePassword password, string candidate)
    {
        var hash = password.Parameters.Hash;
        var state = CryptographicOperations.HashData(hash, [.. password.Parameters.Salt, .. Encoding.Unicode.GetBytes(candidate)]);
        var round = new byte[sizeof(int) + state.Length];
        for (var at = 0; at < password.Rounds; at++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(round, at);
            state.CopyTo(round, sizeof(int));
            CryptographicOperations.HashData(hash, round, state);
        }

        return state;
    }

    private static byte[] Decrypt(AgilePassword password, byte[] derived, ReadOnlySpan<byte> block, byte[] encrypted)
    {
        var key = Fit(CryptographicOperations.HashData(password.Parameters.Hash, [.. derived, .. block]), password.Parameters.KeyBytes);
        using var cipher = WithKey(key);
        return cipher.DecryptCbc(encrypted, Fit(password.Parameters.Salt, 16), PaddingMode.None);
    }

    // what was changed on the way is damage, before a byte of it is parsed
    private static void CheckIntegrity(AgileDescription description, Aes cipher, Stream package)
    {
        if (description.IntegrityKey is not { } encryptedKey || description.IntegrityValue is not { } encryptedValue)
            return;
        var key = cipher.DecryptCbc(encryptedKey, Vector(description.Data, IntegrityKey), PaddingMode.None);
        var expected = cipher.DecryptCbc(encryptedValue, Vector(description.Data, IntegrityValue), PaddingMode.None);
        var size = CryptographicOperations.HashData(description.Data.Hash, []).Length;
        package.Position = 0;
        var actual = CryptographicOperations.HmacData(description.Data.Hash, key.AsSpan(0, Math.Min(size, key.Length)), package);
        if (expected.Length < size || !CryptographicOperations.FixedTimeEquals(actual, expected.AsSpan(0, size)))
            throw new WorksheetException(WorksheetFault.Damaged);
    }

    private static byte[] Vector(AgileParameters parameters, ReadOnlySpan<byte> block) =>
        Fit(CryptographicOperations.HashData(parameters.Hash, [.. parameters.Salt, .. block]), 16);

    // shorter than asked is filled with 0x36 (MS-OFFCRYPTO 2.3.4.11 and 2.3.4.12)
    private static byte[] Fit(byte[] bytes, int length) =>
        bytes.Length >= length ? bytes[..length] : [.. bytes, .. Enumerable.Repeat((byte)0x36, length - bytes.Length)];

    private static Aes WithKey(ReadOnlySpan<byte> key)
    {
        var cipher = Aes.Create();
        cipher.SetKey(key);
        return cipher;
    }
}
