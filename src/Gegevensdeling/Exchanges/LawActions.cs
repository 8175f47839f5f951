using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.AccessReviews;
using Gegevensdeling.Governance.AnswerCorrections;
using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Evaluations;
using Gegevensdeling.Governance.ListCorrections;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Governance.Notices;
using Gegevensdeling.Governance.Objections;
using Gegevensdeling.Governance.PersonAnswers;
using Gegevensdeling.Governance.Proofs;

namespace Gegevensdeling.Exchanges;

/// <summary>The audit chain's word for every action of the law, also when it is refused.</summary>
public static class LawActions
{
    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } =
        new[]
        {
            ReferralActions.AuditWords, GroeipakketActions.AuditWords, DebtorActions.AuditWords, LifeActions.AuditWords, CorrectionActions.AuditWords, BreachActions.AuditWords,
            ObjectionActions.AuditWords, EvaluationActions.AuditWords, NoticeActions.AuditWords, AccessReviewActions.AuditWords, ProofActions.AuditWords, AnswerCorrectionActions.AuditWords,
            ListCorrectionActions.AuditWords, FileObjectionActions.AuditWords, ListObjectionActions.AuditWords, AuditActions.AuditWords, PersonAnswerActions.AuditWords,
        }.SelectMany(words => words).ToDictionary(word => word.Key, word => word.Value, StringComparer.Ordinal);
}
