using Gegevensdeling.Audit;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>How far a breach may reach: counts, never persons.</summary>
/// <param name="From">Null where one exchange is meant.</param>
/// <param name="Live">Exchanges whose data this system still holds.</param>
/// <param name="Erased">Those that were erased since.</param>
/// <param name="PersonsAtLeast">Live exchanges that were found to be of possibly the same person count once; erased ones link to nobody any more, and may all be of a person that is counted already.</param>
/// <param name="PersonsAtMost">One person an exchange (W9); null where there are files of many people, whose beneficiaries nobody can count without opening them.</param>
public sealed record BreachExtent(DateOnly? From, DateOnly? Until, int Live, int Erased, int PersonsAtLeast, int? PersonsAtMost, IReadOnlyList<BreachAccess> Accesses)
{
    /// <summary>Files of many people among them, by kind.</summary>
    public IReadOnlyList<BreachFiles> Files { get; init; } = [];

    public int Exchanges => Live + Erased;
}

/// <summary>What one service did with the content or a key on one legal date, in the exchanges that are meant. By function, never by person.</summary>
public sealed record BreachAccess(DateOnly Date, PartyId Party, string Role, AuditAction Action, int Count);

/// <summary>Computes what a breach may reach from the register and the audit log, at the moment that it is asked.</summary>
public sealed class BreachExtents(IRegister register, IAuditLog audit, DossierFile dossiers)
{
    private static readonly HashSet<AuditAction> Accesses =
    [
        AuditAction.Delivered, AuditAction.Opened, AuditAction.FileFetched, AuditAction.ReceiptConfirmed, AuditAction.KeyRevealed, AuditAction.PassedOn, AuditAction.BreakGlass,
    ];

    /// <summary>One exchange, from its beginning until now; of a debtor list or a month everything that it held in its time.</summary>
    public async Task<BreachExtent> OfExchangeAsync(ExchangeId exchange, DateTimeOffset now, CancellationToken cancellation)
    {
        var head = await register.FindAsync(exchange, cancellation) ?? throw new InvalidOperationException("No such exchange");
        List<ExchangeHead> meant = DebtorKindNames.IsSubject(head.Kind)
            ? [head, .. (await ExistingAsync(head.Protocol, head.CreatedAt, head.ErasedAt ?? now.AddTicks(1), cancellation)).Where(one => DebtorKindNames.IsFile(one.Kind))]
            : [head];
        return await OfAsync(head.Protocol, meant, LegalCalendar.DateOf(head.CreatedAt), LegalCalendar.DateOf(now), cancellation) with { From = null, Until = null };
    }

    /// <summary>Every exchange of the protocol whose data existed at some moment of these days, both included.</summary>
    public async Task<BreachExtent> OfPeriodAsync(ProtocolId protocol, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var heads = await ExistingAsync(protocol, LegalCalendar.StartOf(from), LegalCalendar.EndOf(until), cancellation);
        return await OfAsync(protocol, heads, from, until, cancellation);
    }

    private async Task<List<ExchangeHead>> ExistingAsync(ProtocolId protocol, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation) =>
        await register.OfProtocolAsync(protocol, liveOnly: false, cancellation)
            .Where(head => dossiers.KindOf(head.Kind) is null && head.CreatedAt < end && (head.ErasedAt is null || head.ErasedAt >= start)).ToListAsync(cancellation);

    private async Task<BreachExtent> OfAsync(ProtocolId protocol, List<ExchangeHead> meant, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        // The list and a month hold nothing themselves; what is done under their references counts.
        var heads = meant.Where(head => !DebtorKindNames.IsSubject(head.Kind)).ToList();
        var live = heads.Where(head => head.ErasedAt is null).ToList();
        var files = new List<(string Kind, int? Rows)>();
        var copies = await CopiesAsync(protocol, heads, cancellation);
        foreach (var head in heads.Where(BreachRows.IsFile))
            files.Add((head.Kind, copies.TryGetValue(head.Id, out var rows) ? rows : BreachRows.Of(await FactsAsync(head, cancellation))));

        // A request and its answer are about the same children, two versions of a list about the same people: the longest file is what is certain.
        var atLeast = files.Count == 0 ? Families(live) : files.Max(file => file.Rows) ?? 0;
        return new(
            from, until, live.Count, heads.Count - live.Count, Math.Max(atLeast, Math.Min(heads.Count, 1)), files.Count == 0 ? heads.Count : null,
            await AccessesAsync(protocol, meant.Select(head => head.Id).ToHashSet(), from, until, cancellation))
        {
            Files = BreachRows.ByKind(files),
        };
    }

    /// <summary>The rows of the deliveries and versions of a debtor protocol, as its months and its list say.</summary>
    private async Task<Dictionary<ExchangeId, int>> CopiesAsync(ProtocolId protocol, List<ExchangeHead> heads, CancellationToken cancellation)
    {
        var found = new Dictionary<ExchangeId, int>();
        if (!heads.Exists(head => DebtorKindNames.IsFile(head.Kind)))
            return found;
        await foreach (var head in register.OfProtocolAsync(protocol, liveOnly: false, cancellation).Where(head => DebtorKindNames.IsSubject(head.Kind)))
        {
            foreach (var (copy, rows) in BreachRows.OfCopies(await FactsAsync(head, cancellation)))
                found[copy] = rows;
        }

        return found;
    }

    private async Task<IReadOnlyList<ExchangeFact>> FactsAsync(ExchangeHead head, CancellationToken cancellation) =>
        [.. (await register.FactsAsync(head.Id, cancellation)).Select(row => FactJson.Read(row.Json))];

    /// <summary>
    /// The register notes at the start of an exchange which live ones are of possibly the same person (W8), found under the protocol's key and
    /// each one's own salt; without the person's data nobody can compare their pseudonyms again. Linked ones count once.
    /// </summary>
    private static int Families(List<ExchangeHead> live)
    {
        var groups = live.ToDictionary(head => head.Id, head => new HashSet<ExchangeId> { head.Id });
        foreach (var (one, other) in live.SelectMany(head => head.Links.Select(link => (head.Id, link))).Where(pair => groups.ContainsKey(pair.link)))
        {
            groups[one].UnionWith(groups[other]);
            foreach (var member in groups[one])
                groups[member] = groups[one];
        }

        return groups.Values.Distinct(ReferenceEqualityComparer.Instance).Count();
    }

    private async Task<IReadOnlyList<BreachAccess>> AccessesAsync(ProtocolId protocol, HashSet<ExchangeId> exchanges, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var found = new Dictionary<BreachAccess, int>();
        var (start, end) = (LegalCalendar.StartOf(from).ToUniversalTime(), LegalCalendar.EndOf(until).ToUniversalTime());
        for (var month = new DateTimeOffset(start.Year, start.Month, 1, 0, 0, 0, TimeSpan.Zero); month < end; month = month.AddMonths(1))
        {
            await foreach (var entry in audit.ReadAsync(AuditChain.NameOf(protocol, month), cancellation))
            {
                var told = entry.Event;
                if (told.At < start || told.At >= end || told.Outcome != AuditOutcome.Ok || !Accesses.Contains(told.Action) || told.Exchange is not { } exchange || !exchanges.Contains(exchange))
                    continue;
                var access = new BreachAccess(LegalCalendar.DateOf(told.At), told.Actor.Party, told.Actor.Role, told.Action, 0);
                found[access] = found.GetValueOrDefault(access) + 1;
            }
        }

        return [.. found.Select(one => one.Key with { Count = one.Value }).OrderBy(one => one.Date).ThenBy(one => one.Party.Value, StringComparer.Ordinal).ThenBy(one => one.Role, StringComparer.Ordinal).ThenBy(one => one.Action)];
    }
}
