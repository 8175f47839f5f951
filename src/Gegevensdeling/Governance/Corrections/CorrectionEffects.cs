using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Retention;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>What the system does in a correction. Each step looks at the referral first and changes nothing when it is done again.</summary>
public sealed class CorrectionEffects(
    ReferralFile referrals, DossierFile dossiers, ReferralReplacement replacement, ReplacedArchive replaced, ExchangePost post, ProtocolLives lives, Eraser eraser, TimeProvider clock)
{
    public Task<bool> TakeAsync(DossierView dossier, string code, CancellationToken cancellation)
    {
        var state = CorrectionState.Of(dossier.Facts);
        return code switch
        {
            CorrectionPlan.LookAtReferral => CloseWhenEndedAsync(dossier, state, cancellation),
            CorrectionPlan.Complete => CompleteAsync(dossier, state, cancellation),
            CorrectionPlan.Recall => RecallAsync(dossier, state, cancellation),
            CorrectionPlan.EraseOld => EraseOldAsync(dossier, state, cancellation),
            CorrectionPlan.Send => SendAsync(dossier, state, cancellation),
            CorrectionPlan.Settle => SettleAsync(dossier, state, cancellation),
            _ => throw new InvalidOperationException($"A step that no rule knows: {code}"),
        };
    }

    /// <summary>The id of a fact that one step of one dossier records: the same at every repetition.</summary>
    public static string FactOf(ExchangeId dossier, string what) => References.FactOf($"{dossier} {what}");

    /// <summary>W12: the dossier says no more than that it is not needed any longer.</summary>
    private async Task<bool> CloseWhenEndedAsync(DossierView dossier, CorrectionState state, CancellationToken cancellation)
    {
        if ((await referrals.GetAsync(state.Report.Exchange, cancellation)).State.End is null)
            return false;
        await dossiers.RecordOnceAsync(dossier.Id, new CorrectionFact.NoLongerNeeded(FactOf(dossier.Id, "niet-meer-nodig"), clock.GetUtcNow(), SystemActor.Value), cancellation);
        return true;
    }

    private async Task<bool> CompleteAsync(DossierView dossier, CorrectionState state, CancellationToken cancellation)
    {
        if (await replacement.CompleteAsync(state.Report.Exchange, dossier.Id, cancellation) is not { } made)
            return false;
        await dossiers.RecordOnceAsync(dossier.Id, ReplacedBy(made), cancellation);
        return true;
    }

    /// <summary>What the dossier notes of a replacement.</summary>
    public static CorrectionFact.Replaced ReplacedBy(ReferralFact.Corrected made) => new(FactOf(made.Dossier, "verbeterd"), made.At, made.By, made.Artefact, made.Voided);

    /// <summary>The sweep wakes the referral's orchestration, and erases itself where that one does not. What the client restricted is kept until that is lifted (art. 18 GDPR).</summary>
    private async Task<bool> RecallAsync(DossierView dossier, CorrectionState state, CancellationToken cancellation)
    {
        if ((await referrals.GetAsync(state.Report.Exchange, cancellation)).State.IsRestricted)
            return false;
        var fact = FactOf(dossier.Id, CorrectionPlan.Recall);
        await referrals.RecordStepAsync(
            state.Report.Exchange, fact, referral => referral.State.End is null ? new ReferralFact.Recalled(fact, clock.GetUtcNow(), state.Decided!.By, dossier.Id) : null, cancellation);
        return true;
    }

    private async Task<bool> EraseOldAsync(DossierView dossier, CorrectionState state, CancellationToken cancellation)
    {
        var referral = await referrals.GetAsync(state.Report.Exchange, cancellation);
        if (await replaced.EraseAsync(referral, state.Replaced!, cancellation) is not { } certificate)
            return false;
        await dossiers.RecordOnceAsync(
            dossier.Id,
            new CorrectionFact.CopyErased(FactOf(dossier.Id, CorrectionPlan.EraseOld), clock.GetUtcNow(), SystemActor.Value, state.Replaced!.Voided, certificate.Name, certificate.Sha256), cancellation);
        return true;
    }

    /// <summary>R7, G10: to the pinned mailbox and nowhere else; not while the protocol is suspended or the client restricted it, and not at all once the referral has ended.</summary>
    private async Task<bool> SendAsync(DossierView dossier, CorrectionState state, CancellationToken cancellation)
    {
        var referral = await referrals.GetAsync(state.Report.Exchange, cancellation);
        if (referral.State is not { End: null, IsRestricted: false, Current: { } current } || await lives.StopAsync(referral.Protocol, clock.GetUtcNow(), cancellation) is not null)
            return false;
        var fact = FactOf(dossier.Id, CorrectionPlan.Send);
        await post.MailAsync(referral.Id, fact, referral.Mailbox(), ReferralMails.Archive(referral.Id, referral.Protocol, replaces: true), cancellation, current.Id);
        await referrals.RecordStepAsync(referral.Id, fact, _ => new ReferralFact.Sent(fact, clock.GetUtcNow(), SystemActor.Value, current.Id, "mail"), cancellation);

        // It ended while this was under way, and the sweep may have looked before it: nothing comes back.
        if ((await referrals.GetAsync(referral.Id, cancellation)).State.End is not null)
            await eraser.EraseAgainAsync(referral.Id, cancellation);
        return true;
    }

    /// <summary>W12: what keeps new content of a referral that lives waiting, as the team knows, keeps this waiting too where the referral has ended.</summary>
    private async Task<bool> SettleAsync(DossierView dossier, CorrectionState state, CancellationToken cancellation)
    {
        if (state.NoLongerNeeded is not null && await WaitsAsync(state, cancellation))
            return false;
        await dossiers.RecordOnceAsync(dossier.Id, new CorrectionFact.Settled(FactOf(dossier.Id, CorrectionPlan.Settle), clock.GetUtcNow(), SystemActor.Value), cancellation);
        return true;
    }

    private async Task<bool> WaitsAsync(CorrectionState state, CancellationToken cancellation)
    {
        var referral = await referrals.GetAsync(state.Report.Exchange, cancellation);
        return (referral.State.End != ErasureReason.RequestedBySubject && referral.State.Restrictions.Any(one => one.Where == Side.Team))
            || await lives.StopAsync(referral.Protocol, clock.GetUtcNow(), cancellation) is { Code: LifeStanding.Suspended };
    }
}
