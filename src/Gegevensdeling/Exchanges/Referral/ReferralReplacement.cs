using Gegevensdeling.Evidence;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What became of a replacement.</summary>
public abstract record Replacement
{
    private Replacement()
    {
    }

    /// <summary>The new archive is the one that counts, with its key; the old ones are gone.</summary>
    public sealed record Made(Referral Referral, ReferralFact.Corrected Fact) : Replacement;

    /// <summary>The referral has ended. The sending team is not told so (W12).</summary>
    public sealed record Ended : Replacement;

    public sealed record Refused(Refusal Refusal) : Replacement;
}

/// <summary>
/// Puts new content in the place of the old (G17): claim, seal under a new key, record - in that order. Killed anywhere, a repetition of the
/// request completes it; and what was sealed is recorded by the correction's own orchestration also when nobody repeats.
/// </summary>
public sealed class ReferralReplacement(ReferralFile file, ReferralSealing sealing, Eraser eraser, TimeProvider clock)
{
    /// <param name="actor">Of the sending team.</param>
    /// <param name="order">Which referral, for which correction, by which request.</param>
    /// <param name="client">The five fields, admitted.</param>
    /// <param name="cancellation">Stops waiting; what was sealed stays.</param>
    public async Task<Replacement> ReplaceAsync(ActedBy actor, ReplacementOrder order, ReferredClient client, CancellationToken cancellation)
    {
        while (true)
        {
            var referral = await file.GetAsync(order.Exchange, cancellation);
            switch (ReplacementDecisions.Claim(referral.State, order, Stamp(References.NewFact(), actor)))
            {
                case Decision.Refuse refuse:
                    return Of(refuse);
                case Decision.Record record when await file.RecordAsync(referral, record.Fact, cancellation) is null:
                    continue; // somebody else recorded something in between: decide again
                default:
                    return await SealAsync(actor, order, client, cancellation);
            }
        }
    }

    /// <summary>Records what a request sealed before it died.</summary>
    /// <returns>Null while there is nothing of this correction to record.</returns>
    public async Task<ReferralFact.Corrected?> CompleteAsync(ExchangeId exchange, ExchangeId dossier, CancellationToken cancellation)
    {
        var referral = await file.GetAsync(exchange, cancellation);
        if (MadeFor(referral, dossier) is { } made)
            return made;
        if (referral.State is not { End: null, Current: { } current, Claim: { } claim } || claim.Dossier != dossier
            || await sealing.FindAsync(new(exchange, claim.Artefact), cancellation) is not { } document)
            return null;
        var order = new ReplacementOrder(exchange, dossier, claim.Request);
        return await RecordAsync(claim.By, order, document, current.Id, cancellation) is Replacement.Made { Fact: var fact } ? fact : null;
    }

    private static ReferralFact.Corrected? MadeFor(Referral referral, ExchangeId dossier) => referral.State.Corrections.FirstOrDefault(made => made.Dossier == dossier);

    private async Task<Replacement> SealAsync(ActedBy actor, ReplacementOrder order, ReferredClient client, CancellationToken cancellation)
    {
        var referral = await file.GetAsync(order.Exchange, cancellation);
        if (MadeFor(referral, order.Dossier) is { } made)
            return new Replacement.Made(referral, made);
        if (referral.State is not { End: null, Current: { } current })
            return new Replacement.Ended();
        var document = ReferralDocument.Of(order.Exchange, referral.Protocol, new(client, referral.State.Consent), clock.GetUtcNow());
        return await RecordAsync(actor, order, document, current.Id, cancellation);
    }

    private async Task<Replacement> RecordAsync(ActedBy actor, ReplacementOrder order, ReferralDocument document, ArtefactId old, CancellationToken cancellation)
    {
        var made = await sealing.ReplaceAsync(new(order.Exchange, old), new(order.Exchange, order.Artefact), document, cancellation);
        while (true)
        {
            var referral = await file.GetAsync(order.Exchange, cancellation);
            if (made is null && referral.State.End is null)
                throw new FileNotFoundException("The archive that was just sealed is gone");
            switch (ReplacementDecisions.Complete(referral.State, order, made?.Sha256 ?? string.Empty, made?.Bytes ?? 0, Stamp(order.Request, actor)))
            {
                case Decision.Already:
                    return new Replacement.Made(referral, MadeFor(referral, order.Dossier)!);
                case Decision.Refuse refuse:
                    // The referral ended while this sealed, and the eraser may have looked before it: nothing comes back.
                    if (referral.State.End is not null)
                        await eraser.EraseAgainAsync(order.Exchange, cancellation);
                    return Of(refuse);
                case Decision.Record { Fact: ReferralFact.Corrected fact }:
                    if (await file.RecordAsync(referral, fact, cancellation) is { } after)
                        return new Replacement.Made(after, fact);
                    continue;
                case var other:
                    throw new InvalidOperationException(other.GetType().Name);
            }
        }
    }

    private static Replacement Of(Decision.Refuse refuse) => refuse.Refusal == ReferralDecisions.Ended ? new Replacement.Ended() : new Replacement.Refused(refuse.Refusal);

    private DecisionStamp Stamp(string factId, ActedBy actor) => new(factId, clock.GetUtcNow(), actor);
}
