using Gegevensdeling.Api.Problems;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes.Groeipakket;

/// <summary>The requests and extracts: turns requests into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class RequestHandlers(
    RequestIntake intake, RequestKeys keys, ExtractIntake extractIntake, AnswerMaking making, GroeipakketReading reading, ExchangeDesk<RequestState, RequestCommand> desk,
    ExchangeFile<RequestState, RequestCommand> requests, ExchangeFile<ExtractState, ExtractCommand> extracts, IEvidenceStore evidence, Actors actors, ProtocolLives lives,
    ProtocolCatalog protocols)
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<ApiAnswer> CreateAsync(ApiRequest request, UploadedFile file, CancellationToken cancellation)
    {
        var protocol = await GoverningAsync(request, cancellation);
        var actor = await actors.OfAsync(request.Caller, GroeipakketActions.Ask, request.At.Year, cancellation);
        var upload = new RequestUpload(request.Query("vervangt") is { Length: > 0 } replaced ? new ExchangeId(replaced) : null, file.Content);
        return Made(await intake.CreateAsync(actor, protocol, upload, request.FactId, cancellation), "/groeipakketvragen");
    }

    public async Task<ApiAnswer> UploadExtractAsync(ApiRequest request, UploadedFile file, CancellationToken cancellation)
    {
        if (!DateOnly.TryParseExact(request.Query("peildatum"), "yyyy-MM-dd", out var asOf))
            return ApiAnswer.Refuse(FaceRefusals.UnknownParameter);
        var protocol = await GoverningAsync(request, cancellation);
        var actor = await actors.OfAsync(request.Caller, GroeipakketActions.UploadExtract, request.At.Year, cancellation);
        var id = References.Of("KU", request.Reservation);
        return Made(await extractIntake.CreateAsync(actor, protocol, asOf, file.Content, id, request.FactId, cancellation), "/kadasteruittreksels");
    }

    public async Task<ApiAnswer> ExtractsAsync(ApiRequest request, CancellationToken cancellation)
    {
        var lines = new List<ExtractLine>();
        foreach (var protocol in ProtocolsOf(request).Where(one => one.Registry() == request.Caller.Party))
        {
            foreach (var one in await extracts.ListAsync(protocol.Id, liveOnly: true, cancellation))
                lines.Add(new(one.Id, one.State.Word, one.State.Claim.AsOf, one.Head.CreatedAt, one.Head.EraseAfter));
        }

        return ApiAnswer.Ok(new ExtractLines(lines));
    }

    public async Task<ApiAnswer> ListAsync(ApiRequest request, CancellationToken cancellation)
    {
        var lines = new List<RequestAnswerLine>();
        foreach (var protocol in ProtocolsOf(request))
            lines.AddRange((await requests.ListAsync(protocol.Id, liveOnly: false, cancellation)).Select(LineOf));
        return ApiAnswer.Ok(new RequestAnswerList(lines));
    }

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation) => ApiAnswer.Ok(LineOf(await requests.GetAsync(IdOf(request), cancellation)));

    public async Task<ApiAnswer> ReportAsync(ApiRequest request, CancellationToken cancellation) => await reading.ReportAsync(IdOf(request), cancellation) switch
    {
        Reading<FileReport>.Shown { Value: var report } => ApiAnswer.Ok(new ReportAnswer([.. report.Lines.Select(line => new ReportRow(line.Row, line.IsError, line.Code, line.Text))], report.More)),
        Reading<FileReport>.Refused refused => ApiAnswer.Refuse(refused.Refusal),
        var other => throw new InvalidOperationException(other.GetType().Name),
    };

    public async Task<ApiAnswer> EnterKeyAsync(ApiRequest request, EnterKeyBody body, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, GroeipakketActions.EnterKey, cancellation);
        return await keys.EnterAsync(actor, IdOf(request), body.Key, body.Channel, request.FactId, cancellation) is { } refusal ? ApiAnswer.Refuse(refusal) : ApiAnswer.Done();
    }

    public async Task<ApiAnswer> WipeKeyAsync(ApiRequest request, CancellationToken cancellation)
    {
        var side = (await requests.GetAsync(IdOf(request), cancellation)).Protocol.SideOf(request.Caller.Party)!.Value;
        return await DoAsync(request, GroeipakketActions.RequestKeyAtBothSides, new RequestCommand.WipeKey(side), cancellation);
    }

    public async Task<ApiAnswer> BeginHandoverAsync(ApiRequest request, CancellationToken cancellation)
    {
        var side = (await requests.GetAsync(IdOf(request), cancellation)).Protocol.SideOf(request.Caller.Party)!.Value;
        return await DoAsync(request, GroeipakketActions.RequestKeyAtBothSides, new RequestCommand.BeginHandover(side), cancellation);
    }

    public async Task<ApiAnswer> DoAsync(ApiRequest request, ProtocolAction action, RequestCommand command, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, action, cancellation);
        return await desk.DoAsync(actor, IdOf(request), command, request.FactId, cancellation) is DeskOutcome<RequestState>.Refused refused ? ApiAnswer.Refuse(refused.Refusal) : ApiAnswer.Done();
    }

    public async Task<ApiAnswer> CancelAsync(ApiRequest request, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, GroeipakketActions.Decide, cancellation);
        return await intake.CancelAsync(actor, IdOf(request), request.FactId, cancellation) is { } refusal ? ApiAnswer.Refuse(refusal) : ApiAnswer.Done();
    }

    public async Task<ApiAnswer> FetchAsync(ApiRequest request, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, GroeipakketActions.FetchRequest, cancellation);
        return WorkbookOf(await reading.FetchRequestAsync(actor, IdOf(request), request.Purpose, request.FactId, cancellation), $"{IdOf(request)}.xlsx");
    }

    public async Task<ApiAnswer> LookUpAsync(ApiRequest request, LookUpBody body, CancellationToken cancellation)
    {
        var actor = await ActorAsync(request, GroeipakketActions.Answer, cancellation);
        return Made(await making.MakeAsync(actor, IdOf(request), new AnswerSource.FromExtract(body.Extract), request.FactId, cancellation), "/groeipakketantwoorden");
    }

    public async Task<ApiAnswer> AnswerByHandAsync(ApiRequest request, UploadedFile file, CancellationToken cancellation)
    {
        using var workbook = await SealedContent.InMemoryAsync(file.Content, cancellation);
        var actor = await ActorAsync(request, GroeipakketActions.Answer, cancellation);
        return Made(await making.MakeAsync(actor, IdOf(request), new AnswerSource.ByHand(workbook), request.FactId, cancellation), "/groeipakketantwoorden");
    }

    /// <summary>Only of what is erased: a certificate that was signed while its erasure is still open is not given out (F2).</summary>
    public async Task<ApiAnswer> CertificateAsync(ApiRequest request, CancellationToken cancellation) =>
        (await requests.GetAsync(IdOf(request), cancellation)).State.Erased is null ? ApiAnswer.NotFound() : await KeptDocuments.LatestCertificateAsync(evidence, IdOf(request), cancellation);

    /// <summary>A workbook for one reader, once.</summary>
    internal static ApiAnswer WorkbookOf(Reading<MemoryStream> shown, string fileName) => shown switch
    {
        Reading<MemoryStream>.Shown { Value: var workbook } => new ApiAnswer.Content(Workbook, fileName, async (target, token) =>
        {
            await using (workbook)
                await workbook.CopyToAsync(target, token);
        }),
        Reading<MemoryStream>.Refused refused => ApiAnswer.Refuse(refused.Refusal),
        _ => throw new InvalidOperationException(shown.GetType().Name),
    };

    /// <summary>What an upload came to; rows that are to blame are named as the fields they are.</summary>
    private static ApiAnswer Made(UploadResult result, string path) => result switch
    {
        UploadResult.Accepted { Exchange: var made } => ApiAnswer.Made(new GroeipakketMade(made), $"{path}/{made}"),
        UploadResult.Refused refused => ApiAnswer.Refuse(refused.Refusal, [.. refused.Report.Lines.Select(line => new FieldProblem($"rij {line.Row}", line.Text))]),
        _ => throw new InvalidOperationException(result.GetType().Name),
    };

    private static RequestAnswerLine LineOf(ExchangeView<RequestState> view)
    {
        var (state, check) = (view.State, view.State.Check);
        return new(
            view.Id, view.Head.Protocol, state.Word, view.Head.Sender, view.Head.CreatedAt, view.Head.EraseAfter, state.Claim.SealedByRequester,
            state is { Claim.SealedByRequester: true, Key: null } ? Math.Max(0, view.Protocol.Groeipakket!.KeyAttempts - state.Tries) : null,
            check?.Rows, check?.Right, check?.Wrong, check?.Warnings, state.RejectedFor, state.Claim.Replaces, state.Answer);
    }

    private IEnumerable<Protocol> ProtocolsOf(ApiRequest request) =>
        protocols.OfParty(request.Caller.Party).Where(one => one.Groeipakket is not null && one.SidesOfRequest(request.Caller.Party) != Sides.None);

    private async Task<Protocol> GoverningAsync(ApiRequest request, CancellationToken cancellation) =>
        await lives.GoverningAsync(new(request.Query("protocol")!), request.At, cancellation) is GoverningVersion.Found { Protocol: var protocol }
            ? protocol
            : throw new InvalidOperationException("The protocol is no longer in force");

    private async Task<ActedBy> ActorAsync(ApiRequest request, ProtocolAction action, CancellationToken cancellation) =>
        await actors.OfAsync(request.Caller, action, (await requests.GetAsync(IdOf(request), cancellation)).Head.CreatedAt.Year, cancellation);

    private static ExchangeId IdOf(ApiRequest request) => new(request.Value("verwijzing"));
}
