using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;

namespace Gegevensdeling.Exchanges;

/// <summary>Every orchestration and activity of the law, in every version that is still shipped.</summary>
public static class LawCatalog
{
    public static OrchestrationCatalog Create() => new(
        [ReferralOrchestration.Orchestration, LateWithdrawal.Orchestration, RequestOrchestration.Orchestration, AnswerOrchestration.Orchestration, ExtractOrchestration.Orchestration, CycleOrchestration.Orchestration, ListOrchestration.Orchestration, CopyEndOrchestration.Orchestration, KeyHandoverOrchestration.Orchestration, Erasure.Orchestration, ErasureAlsoDropped.Orchestration, DossierOrchestration.Orchestration],
        [.. ReferralActivityTokens.All, .. GroeipakketActivityTokens.All, .. DebtorActivityTokens.All, KeyHandoverActivities.Notify, KeyHandoverActivities.MarkHandled, ErasureActivities.EraseAt, ErasureActivities.LookAgainAndCertify, .. DossierActivityTokens.All]);
}
