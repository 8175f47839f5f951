using Gegevensdeling.Exchanges.Kinds;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>When a protocol ends (G7 to G9): the month ends, and the list with all that it holds.</summary>
public sealed class DebtorWindDown(ExchangeFile<CycleState, CycleCommand> cycles, ExchangeFile<ListState, ListCommand> lists, DebtorUpkeep upkeep, TimeProvider clock)
{
    /// <param name="protocol">Of any kind.</param>
    /// <param name="step">The id of what is recorded of one exchange: the same one when this runs twice.</param>
    /// <param name="cancellation">Stops in between.</param>
    public async Task EndAsync(ProtocolId protocol, Func<ExchangeId, string> step, CancellationToken cancellation)
    {
        foreach (var one in await cycles.ListAsync(protocol, liveOnly: true, cancellation))
        {
            await cycles.RecordOnceAsync(one.Id, step(one.Id), at => at.State.End is null ? new CycleFact.ProtocolEnded(step(one.Id), clock.GetUtcNow(), SystemActor.Value) : null, cancellation);
            await upkeep.EndDeliveriesAsync(one.Id, cancellation);
        }

        foreach (var one in await lists.ListAsync(protocol, liveOnly: true, cancellation))
        {
            await lists.RecordOnceAsync(
                one.Id, step(one.Id), at => at.State is { End: null, IsRestricted: false } ? new ListFact.ProtocolEnded(step(one.Id), clock.GetUtcNow(), SystemActor.Value) : null, cancellation);
            await upkeep.EndOldVersionsAsync(one.Id, cancellation);
        }
    }
}
