using System.Security.Cryptography;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>The properties of the coder 7zAES (7-Zip, 7zAes.cpp): rounds of the key derivation, salt and initialisation vector.</summary>
internal sealed record AesParameters(int Power, ReadOnlyMemory<byte> Salt, ReadOnlyMemory<byte> Iv)
{
    public const int BlockBytes = 16;
    public const int PropertyBytes = 2 + BlockBytes;

    // kept by 7-Zip for 'the password itself is the key'
    private const int NoDerivation = 0x3F;

    /// <summary>As 7-Zip makes them: no salt, a random vector of 16 bytes.</summary>
    public static AesParameters Create(int power) => new(power, default, RandomNumberGenerator.GetBytes(BlockBytes));

    public void WriteTo(Span<byte> properties)
    {
        properties[0] = (byte)(Power | 0x40);
        properties[1] = BlockBytes - 1;
        Iv.Span.CopyTo(properties[2..]);
    }

    public static AesParameters Parse(ReadOnlySpan<byte> properties, ArchiveLimits limits)
    {
        if (properties.IsEmpty)
            return new AesParameters(0, default, new byte[BlockBytes]);
        var power = properties[0] & 0x3F;
        if (power == NoDerivation)
            throw new UnsupportedArchiveException("7zAES zonder sleutelafleiding");
        if (power > limits.KeyDerivationPower)
            throw new HostileArchiveException("de sleutelafleiding vraagt te veel rekenwerk");

        var (saltBytes, ivBytes) = (0, 0);
        if ((properties[0] & 0xC0) != 0)
        {
            if (properties.Length < 2)
                throw new DamagedArchiveException("de eigenschappen van de versleuteling zijn onvolledig");
            saltBytes = (properties[0] >> 7) + (properties[1] >> 4);
            ivBytes = ((properties[0] >> 6) & 1) + (properties[1] & 0x0F);
        }

        var head = (properties[0] & 0xC0) != 0 ? 2 : 1;
        var rest = properties[head..];
        if (rest.Length != saltBytes + ivBytes)
            throw new DamagedArchiveException("de eigenschappen van de versleuteling kloppen niet");
        var iv = new byte[BlockBytes];
        rest[saltBytes..].CopyTo(iv);
        return new AesParameters(power, rest[..saltBytes].ToArray(), iv);
    }

    /// <summary>The length after padding to whole blocks.</summary>
    public static long Padded(long length) => (length + BlockBytes - 1) & ~(BlockBytes - 1L);
}
