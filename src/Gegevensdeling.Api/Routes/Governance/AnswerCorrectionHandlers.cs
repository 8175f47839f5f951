using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.AnswerCorrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Turns requests about corrections of answers into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class AnswerCorrectionHandlers(
    AnswerCorrectionKind kind, DossierDesk<AnswerCorrectionState, AnswerCorrectionCommand> desk, DossierFile dossiers, ExchangeFile<AnswerState, AnswerCommand> answers, Actors actors)
{
    /// <summary>By the dossier in the path: where the caller's body stands in the answer (P15).</summary>
    public async Task<Standing> StandAsync(ApiRequest request, CancellationToken cancellation) =>
        await dossiers.FindAsync(new(request.Value("dossier")), cancellation) is { } dossier && dossier.Head.Kind == kind.Word
            ? Standing.At(dossier.Protocol.SidesOfAnswer(request.Caller.Party))
            : Standing.Unknown;

    public async Task<ApiAnswer> ReportAsync(ApiRequest request, AnswerDefectBody body, CancellationToken cancellation)
    {
        var answer = await answers.GetAsync(new(request.Value("verwijzing")), cancellation);
        var actor = await actors.OfAsync(request.Caller, AnswerCorrectionActions.Report, request.At.Year, cancellation);
        var command = new AnswerCorrectionCommand.Report(
            answer.Id, answer.State.Received, answer.State.End is not null, body.Kind, body.Fields, body.Rows, body.AfterNotice, (Manner)body.Manner);
        return await desk.DoAsync(actor, answer.Protocol, kind.ReferenceOf(request.Reservation), command, request.FactId, cancellation) switch
        {
            DossierResult.Ok ok => ApiAnswer.Made(new AnswerCorrectionOpened(ok.Dossier), $"/antwoordverbeteringen/{ok.Dossier}"),
            DossierResult.Refused refused => ApiAnswer.Refuse(refused.Refusal),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    public async Task<ApiAnswer> DoAsync(ApiRequest request, ProtocolAction action, AnswerCorrectionCommand command, CancellationToken cancellation)
    {
        var dossier = await DossierAsync(request, cancellation);
        var actor = await actors.OfAsync(request.Caller, action, dossier.Head.CreatedAt.Year, cancellation);
        return await desk.DoAsync(actor, dossier.Protocol, dossier.Id, command, request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Done();
    }

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation) => ApiAnswer.Ok(LineOf(await DossierAsync(request, cancellation)));

    public async Task<ApiAnswer> ListAsync(ApiRequest request, CancellationToken cancellation)
    {
        var answer = await answers.GetAsync(new(request.Value("verwijzing")), cancellation);
        var all = await dossiers.ListAsync(kind, answer.Head.Protocol, openOnly: false, cancellation);
        return ApiAnswer.Ok(new AnswerCorrectionList([.. all.Select(LineOf).Where(line => line.Exchange == answer.Id)]));
    }

    private AnswerCorrectionLine LineOf(DossierView dossier)
    {
        var state = kind.StateOf(dossier.Facts);
        return new(
            dossier.Id, state.Report.Exchange, state.Report.At, state.Report.Kind, state.Report.Fields, state.Report.Rows, state.Report.AfterNotice, (MannerWord)state.Report.Manner,
            state.Word, state.Decided?.Measure, state.Decided?.Reason);
    }

    private Task<DossierView> DossierAsync(ApiRequest request, CancellationToken cancellation) => dossiers.GetAsync(new(request.Value("dossier")), cancellation);
}
