using System.Security.Cryptography;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

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
    ExchangeFile<CycleState, CycleCommand> cycles, ExchangeDesk<CycleState, CycleCommand> desk, DebtorCopies copies, ListWriter writer, IKeyStore keys, TimeProvider clock)
{
    private const int KeyBytes = 32;

    private static readonly Refusal Damaged = new("bestand-beschadigd", "art. 6", "De levering van de gemeente is in dit systeem beschadigd of onleesbaar. Er is niets vergeleken. Verwittig de gemeente: zij moet ze vervangen.");

    private static readonly Refusal OtherList = new("andere-lijst", "art. 3", "Dit is niet de lijst van cliënten waarmee deze levering begon. Begin een nieuwe levering.");

    /// <param name="actor">Of the OCMW.</param>
    /// <param name="protocol">In force: checked by the caller.</param>
    /// <param name="clients">In memory, nowhere else.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    public async Task<ComparisonResult> CompareAsync(ActedBy actor, Protocol protocol, DebtorMonth month, ClientTable clients, string factId, CancellationToken cancellation)
    {
        var (cycle, missing) = await DebtorIntake.CycleOfAsync(cycles, protocol, month, clock.GetUtcNow(), cancellation);
        if (cycle is null)
            return new ComparisonResult.Refused(missing!);
        if (cycle.State.Compared is { } before && before.Id == References.FactOf($"{factId} vergeleken"))
            return new ComparisonResult.Compared(cycle.Id, before.Matched, before.Withheld, before.NamesDiffer);

        // Committed to before the result is known: so nobody can try one list after another.
        var key = await MonthKeyAsync(cycle.Id, cancellation);
        try
        {
            var commit = new CycleCommand.DeliverClients(clients.Rows.Count, clients.Rows.Count(client => client.Withheld), DebtorMatch.Commitment(clients, key));
            switch (await desk.DoAsync(actor, cycle.Id, commit, factId, cancellation))
            {
                case DeskOutcome<CycleState>.Refused { Refusal: var refusal }:
                    return new ComparisonResult.Refused(refusal);
                case DeskOutcome<CycleState>.Ok { Fact: CycleFact.ClientsDelivered { Commitment: var committed } } when committed != commit.Commitment:
                    return new ComparisonResult.Refused(OtherList);
            }

            if (await copies.DebtorsAsync(cycle.State.Delivery!.Copy, cancellation) is not { } debtors)
                return new ComparisonResult.Refused(Damaged);
            return await ListAsync(actor, protocol, cycle, DebtorMatch.Of(debtors, clients, key), factId, cancellation);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
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
            factId, match.Matched.Count, match.WithheldMatches, match.Matched.Count(one => one.NameDiffers), version.Lapsed, version.Number);
        if (await desk.DoAsync(actor, cycle.Id, compared, References.FactOf($"{factId} vergeleken"), cancellation) is DeskOutcome<CycleState>.Refused { Refusal: var late })
            return new ComparisonResult.Refused(late);

        // D5: onmiddellijk. De maand doet het nog eens, mocht dit proces nu stoppen.
        await copies.EndAsync(actor, cycle.State.Delivery.Copy, CopyEnd.Compared, References.FactOf($"{factId} levering"), cancellation);
        return new ComparisonResult.Compared(cycle.Id, compared.Matched, compared.Withheld, compared.NamesDiffer);
    }

    /// <summary>The key of this month, made the first time; it goes with the month.</summary>
    private async Task<byte[]> MonthKeyAsync(ExchangeId cycle, CancellationToken cancellation)
    {
        if (await keys.GetAsync(cycle, cancellation) is { } kept)
            return Convert.FromHexString(kept);
        var key = SecureRandom.Bytes(KeyBytes);
        await keys.PutAsync(cycle, Convert.ToHexStringLower(key), cancellation);
        return key;
    }
}
