using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Kinds;

namespace Gegevensdeling.Governance.Objections;

/// <summary>
/// Objections to the list of debtors (D11). A dossier names nobody, so the list waits as a whole until the OCMW said which row it is; then that row is only kept, and
/// everybody else's goes on. What was decided finds the row by the dossier.
/// </summary>
public sealed class ListObjections(ExchangeFile<ListState, ListCommand> lists, ListWriter writer, TimeProvider clock) : IObjectedExchanges
{
    public async Task<ObjectedExchange?> FindAsync(ExchangeId exchange, CancellationToken cancellation) =>
        await lists.FindAsync(exchange, cancellation) is { } list
            ? new(list.Head, list.Protocol, list.State.End is not null ? ListDecisions.Ended : list.State.Current is null ? ListDecisions.NoVersion(list.Protocol) : null, list.State.End is not null)
            : null;

    public Task TakeAsync(ObjectionState objection, ExchangeId dossier, string code, string step, CancellationToken cancellation) => code switch
    {
        ObjectionPlan.Restrict => lists.RecordOnceAsync(
            objection.Made.Exchange, step,
            at => at.State.End is null ? new ListFact.Restricted(step, clock.GetUtcNow(), SystemActor.Value, dossier) : null,
            cancellation),
        ObjectionPlan.Lift => LiftAsync(objection, dossier, step, cancellation),
        _ => throw new InvalidOperationException($"A step that no list has: {code}"),
    };

    private async Task LiftAsync(ObjectionState objection, ExchangeId dossier, string step, CancellationToken cancellation)
    {
        var list = await lists.RecordOnceAsync(
            objection.Made.Exchange, step,
            at => at.State.Waiting.Contains(dossier) ? new ListFact.RestrictionLifted(step, clock.GetUtcNow(), SystemActor.Value, dossier) : null,
            cancellation);
        if (list.State.End is not null || !list.State.Held.Contains(dossier))
            return;
        var unused = objection.Decision!.Verdict == ObjectionVerdict.RowUnused;
        var order = new VersionOrder(step, unused ? ListChange.RowUnused : ListChange.RestrictionLifted, Restriction: dossier);
        var written = await writer.WriteAsync(SystemActor.Value, list.Protocol, order, rows => ListRules.Freed(rows, dossier, unused), cancellation);
        if (written is FileResult<ListFact.VersionMade>.Refused { Refusal: var refusal } && refusal != ListDecisions.Ended)
            throw new InvalidOperationException($"The row was not freed: {refusal.Code}");
    }
}
