using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Keys;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Lives;

/// <summary>What the system does when a protocol ends.</summary>
public sealed class LifeEffects(IRegister register, ISystemKeys keys, ReferralFile referrals, GroeipakketWindDown groeipakket, DebtorWindDown debtors, DossierFile dossiers, TimeProvider clock)
{
    public Task<bool> TakeAsync(DossierView dossier, string code, CancellationToken cancellation) => code switch
    {
        LifePlan.WindDown => WindDownAsync(dossier, cancellation),
        LifePlan.WindUp => WindUpAsync(dossier, cancellation),
        _ => throw new InvalidOperationException($"A step that no rule knows: {code}"),
    };

    /// <summary>
    /// What nobody opened can be opened by nobody any more: it ends, and the two enforcers of erasure do the rest. The sweep wakes the orchestrations. What is
    /// restricted is kept, and nothing else, until that is lifted (art. 18 GDPR).
    /// </summary>
    private async Task<bool> WindDownAsync(DossierView dossier, CancellationToken cancellation)
    {
        foreach (var head in await register.ReferralsAsync(dossier.Head.Protocol, liveOnly: true, cancellation).ToListAsync(cancellation))
        {
            await referrals.RecordStepAsync(
                head.Id, StepOf(dossier, head.Id),
                referral => referral.State is { End: null, MaybeSeen: false, Exists: true, IsRestricted: false } ? new ReferralFact.ProtocolEnded(StepOf(dossier, head.Id), clock.GetUtcNow(), SystemActor.Value) : null,
                cancellation);
        }

        await groeipakket.EndAsync(dossier.Head.Protocol, id => StepOf(dossier, id), cancellation);
        await debtors.EndAsync(dossier.Head.Protocol, id => StepOf(dossier, id), cancellation);
        return true;
    }

    /// <summary>
    /// G8, design 5: keys and pseudonym key at the very end, when nothing of the protocol lives. Until then it is looked at again, once a day; also at what was
    /// still being sealed at the end.
    /// </summary>
    private async Task<bool> WindUpAsync(DossierView dossier, CancellationToken cancellation)
    {
        await WindDownAsync(dossier, cancellation);
        if (await register.OfProtocolAsync(dossier.Head.Protocol, liveOnly: true, cancellation).AnyAsync(head => head.Id != dossier.Id && !RecurringDossiers.Kinds.Contains(head.Kind), cancellation))
            return false;
        await keys.DeleteAsync(Pseudonym.KeyName(dossier.Head.Protocol), cancellation);
        await dossiers.RecordOnceAsync(dossier.Id, new LifeFact.WoundUp(StepOf(dossier, dossier.Id), clock.GetUtcNow(), SystemActor.Value), cancellation);
        return true;
    }

    private static string StepOf(DossierView dossier, ExchangeId of) => References.FactOf($"{dossier.Id} {of} einde");
}
