using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Keys;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>Signs the receipt of every file that reached the other side, once: bound to its hash (F1). Kept with the copy, and it outlives it.</summary>
public sealed class DebtorReceipts(IEvidenceStore evidence, SigningKeys signing, ExchangeFile<CopyState, CopyCommand> copies, TimeProvider clock)
{
    public const string Name = "ontvangstbewijs";

    /// <summary>Of a delivery: compared by this system, or opened by the OCMW.</summary>
    public async Task OfDeliveryAsync(CycleState cycle, CancellationToken cancellation)
    {
        if (cycle.Delivery is not { } delivery)
            return;
        if (cycle.Opened is { } opened)
            await IssueAsync(delivery.Copy, delivery.At, new(opened.At, AcknowledgedBy.OpenedInApplication, opened.By), cancellation);
        else if (cycle.Compared is { } compared)
            await IssueAsync(delivery.Copy, delivery.At, new(compared.At, AcknowledgedBy.ComparedInApplication, compared.By), cancellation);
    }

    /// <summary>Of every version that the OCMW opened.</summary>
    public async Task OfVersionsAsync(ListState list, CancellationToken cancellation)
    {
        foreach (var opened in list.Openings)
        {
            if (list.Versions.FirstOrDefault(version => version.Number == opened.Number) is { } version)
                await IssueAsync(version.Copy, version.At, new(opened.At, AcknowledgedBy.OpenedInApplication, opened.By), cancellation);
        }
    }

    private async Task IssueAsync(ExchangeId copy, DateTimeOffset sentAt, Acknowledgement acknowledged, CancellationToken cancellation)
    {
        if (await evidence.FindAsync(copy, Name, cancellation) is not null || await copies.FindAsync(copy, cancellation) is not { State.File: { } file, Head: var head })
            return;
        var parties = new ExchangeParties(head.Id, head.Protocol, head.ProtocolVersion, head.Sender, head.Receiver);
        var document = Receipt.Issue(parties, file.Digest, new(sentAt, "toepassing"), acknowledged, clock.GetUtcNow());
        using var key = await signing.CurrentAsync(cancellation);
        await evidence.KeepAsync(copy, Name, SignedDocument.Sign(document, Receipt.JwsType, key).ToJson(), cancellation);
    }
}
