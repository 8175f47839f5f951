using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Audit;

/// <summary>One head, as any party may see it.</summary>
/// <param name="Sha256">Of the signed head as it is kept.</param>
public sealed record AuditHeadLine(AuditHeadName Name, string Sha256, IReadOnlyList<PartyId> CountersignedBy);

/// <summary>Gives out the heads of a protocol's chains, and keeps what parties sign over them (F9).</summary>
public sealed class AuditCountersigning(IEvidenceStore evidence, IAuditLog audit, ProtocolCatalog protocols, PartyKeys keys, TimeProvider clock)
{
    /// <summary>Where countersignatures are kept, under <c>{head}_{party}</c>.</summary>
    public static ExchangeId Shelf { get; } = new("medeondertekeningen");

    /// <summary>The heads of the chain of one month, oldest first.</summary>
    public async Task<IReadOnlyList<AuditHeadLine>> ListAsync(string chain, CancellationToken cancellation)
    {
        var countersigned = await evidence.NamesAsync(Shelf, cancellation);
        var lines = new List<AuditHeadLine>();
        foreach (var name in (await evidence.NamesAsync(AuditHeads.Shelf, cancellation)).Select(AuditHeadName.Read).OfType<AuditHeadName>().Where(name => name.Chain == chain))
        {
            var prefix = $"{name}_";
            lines.Add(new(name, await SumAsync(name, cancellation) ?? string.Empty, [.. countersigned.Where(one => one.StartsWith(prefix, StringComparison.Ordinal)).Select(one => new PartyId(one[prefix.Length..]))]));
        }

        return [.. lines.OrderBy(line => line.Name.Value, StringComparer.Ordinal)];
    }

    /// <summary>The signed head, or null where there is none of that name under this protocol.</summary>
    public async Task<string?> HeadAsync(ProtocolId protocol, string name, CancellationToken cancellation) =>
        AuditHeadName.Read(name) is { } head && head.Protocol == protocol ? await evidence.FindAsync(AuditHeads.Shelf, name, cancellation) : null;

    /// <summary>Keeps a countersignature, once a party and head.</summary>
    /// <param name="actor">Who brings it, for the party that signed.</param>
    /// <param name="protocol">Whose head it is.</param>
    /// <param name="name">The head's name.</param>
    /// <param name="signed">A JWS of the party's own.</param>
    /// <param name="correlation">Of the request.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Why it is refused; null where it is kept, or was before.</returns>
    public async Task<Refusal?> CountersignAsync(ActedBy actor, ProtocolId protocol, string name, SignedDocument signed, string correlation, CancellationToken cancellation)
    {
        if (await HeadAsync(protocol, name, cancellation) is not { } document)
            return CountersignDecisions.Unknown;
        var (head, sha256, kept) = (new AuditHeadName(name), Sha256Hex.Of(document), $"{name}_{actor.Party}");
        if (CountersignDecisions.Judge(signed, keys, actor.Party, head, sha256) is { } refusal)
            return refusal;
        if (await evidence.FindAsync(Shelf, kept, cancellation) is not null)
            return null;
        var text = protocols.Find(protocol)!;

        // First the event: killed in between it stands there twice, and never not at all.
        await audit.AppendAsync(
            new(
                clock.GetUtcNow(), protocol, text.Version, null, actor, AuditAction.HeadCountersigned, FactAudit.PurposeOf(text, actor.Party), "art. 6", AuditOutcome.Ok, correlation,
                FactAudit.System, Sha256: sha256),
            cancellation);
        await evidence.KeepAsync(Shelf, kept, signed.ToJson(), cancellation);
        return null;
    }

    private async Task<string?> SumAsync(AuditHeadName name, CancellationToken cancellation) =>
        await evidence.FindAsync(AuditHeads.Shelf, name.Value, cancellation) is { } document ? Sha256Hex.Of(document) : null;
}
