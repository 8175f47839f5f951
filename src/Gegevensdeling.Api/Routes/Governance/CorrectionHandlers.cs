using Gegevensdeling.Api.Problems;
using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Turns requests about corrections into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class CorrectionHandlers(
    CorrectionKind kind, DossierDesk<CorrectionState, CorrectionCommand> desk, CorrectionContent content, DossierFile dossiers, ReferralFile referrals, ProtocolLives lives, IEvidenceStore evidence, Actors actors)
{
    /// <summary>By the correction in the path, for content: not while the protocol is suspended, nor once it has ended (G7 to G10). Who is no party hears nothing of that.</summary>
    public async Task<Standing> OfContentAsync(GovernanceStanding standing, ApiRequest request, CancellationToken cancellation)
    {
        var stands = await standing.OfDossier(kind.Word)(request, cancellation);
        if (stands is not Standing.On { Sides: not Sides.None and var sides } || await dossiers.FindAsync(new(request.Value("dossier")), cancellation) is not { } dossier)
            return stands;
        var refusal = await lives.StopAsync(dossier.Protocol, request.At, cancellation) ?? ProtocolRules.Purpose(dossier.Protocol, dossier.Protocol.Sender, request.Purpose);
        return refusal is null ? stands : Standing.Stopped(sides, refusal);
    }

    public async Task<ApiAnswer> ReportAsync(ApiRequest request, DefectBody body, CancellationToken cancellation)
    {
        var referral = await referrals.GetAsync(new(request.Value("verwijzing")), cancellation);
        var actor = await actors.OfAsync(request.Caller, CorrectionActions.Report, request.At.Year, cancellation);
        var command = new CorrectionCommand.Report(
            referral.Id, referral.State.Sender, referral.State.End is not null, body.Kind, body.Fields, body.AfterNotice, (Manner)body.Manner);
        return await desk.DoAsync(actor, referral.Protocol, kind.ReferenceOf(request.Reservation), command, request.FactId, cancellation) switch
        {
            DossierResult.Ok ok => ApiAnswer.Made(new CorrectionOpened(ok.Dossier), $"/verbeteringen/{ok.Dossier}"),
            DossierResult.Refused refused => ApiAnswer.Refuse(refused.Refusal),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    public async Task<ApiAnswer> DoAsync(ApiRequest request, ProtocolAction action, CorrectionCommand command, CancellationToken cancellation)
    {
        var dossier = await DossierAsync(request, cancellation);
        return await desk.DoAsync(await ActorAsync(request, action, dossier, cancellation), dossier.Protocol, dossier.Id, command, request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Done();
    }

    public async Task<ApiAnswer> ReplaceAsync(ApiRequest request, ContentBody body, CancellationToken cancellation)
    {
        var dossier = await DossierAsync(request, cancellation);
        var actor = await ActorAsync(request, CorrectionActions.Replace, dossier, cancellation);
        return await content.ReplaceAsync(actor, dossier.Id, body.Client, request.FactId, cancellation) is ContentResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal, [.. refused.Fields.Select(field => new FieldProblem(field.Path, field.Reason))])
            : ApiAnswer.Done();
    }

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation) => ApiAnswer.Ok(AnswerOf(request, await DossierAsync(request, cancellation)));

    public async Task<ApiAnswer> ListAsync(ApiRequest request, CancellationToken cancellation)
    {
        var referral = await referrals.GetAsync(new(request.Value("verwijzing")), cancellation);
        var all = await dossiers.ListAsync(kind, referral.Head.Protocol, openOnly: false, cancellation);
        return ApiAnswer.Ok(new CorrectionList([.. all.Select(dossier => AnswerOf(request, dossier)).Where(answer => answer.Exchange == referral.Id)]));
    }

    /// <summary>The certificate of the archive that this correction replaced.</summary>
    public async Task<ApiAnswer> CertificateAsync(ApiRequest request, CancellationToken cancellation)
    {
        var state = kind.StateOf((await DossierAsync(request, cancellation)).Facts);
        return state.CopyErased is { } erased && await evidence.FindAsync(state.Report.Exchange, erased.Evidence, cancellation) is { } document
            ? new ApiAnswer.Document("application/json", document)
            : ApiAnswer.NotFound();
    }

    private CorrectionAnswer AnswerOf(ApiRequest request, DossierView dossier)
    {
        var state = kind.StateOf(dossier.Facts);
        return new(
            dossier.Id, state.Report.Exchange, state.Report.At, state.Report.By.Party, state.Report.Kind, state.Report.Fields, state.AfterNoticeFor(request.Caller.Party, dossier.Protocol.Sender), (MannerWord)state.Report.Manner,
            state.Word, state.ToldMeasure, state.Decided?.Reason);
    }

    private Task<DossierView> DossierAsync(ApiRequest request, CancellationToken cancellation) => dossiers.GetAsync(new(request.Value("dossier")), cancellation);

    private Task<ActedBy> ActorAsync(ApiRequest request, ProtocolAction action, DossierView dossier, CancellationToken cancellation) =>
        actors.OfAsync(request.Caller, action, dossier.Head.CreatedAt.Year, cancellation);
}
