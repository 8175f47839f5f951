using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Keys;
using Gegevensdeling.Parties;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes.Groeipakket;

/// <summary>The answers: turns requests into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class AnswerHandlers(
    GroeipakketReading reading, ExchangeDesk<AnswerState, AnswerCommand> desk, ExchangeFile<AnswerState, AnswerCommand> answers, IEvidenceStore evidence, IStaffDirectory staff, Actors actors)
{
    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation) => ApiAnswer.Ok(LineOf(await answers.GetAsync(IdOf(request), cancellation), request.Caller.Party));

    public async Task<ApiAnswer> OpenAsync(ApiRequest request, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, GroeipakketActions.OpenAnswer, cancellation);
        return RequestHandlers.WorkbookOf(await reading.OpenAnswerAsync(actor, IdOf(request), request.Purpose, request.FactId, cancellation), $"{IdOf(request)}.xlsx");
    }

    public async Task<ApiAnswer> FetchAsync(ApiRequest request, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, GroeipakketActions.OpenAnswer, cancellation);
        return await reading.FetchAnswerAsync(actor, IdOf(request), request.Purpose, request.FactId, cancellation) switch
        {
            Reading<Stream>.Shown { Value: var archive } => new ApiAnswer.Content("application/x-7z-compressed", $"{IdOf(request)}.7z", async (target, token) =>
            {
                await using (archive)
                    await archive.CopyToAsync(target, token);
            }),
            Reading<Stream>.Refused refused => ApiAnswer.Refuse(refused.Refusal),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>W15: with the municipality's inhabitants as a workbook, or without.</summary>
    public async Task<ApiAnswer> ExportAsync(ApiRequest request, UploadedFile? file, CancellationToken cancellation)
    {
        using var inhabitants = file is null ? null : await SealedContent.InMemoryAsync(file.Content, cancellation);
        var actor = await ActorAsync(request, GroeipakketActions.OpenAnswer, cancellation);
        return RequestHandlers.WorkbookOf(await reading.ExportAsync(actor, IdOf(request), request.Purpose, inhabitants, request.FactId, cancellation), $"{IdOf(request)}-begunstigden.xlsx");
    }

    public async Task<ApiAnswer> ConfirmAsync(ApiRequest request, ConfirmAnswerBody body, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, GroeipakketActions.ConfirmAnswer, cancellation);
        return await reading.ConfirmAsync(actor, IdOf(request), body.Sha256, request.FactId, cancellation) is { } refusal ? ApiAnswer.Refuse(refusal) : ApiAnswer.Done();
    }

    /// <summary>P9: who asked does not approve, in whatever calendar year the one or the other was.</summary>
    public async Task<ApiAnswer> ApproveMailAsync(ApiRequest request, CancellationToken cancellation)
    {
        var year = (await answers.GetAsync(IdOf(request), cancellation)).Head.CreatedAt.Year;
        var self = new HashSet<StaffRef>();
        for (var one = year; one <= request.At.Year; one++)
            self.Add(await actors.ReferenceAsync(request.Caller, one, cancellation));
        return await DoAsync(request, GroeipakketActions.ApproveMail, new AnswerCommand.ApproveMail(self), cancellation);
    }

    public async Task<ApiAnswer> RevealKeyAsync(ApiRequest request, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, GroeipakketActions.RevealKey, cancellation);
        var shown = await reading.RevealKeyAsync(actor, IdOf(request), request.Purpose, request.FactId, cancellation);
        if (shown is not Reading<TelephoneKey>.Shown { Value: var key })
            return ApiAnswer.Refuse(((Reading<TelephoneKey>.Refused)shown).Refusal);
        var number = (await answers.GetAsync(IdOf(request), cancellation)).Protocol.AnswerFlow().Key?.Number;
        return ApiAnswer.Ok(new AnswerKeyAnswer(IdOf(request), key.Reveal(), key.Spell(), number));
    }

    /// <summary>F4, W2: it takes two people. One DPO of both bodies is one person, whatever the body for which they sign in.</summary>
    public async Task<ApiAnswer> ReceiveKeyAsync(ApiRequest request, AnswerKeyReceivedBody body, CancellationToken cancellation)
    {
        var view = await answers.GetAsync(IdOf(request), cancellation);
        var giver = view.State.OpenHandover?.ShownBy is { } shown ? await staff.FindAsync(shown.Staff, cancellation) : null;
        
        // Who cannot be told apart is taken for one person.
        var same = giver is not null && (giver.Mail is null || request.Caller.Mail is null || string.Equals(giver.Mail, request.Caller.Mail, StringComparison.OrdinalIgnoreCase));
        return await DoAsync(request, GroeipakketActions.ReceiveKey, new AnswerCommand.ReceiveKey(body.Channel, same), cancellation);
    }

    public async Task<ApiAnswer> WipeKeyAsync(ApiRequest request, CancellationToken cancellation)
    {
        var view = await answers.GetAsync(IdOf(request), cancellation);
        var side = view.Head.Sender == request.Caller.Party ? GroeipakketSide.Registry : GroeipakketSide.Requester;
        return await DoAsync(request, GroeipakketActions.AnswerKeyAtBothSides, new AnswerCommand.WipeKey(side), cancellation);
    }

    public async Task<ApiAnswer> DoAsync(ApiRequest request, ProtocolAction action, AnswerCommand command, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, action, cancellation);
        return await desk.DoAsync(actor, IdOf(request), command, request.FactId, cancellation) is DeskOutcome<AnswerState>.Refused refused ? ApiAnswer.Refuse(refused.Refusal) : ApiAnswer.Done();
    }

    public async Task<ApiAnswer> ReceiptAsync(ApiRequest request, CancellationToken cancellation)
    {
        var count = (await answers.GetAsync(IdOf(request), cancellation)).State.Receipts.Count;
        return await KeptDocuments.FirstAsync(evidence, IdOf(request), Enumerable.Range(1, count).Reverse().Select(AnswerReceipts.Name), cancellation);
    }

    /// <summary>Only of what is erased: a certificate that was signed while its erasure is still open is not given out (F2).</summary>
    public async Task<ApiAnswer> CertificateAsync(ApiRequest request, CancellationToken cancellation) =>
        (await answers.GetAsync(IdOf(request), cancellation)).State.Erased is null ? ApiAnswer.NotFound() : await KeptDocuments.LatestCertificateAsync(evidence, IdOf(request), cancellation);

    /// <summary>F1: who confirms receipt reads the checksum from the file that arrived, not from here.</summary>
    private static AnswerLine LineOf(ExchangeView<AnswerState> view, PartyId reader)
    {
        var (state, handover) = (view.State, view.State.OpenHandover);
        return new(
            view.Id, state.Claim.Request, state.Word, view.Head.CreatedAt, view.Head.EraseAfter, state.Delivery?.Channel, reader == view.Head.Receiver && !state.Received ? null : state.Current?.Sha256, state.Current?.Bytes,
            state.Made?.Yes, state.Made?.No, state.Made?.Skipped, state.MailAsked?.Reason, state.MailApproved is not null, handover?.Number,
            handover?.RevealedAt is not null, handover?.ReceivedAt is not null, state is { End: not null, MayBeElsewhere: true, DeclaredAll: false });
    }

    private async Task<ActedBy> ActorAsync(ApiRequest request, ProtocolAction action, CancellationToken cancellation) =>
        await actors.OfAsync(request.Caller, action, (await answers.GetAsync(IdOf(request), cancellation)).Head.CreatedAt.Year, cancellation);

    private static ExchangeId IdOf(ApiRequest request) => new(request.Value("verwijzing"));
}
