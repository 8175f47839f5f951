using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.ListCorrections;

/// <summary>What the system does in the correction of a debtor list. Done again, it changes nothing.</summary>
public sealed class ListCorrectionEffects(DebtorRecords debtors, DossierFile dossiers, TimeProvider clock)
{
    public async Task<bool> TakeAsync(DossierView dossier, string code, CancellationToken cancellation)
    {
        var (fact, now) = (References.FactOf($"{dossier.Id} {code}"), clock.GetUtcNow());
        switch (code)
        {
            // The dossier outlives the list, but not for long: there is nothing left that could be wrong.
            case ListCorrectionPlan.LookAtList:
                if (!await debtors.IsOverAsync(dossier.Head.Protocol, cancellation))
                    return false;
                await dossiers.RecordOnceAsync(dossier.Id, new ListCorrectionFact.NoLongerNeeded(fact, now, SystemActor.Value), cancellation);
                return true;
            case ListCorrectionPlan.Settle:
                await dossiers.RecordOnceAsync(dossier.Id, new ListCorrectionFact.Settled(fact, now, SystemActor.Value), cancellation);
                return true;
            default:
                throw new InvalidOperationException($"A step that no rule knows: {code}");
        }
    }
}
