using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>
/// Marks as a workbook: in the literal phase 2 the comparison itself, and the whole delivery goes at its end (D5); afterwards, and where this system compares, a
/// change of several marks at once.
/// </summary>
public sealed class ClientMarking(
    ExchangeFile<CycleState, CycleCommand> cycles, ExchangeDesk<CycleState, CycleCommand> desk, DebtorCopies copies, ListWriter writer, TimeProvider clock)
{
    private static readonly Refusal Damaged = new("bestand-beschadigd", "art. 6", "De levering van de gemeente is in dit systeem beschadigd of onleesbaar. Er is niets gemarkeerd. Verwittig de beheerder van dit systeem.");

    /// <param name="actor">Of the OCMW.</param>
    /// <param name="protocol">In force: checked by the caller.</param>
    /// <param name="marks">Right as rows; whether each fits the list or the delivery is judged here.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    public async Task<UploadResult> MarkAsync(ActedBy actor, Protocol protocol, MarkTable marks, string factId, CancellationToken cancellation)
    {
        var (cycle, missing) = await RunningMonth.FindAsync(cycles, protocol, DebtorMonth.Of(clock.GetUtcNow()), clock.GetUtcNow(), cancellation);
        var marked = References.FactOf($"{factId} gemarkeerd");
        if (protocol.Debtors!.Comparison == DebtorComparison.Inside || cycle?.State.Marked is { } done && done.Id != marked)
            return await ChangeAsync(actor, protocol, marks, factId, cancellation);
        if (cycle is null)
            return new UploadResult.Refused(missing!);
        return cycle.State.Marked is not null ? new UploadResult.Accepted(ListKind.IdOf(protocol.Id)) : await CompareAsync(actor, protocol, cycle, marks, factId, cancellation);
    }

    private async Task<UploadResult> CompareAsync(ActedBy actor, Protocol protocol, ExchangeView<CycleState> cycle, MarkTable marks, string factId, CancellationToken cancellation)
    {
        if (CycleDecisions.MayCompare(cycle, DebtorComparison.ByReceiver, clock.GetUtcNow()) is { } refusal)
            return new UploadResult.Refused(refusal);
        if (await copies.DebtorsAsync(cycle.State.Delivery!.Copy, cancellation) is not { } debtors)
            return new UploadResult.Refused(Damaged);
        var today = LegalCalendar.DateOf(clock.GetUtcNow());
        var order = new VersionOrder(References.FactOf($"{factId} versie"), ListChange.Compared, cycle.Id, cycle.State.Delivery.At);
        var written = await writer.WriteAsync(actor, protocol, order, list => ListRules.AfterMarking(list, debtors, marks, today, protocol), cancellation);
        if (written is not FileResult<ListFact.VersionMade>.Done { Value: var version })
            return Wrong(written);
        var mark = new CycleCommand.Mark(version.Counts.Rows, version.Lapsed, version.Number);
        if (await desk.DoAsync(actor, cycle.Id, mark, References.FactOf($"{factId} gemarkeerd"), cancellation) is DeskOutcome<CycleState>.Refused { Refusal: var late })
            return new UploadResult.Refused(late);
        await copies.EndAsync(actor, cycle.State.Delivery.Copy, CopyEnd.Compared, References.FactOf($"{factId} levering"), cancellation);
        return new UploadResult.Accepted(ListKind.IdOf(protocol.Id));
    }

    private async Task<UploadResult> ChangeAsync(ActedBy actor, Protocol protocol, MarkTable marks, string factId, CancellationToken cancellation)
    {
        var today = LegalCalendar.DateOf(clock.GetUtcNow());
        var written = await writer.WriteAsync(actor, protocol, new(factId, ListChange.Marks), list => ListRules.Remarked(list, marks, today, protocol), cancellation);
        return written is FileResult<ListFact.VersionMade>.Done ? new UploadResult.Accepted(ListKind.IdOf(protocol.Id)) : Wrong(written);
    }

    private static UploadResult.Refused Wrong(FileResult<ListFact.VersionMade> result) =>
        result is FileResult<ListFact.VersionMade>.Refused refused ? new(refused.Refusal, refused.Report) : throw new InvalidOperationException(result.GetType().Name);
}
