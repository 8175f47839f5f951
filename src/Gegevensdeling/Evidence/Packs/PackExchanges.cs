using System.Runtime.CompilerServices;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>The exchanges of a protocol one by one, as the party of the pack may see them, each with its signed documents.</summary>
public sealed class PackExchanges(IRegister register, IEvidenceStore evidence, ReferralFile referrals, IReadOnlyList<IPackedKinds> others, DossierFile dossiers)
{
    internal async IAsyncEnumerable<PackLine> OfAsync(PackOrder order, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var head in register.OfProtocolAsync(order.Protocol, liveOnly: false, cancellation))
        {
            // Dossiers are other parts of the pack; an exchange of others in the same protocol is none of this party's.
            if (dossiers.KindOf(head.Kind) is not null || (head.Sender != order.For && head.Receiver != order.For))
                continue;
            if (await LineAsync(head, order.For, cancellation) is { } line)
                yield return line;
        }
    }

    private Task<PackLine?> LineAsync(ExchangeHead head, PartyId reader, CancellationToken cancellation) =>
        head.Kind == ReferralHeads.Kind ? ReferralAsync(head, reader, cancellation) : OtherAsync(head, cancellation);

    private async Task<PackLine?> ReferralAsync(ExchangeHead head, PartyId reader, CancellationToken cancellation)
    {
        if (await referrals.FindAsync(head.Id, cancellation) is not { State.Exists: true } referral)
            return null; // admitted, and never sealed: nothing left or arrived
        var receipts = await ReceiptsAsync(head.Id, ReferralEvidence.ReceiptNames(referral.State).Reverse(), cancellation);
        var certificates = ReferralProof.SeesOutcome(referral, reader) && referral.State.Erased is not null ? await CertificatesAsync(head.Id, cancellation) : [];
        return new(ReferralProof.Of(referral, reader, Names(receipts), Names(certificates)), [.. receipts, .. certificates]);
    }

    private async Task<PackLine?> OtherAsync(ExchangeHead head, CancellationToken cancellation)
    {
        if (await others.Single(kinds => kinds.Words.Contains(head.Kind)).FindAsync(head, cancellation) is not { } found)
            return null;
        var receipts = await ReceiptsAsync(head.Id, found.Receipts, cancellation);
        var certificates = found.Erased ? await CertificatesAsync(head.Id, cancellation) : [];
        return new(found.Line(Names(receipts), Names(certificates)), [.. receipts, .. certificates]);
    }

    private static IReadOnlyList<string> Names(IEnumerable<PackDocument> documents) => [.. documents.Select(one => one.Name)];

    private async Task<List<PackDocument>> ReceiptsAsync(ExchangeId exchange, IEnumerable<string> names, CancellationToken cancellation)
    {
        var receipts = new List<PackDocument>();
        foreach (var name in names)
            receipts.AddRange(await DocumentAsync(exchange, name, PackFiles.Receipt(exchange, name), cancellation));
        return receipts;
    }

    private async Task<List<PackDocument>> CertificatesAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        var certificates = new List<PackDocument>();
        for (var number = 1; number <= await Eraser.CertificatesAsync(evidence, exchange, cancellation); number++)
            certificates.AddRange(await DocumentAsync(exchange, Eraser.CertificateName(number), PackFiles.Certificate(exchange, Eraser.CertificateName(number)), cancellation));
        return certificates;
    }

    private async Task<IEnumerable<PackDocument>> DocumentAsync(ExchangeId exchange, string kept, string name, CancellationToken cancellation) =>
        await evidence.FindAsync(exchange, kept, cancellation) is { } json ? [new(name, json)] : [];
}
