using System.Security.Cryptography;

namespace Gegevensdeling.Keys;

/// <summary>Makes signing keys: beside <see cref="SecureRandom"/> the one file where the system's generator is at work.</summary>
internal static class NewSigningKey
{
    /// <summary>A new P-256 key (RFC 7518, 3.4) as PKCS#8.</summary>
    public static byte[] Pkcs8()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }
}
