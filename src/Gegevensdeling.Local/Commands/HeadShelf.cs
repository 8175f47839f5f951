using System.Text;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Commands;

/// <summary>The heads and countersignatures that a store keeps, each verified.</summary>
/// <param name="Findings">After 'ONGELDIG, want'.</param>
/// <param name="Unread">Said where countersignatures were not verified.</param>
internal sealed record HeadShelf(AuditProof Proof, IReadOnlyList<string> Findings, string? Unread)
{
    /// <returns>And false where any of them is not valid.</returns>
    public static async Task<(HeadShelf Shelf, bool Good)> ReadAsync(IEvidenceStore evidence, VerifyKeys keys, CancellationToken cancellation)
    {
        var (proof, findings) = (new AuditProof(), new List<string>());
        await foreach (var (name, document, verdict) in VerifiedAsync(evidence, AuditHeads.Shelf, keys, cancellation))
        {
            if (verdict is DocumentVerdict.ValidAuditHead { Head: var head } && AuditHeadName.Of(head.Chain, head.IssuedAt).Value == name)
                proof.Add(head, Sha256Hex.Of(document));
            else
                findings.Add($"auditkop {name} is niet echt: {(verdict is DocumentVerdict.Invalid(var reason) ? reason : "het is een ander document dan zijn naam zegt")}");
        }

        if (keys.Parties is null)
        {
            var count = (await evidence.NamesAsync(AuditCountersigning.Shelf, cancellation)).Count;
            return (new(proof, findings, count == 0 ? null : $"{count} {(count == 1 ? "medeondertekening is" : "medeondertekeningen zijn")} niet nagekeken: geef --partijsleutels"), findings.Count == 0);
        }

        await foreach (var (name, _, verdict) in VerifiedAsync(evidence, AuditCountersigning.Shelf, keys, cancellation))
        {
            if (verdict is not DocumentVerdict.ValidCountersignature { Countersignature: var one } || !proof.Add(one))
                findings.Add($"medeondertekening {name} is niet echt: {(verdict is DocumentVerdict.Invalid(var reason) ? reason : "het is een ander document dan zijn naam zegt")}");
        }

        return (new(proof, findings, null), findings.Count == 0);
    }

    private static async IAsyncEnumerable<(string Name, string Document, DocumentVerdict Verdict)> VerifiedAsync(
        IEvidenceStore evidence, ExchangeId shelf, VerifyKeys keys, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var name in await evidence.NamesAsync(shelf, cancellation))
        {
            var document = await evidence.FindAsync(shelf, name, cancellation) ?? string.Empty;
            yield return (name, document, DocumentVerifier.Verify(Encoding.UTF8.GetBytes(document), keys.Published!, keys.Parties));
        }
    }
}
