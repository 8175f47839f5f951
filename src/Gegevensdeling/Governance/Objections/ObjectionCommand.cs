using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;

namespace Gegevensdeling.Governance.Objections;

/// <summary>What people may do around an objection or a restriction. The decision is <see cref="ObjectionDecisions"/>.</summary>
public abstract record ObjectionCommand
{
    private ObjectionCommand()
    {
    }

    /// <param name="Exchange">The referral, of this protocol.</param>
    /// <param name="Ended">The referral has ended; asked at the OCMW only (W12).</param>
    /// <param name="ReceivedOn">The legal date on which the person's request came in; null for today.</param>
    /// <param name="Since">The legal date on which the referral began; no request about it is older.</param>
    /// <param name="Running">The dossier of the same right at the same side that still runs; null where there is none.</param>
    public sealed record Make(ExchangeId Exchange, Side Where, ObjectionRight Right, RestrictionGround? Ground, Manner Manner, bool Ended, ExchangeId? Running, DateOnly? ReceivedOn = null, DateOnly? Since = null) : ObjectionCommand;

    /// <summary>The OCMW said to the list which row it is, or that there is none.</summary>
    public sealed record NameRow : ObjectionCommand;

    public sealed record Extend(Side Side, ExtensionReason Reason) : ObjectionCommand;

    public sealed record Decide(Side Side, ObjectionVerdict Verdict, ObjectionGround? Ground, string Reference) : ObjectionCommand;

    public sealed record Inform(Side Side, Manner Manner, DateOnly On) : ObjectionCommand;
}
