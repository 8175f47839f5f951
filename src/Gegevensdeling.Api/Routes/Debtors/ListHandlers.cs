using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes.Debtors;

/// <summary>The one list: turns requests into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class ListHandlers(DebtorLaw law, IOrchestrationClient engine, IEvidenceStore evidence, Actors actors, ProtocolLives lives, ProtocolCatalog protocols)
{
    public async Task<ApiAnswer> ListAsync(ApiRequest request, CancellationToken cancellation)
    {
        var lines = new List<ListLine>();
        foreach (var protocol in protocols.OfParty(request.Caller.Party).Where(one => one.Debtors is not null && one.SidesOfDebtors(request.Caller.Party) != Sides.None))
        {
            if (await law.Lists.FindAsync(ListKind.IdOf(protocol.Id), cancellation) is { } list)
                lines.Add(await LineAsync(list, request.Caller, cancellation));
        }

        return ApiAnswer.Ok(new ListLines(lines));
    }

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation) =>
        ApiAnswer.Ok(await LineAsync(await law.Lists.GetAsync(IdOf(request), cancellation), request.Caller, cancellation));

    /// <summary>D12: who works for the social service reads it on its drive too.</summary>
    public async Task<ApiAnswer> OpenAsync(ApiRequest request, CancellationToken cancellation)
    {
        var (actor, social) = (await ActorAsync(request, DebtorActions.OpenList, cancellation), request.Caller.Roles.Contains(Role.SocialWorker) || request.Caller.Roles.Contains(Role.HeadOfSocialService));
        return DebtorAnswers.File(await law.Reading(engine).OpenListAsync(actor, IdOf(request), social, request.Purpose, request.FactId, cancellation), DebtorAnswers.Workbook, $"{IdOf(request)}.xlsx");
    }

    public Task<ApiAnswer> FetchMarksAsync(ApiRequest request, CancellationToken cancellation) => MarksAsync(request, accounting: false, DebtorAnswers.Workbook, "vermeldingen.xlsx", cancellation);

    public Task<ApiAnswer> FetchAccountingAsync(ApiRequest request, CancellationToken cancellation) => MarksAsync(request, accounting: true, DebtorAnswers.Csv, "boekhouding.csv", cancellation);

    public async Task<ApiAnswer> ExportAsync(ApiRequest request, CancellationToken cancellation) => DebtorAnswers.File(
        await law.Reading(engine).ExportAsync(await ActorAsync(request, DebtorActions.ExportList, cancellation), IdOf(request), request.Purpose, request.FactId, cancellation),
        DebtorAnswers.Zip, $"{IdOf(request)}-overdracht.zip");

    public async Task<ApiAnswer> ChangeMarkAsync(ApiRequest request, ChangeMarkBody body, CancellationToken cancellation) => Answer(
        await law.Editing(engine).MarkAsync(
            await ActorAsync(request, DebtorActions.ChangeMark, cancellation), await ProtocolAsync(request, cancellation), body.Number, body.Why, request.FactId, cancellation));

    public async Task<ApiAnswer> ExtendAsync(ApiRequest request, ListedPersonBody body, CancellationToken cancellation) => Answer(
        await law.Editing(engine).ExtendAsync(
            await ActorAsync(request, DebtorActions.ExtendPause, cancellation), await ProtocolAsync(request, cancellation), body.Number, request.FactId, cancellation));

    public async Task<ApiAnswer> RemoveAsync(ApiRequest request, ListedPersonBody body, CancellationToken cancellation) => Answer(
        await law.Editing(engine).RemoveAsync(
            await ActorAsync(request, DebtorActions.ChangeMark, cancellation), await ProtocolAsync(request, cancellation), body.Number, request.FactId, cancellation));

    public async Task<ApiAnswer> CloseAsync(ApiRequest request, CloseDebtBody body, CancellationToken cancellation) => Answer(
        await law.Editing(engine).CloseAsync(
            await ActorAsync(request, DebtorActions.CloseDebt, cancellation), await ProtocolAsync(request, cancellation), body.Number, body.FileNumber, body.Why, request.FactId, cancellation));

    /// <summary>Only of what is erased (F2).</summary>
    public async Task<ApiAnswer> CertificateAsync(ApiRequest request, CancellationToken cancellation) =>
        (await law.Copies.GetAsync(IdOf(request), cancellation)).State.Erased is null ? ApiAnswer.NotFound() : await KeptDocuments.LatestCertificateAsync(evidence, IdOf(request), cancellation);

    public Task<ApiAnswer> ReceiptAsync(ApiRequest request, CancellationToken cancellation) => KeptDocuments.FirstAsync(evidence, IdOf(request), [DebtorReceipts.Name], cancellation);

    private async Task<ApiAnswer> MarksAsync(ApiRequest request, bool accounting, string mediaType, string fileName, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, DebtorActions.FetchMarks, cancellation);
        return DebtorAnswers.File(await law.Reading(engine).FetchMarksAsync(actor, IdOf(request), accounting, request.Purpose, request.FactId, cancellation), mediaType, fileName);
    }

    private static ApiAnswer Answer(Refusal? refusal) => refusal is null ? ApiAnswer.Done() : ApiAnswer.Refuse(refusal);

    /// <summary>F11: what changed from one version to the next would tell the municipality whose row went; it gets the counts of the version that it can fetch.</summary>
    private async Task<ListLine> LineAsync(ExchangeView<ListState> view, Caller reader, CancellationToken cancellation)
    {
        var receiver = reader.Party == view.Head.Receiver;
        var knows = view.State.Comparison?.Cycle is not { } cycle || DebtorSight.KnowsList(receiver, (await law.Cycles.GetAsync(cycle, cancellation)).State);
        var seen = knows ? view.State : DebtorSight.BeforeComparison(view.State);
        return new(
            view.Id, view.Head.Protocol, seen.Word, ListDecisions.MovesAt(seen, view.Protocol), [.. seen.Current?.Counts.Reviews.Select(ReviewLine.Of) ?? []],
            [.. seen.Versions.Select(one => LineOf(one, receiver || one == seen.Current ? one.Counts : null))]);
    }

    private static VersionLine LineOf(ListFact.VersionMade made, ListCounts? counts) =>
        new(made.Number, made.At, made.By.Party, made.By.Role, made.By.Staff, made.Why, made.Copy, counts?.Rows, counts?.Paused, counts?.Continued);

    /// <summary>The version of the protocol that governs now; its own, where it has ended.</summary>
    private async Task<Protocol> ProtocolAsync(ApiRequest request, CancellationToken cancellation)
    {
        var view = await law.Lists.GetAsync(IdOf(request), cancellation);
        return await lives.GoverningAsync(view.Head.Protocol, request.At, cancellation) is GoverningVersion.Found { Protocol: var governs } ? governs : view.Protocol;
    }

    private Task<ActedBy> ActorAsync(ApiRequest request, ProtocolAction action, CancellationToken cancellation) => actors.OfAsync(request.Caller, action, request.At.Year, cancellation);

    private static ExchangeId IdOf(ApiRequest request) => new(request.Value("verwijzing"));
}
