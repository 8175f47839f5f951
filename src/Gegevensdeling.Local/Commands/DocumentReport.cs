using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Local.Commands;

/// <summary>The part of <c>verify</c> that tells of single signed documents.</summary>
/// <param name="archive">The sealed file that they should be about; null where none was given.</param>
internal sealed class DocumentReport(VerifyKeys keys, (string Sha256, long Bytes)? archive, TextWriter output)
{
    /// <summary>The valid heads and countersignatures that were told of.</summary>
    public AuditProof Proof { get; } = new();

    /// <returns>False where it is not valid, or not about the sealed file.</returns>
    public async Task<bool> TellAsync(string file, CancellationToken cancellation)
    {
        var document = await Bounded.ReadAsync(file, SignedDocument.MaximumBytes, cancellation);
        var verdict = DocumentVerifier.Verify(document, keys.Published!, keys.Parties);
        var (summary, belongs) = verdict switch
        {
            DocumentVerdict.ValidReceipt valid => (valid.Summary, archive is { } digest ? valid.IsAbout(digest.Sha256, digest.Bytes) : (bool?)null),
            DocumentVerdict.ValidCertificate valid => (valid.Summary, archive is { } digest ? valid.IsAbout(digest.Sha256, digest.Bytes) : null),
            DocumentVerdict.ValidAuditHead valid => (valid.Summary, null),
            DocumentVerdict.ValidCountersignature valid => (valid.Summary, null),
            DocumentVerdict.ValidPack valid => (valid.Summary, null),
            DocumentVerdict.Invalid => ([], null),
            _ => throw new InvalidOperationException("a verdict of another kind"),
        };
        if (verdict is DocumentVerdict.ValidAuditHead { Head: var head })
            Proof.Add(head, Sha256Hex.Of(document));
        if (verdict is DocumentVerdict.ValidCountersignature { Countersignature: var countersignature } && !Proof.Add(countersignature))
            verdict = new DocumentVerdict.Invalid("het noemt geen auditkop");
        await output.WriteLineAsync(verdict is DocumentVerdict.Invalid(var reason) ? $"{file}: ONGELDIG, want {reason}." : $"{file}: GELDIG");
        foreach (var line in summary)
            await output.WriteLineAsync($"  {line}");
        if (belongs is { } answer)
            await output.WriteLineAsync(answer ? "  Het verzegelde bestand hoort bij dit bewijs" : "  HET VERZEGELDE BESTAND HOORT NIET BIJ DIT BEWIJS");
        return verdict is not DocumentVerdict.Invalid && belongs != false;
    }
}
