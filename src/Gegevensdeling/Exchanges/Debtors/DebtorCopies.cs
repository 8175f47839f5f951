using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>What is to be sealed, and of what it is.</summary>
/// <param name="Id">Of the copy: the same at every repetition of one request.</param>
/// <param name="Of">The month of a delivery, or the list of a version.</param>
/// <param name="Write">Writes the content into the sealing stream.</param>
public sealed record CopyOrder(ExchangeId Id, CopyContent Content, ExchangeId Of, int Number, string FactId, Func<Stream, CancellationToken, Task> Write);

/// <summary>Seals, reads and ends the copies of this exchange. Plain content is in memory, or on its way into a sealing stream.</summary>
public sealed class DebtorCopies(ExchangeFile<CopyState, CopyCommand> copies, ExchangeDesk<CopyState, CopyCommand> desk, SealedContent content, TimeProvider clock)
{
    public const string DeliveryName = "debiteuren.xlsx";

    /// <summary>Claims, seals and records, in that order. Repeated, what was sealed before is left as it is.</summary>
    /// <returns>Why not; null when it is sealed.</returns>
    public async Task<Refusal?> SealAsync(ActedBy actor, Protocol protocol, CopyOrder order, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var claim = new CopyFact.Claimed(References.FactOf($"{order.FactId} {order.Id}"), now, actor, References.NewArtefact(), order.Content, order.Of, order.Number);
        await copies.BeginAsync(order.Id, protocol, protocol.Municipality(), protocol.SocialWelfare(), claim, now + DebtorTerms.Incomplete, cancellation);
        var view = await copies.GetAsync(order.Id, cancellation);
        if (view.State.IsReadable)
            return null;
        if (view.State.End is not null)
            return CopyKind.Lapsed;
        var name = order.Content == CopyContent.Delivery ? DeliveryName : ListFile.EntryName;
        var made = await content.SealAsync(new(order.Id, view.State.Claim.Artefact), name, order.Write, cancellation);
        var step = References.FactOf($"{order.FactId} {order.Id} verzegeld");
        if (await desk.DoAsync(actor, order.Id, new CopyCommand.Seal(made), step, cancellation) is not DeskOutcome<CopyState>.Refused refused)
            return null;

        // Ended while it was sealed, and perhaps certified as erased already: nothing of it comes after that.
        await content.DiscardAsync(new(order.Id, made.Id), cancellation);
        return refused.Refusal;
    }

    /// <summary>Ends a copy: it is erased at once.</summary>
    /// <param name="step">The id of what is recorded.</param>
    public async Task EndAsync(ActedBy actor, ExchangeId copy, CopyEnd why, string step, CancellationToken cancellation) =>
        await desk.DoAsync(actor, copy, new CopyCommand.End(why), step, cancellation);

    /// <summary>The list of one version; null when it is gone or damaged.</summary>
    public async Task<DebtorList?> ListAsync(ExchangeId copy, CancellationToken cancellation)
    {
        if (await copies.FindAsync(copy, cancellation) is not { State: { IsReadable: true, File: { } file } })
            return null;
        try
        {
            return await content.ReadAsync(copy, file, ListFile.ReadAsync, cancellation);
        }
        catch (SealedArchiveException)
        {
            return null;
        }
    }

    /// <summary>The debtors of a delivery, judged again; null when it is gone or damaged.</summary>
    public async Task<DebtorTable?> DebtorsAsync(ExchangeId copy, CancellationToken cancellation)
    {
        if (await copies.FindAsync(copy, cancellation) is not { State: { IsReadable: true, File: { } file } } view)
            return null;
        await using var workbook = await content.WorkbookAsync(copy, file, cancellation);
        return workbook is not null && DebtorFiles.ReadDebtors(workbook, view.Protocol, cancellation) is FileResult<DebtorTable>.Done done ? done.Value : null;
    }
}
