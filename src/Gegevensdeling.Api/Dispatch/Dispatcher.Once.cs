using Gegevensdeling.Api.Bodies;
using Gegevensdeling.Api.Idempotency;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>The part that makes a POST happen once.</summary>
public sealed partial class Dispatcher
{
    private async Task<FaceResult> OnceAsync(Visit visit, ApiRequest request, Claim claim, Upload? upload)
    {
        switch (claim)
        {
            case Claim.Held held:
                return await RunHeldAsync(visit, request, held.Row, upload);
            case Claim.Replay { Answer: var answer }:
                await RecordAsync(visit, AccessOutcome.Replayed, null);
                return Written(answer).With("Idempotency-Replayed", "true");
            case Claim.Refused { Refusal: var refusal } when refusal == FaceRefusals.StillRunning:
                return (await RefuseAsync(visit, refusal, [])).With("Retry-After", options.RetryAfterRunning);
            case Claim.Refused refused:
                return await RefuseAsync(visit, refused.Refusal, []);
            case var other:
                throw new InvalidOperationException(other.GetType().Name);
        }
    }

    /// <summary>
    /// From here on the client's patience does not count: what was begun is finished, and the answer waits for the repetition. The answer
    /// is kept before it leaves, so that nothing is shown of which the ledger does not know. A file that does not come whole is no beginning:
    /// the handler's reading fails, and what it answers then does not count.
    /// </summary>
    private async Task<FaceResult> RunHeldAsync(Visit visit, ApiRequest request, IdempotencyRow row, Upload? upload)
    {
        try
        {
            await RecordAsync(visit, AccessOutcome.Allowed, null);
            var answer = await visit.Route.Handler(request.Claimed(row.Reservation, row.Attempt > 1), CancellationToken.None);
            if (upload?.Fault is { } fault)
                throw new UploadRefusedException(fault);
            if (answer is ApiAnswer.Refused)
            {
                await ledger.ForgetAsync(row, CancellationToken.None);
                await (upload?.DrainAsync() ?? Task.CompletedTask);
                return await FinishAsync(visit, answer);
            }

            await (upload?.FinishAsync() ?? Task.CompletedTask);
            var stored = visit.Route.Reveals ? null : Storable(answer);
            var result = stored is null ? await FinishAsync(visit, answer) : Written(stored);
            await ledger.CompleteAsync(FileBond.With(row, upload?.Hash), stored, CancellationToken.None);
            return result;
        }
        catch
        {
            await ReleaseAsync(visit, FileBond.With(row, upload?.Hash));
            throw;
        }
    }

    /// <summary>A release that fails too changes nothing: the claim is found ownerless by the next attempt.</summary>
    private async Task ReleaseAsync(Visit visit, IdempotencyRow row)
    {
        try
        {
            await ledger.ReleaseAsync(row, CancellationToken.None);
        }
#pragma warning disable CA1031 // the failure that led here is the one to report
        catch (Exception second)
#pragma warning restore CA1031
        {
            LogFailed(log, visit.Route.Name, second.GetType().Name, visit.Correlation);
        }
    }

    private static StoredAnswer Storable(ApiAnswer answer) => answer switch
    {
        ApiAnswer.Json json => new StoredAnswer(json.Status, json.Location, ApiJson.Write(json.Body)),
        ApiAnswer.Empty => new StoredAnswer(204, null, null),
        _ => throw new InvalidOperationException("a POST that answers with a document or content must be marked as revealing"),
    };

    private static FaceResult Written(StoredAnswer answer) =>
        new FaceResult(answer.Status, answer.Json is null ? null : "application/json", answer.Json).With("Location", answer.Location);
}
