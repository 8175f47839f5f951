using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Objections;

/// <summary>Objections to a referral: about one family, so what is well founded erases it.</summary>
public sealed class ReferralObjections(ReferralFile referrals, TimeProvider clock) : IObjectedExchanges
{
    private static readonly Refusal Incomplete = new("doorverwijzing-onvolledig", "art. 6", "Deze doorverwijzing werd nooit volledig verzegeld en wordt gewist.");

    public async Task<ObjectedExchange?> FindAsync(ExchangeId exchange, CancellationToken cancellation) =>
        await referrals.FindAsync(exchange, cancellation) is { } referral
            ? new(referral.Head, referral.Protocol, referral.State.Exists ? null : Incomplete, referral.State.End is not null)
            : null;

    /// <summary>The sweep erases, and wakes the referral's orchestration: both enforcers hear of it.</summary>
    public async Task TakeAsync(ObjectionState objection, ExchangeId dossier, string code, string step, CancellationToken cancellation)
    {
        var (now, made) = (clock.GetUtcNow(), objection.Made);
        await referrals.RecordStepAsync(
            made.Exchange, step,
            referral => code switch
            {
                // W12: at the team also once the referral has ended, so that nothing it can ask shows the difference.
                ObjectionPlan.Restrict => Restrict(referral, made, dossier, step, now),
                ObjectionPlan.Erase => referral.State.End is null ? new ReferralFact.ErasedOnRequest(step, now, SystemActor.Value, dossier) : null,
                ObjectionPlan.Lift => referral.State.Restrictions.Any(one => one.Dossier == dossier) ? new ReferralFact.RestrictionLifted(step, now, SystemActor.Value, dossier) : null,
                _ => throw new InvalidOperationException($"A step that no rule knows: {code}"),
            },
            cancellation);
    }

    private static ReferralFact.Restricted? Restrict(Referral referral, ObjectionFact.Made made, ExchangeId dossier, string step, DateTimeOffset now) =>
        made.Where == Side.Team || referral.State.End is null ? new ReferralFact.Restricted(step, now, SystemActor.Value, dossier, made.Where) : null;
}
