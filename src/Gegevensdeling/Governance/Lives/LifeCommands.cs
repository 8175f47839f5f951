using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Lives;

/// <summary>What people may do in the life of a protocol. The decision is <see cref="LifeDecisions"/>.</summary>
public abstract record LifeCommand
{
    private LifeCommand()
    {
    }

    /// <summary>Prints no text: a person in office may stand in it.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The system saw a version of the file.</summary>
    public sealed record Register(int Version, string Sha256) : LifeCommand;

    public sealed record Advise(PartyId Party, AdviceSense Sense, DateOnly Date, string Reference) : LifeCommand;

    public sealed record Sign(PartyId Party, string Name, string Office, string Mandate, DateOnly Date) : LifeCommand;

    public sealed record Publish(PartyId Party, string Url, DateOnly Date) : LifeCommand;

    public sealed record ConfirmMailbox(string ReadBy, DateOnly Date) : LifeCommand;

    public sealed record AcceptFinding(string Code, string? Subject, string Name, string Why) : LifeCommand;

    public sealed record Suspend(PartyId Party, SuspensionReason Reason) : LifeCommand;

    public sealed record Investigate(PartyId Party, InvestigationOutcome Outcome, string Reference) : LifeCommand;

    /// <param name="Self">Every reference that this person has or had since the suspension: one a calendar year.</param>
    public sealed record Release(PartyId Party, string Name, string Reference, IReadOnlySet<StaffRef> Self) : LifeCommand;

    public sealed record GiveNotice(PartyId Party, DateOnly Date, string Reference) : LifeCommand;

    public sealed record Terminate(PartyId Party, EndCause Cause, DateOnly Date, string Reference) : LifeCommand;

    /// <summary>The system found nothing alive any more.</summary>
    public sealed record WindUp : LifeCommand;
}
