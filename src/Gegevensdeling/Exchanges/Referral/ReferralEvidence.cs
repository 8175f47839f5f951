using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>The signed receipt of a referral and its yearly figures.</summary>
public sealed class ReferralEvidence(
    IRegister register, ReferralFile file, IEvidenceStore evidence, IAuditLog audit, SigningKeys signing, TimeProvider clock)
{
    public const string ReceiptName = "ontvangstbewijs";

    /// <summary>The chain of refusals that belong to no protocol.</summary>
    public static ProtocolId NoProtocol { get; } = new("geen-protocol");

    /// <summary>Signs the receipt of every archive that was opened or confirmed, once: bound to its hash (F1).</summary>
    public async Task IssueReceiptAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        var referral = await file.GetAsync(exchange, cancellation);
        foreach (var (index, (artefact, receipt)) in referral.State.Receipts.Index())
            await IssueReceiptAsync(referral, index == 0 ? ReceiptName : $"{ReceiptName}-{index + 1}", artefact, receipt, cancellation);
    }

    /// <summary>The names of receipts, the latest first.</summary>
    public static IEnumerable<string> ReceiptNames(ReferralState state) =>
        Enumerable.Range(1, state.Receipts.Count).Reverse().Select(number => number == 1 ? ReceiptName : $"{ReceiptName}-{number}");

    private async Task IssueReceiptAsync(Referral referral, string name, ArtefactId artefact, ReferralFact receipt, CancellationToken cancellation)
    {
        if (await evidence.FindAsync(referral.Id, name, cancellation) is not null)
            return;
        var head = referral.Head;
        var archive = referral.State.Archives.Single(archive => archive.Id == artefact);
        var how = receipt is ReferralFact.Opened ? AcknowledgedBy.OpenedInApplication : AcknowledgedBy.HashConfirmed;
        var document = Receipt.Issue(
            new(head.Id, head.Protocol, head.ProtocolVersion, head.Sender, head.Receiver),
            new(archive.Id, archive.Sha256, archive.Bytes),
            referral.State.Sent is { } sent ? new(sent.At, sent.Channel) : new(receipt.At, "toepassing"),
            new(receipt.At, how, receipt.By),
            clock.GetUtcNow());
        using var key = await signing.CurrentAsync(cancellation);
        await evidence.KeepAsync(referral.Id, name, SignedDocument.Sign(document, Receipt.JwsType, key).ToJson(), cancellation);
    }

    /// <summary>The figures of one calendar year, as this side may see them.</summary>
    public async Task<YearFigures> FiguresAsync(Protocol protocol, int year, Side side, CancellationToken cancellation)
    {
        var states = new List<ReferralState>();
        await foreach (var head in register.ReferralsAsync(protocol.Id, liveOnly: false, cancellation))
        {
            if (Calendar.LegalCalendar.DateOf(head.CreatedAt).Year == year && await file.FindAsync(head.Id, cancellation) is { } referral)
                states.Add(referral.State);
        }

        return ReferralFigures.Of(protocol.Id, year, side, protocol.Referral!.Evaluation.SmallestCell, states, await WishesAsync(protocol, year, cancellation));
    }

    /// <summary>
    /// R19: what the refusals of extra fields asked for, by code. Such a request is refused before its protocol is known where the
    /// sender has several: those of the sender's own chain count too.
    /// </summary>
    private async Task<IReadOnlyDictionary<string, int>> WishesAsync(Protocol protocol, int year, CancellationToken cancellation)
    {
        var wishes = new Dictionary<string, int>(StringComparer.Ordinal);
        var months = Enumerable.Range(1, 12).Select(month => new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero));
        foreach (var chain in months.SelectMany(month => new[] { AuditChain.NameOf(protocol.Id, month), AuditChain.NameOf(NoProtocol, month) }))
        {
            await foreach (var entry in audit.ReadAsync(chain, cancellation))
            {
                if (entry.Event.Actor.Party == protocol.Sender && entry.Event.Code is { } code && code.StartsWith(UnwantedFields.CodePrefix, StringComparison.Ordinal))
                    wishes[code[UnwantedFields.CodePrefix.Length..]] = wishes.GetValueOrDefault(code[UnwantedFields.CodePrefix.Length..]) + 1;
            }
        }

        return wishes;
    }
}
