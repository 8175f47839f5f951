using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes.Debtors;

/// <summary>Where a caller's body stands in the month, the list, the copy or the protocol that a request is about.</summary>
public sealed class DebtorStanding(IRegister register, ProtocolLives lives, ProtocolCatalog protocols)
{
    public Task<Standing> OfMonthAsync(ApiRequest request, CancellationToken cancellation) => OfAsync(request, CycleKind.Name, Use.Reads, cancellation);

    /// <summary>The same for an action that moves something: while the protocol is suspended, and once it has ended, nothing does (G7 to G10).</summary>
    public Task<Standing> OfOpenMonthAsync(ApiRequest request, CancellationToken cancellation) => OfAsync(request, CycleKind.Name, Use.Moves, cancellation);

    /// <summary>The same for an action on content, which also names a purpose of the protocol for the caller's body (G20).</summary>
    public Task<Standing> OfMonthContentAsync(ApiRequest request, CancellationToken cancellation) => OfAsync(request, CycleKind.Name, Use.Opens, cancellation);

    public Task<Standing> OfListAsync(ApiRequest request, CancellationToken cancellation) => OfAsync(request, ListKind.Name, Use.Reads, cancellation);

    public Task<Standing> OfListContentAsync(ApiRequest request, CancellationToken cancellation) => OfAsync(request, ListKind.Name, Use.Opens, cancellation);

    public Task<Standing> OfCopyAsync(ApiRequest request, CancellationToken cancellation) => OfAsync(request, CopyKind.Name, Use.Reads, cancellation);

    /// <summary>By the protocol in the query: it must be in force (G1 to G10), and the caller's body party to it.</summary>
    public async Task<Standing> OfNewAsync(ApiRequest request, CancellationToken cancellation)
    {
        var id = new ProtocolId(request.Query("protocol") ?? string.Empty);
        var sides = protocols.Find(id) is { Debtors: not null } latest ? latest.SidesOfDebtors(request.Caller.Party) : Sides.None;
        if (sides == Sides.None)
            return Standing.Refuse(ProtocolRules.Unknown(id));
        return await lives.GoverningAsync(id, request.At, cancellation) switch
        {
            GoverningVersion.None none => Standing.Stopped(sides, none.Refusal),
            GoverningVersion.Found { Protocol: var protocol } => ProtocolRules.Purpose(protocol, request.Caller.Party, request.Purpose) is { } purpose
                ? Standing.Stopped(sides, purpose)
                : Standing.At(protocol.SidesOfDebtors(request.Caller.Party)),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>A list of many has no reference: the caller's body is party to some debtor protocol, or it is not.</summary>
    public Task<Standing> OfAllAsync(ApiRequest request, CancellationToken cancellation) =>
        Task.FromResult(Standing.At(protocols.OfParty(request.Caller.Party).Where(one => one.Debtors is not null)
            .Aggregate(Sides.None, (sides, protocol) => sides | protocol.SidesOfDebtors(request.Caller.Party))));

    private async Task<Standing> OfAsync(ApiRequest request, string kind, Use use, CancellationToken cancellation)
    {
        if (await register.FindAsync(new(request.Value("verwijzing")), cancellation) is not { } head || head.Kind != kind)
            return Standing.Unknown;
        var protocol = protocols.Of(head);
        var sides = protocol.SidesOfDebtors(request.Caller.Party);
        if (use == Use.Reads || sides == Sides.None)
            return Standing.At(sides);
        if (await lives.StopAsync(protocol, request.At, cancellation) is { } stopped)
            return Standing.Stopped(sides, stopped);
        return use == Use.Opens && ProtocolRules.Purpose(protocol, request.Caller.Party, request.Purpose) is { } purpose ? Standing.Stopped(sides, purpose) : Standing.At(sides);
    }

    private enum Use
    {
        Reads,
        Moves,
        Opens,
    }
}
