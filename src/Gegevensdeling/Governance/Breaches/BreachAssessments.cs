using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using ReferralOf = Gegevensdeling.Exchanges.Referral.Referral;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>
/// W7: a referral that was opened and is 'not for us' may be a breach. Its dossier opens once, both officers hear of it at once, and the 72 hours run
/// for both: the system told them as their processor.
/// </summary>
public sealed class BreachAssessments(BreachKind kind, DossierFile file, DossierActivities steps, TimeProvider clock)
{
    /// <summary>The dossier of one referral: its own reference under the prefix of breaches.</summary>
    public ExchangeId IdOf(ExchangeId referral) => kind.ReferenceOf(referral.Value);

    /// <param name="referral">Which one.</param>
    /// <param name="factId">The same at every repetition of the activity that asks.</param>
    /// <param name="cancellation">Stops waiting; what was recorded stays.</param>
    public async Task OpenAsync(ReferralOf referral, string factId, CancellationToken cancellation)
    {
        var (id, now) = (IdOf(referral.Id), clock.GetUtcNow());
        var report = new BreachFact.Reported(
            factId, now, SystemActor.Value, now, BreachSort.WrongReceiver, GoesOn: false, Manner.Application, [.. referral.Protocol.Parties.Select(party => party.Id)], referral.Id);
        if (await file.FindAsync(id, cancellation) is null)
            await file.OpenAsync(kind, id, referral.Protocol, report, cancellation);

        // The orchestration starts with the next sweep. What is due now does not wait for it, and is not done again by it.
        await steps.TakeDueAsync(id, cancellation);
    }
}
