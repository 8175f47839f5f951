using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Who does what in a protocol of this kind: read from its flows, the request first and then the answer (C2).</summary>
public static class GroeipakketParties
{
    public static Flow RequestFlow(this Protocol protocol) => protocol.Flows.Single(flow => flow.Code == GroeipakketSettings.RequestFlow);

    public static Flow AnswerFlow(this Protocol protocol) => protocol.Flows.Single(flow => flow.Code == GroeipakketSettings.AnswerFlow);

    /// <summary>Opgroeien regie.</summary>
    public static PartyId Registry(this Protocol protocol) => protocol.RequestFlow().To[0];

    /// <summary>The body whose social service alone sees the answer (art. 4, P15).</summary>
    public static PartyId Service(this Protocol protocol) => protocol.Groeipakket!.Service;

    /// <summary>City and OCMW alike may ask (P15).</summary>
    public static bool MayAsk(this Protocol protocol, PartyId party) => protocol.RequestFlow().From.Contains(party);

    public static GroeipakketSide? SideOf(this Protocol protocol, PartyId party) =>
        party == protocol.Registry() ? GroeipakketSide.Registry : protocol.MayAsk(party) ? GroeipakketSide.Requester : null;

    /// <summary>Where a body stands in the request: who asks sends, Opgroeien regie receives.</summary>
    public static Sides SidesOfRequest(this Protocol protocol, PartyId party) => protocol.SideOf(party) switch
    {
        GroeipakketSide.Registry => Sides.Receiver,
        GroeipakketSide.Requester => Sides.Sender,
        _ => Sides.None,
    };

    /// <summary>Where a body stands in the answer. Of city and OCMW only the one with the social service does (P15).</summary>
    public static Sides SidesOfAnswer(this Protocol protocol, PartyId party) =>
        party == protocol.Registry() ? Sides.Sender : party == protocol.Service() ? Sides.Receiver : Sides.None;
}
