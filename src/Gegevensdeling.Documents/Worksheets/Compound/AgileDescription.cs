using System.Security.Cryptography;
using System.Xml;
using Gegevensdeling.Documents.Worksheets.OpenXml;

namespace Gegevensdeling.Documents.Worksheets.Compound;

/// <summary>A salt and the algorithms that go with it.</summary>
internal sealed record AgileParameters(byte[] Salt, HashAlgorithmName Hash, int KeyBytes);

/// <summary>How the key of the package is kept under the password.</summary>
internal sealed record AgilePassword(AgileParameters Parameters, int Rounds, byte[] VerifierInput, byte[] VerifierValue, byte[] KeyValue);

/// <summary>The XML of <c>EncryptionInfo</c> (MS-OFFCRYPTO 2.3.4.10).</summary>
internal sealed record AgileDescription(AgileParameters Data, byte[]? IntegrityKey, byte[]? IntegrityValue, AgilePassword Password)
{
    private const string Namespace = "http://schemas.microsoft.com/office/2006/encryption";
    private const string PasswordNamespace = "http://schemas.microsoft.com/office/2006/keyEncryptor/password";

    public static AgileDescription Read(ReadOnlyMemory<byte> xml, WorksheetLimits limits)
    {
        using var reader = XmlPart.Read(new MemoryStream(xml.ToArray()), limits);
        AgileParameters? data = null;
        AgilePassword? password = null;
        byte[]? integrityKey = null, integrityValue = null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName, reader.NamespaceURI)
            {
                case ("keyData", Namespace):
                    data = Parameters(reader);
                    break;
                case ("dataIntegrity", Namespace):
                    (integrityKey, integrityValue) = (Blocks(reader, "encryptedHmacKey"), Blocks(reader, "encryptedHmacValue"));
                    break;
                case ("encryptedKey", PasswordNamespace):
                    password = new(Parameters(reader), Rounds(reader, limits), Blocks(reader, "encryptedVerifierHashInput"), Blocks(reader, "encryptedVerifierHashValue"), Blocks(reader, "encryptedKeyValue"));
                    break;
            }
        }

        // a certificate instead of a password: not for us
        return data is null || password is null ? throw new WorksheetException(WorksheetFault.Unsupported) : new(data, integrityKey, integrityValue, password);
    }

    private static AgileParameters Parameters(XmlReader reader)
    {
        if (reader.GetAttribute("cipherAlgorithm") != "AES" || reader.GetAttribute("cipherChaining") != "ChainingModeCBC" || reader.GetAttribute("blockSize") != "16")
            throw new WorksheetException(WorksheetFault.Unsupported);
        var hash = reader.GetAttribute("hashAlgorithm") switch
        {
            "SHA1" or "SHA-1" => HashAlgorithmName.SHA1,
            "SHA256" => HashAlgorithmName.SHA256,
            "SHA384" => HashAlgorithmName.SHA384,
            "SHA512" => HashAlgorithmName.SHA512,
            _ => throw new WorksheetException(WorksheetFault.Unsupported),
        };
        var keyBytes = reader.GetAttribute("keyBits") switch
        {
            "128" => 16,
            "192" => 24,
            "256" => 32,
            _ => throw new WorksheetException(WorksheetFault.Unsupported),
        };
        return new(Bytes(reader, "saltValue"), hash, keyBytes);
    }

    private static int Rounds(XmlReader reader, WorksheetLimits limits)
    {
        if (!int.TryParse(reader.GetAttribute("spinCount"), out var rounds) || rounds < 0)
            throw new WorksheetException(WorksheetFault.Damaged);
        return rounds <= limits.KeyDerivationRounds ? rounds : throw new WorksheetException(WorksheetFault.Hostile);
    }

    private static byte[] Blocks(XmlReader reader, string name) =>
        Bytes(reader, name) is { Length: > 0 } bytes && bytes.Length % 16 == 0 ? bytes : throw new WorksheetException(WorksheetFault.Damaged);

    private static byte[] Bytes(XmlReader reader, string name)
    {
        var text = reader.GetAttribute(name) ?? "";
        var bytes = new byte[1_024];
        return Convert.TryFromBase64String(text, bytes, out var length) && length > 0 ? bytes[..length] : throw new WorksheetException(WorksheetFault.Damaged);
    }
}
