using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What a member of staff may do to a referral that exists. The decision is <see cref="ReferralDecisions"/>.</summary>
public abstract record ReferralCommand
{
    private ReferralCommand()
    {
    }

    public sealed record Take(bool Takeover) : ReferralCommand;

    public sealed record Open(string Purpose) : ReferralCommand;

    /// <summary>Fetch the sealed archive as it is, to open it with 7-Zip.</summary>
    public sealed record Fetch(string Purpose) : ReferralCommand;

    public sealed record Confirm(string Sha256) : ReferralCommand;

    public sealed record RecordContact(Manner Manner) : ReferralCommand;

    /// <summary>Contact and outcome are clear: the client wants help, and a client file exists (R10).</summary>
    public sealed record OpenClientFile(Manner Manner) : ReferralCommand;

    /// <summary>The client wants no help. <paramref name="Erase"/> where the protocol leaves the moment to the OCMW.</summary>
    public sealed record WantNoHelp(Manner Manner, bool Erase) : ReferralCommand;

    public sealed record RefuseNotForUs(NotForUsReason Reason) : ReferralCommand;

    public sealed record DecideUnreachable : ReferralCommand;

    /// <summary>Consent is withdrawn. <paramref name="Concerns"/> answers 'which?' where the OCMW has two of one family (W8).</summary>
    public sealed record Withdraw(Side Where, Manner Manner, IReadOnlyList<ExchangeId>? Concerns) : ReferralCommand;

    /// <param name="On">The legal date of the deed; null for today.</param>
    public sealed record PassOn(bool ClientConsents, DateOnly? On = null) : ReferralCommand;

    public sealed record Declare(Side Side, IReadOnlyList<DeclaredCopy> Copies) : ReferralCommand;

    public sealed record RequestKey : ReferralCommand;

    public sealed record RevealKey(string Purpose) : ReferralCommand;

    public sealed record InterruptReveal : ReferralCommand;

    public sealed record ReceiveKey : ReferralCommand;

    public sealed record WipeKey(Side Side) : ReferralCommand;

    public sealed record LoseKey(KeyLostReason Reason) : ReferralCommand;
}
