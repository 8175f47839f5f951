using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Objections;

/// <summary>At which side a person objected: with whoever provides the data, or with whoever receives them. In a Groeipakket request that is Opgroeien regie, and city or OCMW; of the debtors the municipality, and the OCMW.</summary>
public static class ObjectionSides
{
    public static Side SideOf(Protocol protocol, PartyId party) => party == Provider(protocol) ? Side.Team : Side.Ocmw;

    /// <summary>Who answers for what is done at that side.</summary>
    internal static PartyId PartyOf(Protocol protocol, Side side) =>
        side == Side.Team ? Provider(protocol) : protocol.Objected() switch
        {
            ObjectedMatter.File => protocol.Service(),
            ObjectedMatter.List => protocol.SocialWelfare(),
            _ => protocol.Receiver,
        };

    private static PartyId Provider(Protocol protocol) => protocol.Objected() switch
    {
        ObjectedMatter.File => protocol.Registry(),
        ObjectedMatter.List => protocol.Municipality(),
        _ => protocol.Sender,
    };
}
