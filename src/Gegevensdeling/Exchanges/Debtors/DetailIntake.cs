using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>Takes phase 3 (D4): the debts of who is marked, and of nobody else. One row for anybody else refuses the whole file.</summary>
public sealed class DetailIntake(ExchangeFile<CycleState, CycleCommand> cycles, ExchangeDesk<CycleState, CycleCommand> desk, ListWriter writer, TimeProvider clock)
{
    /// <param name="actor">The debt team of the municipality.</param>
    /// <param name="protocol">In force: checked by the caller.</param>
    /// <param name="workbook">In memory, seekable.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    public async Task<UploadResult> DeliverAsync(ActedBy actor, Protocol protocol, DebtorMonth month, Stream workbook, string factId, CancellationToken cancellation)
    {
        var (cycle, missing) = await RunningMonth.FindAsync(cycles, protocol, month, clock.GetUtcNow(), cancellation);
        if (cycle is null)
            return new UploadResult.Refused(missing!);
        if (CycleDecisions.MayDetail(cycle) is { } refusal)
            return new UploadResult.Refused(refusal);
        var read = DebtorFiles.ReadDetails(workbook, protocol, LegalCalendar.DateOf(clock.GetUtcNow()), cancellation);
        if (read is not FileResult<DetailTable>.Done { Value: var details })
            return read is FileResult<DetailTable>.Refused wrong ? new UploadResult.Refused(wrong.Refusal, wrong.Report) : throw new InvalidOperationException(read.GetType().Name);
        var order = new VersionOrder(References.FactOf($"{factId} versie"), ListChange.Detailed, cycle.Id);
        var written = await writer.WriteAsync(actor, protocol, order, list => ListRules.Detailed(list, details, protocol), cancellation);
        if (written is FileResult<ListFact.VersionMade>.Refused refused)
            return new UploadResult.Refused(refused.Refusal, refused.Report);
        var version = ((FileResult<ListFact.VersionMade>.Done)written).Value;
        var detail = new CycleCommand.Detail(details.Rows.Select(row => row.Number).Distinct().Count(), details.Rows.Count, version.Number);
        return await desk.DoAsync(actor, cycle.Id, detail, factId, cancellation) is DeskOutcome<CycleState>.Refused { Refusal: var late }
            ? new UploadResult.Refused(late)
            : new UploadResult.Accepted(ListKind.IdOf(protocol.Id));
    }
}
