using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.ListCorrections;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Turns requests about corrections of a debtor list into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class ListCorrectionHandlers(
    ListCorrectionKind kind, DossierDesk<ListCorrectionState, ListCorrectionCommand> desk, DossierFile dossiers, DebtorRecords debtors, GovernanceStanding standing, ProtocolCatalog protocols, Actors actors)
{
    /// <summary>The reference of a list or month that this protocol does not have; who asks cannot tell whether another has it.</summary>
    private static readonly Refusal Unknown = new("uitwisseling-onbekend", "art. 7", "Onder dit protocol is er geen lijst of maand met dit kenmerk.");

    /// <summary>By the protocol in the path, which must be of debtors: no other has a list.</summary>
    public Task<Standing> StandAsync(ApiRequest request, CancellationToken cancellation) =>
        protocols.Find(new(request.Value("protocol"))) is { Debtors: not null } ? standing.OfProtocolAsync(request, cancellation) : Task.FromResult(Standing.Unknown);

    public async Task<ApiAnswer> ReportAsync(ApiRequest request, ListDefectBody body, CancellationToken cancellation)
    {
        if (!PathTemplate.IsValue(body.Exchange.Value) || await debtors.FindAsync(new(request.Value("protocol")), body.Exchange, cancellation) is not { } head)
            return ApiAnswer.Refuse(Unknown);
        var actor = await actors.OfAsync(request.Caller, ListCorrectionActions.Report, request.At.Year, cancellation);
        var command = new ListCorrectionCommand.Report(
            head.Id, await debtors.IsOverAsync(head.Protocol, cancellation), body.Kind, body.Fields, body.Rows, body.Files, body.AfterNotice, (Manner)body.Manner);
        return await desk.DoAsync(actor, protocols.Of(head), kind.ReferenceOf(request.Reservation), command, request.FactId, cancellation) switch
        {
            DossierResult.Ok ok => ApiAnswer.Made(new ListCorrectionOpened(ok.Dossier), $"/lijstverbeteringen/{ok.Dossier}"),
            DossierResult.Refused refused => ApiAnswer.Refuse(refused.Refusal),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <param name="command">Is given when the list last changed: what is said to be done must be in it.</param>
    public async Task<ApiAnswer> DoAsync(ApiRequest request, ProtocolAction action, Func<DateTimeOffset?, ListCorrectionCommand> command, CancellationToken cancellation)
    {
        var dossier = await DossierAsync(request, cancellation);
        var actor = await actors.OfAsync(request.Caller, action, dossier.Head.CreatedAt.Year, cancellation);
        var changed = await debtors.LastVersionAsync(dossier.Head.Protocol, cancellation);
        return await desk.DoAsync(actor, dossier.Protocol, dossier.Id, command(changed), request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Done();
    }

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation) => ApiAnswer.Ok(LineOf(await DossierAsync(request, cancellation)));

    public async Task<ApiAnswer> ListAsync(ApiRequest request, CancellationToken cancellation) =>
        ApiAnswer.Ok(new ListCorrectionList([.. (await dossiers.ListAsync(kind, new(request.Value("protocol")), openOnly: false, cancellation)).Select(LineOf)]));

    private ListCorrectionLine LineOf(DossierView dossier)
    {
        var state = kind.StateOf(dossier.Facts);
        var report = state.Report;
        return new(
            dossier.Id, report.Exchange, report.By.Party, report.To, report.At, report.Kind, report.Fields, report.Rows, report.Files, report.AfterNotice, (MannerWord)report.Manner, state.Word,
            state.Decided?.Measure, state.Decided?.Reason);
    }

    private Task<DossierView> DossierAsync(ApiRequest request, CancellationToken cancellation) => dossiers.GetAsync(new(request.Value("dossier")), cancellation);
}
