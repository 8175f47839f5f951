using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>What is shown to people: the request to the team, the answer to the social service, the key to the DPO. Recorded first, shown after.</summary>
public sealed class GroeipakketReading(
    ExchangeFile<RequestState, RequestCommand> requests, ExchangeDesk<RequestState, RequestCommand> requestDesk, ExchangeFile<AnswerState, AnswerCommand> answers,
    ExchangeDesk<AnswerState, AnswerCommand> answerDesk, RequestContent requestContent, SealedContent content, IKeyStore keys, TimeProvider clock)
{
    private static readonly Refusal Damaged = new("bestand-beschadigd", "art. 6", "Het verzegelde bestand in dit systeem is beschadigd of onleesbaar en wordt niet geopend. Er is niets vastgelegd en niets gewist.");

    /// <summary>The rows of a request that are not right, and why (W13): made anew, never kept.</summary>
    public async Task<Reading<FileReport>> ReportAsync(ExchangeId request, CancellationToken cancellation)
    {
        var view = await requests.GetAsync(request, cancellation);
        if (view.State.End is not null)
            return new Reading<FileReport>.Refused(RequestDecisions.Ended);
        if (view.State.IsRestricted)
            return new Reading<FileReport>.Refused(RequestDecisions.Restricted);
        if (view.State.Check is null)
            return new Reading<FileReport>.Refused(new("nog-niet-gecontroleerd", "C2", "Deze aanvraag is nog niet gecontroleerd."));
        return await requestContent.ReadAsync(view, cancellation) switch
        {
            FileResult<CheckedRequest>.Done done => new Reading<FileReport>.Shown(done.Value.Report),
            FileResult<CheckedRequest>.Refused refused => new Reading<FileReport>.Refused(refused.Refusal),
            _ => new Reading<FileReport>.Refused(RequestDecisions.Ended),
        };
    }

    /// <summary>The workbook of the requester, for the team that looks it up by hand (P5).</summary>
    public async Task<Reading<MemoryStream>> FetchRequestAsync(ActedBy actor, ExchangeId request, string purpose, string factId, CancellationToken cancellation)
    {
        var view = await requests.GetAsync(request, cancellation);
        var command = new RequestCommand.Fetch(purpose);
        if (requests.Kind.Decide(view, command, new(factId, clock.GetUtcNow(), actor)) is ExchangeDecision.Refuse refuse)
            return new Reading<MemoryStream>.Refused(refuse.Refusal);
        if (await requestContent.WorkbookAsync(view, cancellation) is not { } workbook)
            return new Reading<MemoryStream>.Refused((await requests.GetAsync(request, cancellation)).State.End is null ? Damaged : RequestDecisions.Ended);
        return await requestDesk.DoAsync(actor, request, command, factId, cancellation) is DeskOutcome<RequestState>.Refused refused
            ? new Reading<MemoryStream>.Refused(refused.Refusal)
            : new Reading<MemoryStream>.Shown(workbook);
    }

    /// <summary>Opens the answer in the application: the recorded opening is the receipt (F1), so what cannot be opened is not recorded.</summary>
    public async Task<Reading<MemoryStream>> OpenAnswerAsync(ActedBy actor, ExchangeId answer, string purpose, string factId, CancellationToken cancellation)
    {
        var command = new AnswerCommand.Open(purpose);
        var read = await AnswerAsync(actor, answer, command, factId, cancellation);
        if (read is not Reading<MemoryStream>.Shown { Value: var workbook })
            return read;
        if (await ReceiveAsync(actor, answer, command, factId, cancellation) is { } refusal)
            return new Reading<MemoryStream>.Refused(refusal);
        return await answerDesk.DoAsync(actor, answer, command, factId, cancellation) is DeskOutcome<AnswerState>.Refused refused
            ? new Reading<MemoryStream>.Refused(refused.Refusal)
            : new Reading<MemoryStream>.Shown(workbook);
    }

    /// <summary>Receipt by the hash of the file that was fetched over SFTP or came by mail.</summary>
    public async Task<Refusal?> ConfirmAsync(ActedBy actor, ExchangeId answer, string sha256, string factId, CancellationToken cancellation)
    {
        if (await ReceiveAsync(actor, answer, new AnswerCommand.Confirm(sha256), factId, cancellation) is { } refusal)
            return refusal;
        return await answerDesk.DoAsync(actor, answer, new AnswerCommand.Confirm(sha256), factId, cancellation) is DeskOutcome<AnswerState>.Refused refused ? refused.Refusal : null;
    }

    /// <summary>The sealed archive as it is, for who opens it with 7-Zip. No receipt yet.</summary>
    public async Task<Reading<Stream>> FetchAnswerAsync(ActedBy actor, ExchangeId answer, string purpose, string factId, CancellationToken cancellation)
    {
        try
        {
            var view = await answers.GetAsync(answer, cancellation);
            var archive = view.State is { End: null, IsRestricted: false, Current: { } current } ? await content.StoredAsync(answer, current, cancellation) : null;
            var outcome = await answerDesk.DoAsync(actor, answer, new AnswerCommand.Fetch(purpose), factId, cancellation);
            if (outcome is DeskOutcome<AnswerState>.Ok && archive is not null)
                return new Reading<Stream>.Shown(archive);
            await (archive?.DisposeAsync() ?? ValueTask.CompletedTask);
            return new Reading<Stream>.Refused(outcome is DeskOutcome<AnswerState>.Refused refused ? refused.Refusal : AnswerDecisions.Ended);
        }
        catch (SealedArchiveException)
        {
            return new Reading<Stream>.Refused(Damaged);
        }
    }

    /// <summary>W15: the distinct beneficiaries, without those who live elsewhere where the municipality gives its inhabitants.</summary>
    public async Task<Reading<MemoryStream>> ExportAsync(ActedBy actor, ExchangeId answer, string purpose, Stream? inhabitants, string factId, CancellationToken cancellation)
    {
        var command = new AnswerCommand.Export(purpose);
        var read = await AnswerAsync(actor, answer, command, factId, cancellation);
        if (read is not Reading<MemoryStream>.Shown shown)
            return read;
        using var workbook = shown.Value;
        var (protocol, list) = ((await answers.GetAsync(answer, cancellation)).Protocol, new MemoryStream());
        if (GroeipakketFiles.ExportVouchers(protocol, workbook, null, inhabitants, null, list, cancellation) is FileResult<VoucherCounts>.Refused wrong)
            return new Reading<MemoryStream>.Refused(wrong.Refusal);
        list.Position = 0;
        return await answerDesk.DoAsync(actor, answer, command, factId, cancellation) is DeskOutcome<AnswerState>.Refused refused
            ? new Reading<MemoryStream>.Refused(refused.Refusal)
            : new Reading<MemoryStream>.Shown(list);
    }

    /// <summary>Shows the key once, to be passed on by telephone or text message (P8, F4).</summary>
    public async Task<Reading<TelephoneKey>> RevealKeyAsync(ActedBy actor, ExchangeId answer, string purpose, string factId, CancellationToken cancellation) =>
        await answerDesk.DoAsync(actor, answer, new AnswerCommand.RevealKey(purpose), factId, cancellation, anew: true) is DeskOutcome<AnswerState>.Refused refused
            ? new Reading<TelephoneKey>.Refused(refused.Refusal)
            : await keys.GetAsync(answer, cancellation) is { } key && TelephoneKey.Check(key) is KeyCheck.Valid valid
                ? new Reading<TelephoneKey>.Shown(valid.Key)
                : new Reading<TelephoneKey>.Refused(AnswerDecisions.Ended);

    /// <summary>
    /// P13, W14: the request hears of the receipt first. From that moment on it cannot be replaced, and only of the answer that counts is there a receipt.
    /// </summary>
    private async Task<Refusal?> ReceiveAsync(ActedBy actor, ExchangeId answer, AnswerCommand command, string factId, CancellationToken cancellation)
    {
        var view = await answers.GetAsync(answer, cancellation);
        if (view.State.Received)
            return null;
        if (answers.Kind.Decide(view, command, new(factId, clock.GetUtcNow(), actor)) is ExchangeDecision.Refuse refuse)
            return refuse.Refusal;
        var received = await requestDesk.DoAsync(actor, view.State.Claim.Request, new RequestCommand.Receive(answer), References.FactOf($"{factId} ontvangen"), cancellation);
        return received is DeskOutcome<RequestState>.Refused refused ? refused.Refusal : null;
    }

    /// <summary>Decided before it is opened, and opened before anything is recorded: what is refused or damaged ends nothing.</summary>
    private async Task<Reading<MemoryStream>> AnswerAsync(ActedBy actor, ExchangeId answer, AnswerCommand command, string factId, CancellationToken cancellation)
    {
        var view = await answers.GetAsync(answer, cancellation);
        if (answers.Kind.Decide(view, command, new(factId, clock.GetUtcNow(), actor)) is ExchangeDecision.Refuse refuse)
            return new Reading<MemoryStream>.Refused(refuse.Refusal);
        return await content.WorkbookAsync(answer, view.State.Current!, cancellation) is { } workbook
            ? new Reading<MemoryStream>.Shown(workbook)
            : new Reading<MemoryStream>.Refused((await answers.GetAsync(answer, cancellation)).State.End is null ? Damaged : AnswerDecisions.Ended);
    }
}
