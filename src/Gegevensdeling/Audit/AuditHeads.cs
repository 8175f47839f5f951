using System.Globalization;
using System.Text;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.Stores;
using Gegevensdeling.Telemetry;

namespace Gegevensdeling.Audit;

/// <summary>What one round over the chains did.</summary>
/// <param name="Issued">Heads that were signed and kept.</param>
/// <param name="Broken">Names of chains that are not whole, or differ from their last head: an alarm. They get no new head.</param>
public sealed record AuditHeadReport(int Issued, IReadOnlyList<string> Broken);

/// <summary>
/// Once a day: verifies each chain against its last signed head, and signs where it stands now (F9). A chain that was cut off or written anew
/// afterwards no longer fits. A head is written once, a day. The chain of the running month gets one every day, grown or not: that there is a
/// head tells nobody that something happened (W12). An earlier month gets its last one after its end, and another only where it grew.
/// </summary>
public sealed class AuditHeads(IAuditLog audit, IEvidenceStore evidence, SigningKeys signing, TimeProvider clock)
{
    /// <summary>Where heads are kept among the evidence: they prove something of all exchanges of a chain.</summary>
    public static ExchangeId Shelf { get; } = new("auditkoppen");

    public async Task<AuditHeadReport> IssueAsync(CancellationToken cancellation)
    {
        var keys = await signing.PublishedAsync(cancellation);
        var names = await evidence.NamesAsync(Shelf, cancellation);
        var chains = await audit.ChainsAsync(cancellation);
        var issued = 0;
        List<string> broken = [.. Vanished(names, chains)];
        foreach (var chain in chains)
        {
            var (known, last) = await LastAsync(chain, names, keys, cancellation);
            if (!known || await VerifyAsync(chain, last, cancellation) is not AuditVerdict.Intact { Tip: var tip })
                broken.Add(chain);
            else if (tip is { } now && IsDue(now, last, clock.GetUtcNow()) && await KeepAsync(AuditHead.Issue(now, clock.GetUtcNow()), cancellation))
                issued++;
        }

        Instruments.AuditBroken.Record(broken.Count);
        return new(issued, broken);
    }

    private static bool IsDue(AuditTip tip, AuditHead? last, DateTimeOffset now) => last is null || tip.Sequence != last.Sequence || !IsOver(tip.Chain, last.IssuedAt) || !IsOver(tip.Chain, now);

    private static bool IsOver(string chain, DateTimeOffset at) =>
        string.CompareOrdinal(chain[(chain.LastIndexOf('/') + 1)..], at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)) < 0;

    /// <summary>A chain that has a head and is not there at all any more.</summary>
    private static IEnumerable<string> Vanished(IReadOnlyList<string> names, IReadOnlyList<string> chains) =>
        names.Select(name => AuditHeadName.Read(name)?.Chain ?? name).Distinct().Except(chains);

    /// <returns>False when the last head cannot be believed; the head is null where there is none yet.</returns>
    private async Task<(bool Known, AuditHead? Head)> LastAsync(string chain, IReadOnlyList<string> names, PublicKeySet keys, CancellationToken cancellation)
    {
        if (names.Where(name => name.StartsWith(AuditHeadName.Prefix(chain), StringComparison.Ordinal)).Order(StringComparer.Ordinal).LastOrDefault() is not { } name)
            return (true, null);
        var document = await evidence.FindAsync(Shelf, name, cancellation);
        return DocumentVerifier.Verify(Encoding.UTF8.GetBytes(document ?? ""), keys) is DocumentVerdict.ValidAuditHead { Head: var head } && head.Chain == chain
            ? (true, head)
            : (false, null);
    }

    private Task<AuditVerdict> VerifyAsync(string chain, AuditHead? last, CancellationToken cancellation) =>
        AuditChain.VerifyAsync(chain, audit.ReadAsync(chain, cancellation), last is null ? [] : [last], cancellation);

    private async Task<bool> KeepAsync(AuditHead head, CancellationToken cancellation)
    {
        using var key = await signing.CurrentAsync(cancellation);
        return await evidence.KeepAsync(Shelf, AuditHeadName.Of(head.Chain, head.IssuedAt).Value, SignedDocument.Sign(head, AuditHead.JwsType, key).ToJson(), cancellation);
    }
}
