using Gegevensdeling.Api.Bodies;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;
using Gegevensdeling.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>The part that shapes answers, and reports them to the audit log and the log.</summary>
public sealed partial class Dispatcher
{
    private static string Correlate() => Convert.ToHexStringLower(SecureRandom.Bytes(16));

    /// <summary>No route: counted under one word, whatever was asked.</summary>
    private async Task<IResult> NowhereAsync(IReadOnlyList<Verb> allowed)
    {
        await Task.CompletedTask; // in a method of its own, so that the span stays out of the caller's context
        var correlation = Correlate();
        var measure = RequestMeasure.Begin("geen", correlation, clock);
        var answer = allowed is []
            ? Turn(FaceRefusals.NotFound, [], correlation)
            : Turn(FaceRefusals.WrongVerb, [], correlation).With("Allow", string.Join(", ", allowed.Select(Word)));
        return new Guarded(answer, failure => FaceResult.Of(Problem.Of(FaceRefusals.Unexpected, [], correlation)), measure);
    }

    private static Verb? VerbOf(HttpContext http) => http.Request.Method switch
    {
        "GET" => Verb.Get,
        "POST" => Verb.Post,
        _ => null,
    };

    private static string Word(Verb verb) => verb == Verb.Get ? "GET" : "POST";

    private static FaceResult Turn(Refusal refusal, IReadOnlyList<FieldProblem> fields, string correlation) =>
        FaceResult.Of(Problem.Of(refusal, fields, correlation));

    private async Task<FaceResult> FinishAsync(Visit visit, ApiAnswer answer) => answer switch
    {
        ApiAnswer.Json json => new FaceResult(json.Status, "application/json", ApiJson.Write(json.Body)).With("Location", json.Location),
        ApiAnswer.Empty => new FaceResult(204, null, null),
        ApiAnswer.Document document => new FaceResult(document.Status, document.MediaType, document.Text),
        ApiAnswer.Published published => FaceResult.Of(published),
        ApiAnswer.Content content => new FaceResult(200, content.MediaType, null) { Content = content },
        ApiAnswer.Refused refused => await RefuseAsync(visit, refused.Refusal, refused.Fields),
        _ => throw new InvalidOperationException(answer.GetType().Name),
    };

    private async Task<FaceResult> RefuseAsync(Visit visit, Refusal refusal, IReadOnlyList<FieldProblem> fields)
    {
        await RecordAsync(visit, AccessOutcome.Refused, refusal);
        return Turn(refusal, fields, visit.Correlation);
    }

    /// <summary>Not cancelled by the client: hanging up must not keep an access out of the log.</summary>
    private Task RecordAsync(Visit visit, AccessOutcome outcome, Refusal? refusal) =>
        visit.Caller is not { } caller
            ? Task.CompletedTask
            : record(
                new AccessRecord(
                    visit.At, visit.Route.Name, visit.Action?.Name, caller, visit.Named, visit.Purpose, outcome,
                    refusal?.Code, refusal?.Article is { Length: > 0 } article ? article : null, visit.Correlation),
                CancellationToken.None);

    /// <summary>Something may have been touched before it failed (D17). Where the log itself is what fails, the failure that led here is the one to report.</summary>
    private async Task RecordFailureAsync(Visit visit, Exception failure)
    {
        try
        {
            await RecordAsync(visit, AccessOutcome.Failed, options.IsOutage(failure) ? FaceRefusals.Outage : FaceRefusals.Unexpected);
        }
#pragma warning disable CA1031 // see above
        catch (Exception second)
#pragma warning restore CA1031
        {
            LogFailed(log, visit.Route.Name, second.GetType().Name, visit.Correlation);
        }
    }

    private FaceResult Fail(Route route, Exception failure, string correlation)
    {
        LogFailed(log, route.Name, failure.GetType().Name, correlation);
        if (failure is BadHttpRequestException bad)
            return Turn(bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? FaceRefusals.BodyTooLarge(route.MostBodyBytes) : FaceRefusals.BadRequest, [], correlation);

        return options.IsOutage(failure)
            ? Turn(FaceRefusals.Outage, [], correlation).With("Retry-After", options.RetryAfterOutage)
            : Turn(FaceRefusals.Unexpected, [], correlation);
    }

    [LoggerMessage(1, LogLevel.Information, "{Route} {Status} {Code} {Correlation}")]
    private static partial void LogAnswered(ILogger log, string route, int status, string? code, string correlation);

    [LoggerMessage(2, LogLevel.Error, "{Route} {ExceptionType} {Correlation}")]
    private static partial void LogFailed(ILogger log, string route, string exceptionType, string correlation);
}
