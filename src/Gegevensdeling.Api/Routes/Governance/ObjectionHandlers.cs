using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Objections;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Turns requests about objections and restrictions into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class ObjectionHandlers(
    ObjectionKind kind, ObjectionIntake intake, DossierDesk<ObjectionState, ObjectionCommand> desk, DossierFile file, GovernanceStanding standing, ReferralFile referrals, Actors actors)
{
    public async Task<ApiAnswer> MakeAsync(ApiRequest request, ObjectionBody body, CancellationToken cancellation)
    {
        var exchange = new ExchangeId(request.Value("verwijzing"));
        var side = (await referrals.GetAsync(exchange, cancellation)).Head.Sender == request.Caller.Party ? Side.Team : Side.Ocmw;
        var actor = await actors.OfAsync(request.Caller, ObjectionActions.Make, request.At.Year, cancellation);
        var dossier = kind.ReferenceOf(request.Reservation);
        return await intake.MakeAsync(actor, exchange, new(side, body.Right, body.Ground, (Manner)body.Manner, body.ReceivedOn), dossier, request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Made(new DossierOpened(dossier), $"/bezwaren/{dossier}");
    }

    public async Task<ApiAnswer> DoAsync(ApiRequest request, ProtocolAction action, Func<Side, ObjectionCommand> command, CancellationToken cancellation)
    {
        var dossier = await FindAsync(request, cancellation);
        var actor = await actors.OfAsync(request.Caller, action, request.At.Year, cancellation);
        var side = dossier.Protocol.Sender == request.Caller.Party ? Side.Team : Side.Ocmw;
        return await desk.DoAsync(actor, dossier.Protocol, dossier.Id, command(side), request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Done();
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
            ? Standing.At(kind.StateOf((await FindAsync(request, cancellation)).Facts).Made.Where == Side.Ocmw ? sides & Sides.Receiver : sides)
            : Standing.Unknown;

    private Task<DossierView> FindAsync(ApiRequest request, CancellationToken cancellation) => file.GetAsync(new(request.Value("dossier")), cancellation);
}
