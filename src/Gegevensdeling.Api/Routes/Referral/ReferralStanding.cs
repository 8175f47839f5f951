using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes.Referral;

/// <summary>Where a caller's body stands in the referral or protocol that a request is about.</summary>
public sealed class ReferralStanding(IRegister register, ProtocolCatalog protocols)
{
    /// <summary>By the reference in the path.</summary>
    public async Task<Standing> OfExchangeAsync(ApiRequest request, CancellationToken cancellation) =>
        await register.FindAsync(new(request.Value("verwijzing")), cancellation) is { Kind: ReferralHeads.Kind } head
            ? Standing.At(SidesOf(request.Caller.Party, head.Sender, head.Receiver))
            : Standing.Unknown;

    /// <summary>By the protocol that the body names; it must be in force (G1 to G8) and the caller's body must be its sender (R2).</summary>
    public Task<Standing> OfRequestAsync(ApiRequest request, CancellationToken cancellation)
    {
        var id = new ProtocolId(request.Body<ReferralRequest>().Protocol);
        if (protocols.Find(id) is not { Referral: not null } protocol || !protocol.IsParty(request.Caller.Party))
            return Task.FromResult(Standing.Refuse(ProtocolRules.Unknown(id)));
        if (protocols.At(id, request.At) is ProtocolStanding.NotInForce { Refusal: var notInForce })
            return Task.FromResult(Standing.Refuse(notInForce));
        return Task.FromResult(ProtocolRules.Purpose(protocol, protocol.Sender, request.Purpose) is { } purpose
            ? Standing.Refuse(purpose)
            : Standing.At(SidesOf(request.Caller.Party, protocol.Sender, protocol.Receiver)));
    }

    /// <summary>By the protocol in the path.</summary>
    public Task<Standing> OfProtocolAsync(ApiRequest request, CancellationToken cancellation) =>
        Task.FromResult(protocols.Find(new(request.Value("protocol"))) is { Referral: not null } protocol
            ? Standing.At(SidesOf(request.Caller.Party, protocol.Sender, protocol.Receiver))
            : Standing.Unknown);

    /// <summary>A list has no reference: the caller's body receives in some protocol, or it does not.</summary>
    public Task<Standing> AsReceiverAsync(ApiRequest request, CancellationToken cancellation) =>
        Task.FromResult(protocols.OfParty(request.Caller.Party).Any(protocol => protocol.Referral is not null && protocol.Receiver == request.Caller.Party)
            ? Standing.At(Sides.Receiver)
            : Standing.Unknown);

    private static Sides SidesOf(PartyId party, PartyId sender, PartyId receiver) =>
        (party == sender ? Sides.Sender : Sides.None) | (party == receiver ? Sides.Receiver : Sides.None);
}
