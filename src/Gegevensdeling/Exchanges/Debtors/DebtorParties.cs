using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>Who does what in a protocol of this kind: read from its first flow (art. 3).</summary>
public static class DebtorParties
{
    /// <summary>The body whose debts they are.</summary>
    public static PartyId Municipality(this Protocol protocol) => protocol.DebtorFlow(DebtorSettings.DebtorsFlow).From[0];

    /// <summary>The body whose clients they may be.</summary>
    public static PartyId SocialWelfare(this Protocol protocol) => protocol.DebtorFlow(DebtorSettings.DebtorsFlow).To[0];

    public static Flow DebtorFlow(this Protocol protocol, string code) => protocol.Flows.Single(flow => flow.Code == code);

    /// <summary>The municipality sends, the OCMW receives; so also in phase 2, where the marks go the other way.</summary>
    public static Sides SidesOfDebtors(this Protocol protocol, PartyId party) =>
        (party == protocol.Municipality() ? Sides.Sender : Sides.None) | (party == protocol.SocialWelfare() ? Sides.Receiver : Sides.None);

    /// <summary>The article of phase 1, 2 or 3.</summary>
    public static string CitePhase(this Protocol protocol, string flow) => protocol.Cite(protocol.DebtorFlow(flow));
}
