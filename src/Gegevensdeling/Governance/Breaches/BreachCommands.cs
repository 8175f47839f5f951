using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>What people may do about a breach. The decision is <see cref="BreachDecisions"/>.</summary>
public abstract record BreachCommand
{
    private BreachCommand()
    {
    }

    /// <summary>Prints no reference: it is what somebody typed.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <param name="Exchange">Known to be of this protocol; null for the whole protocol.</param>
    /// <param name="Began">When that exchange began.</param>
    public sealed record Report(DateTimeOffset NoticedAt, BreachSort Sort, ExchangeId? Exchange, DateTimeOffset? Began, bool GoesOn, Manner Manner) : BreachCommand;

    public sealed record Acknowledge(PartyId Party) : BreachCommand;

    public sealed record Consult(
        PartyId Party, DateTimeOffset HeldAt, IReadOnlyList<ConsultParticipant> Participants, IReadOnlyList<ConsultDecision> Decisions, string Reference) : BreachCommand;

    public sealed record Assess(PartyId Party, IReadOnlyList<BreachNature> Nature, Sensitivity Sensitivity, Likelihood Likelihood, Impact Impact) : BreachCommand;

    /// <param name="For">The controller; another than <paramref name="Party"/> only where one mandate serves both (W2).</param>
    public sealed record NotifyAuthority(PartyId Party, PartyId For, SupervisoryAuthority Authority, DateTimeOffset ToldAt, string Reference) : BreachCommand;

    public sealed record NotifyNobody(PartyId Party, PartyId For, NoNotificationReason Reason) : BreachCommand;

    public sealed record TakeMeasures(PartyId Party, IReadOnlyList<BreachMeasure> Measures, string Reference) : BreachCommand;

    /// <param name="Ground">Why they are not told; null where they are.</param>
    public sealed record DecidePersons(PartyId Party, PartyId For, bool Tell, NoPersonsGround? Ground, string? Reference) : BreachCommand;

    public sealed record Close(PartyId Party) : BreachCommand;

    /// <summary>Nothing to report after all.</summary>
    public sealed record Dismiss(PartyId Party, DismissalReason Reason) : BreachCommand;
}
