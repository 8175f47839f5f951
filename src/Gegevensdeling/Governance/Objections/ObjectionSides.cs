using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Objections;

/// <summary>At which side a person objected: with whoever provides the data, or with whoever receives them. In a Groeipakket request that is Opgroeien regie, and city or OCMW.</summary>
public static class ObjectionSides
{
    public static Side SideOf(Protocol protocol, PartyId party) => party == Provider(protocol) ? Side.Team : Side.Ocmw;

    /// <summary>Who answers for what is done at that side.</summary>
    internal static PartyId PartyOf(Protocol protocol, Side side) =>
        side == Side.Team ? Provider(protocol) : protocol.Groeipakket is null ? protocol.Receiver : protocol.Service();

    private static PartyId Provider(Protocol protocol) => protocol.Groeipakket is null ? protocol.Sender : protocol.Registry();
}
