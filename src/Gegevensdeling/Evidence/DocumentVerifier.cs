using Gegevensdeling.Audit;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Evidence;

/// <summary>Verifies a receipt, a certificate, an audit head or a party's countersignature offline, with nothing but the published keys.</summary>
public static class DocumentVerifier
{
    /// <param name="keys">This system's, as published.</param>
    /// <param name="parties">Those of the parties, for what they signed; null where none of it is to be verified.</param>
    public static DocumentVerdict Verify(ReadOnlyMemory<byte> document, PublicKeySet keys, PartyKeys? parties = null)
    {
        switch (SignedDocument.Read(document))
        {
            case DocumentReading.Unreadable unreadable:
                return new DocumentVerdict.Invalid(unreadable.Reason);
            case DocumentReading.Read({ Type: AuditCountersignature.JwsType } signed):
                return OfParty(signed, parties);
            case DocumentReading.Read(var signed):
                if (keys.Find(signed.KeyId) is not { } key)
                    return new DocumentVerdict.Invalid("de sleutel waarmee het ondertekend zou zijn, staat niet in het sleutelbestand");
                return signed.IsSignedBy(key) ? Judge(signed) : new DocumentVerdict.Invalid("de handtekening klopt niet");
            default:
                throw new InvalidOperationException("a reading of another kind");
        }
    }

    /// <summary>With the keys of the party that it names, and of no other.</summary>
    private static DocumentVerdict OfParty(SignedDocument signed, PartyKeys? parties)
    {
        if (signed.Content<AuditCountersignature>() is not { Type: AuditCountersignature.Kind, Version: AuditCountersignature.CurrentVersion } content)
            return new DocumentVerdict.Invalid("deze versie van het programma kent dit soort document niet");
        if (parties?.Of(content.Party) is not { } keys)
            return new DocumentVerdict.Invalid($"van {content.Party} zijn geen publieke sleutels gegeven");
        return keys.Find(signed.KeyId) is { } key && signed.IsSignedBy(key)
            ? new DocumentVerdict.ValidCountersignature(content, DocumentSummary.Of(content, signed.KeyId))
            : new DocumentVerdict.Invalid($"de handtekening is niet die van een sleutel van {content.Party}");
    }

    // A valid signature under another typ or version must not pass for something this version understands.
    private static DocumentVerdict Judge(SignedDocument signed) => signed.Type switch
    {
        Receipt.JwsType when signed.Content<Receipt>() is { Type: Receipt.Kind, Version: Receipt.CurrentVersion } receipt =>
            new DocumentVerdict.ValidReceipt(receipt, DocumentSummary.Of(receipt, signed.KeyId)),
        ErasureCertificate.JwsType when signed.Content<ErasureCertificate>() is { Type: ErasureCertificate.Kind, Version: ErasureCertificate.CurrentVersion } certificate =>
            new DocumentVerdict.ValidCertificate(certificate, DocumentSummary.Of(certificate, signed.KeyId)),
        AuditHead.JwsType when signed.Content<AuditHead>() is { Type: AuditHead.Kind, Version: AuditHead.CurrentVersion } head =>
            new DocumentVerdict.ValidAuditHead(head, DocumentSummary.Of(head, signed.KeyId)),
        PackManifest.JwsType when signed.Content<PackManifest>() is { Type: PackManifest.Kind, Version: PackManifest.CurrentVersion } manifest =>
            new DocumentVerdict.ValidPack(manifest, DocumentSummary.Of(manifest, signed.KeyId)),
        _ => new DocumentVerdict.Invalid("de handtekening klopt, maar deze versie van het programma kent dit soort document niet"),
    };
}

/// <summary>The outcome of verifying one document.</summary>
public abstract record DocumentVerdict
{
    private DocumentVerdict()
    {
    }

    /// <param name="Summary">Dutch lines for the person who asked.</param>
    public sealed record ValidReceipt(Receipt Receipt, IReadOnlyList<string> Summary) : DocumentVerdict
    {
        /// <summary>True where a file with this hash and length is the file that the receipt is about.</summary>
        public bool IsAbout(string sha256, long bytes) => Receipt.File.Sha256 == sha256 && Receipt.File.Bytes == bytes;
    }

    /// <param name="Summary">Dutch lines for the person who asked.</param>
    public sealed record ValidCertificate(ErasureCertificate Certificate, IReadOnlyList<string> Summary) : DocumentVerdict
    {
        /// <summary>True where a file with this hash and length was one of the exchange that was erased.</summary>
        public bool IsAbout(string sha256, long bytes) => Certificate.Files.Any(file => file.Sha256 == sha256 && file.Bytes == bytes);
    }

    /// <param name="Summary">Dutch lines for the person who asked.</param>
    public sealed record ValidAuditHead(AuditHead Head, IReadOnlyList<string> Summary) : DocumentVerdict;

    /// <param name="Summary">Dutch lines for the person who asked.</param>
    public sealed record ValidCountersignature(AuditCountersignature Countersignature, IReadOnlyList<string> Summary) : DocumentVerdict;

    public sealed record ValidPack(PackManifest Manifest, IReadOnlyList<string> Summary) : DocumentVerdict;

    /// <param name="Reason">Dutch, one sentence without capital or full stop.</param>
    public sealed record Invalid(string Reason) : DocumentVerdict;
}
