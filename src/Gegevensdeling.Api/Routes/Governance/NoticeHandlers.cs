using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Governance.Notices;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Turns requests about notices and processors into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class NoticeHandlers(
    NoticeKind kind, DossierDesk<NoticeState, NoticeCommand> desk, DossierFile file, ProtocolLives lives, ProtocolCatalog protocols, Actors actors)
{
    public async Task<ApiAnswer> GiveAsync(ApiRequest request, ChangeNoticeBody body, CancellationToken cancellation)
    {
        var dossier = kind.ReferenceOf(request.Reservation);
        var actor = await actors.OfAsync(request.Caller, NoticeActions.Give, request.At.Year, cancellation);
        var command = new NoticeCommand.Give(request.Caller.Party, body.Subject, body.Touches ?? [], body.Since, body.Reference,
            body.Onward is { } onward ? new(onward.Receiver, onward.Protocol, onward.NoProtocol) : null);
        return await desk.DoAsync(actor, await ProtocolAsync(request, cancellation), dossier, command, request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Made(new DossierOpened(dossier), $"/wijzigingen/{dossier}");
    }

    public async Task<ApiAnswer> DoAsync(ApiRequest request, Func<PartyId, NoticeCommand> command, CancellationToken cancellation)
    {
        var dossier = await FindAsync(request, cancellation);
        var actor = await actors.OfAsync(request.Caller, NoticeActions.Settle, request.At.Year, cancellation);
        return await desk.DoAsync(actor, dossier.Protocol, dossier.Id, command(request.Caller.Party), request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Done();
    }

    /// <summary>While the protocol is suspended only what was passed on before may be recorded (art. 8).</summary>
    public async Task<ApiAnswer> PassOnAsync(ApiRequest request, PassedOnBody body, CancellationToken cancellation)
    {
        var dossier = await FindAsync(request, cancellation);
        var on = body.On ?? LegalCalendar.DateOf(request.At);
        if (await lives.StopOfDeedAsync(dossier.Protocol, on, request.At, cancellation) is { } stopped)
            return ApiAnswer.Refuse(stopped);
        var actor = await actors.OfAsync(request.Caller, NoticeActions.PassOn, request.At.Year, cancellation);
        return await desk.DoAsync(actor, dossier.Protocol, dossier.Id, new NoticeCommand.PassOn(request.Caller.Party, on), request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Done();
    }

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation)
    {
        var dossier = await FindAsync(request, cancellation);
        var state = kind.StateOf(dossier.Facts);
        var given = state.Given;
        return ApiAnswer.Ok(new NoticeAnswer(
            dossier.Id, dossier.Protocol.Id, given.Subject, given.From, given.Touches, given.Since, given.Reference, given.At, state.Word, state.Unread, state.Settled?.Consequence,
            state.Onward is { } onward ? new(onward.Receiver, onward.Protocol, onward.NoProtocol) : null, [.. state.Passed.Select(passed => passed.On).Order()]));
    }

    public async Task<ApiAnswer> ProcessorsAsync(ApiRequest request, CancellationToken cancellation) =>
        ApiAnswer.Ok(ProcessorOverview.Of(await ProtocolAsync(request, cancellation), request.Caller.Party, asked: false));

    /// <summary>The request itself stands in the audit chain before this answers.</summary>
    public async Task<ApiAnswer> AskProcessorsAsync(ApiRequest request, CancellationToken cancellation) =>
        ApiAnswer.Ok(ProcessorOverview.Of(await ProtocolAsync(request, cancellation), request.Caller.Party, asked: true));

    /// <summary>What is in force; the latest where nothing is.</summary>
    private async Task<Protocol> ProtocolAsync(ApiRequest request, CancellationToken cancellation) =>
        await lives.GoverningAsync(new(request.Value("protocol")), request.At, cancellation) is GoverningVersion.Found found ? found.Protocol : protocols.Find(new(request.Value("protocol")))!;

    private Task<DossierView> FindAsync(ApiRequest request, CancellationToken cancellation) => file.GetAsync(new(request.Value("dossier")), cancellation);
}
