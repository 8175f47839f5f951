using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Objections;

/// <summary>
/// Objections to a Groeipakket request or its answer: files of many people. The whole file waits while one of them is heard, and what is under way of the same
/// request waits with it. The year's term runs on (P12), and no decision erases the file: the row is not used any more.
/// </summary>
public sealed class GroeipakketObjections(ExchangeFile<RequestState, RequestCommand> requests, ExchangeFile<AnswerState, AnswerCommand> answers, TimeProvider clock) : IObjectedExchanges
{
    private static readonly Refusal Incomplete = new("aanvraag-onvolledig", "art. 6", "Dit bestand werd nooit volledig ontvangen of verzegeld en wordt gewist.");

    public async Task<ObjectedExchange?> FindAsync(ExchangeId exchange, CancellationToken cancellation) =>
        await requests.FindAsync(exchange, cancellation) is { } request
            ? new(request.Head, request.Protocol, !request.State.Exists ? Incomplete : request.State.End is null ? null : RequestDecisions.Ended, request.State.End is not null)
        : await answers.FindAsync(exchange, cancellation) is { } answer
            ? new(answer.Head, answer.Protocol, !answer.State.Exists ? Incomplete : answer.State.End is null ? null : AnswerDecisions.Ended, answer.State.End is not null)
        : null;

    public async Task TakeAsync(ObjectionState objection, ExchangeId dossier, string code, string step, CancellationToken cancellation)
    {
        var (now, made) = (clock.GetUtcNow(), objection.Made);
        var request = await requests.FindAsync(made.Exchange, cancellation)
            ?? await requests.GetAsync((await answers.GetAsync(made.Exchange, cancellation)).State.Claim.Request, cancellation);
        await requests.RecordOnceAsync(
            request.Id, step,
            at => code switch
            {
                ObjectionPlan.Restrict => at.State.End is null ? new RequestFact.Restricted(step, now, SystemActor.Value, dossier) : null,
                ObjectionPlan.Lift => at.State.Restrictions.Contains(dossier) ? new RequestFact.RestrictionLifted(step, now, SystemActor.Value, dossier) : null,
                _ => throw new InvalidOperationException($"A step that no file of many people has: {code}"),
            },
            cancellation);

        // Read again: restricted, the request takes no further answer.
        foreach (var answer in (await requests.GetAsync(request.Id, cancellation)).State.Answers.Append(made.Exchange).Where(one => one != request.Id).Distinct())
        {
            await answers.RecordOnceAsync(
                answer, step,
                at => code == ObjectionPlan.Restrict
                    ? at.State.End is null ? new AnswerFact.Restricted(step, now, SystemActor.Value, dossier) : null
                    : at.State.Restrictions.Contains(dossier) ? new AnswerFact.RestrictionLifted(step, now, SystemActor.Value, dossier) : null,
                cancellation);
        }
    }
}
