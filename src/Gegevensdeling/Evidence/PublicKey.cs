using System.Security.Cryptography;
using System.Text;

namespace Gegevensdeling.Evidence;

/// <summary>One public key for ES256 (RFC 7518, 3.4): a point on P-256.</summary>
public sealed class PublicKey
{
    private readonly ECParameters _parameters;

    private PublicKey(ECParameters parameters)
    {
        _parameters = parameters;
        X = StrictBase64Url.Encode(parameters.Q.X);
        Y = StrictBase64Url.Encode(parameters.Q.Y);
        // RFC 7638, 3: the required members only, in this order, without space.
        KeyId = StrictBase64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")));
    }

    /// <summary>The thumbprint of RFC 7638, which is the key's <c>kid</c>.</summary>
    public string KeyId { get; }

    public string X { get; }

    public string Y { get; }

    /// <summary>The key with these base64url coordinates, or null where they are no point on P-256.</summary>
    public static PublicKey? From(string x, string y)
    {
        if (StrictBase64Url.Decode(x) is not { Length: 32 } xBytes || StrictBase64Url.Decode(y) is not { Length: 32 } yBytes)
            return null;
        try
        {
            using var checkedPoint = ECDsa.Create(Parameters(xBytes, yBytes));
            return From(checkedPoint);
        }
        catch (CryptographicException)
        {
            return null; // not on the curve
        }
    }

    /// <summary>True where <paramref name="signature"/> (r and s, 32 bytes each) is this key's over <paramref name="data"/>.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 64)
            return false;
        using var key = ECDsa.Create(_parameters);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    internal static PublicKey From(ECDsa key) => new(key.ExportParameters(includePrivateParameters: false));

    private static ECParameters Parameters(byte[] x, byte[] y) => new() { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } };
}
