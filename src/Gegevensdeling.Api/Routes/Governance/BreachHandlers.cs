using System.Globalization;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Audit;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Turns requests about breaches into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class BreachHandlers(DossierDesk<BreachState, BreachCommand> desk, BreachFile breaches, ProtocolCatalog protocols, Actors actors, TimeProvider clock)
{
    private const string Markdown = "text/markdown";

    /// <summary>An exchange of another protocol is as unknown as one that never was.</summary>
    private static readonly Refusal Unknown = new(
        "uitwisseling-onbekend", "art. 9", "Onder dit protocol is geen uitwisseling met dit kenmerk bekend. Kijk het na, of laat het weg: meld in elk geval nu.");

    public FindStanding OfDossier(GovernanceStanding standing) => standing.OfDossier(breaches.Word);

    public async Task<ApiAnswer> ReportAsync(ApiRequest request, BreachReportBody body, CancellationToken cancellation)
    {
        var protocol = protocols.Find(new(request.Value("protocol")))!;
        DateTimeOffset? began = null;
        if (body.Exchange is { } exchange)
        {
            began = PathTemplate.IsValue(exchange.Value) ? await breaches.BeganAsync(protocol.Id, exchange, cancellation) : null;
            if (began is null)
                return ApiAnswer.Refuse(Unknown);
        }

        var actor = await actors.OfAsync(request.Caller, BreachActions.Report, clock.GetUtcNow().Year, cancellation);
        var command = new BreachCommand.Report(body.NoticedAt.ToUniversalTime(), body.Sort, body.Exchange, began, body.GoesOn, (Manner)body.Manner);
        return await desk.DoAsync(actor, protocol, breaches.ReferenceOf(request.Reservation), command, request.FactId, cancellation) switch
        {
            DossierResult.Ok made => ApiAnswer.Made(new BreachReported(made.Dossier), $"/gegevenslekken/{made.Dossier}"),
            DossierResult.Refused refused => ApiAnswer.Refuse(refused.Refusal),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>Records a step of the caller's own party.</summary>
    public async Task<ApiAnswer> DoAsync(ApiRequest request, Func<PartyId, BreachCommand> command, CancellationToken cancellation)
    {
        var dossier = await breaches.GetAsync(new(request.Value("dossier")), cancellation);
        var actor = await actors.OfAsync(request.Caller, BreachActions.Handle, clock.GetUtcNow().Year, cancellation);
        return await desk.DoAsync(actor, dossier.Protocol, dossier.Id, command(request.Caller.Party), request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Done();
    }

    public Task<ApiAnswer> ConsultAsync(ApiRequest request, ConsultBody body, CancellationToken cancellation) => DoAsync(
        request,
        party => new BreachCommand.Consult(
            party, body.HeldAt.ToUniversalTime(), [.. body.Participants.Select(one => new ConsultParticipant(one.Mandate, one.Party))], body.Decisions, body.Reference),
        cancellation);

    public async Task<ApiAnswer> ListAsync(ApiRequest request, CancellationToken cancellation) =>
        ApiAnswer.Ok(new BreachRegister([.. (await breaches.ListAsync(new(request.Value("protocol")), cancellation)).Select(dossier => BreachAnswer.Of(dossier, request.At))]));

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation) =>
        ApiAnswer.Ok(BreachAnswer.Of(await breaches.GetAsync(new(request.Value("dossier")), cancellation), request.At));

    public async Task<ApiAnswer> ExtentAsync(ApiRequest request, CancellationToken cancellation)
    {
        var (from, until) = (Day(request.Query("van")), Day(request.Query("tot")));
        if ((request.Query("van") is not null && from is null) || (request.Query("tot") is not null && until is null) || from > until || until > LegalCalendar.DateOf(request.At))
            return ApiAnswer.Refuse(FaceRefusals.UnknownParameter);
        var dossier = await breaches.GetAsync(new(request.Value("dossier")), cancellation);
        if (from < dossier.Protocol.Duration.Start.Date)
            from = dossier.Protocol.Duration.Start.Date;
        var extent = await breaches.ExtentAsync(dossier, from, until, request.At, cancellation);
        return ApiAnswer.Ok(new ExtentAnswer(
            extent.From, extent.Until, extent.Exchanges, extent.Live, extent.Erased, extent.PersonsAtLeast, extent.PersonsAtMost,
            [.. extent.Files.Select(files => new BreachFilesLine(files.Kind, files.Files, files.Rows, files.Uncounted))],
            [.. extent.Accesses.Select(access => new BreachAccessLine(access.Date, access.Party, access.Role, AuditWords.Of(access.Action), access.Count))]));
    }

    /// <summary>Art. 33.3, for the caller's own body as controller.</summary>
    public async Task<ApiAnswer> DraftForAuthorityAsync(ApiRequest request, CancellationToken cancellation)
    {
        var dossier = await breaches.GetAsync(new(request.Value("dossier")), cancellation);
        var extent = await breaches.ExtentAsync(dossier, null, null, request.At, cancellation);
        return new ApiAnswer.Document(Markdown, BreachDrafts.ForAuthority(dossier.Id, dossier.Protocol, new(dossier.Facts), request.Caller.Party, extent, request.At));
    }

    /// <summary>Art. 34.2.</summary>
    public async Task<ApiAnswer> DraftForPersonsAsync(ApiRequest request, CancellationToken cancellation)
    {
        var dossier = await breaches.GetAsync(new(request.Value("dossier")), cancellation);
        return new ApiAnswer.Document(Markdown, BreachDrafts.ForPersons(dossier.Protocol, new(dossier.Facts), request.Caller.Party));
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
