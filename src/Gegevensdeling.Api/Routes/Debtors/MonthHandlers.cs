using System.Globalization;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes.Debtors;

/// <summary>The months: turns requests into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class MonthHandlers(DebtorLaw law, IOrchestrationClient engine, IEvidenceStore evidence, Actors actors, ProtocolLives lives, ProtocolCatalog protocols)
{
    private const int MostDigits = 6;

    public async Task<ApiAnswer> ListAsync(ApiRequest request, CancellationToken cancellation)
    {
        var lines = new List<CycleLine>();
        foreach (var protocol in protocols.OfParty(request.Caller.Party).Where(one => one.Debtors is not null && one.SidesOfDebtors(request.Caller.Party) != Sides.None))
            lines.AddRange((await law.Cycles.ListAsync(protocol.Id, liveOnly: false, cancellation)).Select(view => LineOf(view, request.Caller)));
        return ApiAnswer.Ok(new CycleLines(lines));
    }

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation) =>
        ApiAnswer.Ok(LineOf(await law.Cycles.GetAsync(IdOf(request), cancellation), request.Caller));

    /// <summary>Phase 1 (D2).</summary>
    public async Task<ApiAnswer> DeliverAsync(ApiRequest request, UploadedFile file, CancellationToken cancellation)
    {
        if (MonthOf(request) is not { } month || CountOf(request, "ondernemingen") is not { } companies || CountOf(request, "zonderNummer") is not { } without)
            return ApiAnswer.Refuse(FaceRefusals.UnknownParameter);
        var (protocol, actor) = (await GoverningAsync(request, cancellation), await ActorAsync(request, DebtorActions.DeliverDebtors, cancellation));
        var replaces = request.Query("vervangt") is { Length: > 0 } replaced ? new ExchangeId(replaced) : (ExchangeId?)null;
        return Made(await law.Intake(engine).DeliverAsync(actor, protocol, new(month, new(companies, without), replaces, file.Content), request.FactId, cancellation), "/debiteurenkopieen");
    }

    /// <summary>Phase 2 inside this system, from a workbook (F11, W17).</summary>
    public async Task<ApiAnswer> DeliverClientsAsync(ApiRequest request, UploadedFile file, CancellationToken cancellation)
    {
        var protocol = await GoverningAsync(request, cancellation);
        await using var workbook = await SealedContent.InMemoryAsync(file.Content, cancellation);
        return await CompareAsync(request, protocol, DebtorFiles.ReadClients(workbook, protocol, cancellation), cancellation);
    }

    /// <summary>The same, from the OCMW's own system.</summary>
    public async Task<ApiAnswer> DeliverNumbersAsync(ApiRequest request, ClientNumbersBody body, CancellationToken cancellation)
    {
        var protocol = await GoverningAsync(request, cancellation);
        return await CompareAsync(request, protocol, DebtorFiles.ClientsOf(body.Numbers, body.Withheld.ToHashSet(StringComparer.Ordinal), protocol), cancellation);
    }

    /// <summary>Phase 2 by the OCMW, or several marks at once.</summary>
    public async Task<ApiAnswer> MarkAsync(ApiRequest request, UploadedFile file, CancellationToken cancellation)
    {
        var (protocol, actor) = (await GoverningAsync(request, cancellation), await ActorAsync(request, DebtorActions.Mark, cancellation));
        await using var workbook = await SealedContent.InMemoryAsync(file.Content, cancellation);
        return DebtorFiles.ReadMarks(workbook, protocol, cancellation) switch
        {
            FileResult<MarkTable>.Refused refused => Refused(refused.Refusal, refused.Report),
            FileResult<MarkTable>.Done { Value: var marks } => Made(await law.Marking(engine).MarkAsync(actor, protocol, marks, request.FactId, cancellation), "/debiteurenlijsten"),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>Phase 3 (D4).</summary>
    public async Task<ApiAnswer> DetailAsync(ApiRequest request, UploadedFile file, CancellationToken cancellation)
    {
        if (MonthOf(request) is not { } month)
            return ApiAnswer.Refuse(FaceRefusals.UnknownParameter);
        var (protocol, actor) = (await GoverningAsync(request, cancellation), await ActorAsync(request, DebtorActions.DeliverDetails, cancellation));
        await using var workbook = await SealedContent.InMemoryAsync(file.Content, cancellation);
        return Made(await law.Details(engine).DeliverAsync(actor, protocol, month, workbook, request.FactId, cancellation), "/debiteurenlijsten");
    }

    public async Task<ApiAnswer> OpenDeliveryAsync(ApiRequest request, CancellationToken cancellation) => DebtorAnswers.File(
        await law.Reading(engine).OpenDeliveryAsync(await ActorAsync(request, DebtorActions.OpenDelivery, cancellation), IdOf(request), request.Purpose, request.FactId, cancellation),
        DebtorAnswers.Workbook, $"{IdOf(request)}.xlsx");

    public async Task<ApiAnswer> ReleaseAsync(ApiRequest request, CancellationToken cancellation) =>
        await law.Release(engine).ReleaseAsync(await ActorAsync(request, DebtorActions.Release, cancellation), IdOf(request), request.FactId, cancellation) is { } refusal ? ApiAnswer.Refuse(refusal) : ApiAnswer.Done();

    public async Task<ApiAnswer> ConfirmAsync(ApiRequest request, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, DebtorActions.Confirm, cancellation);
        return await law.CycleDesk(engine).DoAsync(actor, IdOf(request), new CycleCommand.Confirm(), request.FactId, cancellation) is DeskOutcome<CycleState>.Refused refused ? ApiAnswer.Refuse(refused.Refusal) : ApiAnswer.Done();
    }

    /// <summary>Only of what is erased (F2).</summary>
    public async Task<ApiAnswer> CertificateAsync(ApiRequest request, CancellationToken cancellation) =>
        (await law.Cycles.GetAsync(IdOf(request), cancellation)).State.Erased is null ? ApiAnswer.NotFound() : await KeptDocuments.LatestCertificateAsync(evidence, IdOf(request), cancellation);

    private async Task<ApiAnswer> CompareAsync(ApiRequest request, Protocol protocol, FileResult<ClientTable> read, CancellationToken cancellation)
    {
        if (MonthOf(request) is not { } month)
            return ApiAnswer.Refuse(FaceRefusals.UnknownParameter);
        if (read is FileResult<ClientTable>.Refused wrong)
            return Refused(wrong.Refusal, wrong.Report);
        var (actor, clients) = (await ActorAsync(request, DebtorActions.DeliverClients, cancellation), ((FileResult<ClientTable>.Done)read).Value);
        return await law.Comparison(engine).CompareAsync(actor, protocol, month, clients, request.FactId, cancellation) switch
        {
            ComparisonResult.Compared done => ApiAnswer.Ok(new ComparisonAnswer(done.Cycle, done.Matched, done.Withheld, done.NamesDiffer)),
            ComparisonResult.Refused refused => Refused(refused.Refusal, refused.Report),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>W19, W17: what the municipality must not learn, it does not see in a count either.</summary>
    private static CycleLine LineOf(ExchangeView<CycleState> view, Caller reader)
    {
        var (state, receiver) = (view.State, reader.Party == view.Head.Receiver);
        var listed = DebtorSight.Knows(receiver, reader.Roles, state) ? state.Listed : null;
        return new(
            view.Id, view.Head.Protocol, state.Month, state.Word, state.Month.Closes, state.Delivery?.Copy, state.Delivery?.Debtors, state.Delivery?.Companies, state.Delivery?.WithoutNumber,
            state.Clients is [.., var last] ? last.Clients : null, state.Clients.Count, listed, receiver ? state.Compared?.NamesDiffer : null, receiver ? state.Compared?.Withheld : null,
            state.ReleasedAt, state.ConfirmedAt, state.Detailed?.Debts);
    }

    private static ApiAnswer Made(UploadResult result, string path) => result switch
    {
        UploadResult.Accepted { Exchange: var made } => ApiAnswer.Made(new DebtorMade(made), $"{path}/{made}"),
        UploadResult.Refused refused => Refused(refused.Refusal, refused.Report),
        _ => throw new InvalidOperationException(result.GetType().Name),
    };

    private static ApiAnswer Refused(Refusal refusal, FileReport report) => ApiAnswer.Refuse(refusal, [.. report.Lines.Select(line => new FieldProblem($"rij {line.Row}", line.Text))]);

    private static DebtorMonth? MonthOf(ApiRequest request) => DebtorMonth.Find(request.Query("maand"));

    private static int? CountOf(ApiRequest request, string name) => request.Query(name) switch
    {
        null => 0,
        { Length: > 0 and <= MostDigits } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => count,
        _ => null,
    };

    private async Task<Protocol> GoverningAsync(ApiRequest request, CancellationToken cancellation) =>
        await lives.GoverningAsync(new(request.Query("protocol")!), request.At, cancellation) is GoverningVersion.Found { Protocol: var protocol }
            ? protocol
            : throw new InvalidOperationException("The protocol is no longer in force");

    private Task<Evidence.ActedBy> ActorAsync(ApiRequest request, ProtocolAction action, CancellationToken cancellation) => actors.OfAsync(request.Caller, action, request.At.Year, cancellation);

    private static ExchangeId IdOf(ApiRequest request) => new(request.Value("verwijzing"));
}
