using Gegevensdeling.Parties;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>
/// What somebody may know of the counts. The debt team of the municipality learns of a comparison when the OCMW releases it, or a short delivery would tell by its
/// counts who is a client (D3, F11). The DPOs see the counts at once: they watch for exactly that. Pure.
/// </summary>
public static class DebtorSight
{
    /// <param name="receiver">The reader works for the OCMW.</param>
    /// <param name="cycle">The month that was compared.</param>
    public static bool Knows(bool receiver, IReadOnlySet<Role> roles, CycleState cycle) => KnowsList(receiver, cycle) || roles.Contains(Role.Dpo);

    /// <summary>
    /// Of the list nobody of the municipality knows more before the release, the DPO neither: what the OCMW changes in between says who is a client, and the counts of the
    /// comparison stand with the month.
    /// </summary>
    public static bool KnowsList(bool receiver, CycleState cycle) => receiver || cycle.ReleasedAt is not null;

    /// <summary>The list as it was before its last comparison.</summary>
    public static ListState BeforeComparison(ListState list) =>
        list.Comparison is { } compared ? list with { Versions = [.. list.Versions.Where(version => version.Number < compared.Number)] } : list;
}
