using Gegevensdeling.Exchanges.Kinds;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>When a protocol ends (G7 to G9): what nobody received can be opened by nobody any more, and an extract has nobody left to answer.</summary>
public sealed class GroeipakketWindDown(
    ExchangeFile<RequestState, RequestCommand> requests, ExchangeFile<AnswerState, AnswerCommand> answers, ExchangeFile<ExtractState, ExtractCommand> extracts, TimeProvider clock)
{
    /// <param name="protocol">Of any kind.</param>
    /// <param name="step">The id of what is recorded of one exchange: the same one when this runs twice.</param>
    /// <param name="cancellation">Stops in between.</param>
    public async Task EndAsync(ProtocolId protocol, Func<ExchangeId, string> step, CancellationToken cancellation)
    {
        foreach (var one in await requests.ListAsync(protocol, liveOnly: true, cancellation))
            await requests.RecordOnceAsync(one.Id, step(one.Id), at => at.State is { End: null, Exists: true, IsRestricted: false } ? new RequestFact.ProtocolEnded(step(one.Id), clock.GetUtcNow(), SystemActor.Value) : null, cancellation);
        foreach (var one in await answers.ListAsync(protocol, liveOnly: true, cancellation))
            await answers.RecordOnceAsync(one.Id, step(one.Id), at => at.State is { End: null, Exists: true, Received: false, IsRestricted: false } ? new AnswerFact.ProtocolEnded(step(one.Id), clock.GetUtcNow(), SystemActor.Value) : null, cancellation);
        foreach (var one in await extracts.ListAsync(protocol, liveOnly: true, cancellation))
            await extracts.RecordOnceAsync(one.Id, step(one.Id), at => at.State.IsUsable ? new ExtractFact.Ended(step(one.Id), clock.GetUtcNow(), SystemActor.Value) : null, cancellation);
    }
}
