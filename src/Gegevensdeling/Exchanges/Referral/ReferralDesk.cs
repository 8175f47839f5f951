using Gegevensdeling.Evidence;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What became of a command.</summary>
public abstract record DeskResult
{
    private DeskResult()
    {
    }

    /// <summary>Recorded, or already so. <paramref name="Fact"/> is null in the second case.</summary>
    public sealed record Ok(Referral Referral, ReferralFact? Fact) : DeskResult;

    public sealed record Refused(Refusal Refusal) : DeskResult;
}

/// <summary>
/// Takes what members of staff do to a referral: reads the register, asks the pure decision, records the fact and only then wakes the
/// orchestration. A lost message is sent again by the sweep.
/// </summary>
public sealed class ReferralDesk(IRegister register, ReferralFile file, IOrchestrationClient engine, TimeProvider clock)
{
    /// <param name="actor">Who does it; authority was checked before.</param>
    /// <param name="exchange">An existing referral of a protocol to which the actor's body is party.</param>
    /// <param name="command">What is done.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of one request: it is recorded once.</param>
    /// <param name="cancellation">Stops waiting; what was recorded stays.</param>
    public async Task<DeskResult> DoAsync(ActedBy actor, ExchangeId exchange, ReferralCommand command, string factId, CancellationToken cancellation)
    {
        while (true)
        {
            var referral = await file.GetAsync(exchange, cancellation);
            if (command is not ReferralCommand.RevealKey && await RecordedAsync(referral, factId, cancellation) is { } recorded)
                return new DeskResult.Ok(referral, recorded);
            var context = await ContextAsync(referral, actor, command, factId, cancellation);
            switch (ReferralDecisions.Decide(referral.State, command, context))
            {
                case Decision.Refuse refuse:
                    return new DeskResult.Refused(refuse.Refusal);
                case Decision.Already:
                    return new DeskResult.Ok(referral, Fact: null);
                case Decision.Record record when await file.RecordAsync(referral, record.Fact, cancellation) is { } after:
                    foreach (var wake in ReferralWakes.For(exchange, after.Terms, after.State, record.Fact))
                        await wake(engine, cancellation);
                    return new DeskResult.Ok(after, record.Fact);
                default:
                    continue; // somebody else recorded something in between: decide again
            }
        }
    }

    /// <summary>The archive that counts now; null once the referral has ended, whatever is left of it, and while it may only be kept (W22).</summary>
    public async Task<SealedArchiveFact?> CurrentAsync(ExchangeId exchange, CancellationToken cancellation) =>
        (await file.GetAsync(exchange, cancellation)).State is { End: null, IsRestricted: false } state ? state.Current : null;

    /// <summary>
    /// What an earlier attempt of this request recorded before it died, woken again where nobody heard of it. Not for showing the key:
    /// that is decided anew, so that an interrupted reveal becomes a new handover (W6).
    /// </summary>
    private async Task<ReferralFact?> RecordedAsync(Referral referral, string factId, CancellationToken cancellation)
    {
        var facts = await register.FactsAsync(referral.Id, cancellation);
        if (facts.FirstOrDefault(row => row.Id == factId) is not { } row || FactJson.Read(row.Json) is not ReferralFact fact)
            return null;
        foreach (var wake in row.Handled ? [] : ReferralWakes.For(referral.Id, referral.Terms, referral.State, fact))
            await wake(engine, cancellation);
        return fact;
    }

    private async Task<DecisionContext> ContextAsync(Referral referral, ActedBy actor, ReferralCommand command, string factId, CancellationToken cancellation)
    {
        var settings = referral.Protocol.Referral!;
        return new(
            referral.Id,
            factId,
            clock.GetUtcNow(),
            actor,
            referral.State.Receipt is { } receipt ? ReferralReminders.UnreachableFrom(receipt.At, referral.Terms) : null,
            settings.Erasure.Adopted,
            settings.BroadIntake.AgreementExists,
            referral.Protocol.Purposes.Where(purpose => purpose.Parties.Contains(actor.Party)).Select(purpose => purpose.Code).ToHashSet(StringComparer.Ordinal),
            command is ReferralCommand.Withdraw { Where: Side.Ocmw }
                ? ReferralLinks.Of(referral.Head, await register.ReferralsAsync(referral.Head.Protocol, liveOnly: true, cancellation).ToListAsync(cancellation))
                : []);
    }
}
