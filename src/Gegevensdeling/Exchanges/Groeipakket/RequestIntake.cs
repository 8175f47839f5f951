using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>A request as it is uploaded.</summary>
/// <param name="Replaces">The request in the place of which this one comes (W14), or null.</param>
/// <param name="Content">Read once, to its end: a 7z archive, or a workbook.</param>
public sealed record RequestUpload(ExchangeId? Replaces, Stream Content);

/// <summary>Begins a request: admission, check of what can be read, claim, seal, record, start - in that order, so that a crash leaves nothing half-made.</summary>
public sealed class RequestIntake(
    ExchangeFile<RequestState, RequestCommand> requests, ExchangeDesk<RequestState, RequestCommand> desk, ExchangeDesk<AnswerState, AnswerCommand> answers, SealedContent content,
    Eraser eraser, TimeProvider clock)
{
    public const string EntryName = "aanvraag.xlsx";

    /// <summary>A request is in memory while it is judged: 200,000 rows take some two million bytes.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    private static readonly Refusal OtherFile = new("ander-bestand", "C2", "Dit is niet het bestand waarmee deze aanvraag begon. Doe een nieuwe aanvraag.");

    /// <param name="actor">The social service of city or OCMW.</param>
    /// <param name="protocol">In force, and the actor's body may ask under it: checked by the caller.</param>
    /// <param name="upload">What was sent.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    /// <param name="cancellation">Stops waiting; what was accepted stays.</param>
    public async Task<UploadResult> CreateAsync(ActedBy actor, Protocol protocol, RequestUpload upload, string factId, CancellationToken cancellation)
    {
        var all = await AllAsync(protocol.Id, cancellation);
        var mine = all.FirstOrDefault(one => one.State.Claim.Id == factId);
        if (mine is null && RequestDecisions.MayBegin(all, upload.Replaces) is { } refusal)
            return new UploadResult.Refused(refusal);

        using var file = await SealedContent.InMemoryAsync(upload.Content, cancellation);
        var arrival = await RequestArrival.JudgeAsync(protocol, file, LegalCalendar.DateOf(clock.GetUtcNow()), cancellation);
        if (arrival.Refused is { } wrong)
            return wrong;

        // EENMALIG (P1): the register claims first, and of two that want one place only one can.
        var number = mine?.State.Claim.Number ?? all.Count + 1;
        var id = RequestKind.IdOf(protocol.Id, number);
        if (mine is null && !await BeginAsync(actor, protocol, id, number, arrival.IsSealed, upload.Replaces, factId, cancellation))
            return new UploadResult.Refused(RequestDecisions.MayBegin(await AllAsync(protocol.Id, cancellation), named: null) ?? RequestDecisions.Beaten(protocol));
        if (await ReplaceAsync(actor, protocol, number, upload.Replaces, factId, cancellation) is { } kept)
        {
            await desk.DoAsync(actor, id, new RequestCommand.Cancel(), References.FactOf($"{factId} opgegeven"), cancellation);
            return new UploadResult.Refused(kept);
        }

        return await StoreAsync(actor, id, file, arrival.IsSealed, factId, cancellation) is { } late ? new UploadResult.Refused(late) : new UploadResult.Accepted(id);
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

    private async Task<IReadOnlyList<ExchangeView<RequestState>>> AllAsync(ProtocolId protocol, CancellationToken cancellation)
    {
        var all = new List<ExchangeView<RequestState>>();
        while (await requests.FindAsync(RequestKind.IdOf(protocol, all.Count + 1), cancellation) is { } next)
            all.Add(next);
        return all;
    }

    private Task<bool> BeginAsync(
        ActedBy actor, Protocol protocol, ExchangeId id, int number, bool isSealed, ExchangeId? replaces, string factId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return requests.BeginAsync(
            id, protocol, actor.Party, protocol.Registry(),
            new RequestFact.Claimed(factId, now, actor, References.NewArtefact(), number, isSealed, replaces), now + GroeipakketTerms.Incomplete, cancellation);
    }

    /// <summary>
    /// W14: the request that was named goes, and its answer; so does every claim before this one that is not complete. Afterwards none of them can be completed
    /// or received any more, so of all that come at once only one is left.
    /// </summary>
    /// <returns>What stays instead, and why; null when all are over.</returns>
    private async Task<Refusal?> ReplaceAsync(ActedBy actor, Protocol protocol, int next, ExchangeId? named, string factId, CancellationToken cancellation)
    {
        foreach (var earlier in (await AllAsync(protocol.Id, cancellation)).Take(next - 1))
        {
            if (earlier.State.End is null)
            {
                var replaced = await desk.DoAsync(
                    actor, earlier.Id, new RequestCommand.Replace(next, earlier.Id == named), References.FactOf($"{factId} vervangt {earlier.Id}"), cancellation);
                if (replaced is DeskOutcome<RequestState>.Refused refused && (await requests.GetAsync(earlier.Id, cancellation)).State.End is null)
                    return refused.Refusal;
            }

            var over = await requests.GetAsync(earlier.Id, cancellation);
            if (over.State.Received)
                return RequestDecisions.AlreadyAnswered(protocol);
            await VoidAsync(actor, over, factId, cancellation);
        }

        return null;
    }

    /// <returns>Why it was not stored; null when it is.</returns>
    private async Task<Refusal?> StoreAsync(ActedBy actor, ExchangeId id, MemoryStream file, bool isSealed, string factId, CancellationToken cancellation)
    {
        var view = await requests.GetAsync(id, cancellation);
        if (view.State.Exists || view.State.End is not null)
            return view.State.Exists ? null : RequestDecisions.Ended;
        if (isSealed != view.State.Claim.SealedByRequester)
            return OtherFile; // repeated with another file: what is not sealed is never stored as if it were
        var name = new BlobName(id, view.State.Claim.Artefact);
        var stored = view.State.Claim.SealedByRequester
            ? await content.StoreAsync(name, file, cancellation)
            : await content.SealAsync(name, EntryName, (target, token) => target.WriteAsync(file.GetBuffer().AsMemory(0, (int)file.Length), token).AsTask(), cancellation);
        if (await desk.DoAsync(actor, id, new RequestCommand.Store(stored), References.FactOf($"{factId} bewaard"), cancellation) is not DeskOutcome<RequestState>.Refused refused)
            return null;
        await eraser.EraseAgainAsync(id, cancellation); // ended while it was sealed: nothing of it stays
        return refused.Refusal;
    }

    private async Task VoidAsync(ActedBy actor, ExchangeView<RequestState> request, string factId, CancellationToken cancellation)
    {
        foreach (var answer in request.State.Answers)
            await answers.DoAsync(actor, answer, new AnswerCommand.Void(), References.FactOf($"{factId} {answer}"), cancellation);
    }
}
