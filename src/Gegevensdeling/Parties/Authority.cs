using Gegevensdeling.Protocols;

namespace Gegevensdeling.Parties;

/// <summary>The answer of <see cref="Authority"/>.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    public sealed record Allowed : Verdict;

    public sealed record Refused(Refusal Refusal) : Verdict;
}

/// <summary>
/// The one place that decides who may do what. Whether the exchange's state allows it is the exchange's own decision and comes after.
/// </summary>
public static class Authority
{
    private static readonly Verdict Yes = new Verdict.Allowed();

    /// <summary>Allowed when one grant of the action names one of the roles and one of the sides.</summary>
    public static Verdict Decide(IReadOnlySet<Role> roles, Sides sides, ProtocolAction action) =>
        action.Grants.Any(grant => roles.Contains(grant.Role) && (grant.Sides & sides) != Sides.None) ? Yes : Refuse(action);

    /// <summary>
    /// The same before it is known which exchange is meant: refused when the roles suffice on no side at all, so that a caller without
    /// the role learns nothing about which exchanges exist.
    /// </summary>
    public static Verdict DecideAnywhere(IReadOnlySet<Role> roles, ProtocolAction action) =>
        Decide(roles, Sides.Sender | Sides.Receiver | Sides.Processor, action);

    private static Verdict.Refused Refuse(ProtocolAction action) =>
        new(new Refusal("niet-bevoegd", action.Article, "Uw functie geeft u geen toegang tot deze handeling."));
}
