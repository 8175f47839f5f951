using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>
/// What is shown to people: the list to the OCMW, the marks and nothing else to the municipality, the delivery to an OCMW that compares itself. Recorded first, shown
/// after.
/// </summary>
public sealed class DebtorReading(
    ExchangeFile<CycleState, CycleCommand> cycles, ExchangeDesk<CycleState, CycleCommand> cycleDesk, ExchangeFile<ListState, ListCommand> lists,
    ExchangeDesk<ListState, ListCommand> listDesk, DebtorCopies copies, TimeProvider clock)
{
    private static readonly Refusal Damaged = new("bestand-beschadigd", "art. 6", "Het verzegelde bestand in dit systeem is beschadigd of onleesbaar en wordt niet geopend. Er is niets gewist. Verwittig de beheerder van dit systeem.");

    /// <summary>The OCMW's workbook (D10).</summary>
    public Task<Reading<MemoryStream>> OpenListAsync(ActedBy actor, ExchangeId list, bool socialService, string purpose, string factId, CancellationToken cancellation) =>
        ListAsync(actor, list, new ListCommand.Open(socialService, purpose), (content, protocol, target) => Written(() => DebtorWorkbooks.WriteList(content, protocol, target, cancellation)), factId, cancellation);

    /// <summary>The marks for the municipality (D3, D6): as a workbook, or for its accounting.</summary>
    public async Task<Reading<MemoryStream>> FetchMarksAsync(ActedBy actor, ExchangeId list, bool accounting, string purpose, string factId, CancellationToken cancellation)
    {
        if (await UnreleasedAsync(await lists.GetAsync(list, cancellation), cancellation) is { } unreleased)
            return new Reading<MemoryStream>.Refused(unreleased);
        return await ListAsync(
            actor, list, new ListCommand.FetchMarks(accounting, purpose),
            (content, protocol, target) => Written(() =>
            {
                if (accounting)
                    AccountingCsv.Write(content, protocol, target);
                else
                    DebtorWorkbooks.WriteMarks(content, protocol, target, cancellation);
            }),
            factId, cancellation, UnreleasedAsync);
    }

    /// <summary>D16: everything that the protocol holds, in open formats.</summary>
    public async Task<Reading<MemoryStream>> ExportAsync(ActedBy actor, ExchangeId list, string purpose, string factId, CancellationToken cancellation)
    {
        var history = (await lists.GetAsync(list, cancellation)).State.Versions.Select(LineOf).ToList();
        return await ListAsync(
            actor, list, new ListCommand.Export(purpose),
            (content, protocol, target) => DebtorExport.WriteAsync(content, history, protocol, target, cancellation), factId, cancellation);
    }

    /// <summary>The literal phase 1: the whole delivery.</summary>
    public async Task<Reading<MemoryStream>> OpenDeliveryAsync(ActedBy actor, ExchangeId cycle, string purpose, string factId, CancellationToken cancellation)
    {
        var view = await cycles.GetAsync(cycle, cancellation);
        if (CycleDecisions.MayCompare(view, DebtorComparison.ByReceiver, clock.GetUtcNow()) is { } refusal)
            return new Reading<MemoryStream>.Refused(refusal);
        if (await copies.DebtorsAsync(view.State.Delivery!.Copy, cancellation) is not { } debtors)
            return new Reading<MemoryStream>.Refused(Damaged);
        if (await cycleDesk.DoAsync(actor, cycle, new CycleCommand.OpenDelivery(purpose), factId, cancellation) is DeskOutcome<CycleState>.Refused { Refusal: var late })
            return new Reading<MemoryStream>.Refused(late);
        return await ShownAsync(target => Written(() => DebtorWorkbooks.WriteDebtors(debtors, view.Protocol, target, cancellation)));
    }

    private async Task<Reading<MemoryStream>> ListAsync(
        ActedBy actor, ExchangeId list, ListCommand command, Func<DebtorList, Protocol, Stream, Task> write, string factId, CancellationToken cancellation,
        Func<ExchangeView<ListState>, CancellationToken, Task<Refusal?>>? notYet = null)
    {
        if (await listDesk.DoAsync(actor, list, command, factId, cancellation) is DeskOutcome<ListState>.Refused { Refusal: var refusal })
            return new Reading<MemoryStream>.Refused(refusal);

        // Read again: the version that was recorded may have been followed by another just now.
        var view = await lists.GetAsync(list, cancellation);
        if (notYet is not null && await notYet(view, cancellation) is { } late)
            return new Reading<MemoryStream>.Refused(late);
        if (view.State.IsRestricted)
            return new Reading<MemoryStream>.Refused(ListDecisions.Restricted);
        if (await copies.ListAsync(view.State.Current!.Copy, cancellation) is not { } content)
            return new Reading<MemoryStream>.Refused(Damaged);
        return await ShownAsync(target => write(content, view.Protocol, target));
    }

    private static ListVersionLine LineOf(ListFact.VersionMade made) => new(
        made.Number, LegalCalendar.DateOf(made.At), made.By.Party.Value, ListChanges.WordOf(made.Why), made.Counts.Rows, made.Counts.Paused, made.Counts.Continued, made.Counts.Detailed);

    /// <summary>What the OCMW did not release yet is not the municipality's to know.</summary>
    private async Task<Refusal?> UnreleasedAsync(ExchangeView<ListState> list, CancellationToken cancellation) =>
        list.State.Comparison?.Cycle is { } cycle && (await cycles.GetAsync(cycle, cancellation)).State.ReleasedAt is null ? CycleDecisions.NotReleased(list.Protocol) : null;

    private static async Task<Reading<MemoryStream>> ShownAsync(Func<Stream, Task> write)
    {
        var shown = new MemoryStream();
        await write(shown);
        shown.Position = 0;
        return new Reading<MemoryStream>.Shown(shown);
    }

    private static Task Written(Action write)
    {
        write();
        return Task.CompletedTask;
    }
}
