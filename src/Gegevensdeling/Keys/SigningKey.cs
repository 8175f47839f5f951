using System.Security.Cryptography;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Keys;

/// <summary>One private key for ES256. It prints nothing of itself.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        Public = PublicKey.From(key);
    }

    public PublicKey Public { get; }

    /// <summary>Reads a P-256 key from PKCS#8.</summary>
    public static SigningKey FromPkcs8(ReadOnlySpan<byte> pkcs8)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out _);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != "1.2.840.10045.3.1.7")
                throw new CryptographicException("not a P-256 key");
            return new SigningKey(key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>A key that lives in no store; for tests and the command line.</summary>
    public static SigningKey Create() => FromPkcs8(NewSigningKey.Pkcs8());

    /// <summary>ES256 over the data: r and s, 32 bytes each (RFC 7518, 3.4).</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) =>
        _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public void Dispose() => _key.Dispose();
}
