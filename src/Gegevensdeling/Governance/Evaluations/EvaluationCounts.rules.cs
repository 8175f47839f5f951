using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>Counts of dossiers, under the rule of small numbers where each of them is about a person.</summary>
internal static class EvaluationCounts
{
    /// <summary>Steps of every kind of dossier that say that a term was missed begin with one of these.</summary>
    private static readonly string[] LateSteps = ["te-laat", "escalatie", "niet-verwittigd", "vervallen"];

    /// <summary>Kinds that are about bodies and texts, not about a person: small numbers of these say nothing of anybody.</summary>
    private static readonly HashSet<string> OfBodies = ["protocol", "evaluatie", "toegangscontrole", "wijziging"];

    public static (IReadOnlyList<Figure> Began, IReadOnlyList<Figure> Late) Of(IReadOnlyList<(string Kind, bool Late)> counted, int smallestCell)
    {
        var kinds = counted.GroupBy(one => one.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).ToList();
        return (
            [.. kinds.Where(kind => kind.Key != ReferralHeads.Kind).Select(kind => new Figure(kind.Key, Shown(kind.Key, kind.Count(), 0, smallestCell)))],
            [.. kinds.Select(kind => new Figure(kind.Key, Shown(kind.Key, kind.Count(one => one.Late), kind.Count(one => !one.Late), smallestCell)))]);
    }

    public static bool IsLate(ExchangeFact fact) => fact switch
    {
        DossierFact.Taken { Step: var step } => LateSteps.Contains(step.Split(':')[0]),
        ReferralFact.Reminded { Reminder: Reminder.UnopenedHeadOfService or Reminder.OutcomeHeadOfService } => true,
        _ => false,
    };

    /// <param name="rest">What is left of a total that is shown elsewhere: a small rest is as telling as a small number.</param>
    private static int? Shown(string kind, int count, int rest, int smallestCell) =>
        (IsSmall(count, smallestCell) || IsSmall(rest, smallestCell)) && !OfBodies.Contains(kind) ? null : count;

    private static bool IsSmall(int count, int smallestCell) => count > 0 && count < smallestCell;
}
