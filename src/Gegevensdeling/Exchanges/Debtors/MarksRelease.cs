using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>The OCMW lets the municipality have the marks as the list has them at that moment (D3).</summary>
public sealed class MarksRelease(ExchangeFile<CycleState, CycleCommand> cycles, ExchangeDesk<CycleState, CycleCommand> desk, ExchangeFile<ListState, ListCommand> lists)
{
    /// <param name="actor">Of the OCMW.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    /// <returns>Why not; null when it is so.</returns>
    public async Task<Refusal?> ReleaseAsync(ActedBy actor, ExchangeId cycle, string factId, CancellationToken cancellation)
    {
        var view = await cycles.GetAsync(cycle, cancellation);
        var list = (await lists.FindAsync(ListKind.IdOf(view.Head.Protocol), cancellation))?.State;

        // W22: whose row is about to be named must not be counted among what is released. What is released already stays so.
        if (view.State.ReleasedAt is null && list is { IsRestricted: true })
            return ListDecisions.Restricted;
        return await desk.DoAsync(actor, cycle, new CycleCommand.Release(list?.Current?.Counts.Rows ?? 0), factId, cancellation) is DeskOutcome<CycleState>.Refused { Refusal: var refusal } ? refusal : null;
    }
}
