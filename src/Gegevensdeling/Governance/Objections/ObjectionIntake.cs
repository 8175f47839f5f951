using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Objections;

/// <summary>Takes an objection or a restriction on an exchange: the dossier first, then processing stops before the answer is given.</summary>
public sealed class ObjectionIntake(
    ObjectionKind kind, DossierDesk<ObjectionState, ObjectionCommand> desk, DossierFile file, ObjectionEffects effects)
{
    /// <summary>Null where a person can object to nothing of that reference.</summary>
    public Task<ObjectedExchange?> FindAsync(ExchangeId exchange, CancellationToken cancellation) => effects.FindAsync(exchange, cancellation);

    /// <param name="actor">Who records it; authority was checked before.</param>
    /// <param name="exchange">An existing exchange that a person can object to.</param>
    /// <param name="made">What the person asks for.</param>
    /// <param name="dossier">Reserved for this request; the same again after a crash.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    /// <param name="cancellation">Stops waiting; what was recorded stays.</param>
    public async Task<DossierResult> MakeAsync(ActedBy actor, ExchangeId exchange, ObjectionMade made, ExchangeId dossier, string factId, CancellationToken cancellation)
    {
        var about = await effects.FindAsync(exchange, cancellation) ?? throw new InvalidOperationException("No such exchange");
        if (about.Refusal is { } refusal)
            return new DossierResult.Refused(refusal);

        // To what is about many people several of them may object, each on their own.
        var running = about.Protocol.Objected() != ObjectedMatter.Referral ? null : (await file.ListAsync(kind, about.Protocol.Id, openOnly: true, cancellation))
            .FirstOrDefault(open => open.Id != dossier && ObjectionState.Of(open.Facts).Made is var other && other.Exchange == exchange && other.Where == made.Where && other.Right == made.Right);
        var command = new ObjectionCommand.Make(exchange, made.Where, made.Right, made.Ground, made.Manner, about.Ended, running?.Id, made.ReceivedOn, LegalCalendar.DateOf(about.Head.CreatedAt));
        var result = await desk.DoAsync(actor, about.Protocol, dossier, command, factId, cancellation);

        // The plan asks for it too: killed here, the orchestration stops the exchange.
        if (result is DossierResult.Ok)
            await effects.TakeAsync(await file.GetAsync(dossier, cancellation), ObjectionPlan.Restrict, cancellation);
        return result;
    }
}

/// <summary>What a person asks for, how and when it came in: no content (W5).</summary>
public sealed record ObjectionMade(Side Where, ObjectionRight Right, RestrictionGround? Ground, Manner Manner, DateOnly? ReceivedOn);
