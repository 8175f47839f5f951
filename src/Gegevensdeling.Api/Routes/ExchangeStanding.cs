using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes;

/// <summary>What an action does with the exchange that it is about: the more it does, the more must hold.</summary>
public enum Use
{
    /// <summary>Counts, steps and proofs; also after the protocol ended.</summary>
    Reads,

    /// <summary>A step: while the protocol is suspended, and once it has ended, nothing moves (G7 to G10).</summary>
    Moves,

    /// <summary>Content; the caller also names a purpose that the protocol gives the caller's body (G20).</summary>
    Opens,
}

/// <summary>Where a body stands in the exchanges of one sort under this protocol, by its flows.</summary>
public delegate Sides FindSides(Protocol protocol, PartyId party);

/// <summary>Where a caller's body stands in the exchange or the protocol that a request is about.</summary>
/// <param name="register">Knows under which version of its protocol an exchange stands.</param>
/// <param name="lives">Says what is in force.</param>
/// <param name="protocols">Every version.</param>
/// <param name="names">Whether a protocol has exchanges of this sort.</param>
/// <param name="sides">Called for such protocols only.</param>
public sealed class ExchangeStanding(IRegister register, ProtocolLives lives, ProtocolCatalog protocols, Predicate<Protocol> names, FindSides sides)
{
    /// <summary>By the reference in the path, which must be of this kind.</summary>
    public FindStanding Of(string kind, Use use) => async (request, cancellation) =>
    {
        if (await register.FindAsync(new(request.Value("verwijzing")), cancellation) is not { } head || head.Kind != kind)
            return Standing.Unknown;
        var protocol = protocols.Of(head);
        var stands = sides(protocol, request.Caller.Party);
        if (use == Use.Reads || stands == Sides.None)
            return Standing.At(stands);
        if (await lives.StopAsync(protocol, request.At, cancellation) is { } stopped)
            return Standing.Stopped(stands, stopped);
        return use == Use.Opens && ProtocolRules.Purpose(protocol, request.Caller.Party, request.Purpose) is { } purpose ? Standing.Stopped(stands, purpose) : Standing.At(stands);
    };

    /// <summary>By the protocol in the query: it must be in force (G1 to G10), and the caller's body party to it.</summary>
    public async Task<Standing> OfNewAsync(ApiRequest request, CancellationToken cancellation)
    {
        var id = new ProtocolId(request.Query("protocol") ?? string.Empty);
        var stands = protocols.Find(id) is { } latest && names(latest) ? sides(latest, request.Caller.Party) : Sides.None;
        if (stands == Sides.None)
            return Standing.Refuse(ProtocolRules.Unknown(id));
        return await lives.GoverningAsync(id, request.At, cancellation) switch
        {
            GoverningVersion.None none => Standing.Stopped(stands, none.Refusal),
            GoverningVersion.Found { Protocol: var protocol } => ProtocolRules.Purpose(protocol, request.Caller.Party, request.Purpose) is { } purpose
                ? Standing.Stopped(stands, purpose)
                : Standing.At(sides(protocol, request.Caller.Party)),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>A list of many has no reference: the caller's body is party to some protocol of this sort, or it is not.</summary>
    public Task<Standing> OfAllAsync(ApiRequest request, CancellationToken cancellation) =>
        Task.FromResult(Standing.At(protocols.OfParty(request.Caller.Party).Where(names.Invoke)
            .Aggregate(Sides.None, (stands, protocol) => stands | sides(protocol, request.Caller.Party))));
}
