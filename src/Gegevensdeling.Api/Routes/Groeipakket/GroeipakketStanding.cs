using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes.Groeipakket;

/// <summary>Where a caller's body stands in the request, the answer or the protocol that a request is about.</summary>
public sealed class GroeipakketStanding(IRegister register, ProtocolLives lives, ProtocolCatalog protocols)
{
    public Task<Standing> OfRequestAsync(ApiRequest request, CancellationToken cancellation) => OfAsync(request, RequestKind.Name, content: false, cancellation);

    /// <summary>The same for an action on content: while the protocol is suspended, and once it has ended, nothing moves (G7 to G10).</summary>
    public Task<Standing> OfRequestContentAsync(ApiRequest request, CancellationToken cancellation) => OfAsync(request, RequestKind.Name, content: true, cancellation);

    public Task<Standing> OfAnswerAsync(ApiRequest request, CancellationToken cancellation) => OfAsync(request, AnswerKind.Name, content: false, cancellation);

    public Task<Standing> OfAnswerContentAsync(ApiRequest request, CancellationToken cancellation) => OfAsync(request, AnswerKind.Name, content: true, cancellation);

    /// <summary>By the protocol in the query: it must be in force (G1 to G8), and the caller's body party to its request.</summary>
    public async Task<Standing> OfNewAsync(ApiRequest request, CancellationToken cancellation)
    {
        var id = new ProtocolId(request.Query("protocol") ?? string.Empty);
        var sides = protocols.Find(id) is { Groeipakket: not null } latest ? latest.SidesOfRequest(request.Caller.Party) : Sides.None;
        if (sides == Sides.None)
            return Standing.Refuse(ProtocolRules.Unknown(id));
        return await lives.GoverningAsync(id, request.At, cancellation) switch
        {
            GoverningVersion.None none => Standing.Stopped(sides, none.Refusal),
            GoverningVersion.Found { Protocol: var protocol } => ProtocolRules.Purpose(protocol, request.Caller.Party, request.Purpose) is { } purpose
                ? Standing.Stopped(sides, purpose)
                : Standing.At(protocol.SidesOfRequest(request.Caller.Party)),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>A list has no reference: the caller's body is party to some request, or it is not.</summary>
    public Task<Standing> OfListAsync(ApiRequest request, CancellationToken cancellation) =>
        Task.FromResult(Standing.At(protocols.OfParty(request.Caller.Party).Where(one => one.Groeipakket is not null)
            .Aggregate(Sides.None, (sides, protocol) => sides | protocol.SidesOfRequest(request.Caller.Party))));

    private async Task<Standing> OfAsync(ApiRequest request, string kind, bool content, CancellationToken cancellation)
    {
        if (await register.FindAsync(new(request.Value("verwijzing")), cancellation) is not { } head || head.Kind != kind)
            return Standing.Unknown;
        var protocol = protocols.Of(head);
        var sides = kind == RequestKind.Name ? protocol.SidesOfRequest(request.Caller.Party) : protocol.SidesOfAnswer(request.Caller.Party);
        if (!content || sides == Sides.None)
            return Standing.At(sides);
        if (await lives.StopAsync(protocol, request.At, cancellation) is { } stopped)
            return Standing.Stopped(sides, stopped);
        return ProtocolRules.Purpose(protocol, request.Caller.Party, request.Purpose) is { } purpose ? Standing.Stopped(sides, purpose) : Standing.At(sides);
    }
}
