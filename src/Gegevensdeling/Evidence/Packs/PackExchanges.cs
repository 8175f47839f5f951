using System.Runtime.CompilerServices;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>The exchanges of a protocol one by one, as the party of the pack may see them, each with its signed documents.</summary>
public sealed class PackExchanges(IRegister register, IEvidenceStore evidence, ReferralFile referrals, DossierFile dossiers)
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

    private Task<PackLine?> LineAsync(ExchangeHead head, PartyId reader, CancellationToken cancellation) => head.Kind switch
    {
        ReferralHeads.Kind => ReferralAsync(head, reader, cancellation),
        _ => throw new InvalidOperationException($"A kind of exchange that a pack does not know: {head.Kind}"),
    };

    private async Task<PackLine?> ReferralAsync(ExchangeHead head, PartyId reader, CancellationToken cancellation)
    {
        if (await referrals.FindAsync(head.Id, cancellation) is not { State.Exists: true } referral)
            return null; // admitted, and never sealed: nothing left or arrived
        var receipts = new List<PackDocument>();
        foreach (var name in ReferralEvidence.ReceiptNames(referral.State).Reverse())
            receipts.AddRange(await DocumentAsync(head.Id, name, PackFiles.Receipt(head.Id, name), cancellation));
        var certificates = new List<PackDocument>();
        if (ReferralProof.SeesOutcome(referral, reader) && referral.State.Erased is not null)
        {
            for (var number = 1; number <= await Eraser.CertificatesAsync(evidence, head.Id, cancellation); number++)
                certificates.AddRange(await DocumentAsync(head.Id, Eraser.CertificateName(number), PackFiles.Certificate(head.Id, Eraser.CertificateName(number)), cancellation));
        }

        var line = ReferralProof.Of(referral, reader, [.. receipts.Select(one => one.Name)], [.. certificates.Select(one => one.Name)]);
        return new(line, [.. receipts, .. certificates]);
    }

    private async Task<IEnumerable<PackDocument>> DocumentAsync(ExchangeId exchange, string kept, string name, CancellationToken cancellation) =>
        await evidence.FindAsync(exchange, kept, cancellation) is { } json ? [new(name, json)] : [];
}
