using Gegevensdeling.Api.Bodies;
using Gegevensdeling.Api.Idempotency;
using Gegevensdeling.Api.Identity;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>
/// The one way into every route, on both hosts: who, may they, how much, what, before - and then the handler. No step relies on a host's
/// middleware, and no exception passes.
/// </summary>
public sealed partial class Dispatcher(
    Identify identify, IdempotencyLedger ledger, RecordAccess record, DispatcherOptions options, TimeProvider clock, ILogger<Dispatcher> log)
{
    /// <summary>Finds the route of the request and handles it; for hosts that map the whole table.</summary>
    public Task<IResult> HandleAsync(RouteTable table, HttpContext http)
    {
        var path = http.Request.Path.Value ?? string.Empty;
        if (VerbOf(http) is { } verb && table.TryFind(verb, path, out var route))
            return HandleAsync(route, http);

        return NowhereAsync(table.Allowed(path));
    }

    /// <summary>Handles one request of one route. Never throws.</summary>
    public async Task<IResult> HandleAsync(Route route, HttpContext http)
    {
        var correlation = Correlate();
        var measure = RequestMeasure.Begin(route.Name, correlation, clock);
        return new Guarded(await AnswerAsync(route, http, correlation), failure => Fail(route, failure, correlation), measure);
    }

    private async Task<FaceResult> AnswerAsync(Route route, HttpContext http, string correlation)
    {
        try
        {
            var result = await PassAsync(route, http, correlation);
            LogAnswered(log, route.Name, result.Status, result.Code, correlation);
            return result;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return new FaceResult(499, null, null); // nobody is left to read it
        }
#pragma warning disable CA1031 // the last line: nothing of an exception may leave but its type's name, to the log
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Fail(route, failure, correlation);
        }
    }

    private async Task<FaceResult> PassAsync(Route route, HttpContext http, string correlation)
    {
        if (VerbOf(http) != route.Verb)
            return Turn(FaceRefusals.WrongVerb, [], correlation).With("Allow", Word(route.Verb));
        if (route.Path.Match(http.Request.Path.Value ?? string.Empty) is not { } values)
            return Turn(FaceRefusals.NotFound, [], correlation);

        var visit = new Visit(route, values, clock.GetUtcNow(), correlation);
        if (route.Access is not Access.Granted access)
            return await AnswerAsync(visit, http);

        switch (await identify(http.Request.Headers.Authorization, http.RequestAborted))
        {
            case Identification.Known known:
                visit.Caller = known.Caller;
                try
                {
                    return await PassAsync(visit, access, http);
                }
                catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested && failure is not BadHttpRequestException)
                {
                    await RecordFailureAsync(visit, failure);
                    throw;
                }
            case Identification.NoParty:
                return Turn(FaceRefusals.UnknownParty, [], correlation);
            case Identification.Invalid: // RFC 6750, 3.1
                return Turn(FaceRefusals.SignIn, [], correlation).With("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            case Identification.Missing:
                return Turn(FaceRefusals.SignIn, [], correlation).With("WWW-Authenticate", "Bearer");
            case var other:
                throw new InvalidOperationException(other.GetType().Name);
        }
    }

    private async Task<FaceResult> PassAsync(Visit visit, Access.Granted access, HttpContext http)
    {
        visit.Action = access.Action;
        if (Authority.DecideAnywhere(visit.Caller!.Roles, access.Action) is Verdict.Refused { Refusal: var noRole })
            return await RefuseAsync(visit, noRole, []);

        var header = http.Request.Headers[Purposes.Header];
        visit.Purpose = Purposes.Parse(header);
        if (visit.Purpose is null && header.Count > 0)
            return await RefuseAsync(visit, FaceRefusals.PurposeMalformed, []);
        if (visit.Purpose is null && access.Action.Content)
            return await RefuseAsync(visit, FaceRefusals.PurposeMissing, []);
        return await AnswerAsync(visit, http);
    }

    private async Task<FaceResult> AnswerAsync(Visit visit, HttpContext http)
    {
        var route = visit.Route;
        var key = IdempotencyKey.Parse(http.Request.Headers[IdempotencyKey.Header]);
        if (route.Verb == Verb.Post && key is null)
            return await RefuseAsync(visit, http.Request.Headers.ContainsKey(IdempotencyKey.Header) ? FaceRefusals.KeyMalformed : FaceRefusals.KeyMissing, []);
        if (QueryReader.Read(http.Request.Query, route.Query) is not { } query)
            return await RefuseAsync(visit, FaceRefusals.UnknownParameter, []);
        visit.Name(query);
        if (route.File is { } file)
            return await UploadAsync(visit, query, key!, file, http);
        var body = await BodyReader.ReadAsync(http.Request, route, http.RequestAborted);
        if (body is BodyAnswer.Refused wrong)
            return await RefuseAsync(visit, wrong.Refusal, wrong.Fields);

        var parsed = (BodyAnswer.Parsed)body;
        var request = new ApiRequest(visit.Caller, visit.Values, query, parsed.Body, visit.Purpose, visit.Correlation, visit.At);
        if (route.Access is Access.Granted access && await StandAsync(visit, access, request, http.RequestAborted) is { } refusal)
            return await RefuseAsync(visit, refusal, []);
        if (key is not null)
        {
            var path = $"{http.Request.Path}{http.Request.QueryString}";
            return await OnceAsync(visit, request, await ledger.ClaimAsync(route, request.Caller, key, path, visit.Purpose ?? string.Empty, parsed.Raw, http.RequestAborted), null);
        }

        await RecordAsync(visit, AccessOutcome.Allowed, null);
        return await FinishAsync(visit, await route.Handler(request, http.RequestAborted));
    }

    /// <summary>A caller who is no party gets the answer of an exchange that does not exist.</summary>
    private static async Task<Refusal?> StandAsync(Visit visit, Access.Granted access, ApiRequest request, CancellationToken cancellation) =>
        await access.Standing(request, cancellation) switch
        {
            Standing.Refused refused => refused.Refusal,
            Standing.On { Sides: Sides.None } => FaceRefusals.NotFound,
            Standing.On at => (Authority.Decide(visit.Caller!.Roles, at.Sides, access.Action) as Verdict.Refused)?.Refusal ?? at.Stop,
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
}
