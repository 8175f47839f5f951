using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>The only month for which anything can be delivered: the one that runs (D1).</summary>
internal static class RunningMonth
{
    /// <summary>The month that somebody delivers for, or why nobody can.</summary>
    public static async Task<(ExchangeView<CycleState>? Cycle, Refusal? Refusal)> FindAsync(
        ExchangeFile<CycleState, CycleCommand> cycles, Protocol protocol, DebtorMonth month, DateTimeOffset now, CancellationToken cancellation)
    {
        if (month.FirstDay > DebtorMonth.Of(now).FirstDay)
            return (null, CycleDecisions.MonthToCome(protocol, month));
        if (month != DebtorMonth.Of(now))
            return (null, CycleDecisions.MonthOver(protocol, month));
        return await cycles.FindAsync(CycleKind.IdOf(protocol.Id, month), cancellation) is { } cycle ? (cycle, null) : (null, CycleDecisions.MonthNotOpened(protocol, month));
    }
}
