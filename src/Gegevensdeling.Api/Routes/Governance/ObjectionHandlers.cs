using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Objections;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Turns requests about objections and restrictions into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class ObjectionHandlers(
    ObjectionKind kind, ObjectionIntake intake, ListRowNaming naming, DossierDesk<ObjectionState, ObjectionCommand> desk, DossierFile file, GovernanceStanding standing, Actors actors)
{
    private static readonly Refusal RowUnclear = new("rij-onduidelijk", "art. 18, 21 AVG", "Geef het rijksregisternummer, of zeg met 'nietOpDeLijst' dat de persoon niet op de lijst staat. Geef niet beide.");

    /// <param name="path">Of the dossiers of this kind of exchange.</param>
    public async Task<ApiAnswer> MakeAsync(ApiRequest request, ProtocolAction action, string path, ObjectionBody body, CancellationToken cancellation)
    {
        var exchange = new ExchangeId(request.Value("verwijzing"));
        var about = await intake.FindAsync(exchange, cancellation) ?? throw new InvalidOperationException("No such exchange");
        var side = ObjectionSides.SideOf(about.Protocol, request.Caller.Party);
        var actor = await actors.OfAsync(request.Caller, action, request.At.Year, cancellation);
        var dossier = kind.ReferenceOf(request.Reservation);
        return await intake.MakeAsync(actor, exchange, new(side, body.Right, body.Ground, (Manner)body.Manner, body.ReceivedOn), dossier, request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Made(new DossierOpened(dossier), $"{path}/{dossier}");
    }

    public async Task<ApiAnswer> DoAsync(ApiRequest request, ProtocolAction action, Func<Side, ObjectionCommand> command, CancellationToken cancellation)
    {
        var dossier = await FindAsync(request, cancellation);
        var actor = await actors.OfAsync(request.Caller, action, request.At.Year, cancellation);
        var side = ObjectionSides.SideOf(dossier.Protocol, request.Caller.Party);
        return await desk.DoAsync(actor, dossier.Protocol, dossier.Id, command(side), request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Done();
    }

    /// <summary>Of a list: which row it is. An empty field must not free the list: that the person is not on it is said in so many words.</summary>
    public async Task<ApiAnswer> NameRowAsync(ApiRequest request, NamedRowBody body, CancellationToken cancellation)
    {
        if (body.Number is null != body.NotListed)
            return ApiAnswer.Refuse(RowUnclear);
        var actor = await actors.OfAsync(request.Caller, ListObjectionActions.NameRow, request.At.Year, cancellation);
        return await naming.NameAsync(actor, await FindAsync(request, cancellation), body.Number, request.FactId, cancellation) is { } refusal ? ApiAnswer.Refuse(refusal) : ApiAnswer.Done();
    }

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation)
    {
        var dossier = await FindAsync(request, cancellation);
        var state = kind.StateOf(dossier.Facts);
        return ApiAnswer.Ok(new ObjectionAnswer(
            dossier.Id, state.Made.Exchange, state.Made.Right, state.Word, state.Made.At, state.ReceivedOn, state.Due, state.Decision?.Verdict, state.Informed?.On));
    }

    /// <summary>R13, W12: what was made at the OCMW does not exist for the team.</summary>
    public async Task<Standing> StandAsync(ApiRequest request, CancellationToken cancellation) =>
        await standing.OfDossier(ObjectionKind.Name)(request, cancellation) is Standing.On { Sides: var sides } && sides != Sides.None
            && await FindAsync(request, cancellation) is var dossier && dossier.Protocol.Objected() == ObjectedMatter.Referral
            ? Standing.At(kind.StateOf(dossier.Facts).Made.Where == Side.Ocmw ? sides & Sides.Receiver : sides)
            : Standing.Unknown;

    /// <summary>By what is objected to, in the path. Nothing is hidden between these sides, but the answer is no body's but the service's (P15).</summary>
    /// <param name="kind">The word of the exchange in the register.</param>
    public FindStanding OfManyAsync(string kind) => async (request, cancellation) =>
        await intake.FindAsync(new(request.Value("verwijzing")), cancellation) is { } about && about.Head.Kind == kind ? Standing.At(SidesOf(about, request.Caller.Party)) : Standing.Unknown;

    /// <summary>By the dossier in the path, where it is about a file or a list of many people.</summary>
    public FindStanding StandInAsync(ObjectedMatter matter) => async (request, cancellation) =>
        await file.FindAsync(new(request.Value("dossier")), cancellation) is { } dossier && dossier.Head.Kind == ObjectionKind.Name && dossier.Protocol.Objected() == matter
        && await intake.FindAsync(kind.StateOf(dossier.Facts).Made.Exchange, cancellation) is { } about
            ? Standing.At(SidesOf(about, request.Caller.Party))
            : Standing.Unknown;

    /// <summary>Content (G20); also while the protocol is suspended: it protects the person.</summary>
    public async Task<Standing> StandToNameAsync(ApiRequest request, CancellationToken cancellation) =>
        await StandInAsync(ObjectedMatter.List)(request, cancellation) is Standing.On { Sides: not Sides.None and var sides }
            ? ProtocolRules.Purpose((await FindAsync(request, cancellation)).Protocol, request.Caller.Party, request.Purpose) is { } purpose ? Standing.Stopped(sides, purpose) : Standing.At(sides)
            : Standing.Unknown;

    private static Sides SidesOf(ObjectedExchange about, PartyId party) => about.Head.Kind switch
    {
        ListKind.Name => about.Protocol.SidesOfDebtors(party),
        AnswerKind.Name => about.Protocol.SidesOfAnswer(party),
        _ => about.Protocol.SideOf(party) switch
        {
            GroeipakketSide.Registry => Sides.Sender,
            GroeipakketSide.Requester => Sides.Receiver,
            _ => Sides.None,
        },
    };

    private Task<DossierView> FindAsync(ApiRequest request, CancellationToken cancellation) => file.GetAsync(new(request.Value("dossier")), cancellation);
}
