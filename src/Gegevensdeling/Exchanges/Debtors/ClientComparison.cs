using System.Security.Cryptography;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>What the OCMW hears of a comparison.</summary>
public abstract record ComparisonResult
{
    private ComparisonResult()
    {
    }

    /// <param name="Withheld">W17: debtors who are clients and are not disclosed; their collection continues.</param>
    public sealed record Compared(ExchangeId Cycle, int Matched, int Withheld, int NamesDiffer) : ComparisonResult;

    public sealed record Refused(Refusal Refusal, FileReport Report) : ComparisonResult
    {
        public Refused(Refusal refusal)
            : this(refusal, FileReport.None)
        {
        }
    }
}

/// <summary>
/// Phase 2 inside this system (F11): the OCMW commits to its numbers, they are hashed under the key of the month and compared in memory, and it sees its own
/// clients only. Neither the numbers nor their hashes are ever stored.
/// </summary>
public sealed class ClientComparison(
    ExchangeFile<CycleState, CycleCommand> cycles, ExchangeDesk<CycleState, CycleCommand> desk, DebtorCopies copies, ListWriter writer, MonthKeys keys, TimeProvider clock)
{
    private static readonly Refusal Damaged = new("bestand-beschadigd", "art. 6", "De levering van de gemeente is in dit systeem beschadigd of onleesbaar. Er is niets vergeleken. Verwittig de gemeente: zij moet ze vervangen.");

    private static readonly Refusal OtherList = new("andere-lijst", "art. 3", "Dit is niet de lijst van cliënten waarmee deze levering begon. Begin een nieuwe levering.");

    /// <param name="actor">Of the OCMW.</param>
    /// <param name="protocol">In force: checked by the caller.</param>
    /// <param name="clients">In memory, nowhere else.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    public async Task<ComparisonResult> CompareAsync(ActedBy actor, Protocol protocol, DebtorMonth month, ClientTable clients, string factId, CancellationToken cancellation)
    {
        var (cycle, missing) = await RunningMonth.FindAsync(cycles, protocol, month, clock.GetUtcNow(), cancellation);
        if (cycle is null)
            return new ComparisonResult.Refused(missing!);
        if (cycle.State.Compared is { } before && before.Id == References.FactOf($"{factId} vergeleken"))
            return new ComparisonResult.Compared(cycle.Id, before.Matched, before.Withheld, before.NamesDiffer);

        if (Refuses(cycle, protocol, clients, factId) is { } refusal)
            return new ComparisonResult.Refused(refusal);
        if (await writer.StopAsync(protocol.Id, cancellation) is { } stopped)
            return new ComparisonResult.Refused(stopped);

        // Read before anything is committed to: what cannot be read can still be replaced.
        var delivered = cycle.State.Delivery!.Copy;
        var debtors = await copies.DebtorsAsync(delivered, cancellation);
        if (debtors is null)
            return await UnreadableAsync(cycle.Id, cancellation);

        var key = await keys.OfAsync(cycle.Id, cancellation);
        try
        {
            // Committed to before the result is known: so nobody can try one list after another.
            var commit = new CycleCommand.DeliverClients(clients.Rows.Count, clients.Rows.Count(client => client.Withheld), DebtorMatch.Commitment(clients, key));
            switch (await desk.DoAsync(actor, cycle.Id, commit, factId, cancellation))
            {
                case DeskOutcome<CycleState>.Refused { Refusal: var late }:
                    return new ComparisonResult.Refused(late);
                case DeskOutcome<CycleState>.Ok { Fact: CycleFact.ClientsDelivered { Commitment: var committed } } when committed != commit.Commitment:
                    return new ComparisonResult.Refused(OtherList);
                case DeskOutcome<CycleState>.Ok { View: var view }:
                    cycle = view;
                    break;
            }

            // Replaced just before: from here on it is committed to too.
            if (cycle.State.Delivery!.Copy != delivered)
                debtors = await copies.DebtorsAsync(cycle.State.Delivery.Copy, cancellation);
            return debtors is null ? await UnreadableAsync(cycle.Id, cancellation) : await ListAsync(actor, protocol, cycle, DebtorMatch.Of(debtors, clients, key), factId, cancellation);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Gone because another list was compared meanwhile, or damaged.</summary>
    private async Task<ComparisonResult> UnreadableAsync(ExchangeId cycle, CancellationToken cancellation) => new ComparisonResult.Refused(
        CycleDecisions.MayCompare(await cycles.GetAsync(cycle, cancellation), DebtorComparison.Inside, clock.GetUtcNow()) ?? Damaged);

    /// <summary>Why this list is not compared; null where it is, and where an earlier attempt of the same request committed to it.</summary>
    private Refusal? Refuses(ExchangeView<CycleState> cycle, Protocol protocol, ClientTable clients, string factId)
    {
        var now = clock.GetUtcNow();
        var goesOn = cycle.State is { End: null, Listed: null } && now < cycle.State.Month.Closes && cycle.State.Clients.Any(one => one.Id == factId);
        if (!goesOn && CycleDecisions.MayCompare(cycle, DebtorComparison.Inside, now) is { } refusal)
            return refusal;

        // W17: from the later word of both DPOs on.
        return clients.Rows.Any(client => client.Withheld) && !protocol.Debtors!.MayObjectOn(LegalCalendar.DateOf(now)) ? DebtorRefusals.ObjectionUnknown(protocol.Cite(protocol.Debtors)) : null;
    }

    private async Task<ComparisonResult> ListAsync(
        ActedBy actor, Protocol protocol, ExchangeView<CycleState> cycle, MatchOutcome match, string factId, CancellationToken cancellation)
    {
        var (today, months) = (LegalCalendar.DateOf(clock.GetUtcNow()), protocol.Debtors!.PauseReviewMonths);
        var order = new VersionOrder(References.FactOf($"{factId} versie"), ListChange.Compared, cycle.Id, cycle.State.Delivery!.At);
        var written = await writer.WriteAsync(
            actor, protocol, order, list => new FileResult<DebtorList>.Done(ListRules.AfterMatch(list, match.Matched, today, months)), cancellation);
        if (written is FileResult<ListFact.VersionMade>.Refused refused)
            return new ComparisonResult.Refused(refused.Refusal, refused.Report);
        var version = ((FileResult<ListFact.VersionMade>.Done)written).Value;
        var compared = new CycleCommand.Compare(
            factId, version.Counts.Rows, match.WithheldMatches, match.Matched.Count(one => one.NameDiffers), version.Lapsed, version.Number);
        if (await desk.DoAsync(actor, cycle.Id, compared, References.FactOf($"{factId} vergeleken"), cancellation) is DeskOutcome<CycleState>.Refused { Refusal: var late })
            return new ComparisonResult.Refused(late);

        // D5: onmiddellijk. De maand doet het nog eens, mocht dit proces nu stoppen.
        await copies.EndAsync(actor, cycle.State.Delivery.Copy, CopyEnd.Compared, References.FactOf($"{factId} levering"), cancellation);
        return new ComparisonResult.Compared(cycle.Id, compared.Matched, compared.Withheld, compared.NamesDiffer);
    }
}
