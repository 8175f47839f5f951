using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Keys;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Signs the receipt of every archive that was opened or confirmed, once: bound to its hash (F1).</summary>
public sealed class AnswerReceipts(IEvidenceStore evidence, SigningKeys signing, TimeProvider clock)
{
    public static string Name(int number) => number == 1 ? "ontvangstbewijs" : $"ontvangstbewijs-{number}";

    public async Task IssueAsync(ExchangeView<AnswerState> view, CancellationToken cancellation)
    {
        foreach (var (index, (artefact, receipt)) in view.State.Receipts.Index())
        {
            if (await evidence.FindAsync(view.Id, Name(index + 1), cancellation) is null)
                await IssueAsync(view, Name(index + 1), view.State.Files.Single(file => file.Id == artefact), receipt, cancellation);
        }
    }

    private async Task IssueAsync(ExchangeView<AnswerState> view, string name, SealedFile file, AnswerFact receipt, CancellationToken cancellation)
    {
        var (head, how) = (view.Head, receipt is AnswerFact.Opened ? AcknowledgedBy.OpenedInApplication : AcknowledgedBy.HashConfirmed);
        var sent = view.State.Deliveries.LastOrDefault(delivery => delivery.Artefact == file.Id);
        var document = Receipt.Issue(
            new(head.Id, head.Protocol, head.ProtocolVersion, head.Sender, head.Receiver), file.Digest,
            sent is null ? new(receipt.At, "toepassing") : new(sent.At, sent.Channel), new(receipt.At, how, receipt.By), clock.GetUtcNow());
        using var key = await signing.CurrentAsync(cancellation);
        await evidence.KeepAsync(view.Id, name, SignedDocument.Sign(document, Receipt.JwsType, key).ToJson(), cancellation);
    }
}
