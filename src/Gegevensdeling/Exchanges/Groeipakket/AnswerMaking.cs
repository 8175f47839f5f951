using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Where the answer is looked up (P5): the two ways to the Vlaams Kadaster Groeipakket.</summary>
public abstract record AnswerSource
{
    private AnswerSource()
    {
    }

    /// <summary>In an extract that the team uploaded.</summary>
    public sealed record FromExtract(ExchangeId Extract) : AnswerSource;

    /// <summary>By the team itself, which filled in B, C and D of the requester's file.</summary>
    /// <param name="Workbook">Seekable, in memory.</param>
    public sealed record ByHand(Stream Workbook) : AnswerSource;
}

/// <summary>Makes an answer: look up, claim, seal, record, and only then let the request name it. Until receipt it can be made again (W14).</summary>
public sealed class AnswerMaking(
    ExchangeFile<RequestState, RequestCommand> requests, ExchangeDesk<RequestState, RequestCommand> requestDesk, ExchangeFile<AnswerState, AnswerCommand> answers,
    ExchangeDesk<AnswerState, AnswerCommand> answerDesk, ExchangeFile<ExtractState, ExtractCommand> extracts, RequestContent requestContent, SealedContent content, Eraser eraser,
    TimeProvider clock)
{
    public const string EntryName = "antwoord.xlsx";

    private static readonly Refusal NoExtract = new("geen-uittreksel", "C2", "Dit uittreksel is er niet of is vervallen. Laad een uittreksel van het Vlaams Kadaster Groeipakket op.");

    private static readonly Refusal OldExtract = new(
        "uittreksel-te-oud", "C2", "Dit uittreksel toont het kadaster van voor de dag van de aanvraag. Het protocol vraagt de toestand op het moment van de aanvraag: laad een recenter uittreksel op.");

    /// <param name="actor">Team Kadaster &amp; Fluxen.</param>
    /// <param name="request">An existing request of a protocol in which the actor's body is the registry.</param>
    /// <param name="source">Where it is looked up.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the order.</param>
    /// <param name="cancellation">Stops waiting; what was recorded stays.</param>
    public async Task<UploadResult> MakeAsync(ActedBy actor, ExchangeId request, AnswerSource source, string factId, CancellationToken cancellation)
    {
        var (view, id) = (await requests.GetAsync(request, cancellation), AnswerKind.IdOf(request, factId));
        if (requests.Kind.Decide(view, new RequestCommand.Answer(id, clock.GetUtcNow()), new(factId, clock.GetUtcNow(), actor)) is ExchangeDecision.Refuse refuse)
            return new UploadResult.Refused(refuse.Refusal);
        if (await answers.FindAsync(id, cancellation) is not { State.Exists: true })
        {
            switch (await LookUpAsync(view, source, cancellation))
            {
                case FileResult<RequestAnswer>.Refused refused:
                    return new UploadResult.Refused(refused.Refusal, refused.Report);
                case FileResult<RequestAnswer>.Done { Value: var answer }:
                    await SealAsync(actor, view, id, answer, source, factId, cancellation);
                    break;
                default:
                    return new UploadResult.Refused(RequestDecisions.Ended);
            }
        }

        // From here on the request names it, and it goes out; an earlier answer does not count any more.
        var made = (await answers.GetAsync(id, cancellation)).State;
        if (made.End is not null)
            return new UploadResult.Refused(RequestDecisions.Ended);
        if (await requestDesk.DoAsync(actor, request, new RequestCommand.Answer(id, made.Claim.At), factId, cancellation) is DeskOutcome<RequestState>.Refused late)
        {
            await answerDesk.DoAsync(actor, id, new AnswerCommand.Void(), References.FactOf($"{factId} vervallen"), cancellation);
            return new UploadResult.Refused(late.Refusal);
        }

        // An order that is repeated after a colleague made another answer brings its own not back, and takes that one not away.
        var after = (await requests.GetAsync(request, cancellation)).State;
        foreach (var earlier in after.Answer == id ? after.Answers.Where(one => one != id) : [])
            await answerDesk.DoAsync(actor, earlier, new AnswerCommand.Void(), References.FactOf($"{factId} {earlier}"), cancellation);
        return new UploadResult.Accepted(id);
    }

    private async Task<FileResult<RequestAnswer>?> LookUpAsync(ExchangeView<RequestState> view, AnswerSource source, CancellationToken cancellation) =>
        await requestContent.ReadAsync(view, cancellation) switch
        {
            null => null,
            FileResult<CheckedRequest>.Refused refused => new FileResult<RequestAnswer>.Refused(refused.Refusal, refused.Report),
            FileResult<CheckedRequest>.Done { Value: var asked } => source switch
            {
                AnswerSource.ByHand byHand => GroeipakketFiles.ReadManualAnswer(asked, byHand.Workbook, workbookPassword: null, cancellation),
                AnswerSource.FromExtract from => await InExtractAsync(asked, from.Extract, cancellation),
                _ => throw new InvalidOperationException($"A source that no rule knows: {source.GetType().Name}"),
            },
            var other => throw new InvalidOperationException(other.GetType().Name),
        };

    private async Task<FileResult<RequestAnswer>> InExtractAsync(CheckedRequest asked, ExchangeId extract, CancellationToken cancellation)
    {
        if (await extracts.FindAsync(extract, cancellation) is not { State.IsUsable: true } view || view.Head.Protocol != asked.Protocol.Id)
            return new FileResult<RequestAnswer>.Refused(NoExtract, FileReport.None);
        if (view.State.Claim.AsOf < asked.On)
            return new FileResult<RequestAnswer>.Refused(OldExtract, FileReport.None);
        try
        {
            return await content.ReadAsync(extract, view.State.File!, (csv, token) => GroeipakketFiles.LookUpAsync(asked, csv, token), cancellation)
                ?? new FileResult<RequestAnswer>.Refused(NoExtract, FileReport.None);
        }
        catch (SealedArchiveException damaged)
        {
            return new FileResult<RequestAnswer>.Refused(FileRefusals.Of(asked.Protocol, damaged), FileReport.None);
        }
    }

    private async Task SealAsync(
        ActedBy actor, ExchangeView<RequestState> request, ExchangeId id, RequestAnswer answer, AnswerSource source, string factId, CancellationToken cancellation)
    {
        // The register claims first: whatever follows has a row that says until when it may exist.
        var now = clock.GetUtcNow();
        await answers.BeginAsync(
            id, request.Protocol, request.Protocol.Registry(), request.Protocol.Service(), new AnswerFact.Claimed(factId, now, actor, References.NewArtefact(), request.Id), now + GroeipakketTerms.Incomplete, cancellation);
        var view = await answers.GetAsync(id, cancellation);
        var counts = default(AnswerCounts);
        var file = await content.SealAsync(
            new(id, view.State.Claim.Artefact), EntryName,
            (target, token) =>
            {
                counts = GroeipakketFiles.WriteAnswer(answer, target, token);
                return Task.CompletedTask;
            },
            cancellation);
        var (way, extract) = source is AnswerSource.FromExtract from ? (AnswerWay.Extract, (ExchangeId?)from.Extract) : (AnswerWay.ByHand, null);
        var outcome = await answerDesk.DoAsync(
            actor, id, new AnswerCommand.Seal(file, counts!.Yes, counts.No, counts.Skipped, way, extract), References.FactOf($"{factId} verzegeld"), cancellation);
        if (outcome is DeskOutcome<AnswerState>.Refused)
            await eraser.EraseAgainAsync(id, cancellation); // ended while it was sealed: nothing of it stays
    }
}
