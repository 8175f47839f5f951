using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>A request as it is uploaded.</summary>
/// <param name="Replaces">The request in the place of which this one comes (W14), or null.</param>
/// <param name="Content">Read once, to its end: a 7z archive, or a workbook.</param>
public sealed record RequestUpload(ExchangeId? Replaces, Stream Content);

/// <summary>Begins a request: admission, check of what can be read, claim, seal, record, start - in that order, so that a crash leaves nothing half-made.</summary>
public sealed class RequestIntake(
    ExchangeFile<RequestState, RequestCommand> requests, ExchangeDesk<RequestState, RequestCommand> desk, ExchangeDesk<AnswerState, AnswerCommand> answers, SealedContent content,
    TimeProvider clock)
{
    public const string EntryName = "aanvraag.xlsx";

    /// <summary>A request is in memory while it is judged: 200,000 rows take some two million bytes.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    /// <summary>What is not complete by then is gone.</summary>
    private static readonly TimeSpan Incomplete = TimeSpan.FromHours(24);

    /// <param name="actor">The social service of city or OCMW.</param>
    /// <param name="protocol">In force, and the actor's body may ask under it: checked by the caller.</param>
    /// <param name="upload">What was sent.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    /// <param name="cancellation">Stops waiting; what was accepted stays.</param>
    public async Task<UploadResult> CreateAsync(ActedBy actor, Protocol protocol, RequestUpload upload, string factId, CancellationToken cancellation)
    {
        var (last, number) = await LastAsync(protocol.Id, cancellation);
        var again = last?.State.Claim.Id == factId;
        if (!again && last is not null && RequestDecisions.MayReplace(last, upload.Replaces) is { } refusal)
            return new UploadResult.Refused(refusal);

        using var file = await SealedContent.InMemoryAsync(upload.Content, cancellation);
        var arrival = await RequestArrival.JudgeAsync(protocol, file, LegalCalendar.DateOf(clock.GetUtcNow()), cancellation);
        if (arrival.Refused is { } wrong)
            return wrong;

        // EENMALIG (P1): the register claims first, and of two at once only one can.
        var id = RequestKind.IdOf(protocol.Id, again ? number : number + 1);
        if (!again && !await BeginAsync(actor, protocol, id, number + 1, arrival.IsSealed, last, factId, cancellation))
            return await requests.GetAsync(id, cancellation) is { State.Claim.Id: var claimed } first && claimed != factId
                ? new UploadResult.Refused(RequestDecisions.MayReplace(first, null) ?? RequestDecisions.Ended)
                : new UploadResult.Refused(RequestDecisions.Ended);
        if (!again && last is { State.End: null } && await ReplaceAsync(actor, last, number + 1, factId, cancellation) is { } received)
            return new UploadResult.Refused(received);

        var view = await requests.GetAsync(id, cancellation);
        if (!view.State.Exists && view.State.End is null)
        {
            var name = new BlobName(id, view.State.Claim.Artefact);
            var stored = view.State.Claim.SealedByRequester
                ? await content.StoreAsync(name, file, cancellation)
                : await content.SealAsync(name, EntryName, (target, token) => target.WriteAsync(file.GetBuffer().AsMemory(0, (int)file.Length), token).AsTask(), cancellation);
            if (await desk.DoAsync(actor, id, new RequestCommand.Store(stored), References.FactOf($"{factId} bewaard"), cancellation) is DeskOutcome<RequestState>.Refused refused)
                return new UploadResult.Refused(refused.Refusal);
        }

        return new UploadResult.Accepted(id);
    }

    /// <summary>The requester asks no more; what was answered goes too.</summary>
    /// <returns>Why not; null when it is so.</returns>
    public async Task<Refusal?> CancelAsync(ActedBy actor, ExchangeId request, string factId, CancellationToken cancellation)
    {
        if (await desk.DoAsync(actor, request, new RequestCommand.Cancel(), factId, cancellation) is DeskOutcome<RequestState>.Refused refused)
            return refused.Refusal;
        await VoidAsync(actor, await requests.GetAsync(request, cancellation), factId, cancellation);
        return null;
    }

    /// <summary>The last request of a protocol and its number; 0 where there was none.</summary>
    public async Task<(ExchangeView<RequestState>? Last, int Number)> LastAsync(ProtocolId protocol, CancellationToken cancellation)
    {
        var (last, number) = (default(ExchangeView<RequestState>), 0);
        while (await requests.FindAsync(RequestKind.IdOf(protocol, number + 1), cancellation) is { } next)
            (last, number) = (next, number + 1);
        return (last, number);
    }

    private Task<bool> BeginAsync(
        ActedBy actor, Protocol protocol, ExchangeId id, int number, bool isSealed, ExchangeView<RequestState>? last, string factId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return requests.BeginAsync(
            id, protocol, actor.Party, protocol.Registry(),
            new RequestFact.Claimed(factId, now, actor, References.NewArtefact(), number, isSealed, last?.Id), now + Incomplete, cancellation);
    }

    /// <summary>W14: the earlier request and its answer go. Received meanwhile, the new one has no place: it is never completed, and goes.</summary>
    private async Task<Refusal?> ReplaceAsync(ActedBy actor, ExchangeView<RequestState> last, int next, string factId, CancellationToken cancellation)
    {
        if (await desk.DoAsync(actor, last.Id, new RequestCommand.Replace(next), References.FactOf($"{factId} vervangt"), cancellation) is DeskOutcome<RequestState>.Refused refused)
            return RequestDecisions.MayReplace(await requests.GetAsync(last.Id, cancellation), last.Id) ?? refused.Refusal;
        await VoidAsync(actor, await requests.GetAsync(last.Id, cancellation), factId, cancellation);
        return null;
    }

    private async Task VoidAsync(ActedBy actor, ExchangeView<RequestState> request, string factId, CancellationToken cancellation)
    {
        foreach (var answer in request.State.Answers)
            await answers.DoAsync(actor, answer, new AnswerCommand.Void(), References.FactOf($"{factId} {answer}"), cancellation);
    }
}
