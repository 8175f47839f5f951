using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>A delivery of phase 1 as it is uploaded.</summary>
/// <param name="LeftOut">Who was left out before, counted (W16).</param>
/// <param name="Replaces">The delivery in the place of which this one comes, or null.</param>
/// <param name="Workbook">Read once, to its end.</param>
public sealed record DebtorUpload(DebtorMonth Month, LeftOut LeftOut, ExchangeId? Replaces, Stream Workbook);

/// <summary>Takes phase 1 (D2): judged row by row, sealed, and committed to before anybody knows the result.</summary>
public sealed class DebtorIntake(
    ExchangeFile<CycleState, CycleCommand> cycles, ExchangeDesk<CycleState, CycleCommand> desk, DebtorCopies copies, TimeProvider clock)
{
    /// <summary>A delivery is in memory while it is judged; a million rows take some forty million bytes.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    /// <param name="actor">The debt team of the municipality.</param>
    /// <param name="protocol">In force, and the actor's body is the municipality: checked by the caller.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    public async Task<UploadResult> DeliverAsync(ActedBy actor, Protocol protocol, DebtorUpload upload, string factId, CancellationToken cancellation)
    {
        var (cycle, missing) = await RunningMonth.FindAsync(cycles, protocol, upload.Month, clock.GetUtcNow(), cancellation);
        if (cycle is null)
            return new UploadResult.Refused(missing!);
        var copy = References.Of("DB", $"{cycle.Id} {factId}");
        var mine = cycle.State.Deliveries.FirstOrDefault(one => one.Copy == copy);
        if (mine is not null)
            return new UploadResult.Accepted(copy);
        if (CycleDecisions.MayDeliver(cycle, upload.Replaces, clock.GetUtcNow()) is { } refusal)
            return new UploadResult.Refused(refusal);

        await using var workbook = await SealedContent.InMemoryAsync(upload.Workbook, cancellation);
        var read = DebtorFiles.ReadDebtors(workbook, protocol, cancellation);
        if (read is FileResult<DebtorTable>.Refused wrong)
            return new UploadResult.Refused(wrong.Refusal, wrong.Report);
        var debtors = ((FileResult<DebtorTable>.Done)read).Value.Rows.Count;
        workbook.Position = 0;
        var order = new CopyOrder(copy, CopyContent.Delivery, cycle.Id, cycle.State.Deliveries.Count + 1, factId, workbook.CopyToAsync);
        if (await copies.SealAsync(actor, protocol, order, cancellation) is { } late)
            return new UploadResult.Refused(late);

        // Of two at once the month takes one; of the other nothing stays.
        var taken = await desk.DoAsync(actor, cycle.Id, new CycleCommand.DeliverDebtors(copy, debtors, upload.LeftOut, upload.Replaces), factId, cancellation);
        if (taken is DeskOutcome<CycleState>.Refused { Refusal: var beaten })
        {
            await copies.EndAsync(actor, copy, CopyEnd.NotUsed, References.FactOf($"{factId} niet-gebruikt"), cancellation);
            return new UploadResult.Refused(beaten);
        }

        if (upload.Replaces is { } old)
            await copies.EndAsync(actor, old, CopyEnd.Superseded, References.FactOf($"{factId} {old} vervangen"), cancellation);
        return new UploadResult.Accepted(copy);
    }
}
