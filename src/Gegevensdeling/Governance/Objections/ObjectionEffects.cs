using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Objections;

/// <summary>What an objection does to the referral: facts in the referral itself, so that every rule of its own sees them.</summary>
public sealed class ObjectionEffects(ReferralFile referrals, TimeProvider clock)
{
    /// <summary>Done again, it changes nothing. The sweep erases, and wakes the referral's orchestration: both enforcers hear of it.</summary>
    public async Task<bool> TakeAsync(DossierView dossier, string code, CancellationToken cancellation)
    {
        var made = ObjectionState.Of(dossier.Facts).Made;
        var (step, now) = (References.FactOf($"{dossier.Id} {code}"), clock.GetUtcNow());
        await referrals.RecordStepAsync(
            made.Exchange, step,
            referral => code switch
            {
                // W12: at the team also once the referral has ended, so that nothing it can ask shows the difference.
                ObjectionPlan.Restrict => Restrict(referral, made, dossier.Id, step, now),
                ObjectionPlan.Erase => referral.State.End is null ? new ReferralFact.ErasedOnRequest(step, now, SystemActor.Value, dossier.Id) : null,
                ObjectionPlan.Lift => referral.State.Restrictions.Any(one => one.Dossier == dossier.Id) ? new ReferralFact.RestrictionLifted(step, now, SystemActor.Value, dossier.Id) : null,
                _ => throw new InvalidOperationException($"A step that no rule knows: {code}"),
            },
            cancellation);
        return true;
    }

    private static ReferralFact.Restricted? Restrict(Referral referral, ObjectionFact.Made made, ExchangeId dossier, string step, DateTimeOffset now) =>
        made.Where == Side.Team || referral.State.End is null ? new ReferralFact.Restricted(step, now, SystemActor.Value, dossier, made.Where) : null;
}
