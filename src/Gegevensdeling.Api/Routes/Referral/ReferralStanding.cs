using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes.Referral;

/// <summary>Where a caller's body stands in the referral or protocol that a request is about.</summary>
public sealed class ReferralStanding(IRegister register, ProtocolLives lives, ProtocolCatalog protocols)
{
    /// <summary>By the reference in the path.</summary>
    public async Task<Standing> OfExchangeAsync(ApiRequest request, CancellationToken cancellation) =>
        await register.FindAsync(new(request.Value("verwijzing")), cancellation) is { Kind: ReferralHeads.Kind } head
            ? Standing.At(SidesOf(request.Caller.Party, head.Sender, head.Receiver))
            : Standing.Unknown;

    /// <summary>
    /// The same for an action on content: while the protocol is suspended, and once it has ended, nothing is opened, fetched or revealed (G7 to G10). Who is
    /// no party hears nothing of that.
    /// </summary>
    public async Task<Standing> OfContentAsync(ApiRequest request, CancellationToken cancellation)
    {
        if (await register.FindAsync(new(request.Value("verwijzing")), cancellation) is not { Kind: ReferralHeads.Kind } head)
            return Standing.Unknown;
        var sides = SidesOf(request.Caller.Party, head.Sender, head.Receiver);
        return sides != Sides.None && await lives.StopAsync(protocols.Of(head), request.At, cancellation) is { } stopped ? Standing.Stopped(sides, stopped) : Standing.At(sides);
    }

    /// <summary>The same for the record that data were passed on: while the protocol is suspended only of what happened before that (art. 8).</summary>
    public async Task<Standing> OfPassingOnAsync(ApiRequest request, CancellationToken cancellation)
    {
        if (await register.FindAsync(new(request.Value("verwijzing")), cancellation) is not { Kind: ReferralHeads.Kind } head)
            return Standing.Unknown;
        var (sides, on) = (SidesOf(request.Caller.Party, head.Sender, head.Receiver), request.Body<PassOnBody>().On ?? LegalCalendar.DateOf(request.At));
        return sides != Sides.None && await lives.StopOfDeedAsync(protocols.Of(head), on, request.At, cancellation) is { } stopped ? Standing.Stopped(sides, stopped) : Standing.At(sides);
    }

    /// <summary>By the protocol that the body names; it must be in force (G1 to G8) and the caller's body must be its sender (R2).</summary>
    public async Task<Standing> OfRequestAsync(ApiRequest request, CancellationToken cancellation)
    {
        var id = new ProtocolId(request.Body<ReferralRequest>().Protocol);
        if (protocols.Find(id) is not { Referral: not null } latest || !latest.IsParty(request.Caller.Party))
            return Standing.Refuse(ProtocolRules.Unknown(id));
        return await lives.GoverningAsync(id, request.At, cancellation) switch
        {
            GoverningVersion.None none => Standing.Refuse(none.Refusal),
            GoverningVersion.Found { Protocol: var protocol } => ProtocolRules.Purpose(protocol, protocol.Sender, request.Purpose) is { } purpose
                ? Standing.Refuse(purpose)
                : Standing.At(SidesOf(request.Caller.Party, protocol.Sender, protocol.Receiver)),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
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
