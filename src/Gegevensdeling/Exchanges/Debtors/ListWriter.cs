using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>Why a version is made.</summary>
/// <param name="FactId">32 hex digits, the same at every repetition of one request.</param>
/// <param name="Cycle">The month of which it is the outcome, or null.</param>
/// <param name="DeliveredAt">When phase 1 of that month was delivered, where it was compared.</param>
/// <param name="Restriction">The dossier for which a row is restricted or freed, or null (W22).</param>
public sealed record VersionOrder(string FactId, ListChange Why, ExchangeId? Cycle = null, DateTimeOffset? DeliveredAt = null, ExchangeId? Restriction = null);

/// <summary>
/// Makes versions of the one list (D11): read the version that counts, change it, seal the next, and only then let that one count. Of two at once one is first, and
/// the other begins again on what the first made. Killed in between, the version before counts.
/// </summary>
public sealed class ListWriter(ExchangeFile<ListState, ListCommand> lists, ExchangeDesk<ListState, ListCommand> desk, DebtorCopies copies, TimeProvider clock)
{
    private const int MostAttempts = 10;

    private static readonly Refusal Damaged = new("bestand-beschadigd", "art. 6", "De verzegelde lijst in dit systeem is beschadigd of onleesbaar. Er is niets gewijzigd. Verwittig de beheerder van dit systeem.");

    /// <param name="change">From the version that counts to the next one, or why not.</param>
    public async Task<FileResult<ListFact.VersionMade>> WriteAsync(
        ActedBy actor, Protocol protocol, VersionOrder order, Func<DebtorList, FileResult<DebtorList>> change, CancellationToken cancellation)
    {
        var id = ListKind.IdOf(protocol.Id);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var list = await lists.FindAsync(id, cancellation);
            if (list?.State.Versions.FirstOrDefault(version => version.Id == order.FactId) is { } made)
                return new FileResult<ListFact.VersionMade>.Done(made);
            if (list is not null && ListDecisions.MayMake(list.State, order.Why, order.Restriction) is { } refusal)
                return FileResult<ListFact.VersionMade>.No(refusal);
            if (await BeforeAsync(list, cancellation) is not { } before)
                return FileResult<ListFact.VersionMade>.No(Damaged);
            switch (change(before))
            {
                case FileResult<DebtorList>.Refused refused:
                    return new FileResult<ListFact.VersionMade>.Refused(refused.Refusal, refused.Report);
                case FileResult<DebtorList>.Done { Value: var after }:
                    list ??= await BeginAsync(id, protocol, cancellation);
                    if (list is not null && await MakeAsync(actor, protocol, list, order, before, after, cancellation) is { } result)
                        return result;
                    continue;
            }
        }

        return FileResult<ListFact.VersionMade>.No(ListDecisions.Changed);
    }

    /// <returns>Null where somebody else made its first version just now.</returns>
    private async Task<ExchangeView<ListState>?> BeginAsync(ExchangeId id, Protocol protocol, CancellationToken cancellation)
    {
        var begun = new ListFact.Begun(References.FactOf($"{id} begonnen"), clock.GetUtcNow(), SystemActor.Value);
        await lists.BeginAsync(id, protocol, protocol.Municipality(), protocol.SocialWelfare(), begun, eraseAfter: null, cancellation);
        return await lists.GetAsync(id, cancellation) is { State.Current: null } list ? list : null;
    }

    /// <summary>Why no comparison can be taken up now; for who commits to something before the list is written.</summary>
    public async Task<Refusal?> StopAsync(ProtocolId protocol, CancellationToken cancellation) =>
        await lists.FindAsync(ListKind.IdOf(protocol), cancellation) is { State: var state } ? ListDecisions.MayMake(state, ListChange.Compared, restriction: null) : null;

    /// <summary>What was read may be over by now: then there is another version, and it is read again.</summary>
    private async Task<DebtorList?> BeforeAsync(ExchangeView<ListState>? list, CancellationToken cancellation) =>
        list?.State.Current is not { } current ? DebtorList.Empty
        : await copies.ListAsync(current.Copy, cancellation) is { } content ? content
        : (await lists.GetAsync(list.Id, cancellation)).State.Current is { } later && later.Copy != current.Copy ? await copies.ListAsync(later.Copy, cancellation)
        : null;

    /// <returns>Null where somebody else was first.</returns>
    private async Task<FileResult<ListFact.VersionMade>?> MakeAsync(
        ActedBy actor, Protocol protocol, ExchangeView<ListState> list, VersionOrder order, DebtorList before, DebtorList after, CancellationToken cancellation)
    {
        var copy = References.Of("DK", $"{list.Id} {order.FactId} {list.State.Number}");
        var seal = new CopyOrder(copy, CopyContent.Version, list.Id, list.State.Number + 1, order.FactId, (target, token) => ListFile.WriteAsync(after, target, token));
        if (await copies.SealAsync(actor, protocol, seal, cancellation) is not null)
            return null; // the list went on meanwhile, and what was being made for it was cleared away
        var make = new ListCommand.Make(list.State.Number, copy, order.Why, ListRules.CountsOf(after), Lapsed(before, after), order.Cycle, order.DeliveredAt, order.Restriction);
        switch (await desk.DoAsync(actor, list.Id, make, order.FactId, cancellation))
        {
            case DeskOutcome<ListState>.Ok { Fact: ListFact.VersionMade made } when made.Copy == copy:
                if (list.State.Current is { } old)
                    await copies.EndAsync(actor, old.Copy, CopyEnd.Superseded, References.FactOf($"{order.FactId} {old.Copy} opgevolgd"), cancellation);
                return new FileResult<ListFact.VersionMade>.Done(made);
            case DeskOutcome<ListState>.Refused { Refusal: var refusal } when refusal != ListDecisions.Changed:
                await copies.EndAsync(actor, copy, CopyEnd.NotUsed, References.FactOf($"{order.FactId} {copy} niet-gebruikt"), cancellation);
                return FileResult<ListFact.VersionMade>.No(refusal);
            default:
                await copies.EndAsync(actor, copy, CopyEnd.NotUsed, References.FactOf($"{order.FactId} {copy} niet-gebruikt"), cancellation);
                return null;
        }
    }

    private static int Lapsed(DebtorList before, DebtorList after)
    {
        var left = after.Rows.Select(row => row.Number).ToHashSet();
        return before.Rows.Count(row => !left.Contains(row.Number));
    }
}
