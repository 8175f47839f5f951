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
    /// <summary>The facts of so many referrals are read together, and in memory at once.</summary>
    private const int Together = 100;

    internal async IAsyncEnumerable<PackLine> OfAsync(PackOrder order, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Dossiers are other parts of the pack; an exchange of others in the same protocol is none of this party's.
        var heads = register.OfProtocolAsync(order.Protocol, liveOnly: false, cancellation)
            .Where(head => dossiers.KindOf(head.Kind) is null && (head.Sender == order.For || head.Receiver == order.For));
        await foreach (var together in heads.Chunk(Together).WithCancellation(cancellation))
        {
            var facts = await register.FactsOfAllAsync([.. together.Where(head => head.Kind == ReferralHeads.Kind).Select(head => head.Id)], cancellation);
            foreach (var head in together)
            {
                if (await LineAsync(head, facts[head.Id], order.For, cancellation) is { } line)
                    yield return line;
            }
        }
    }

    private Task<PackLine?> LineAsync(ExchangeHead head, IEnumerable<FactRow> facts, PartyId reader, CancellationToken cancellation) =>
        head.Kind == ReferralHeads.Kind ? ReferralAsync(referrals.Of(head, facts), reader, cancellation) : OtherAsync(head, cancellation);

    private async Task<PackLine?> ReferralAsync(Referral referral, PartyId reader, CancellationToken cancellation)
    {
        if (!referral.State.Exists)
            return null; // admitted, and never sealed: nothing left or arrived
        var receipts = await ReceiptsAsync(referral.Id, ReferralEvidence.ReceiptNames(referral.State).Reverse(), cancellation);
        var certificates = ReferralProof.SeesOutcome(referral, reader) && referral.State.Erased is not null ? await CertificatesAsync(referral.Id, cancellation) : [];
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
        var count = await Eraser.CertificatesAsync(evidence, exchange, cancellation);
        for (var number = 1; number <= count; number++)
            certificates.AddRange(await DocumentAsync(exchange, Eraser.CertificateName(number), PackFiles.Certificate(exchange, Eraser.CertificateName(number)), cancellation));
        return certificates;
    }

    private async Task<IEnumerable<PackDocument>> DocumentAsync(ExchangeId exchange, string kept, string name, CancellationToken cancellation) =>
        await evidence.FindAsync(exchange, kept, cancellation) is { } json ? [new(name, json)] : [];
}
