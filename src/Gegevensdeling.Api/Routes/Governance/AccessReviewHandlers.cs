using Gegevensdeling.Audit;
using Gegevensdeling.Governance.AccessReviews;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Turns requests about reviews of access into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class AccessReviewHandlers(
    AccessReviewKind kind, DossierDesk<AccessReviewState, AccessReviewCommand> desk, DossierFile file, GovernanceStanding standing, IAuditLog audit, IStaffDirectory staff, Actors actors)
{
    /// <summary>A party reviews its own staff: for anybody else the review does not exist.</summary>
    public async Task<Standing> StandAsync(ApiRequest request, CancellationToken cancellation) =>
        await standing.OfDossier(AccessReviewKind.Name)(request, cancellation) is Standing.On { Sides: not Parties.Sides.None } at
            && kind.StateOf((await FindAsync(request, cancellation)).Facts).Opened.Party == request.Caller.Party
                ? at
                : Standing.Unknown;

    public async Task<ApiAnswer> DoAsync(ApiRequest request, AccessReviewCommand command, CancellationToken cancellation)
    {
        var dossier = await FindAsync(request, cancellation);
        var actor = await actors.OfAsync(request.Caller, AccessReviewActions.Review, request.At.Year, cancellation);
        return await desk.DoAsync(actor, dossier.Protocol, dossier.Id, command, request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Done();
    }

    /// <summary>W23: names from the staff directory alone, for as long as it knows them.</summary>
    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation)
    {
        var dossier = await FindAsync(request, cancellation);
        var state = kind.StateOf(dossier.Facts);
        var (from, until, party) = (state.Opened.From, state.Opened.Until, state.Opened.Party);
        var events = new List<AuditEvent>();
        foreach (var chain in AccessList.ChainsOf(dossier.Protocol.Id, from, until))
        {
            await foreach (var entry in audit.ReadAsync(chain, cancellation))
            {
                if (entry.Event.Actor.Party == party)
                    events.Add(entry.Event);
            }
        }

        var lines = new List<AccessLine>();
        foreach (var one in AccessList.Of(events, party, from, until))
            lines.Add(new(one.Staff, (await staff.FindAsync(one.Staff, cancellation))?.Name, one.Role, one.First, one.Last, one.Times, one.Refused));
        return ApiAnswer.Ok(new AccessReviewAnswer(
            dossier.Id, dossier.Protocol.Id, from, until, state.Word, [.. lines.CountBy(line => line.Role).Select(role => new RoleCount(role.Key, role.Value))], lines));
    }

    private Task<DossierView> FindAsync(ApiRequest request, CancellationToken cancellation) => file.GetAsync(new(request.Value("dossier")), cancellation);
}
