using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.AnswerCorrections;

/// <summary>What the system does in the correction of an answer. Done again, it changes nothing.</summary>
public sealed class AnswerCorrectionEffects(ExchangeFile<AnswerState, AnswerCommand> answers, DossierFile dossiers, TimeProvider clock)
{
    public async Task<bool> TakeAsync(DossierView dossier, string code, CancellationToken cancellation)
    {
        var (fact, now) = (References.FactOf($"{dossier.Id} {code}"), clock.GetUtcNow());
        switch (code)
        {
            // The dossier outlives the answer, but not for long: there is nothing left that could be wrong.
            case AnswerCorrectionPlan.LookAtAnswer:
                if ((await answers.GetAsync(AnswerCorrectionState.Of(dossier.Facts).Report.Exchange, cancellation)).State.End is null)
                    return false;
                await dossiers.RecordOnceAsync(dossier.Id, new AnswerCorrectionFact.NoLongerNeeded(fact, now, SystemActor.Value), cancellation);
                return true;
            case AnswerCorrectionPlan.Settle:
                await dossiers.RecordOnceAsync(dossier.Id, new AnswerCorrectionFact.Settled(fact, now, SystemActor.Value), cancellation);
                return true;
            default:
                throw new InvalidOperationException($"A step that no rule knows: {code}");
        }
    }
}
