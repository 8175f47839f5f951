using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Objections;

/// <summary>Takes an objection or a restriction on a referral: the dossier first, then processing stops before the answer is given.</summary>
public sealed class ObjectionIntake(
    ObjectionKind kind, DossierDesk<ObjectionState, ObjectionCommand> desk, DossierFile file, ReferralFile referrals, ObjectionEffects effects)
{
    /// <param name="actor">Who records it; authority was checked before.</param>
    /// <param name="exchange">An existing referral.</param>
    /// <param name="made">What the person asks for.</param>
    /// <param name="dossier">Reserved for this request; the same again after a crash.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    /// <param name="cancellation">Stops waiting; what was recorded stays.</param>
    public async Task<DossierResult> MakeAsync(ActedBy actor, ExchangeId exchange, ObjectionMade made, ExchangeId dossier, string factId, CancellationToken cancellation)
    {
        var referral = await referrals.GetAsync(exchange, cancellation);
        if (!referral.State.Exists)
            return new DossierResult.Refused(new Refusal("doorverwijzing-onvolledig", "art. 6", "Deze doorverwijzing werd nooit volledig verzegeld en wordt gewist."));
        var running = (await file.ListAsync(kind, referral.Protocol.Id, openOnly: true, cancellation))
            .FirstOrDefault(open => open.Id != dossier && ObjectionState.Of(open.Facts).Made is var other && other.Exchange == exchange && other.Where == made.Where && other.Right == made.Right);
        var command = new ObjectionCommand.Make(exchange, made.Where, made.Right, made.Ground, made.Manner, referral.State.End is not null, running?.Id, made.ReceivedOn, LegalCalendar.DateOf(referral.Head.CreatedAt));
        var result = await desk.DoAsync(actor, referral.Protocol, dossier, command, factId, cancellation);

        // The plan asks for it too: killed here, the orchestration stops the referral.
        if (result is DossierResult.Ok)
            await effects.TakeAsync(await file.GetAsync(dossier, cancellation), ObjectionPlan.Restrict, cancellation);
        return result;
    }
}

/// <summary>What a person asks for, how and when it came in: no content (W5).</summary>
public sealed record ObjectionMade(Side Where, ObjectionRight Right, RestrictionGround? Ground, Manner Manner, DateOnly? ReceivedOn);
