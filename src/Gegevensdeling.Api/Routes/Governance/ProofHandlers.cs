using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Governance.Proofs;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Turns requests about proof into commands, and packs into answers. No rule stands here.</summary>
public sealed class ProofHandlers(
    ProofKind kind, DossierDesk<ProofState, ProofCommand> desk, EvidencePacks packs, DossierFile file, GovernanceStanding standing, ProtocolLives lives, ProtocolCatalog protocols, Actors actors)
{
    private static readonly Refusal Over = new(
        "toestand-verlopen", "art. 6", $"Deze aanvraag is ouder dan {ProofState.OpenDays} dagen. Doe een nieuwe; ze wordt even eenvoudig gegeven.");

    /// <summary>Only who asked: for anybody else the request does not exist.</summary>
    public async Task<Standing> StandAsync(ApiRequest request, CancellationToken cancellation) =>
        await standing.OfDossier(ProofKind.Name)(request, cancellation) is Standing.On { Sides: not Parties.Sides.None } at
            && kind.StateOf((await FindAsync(request, cancellation)).Facts).Asked.For == request.Caller.Party
                ? at
                : Standing.Unknown;

    /// <summary>Whoever may not hears what the protocol says (<see cref="ProofDuty"/>). A protocol that is suspended or has ended still gives proof.</summary>
    public async Task<ApiAnswer> AskAsync(ApiRequest request, CancellationToken cancellation)
    {
        var id = new Exchanges.ProtocolId(request.Value("protocol"));
        var protocol = await lives.GoverningAsync(id, request.At, cancellation) is GoverningVersion.Found found ? found.Protocol : protocols.Find(id)!;
        var (dossier, actor) = (kind.ReferenceOf(request.Reservation), await actors.OfAsync(request.Caller, ProofActions.Ask, request.At.Year, cancellation));
        return await desk.DoAsync(actor, protocol, dossier, new(request.Caller.Party), request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Made(new DossierOpened(dossier), $"/bewijsaanvragen/{dossier}/pakket");
    }

    public async Task<ApiAnswer> AskedPackAsync(ApiRequest request, CancellationToken cancellation)
    {
        var dossier = await FindAsync(request, cancellation);
        return kind.StateOf(dossier.Facts).IsOpenAt(request.At) ? Pack(new(dossier.Protocol.Id, request.Caller.Party, dossier.Id)) : ApiAnswer.Refuse(Over);
    }

    public Task<ApiAnswer> OwnPackAsync(ApiRequest request, CancellationToken cancellation) =>
        Task.FromResult<ApiAnswer>(Pack(new(new(request.Value("protocol")), request.Caller.Party, Request: null)));

    private ApiAnswer.Content Pack(PackOrder order) =>
        new(EvidencePacks.MediaType, EvidencePacks.FileName(order), (target, cancellation) => packs.WriteAsync(order, target, cancellation));

    private Task<DossierView> FindAsync(ApiRequest request, CancellationToken cancellation) => file.GetAsync(new(request.Value("dossier")), cancellation);
}
