using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Stores;

/// <summary>
/// The head of one exchange: all that lists, terms and the sweep need, without its facts. No name, number or contact data ever.
/// </summary>
/// <param name="Kind">The exchange's folder, for example <c>doorverwijzing</c>.</param>
/// <param name="State">A word of that exchange's own closed list.</param>
/// <param name="EraseAfter">When the sweep erases, whatever any engine thinks; null while no term runs (R9).</param>
/// <param name="Pseudonyms">Of the person, while the exchange lives; empty after erasure.</param>
/// <param name="Salt">The exchange's own secret salt of its pseudonyms; null after erasure.</param>
/// <param name="Links">Live exchanges of possibly the same person when this one began; empty after erasure.</param>
/// <param name="Revision">Counts the facts; an append that expects another revision is refused.</param>
public sealed record ExchangeHead(
    ExchangeId Id,
    string Kind,
    ProtocolId Protocol,
    int ProtocolVersion,
    PartyId Sender,
    PartyId Receiver,
    string State,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EraseAfter,
    DateTimeOffset? ErasedAt,
    DateTimeOffset? PurgedAt,
    IReadOnlyList<string> Pseudonyms,
    string? Salt,
    IReadOnlyList<ExchangeId> Links,
    int Revision)
{
    /// <summary>Prints neither salt nor pseudonyms.</summary>
    public override string ToString() => $"{Id} {State} {Revision}";
}

/// <summary>What leads from a person to one live exchange, and nothing else of it.</summary>
/// <param name="Salt">The exchange's own.</param>
/// <param name="Pseudonyms">Of the person, under that salt.</param>
public sealed record PersonLead(ExchangeId Exchange, string Salt, IReadOnlyList<string> Pseudonyms)
{
    /// <summary>Prints neither salt nor pseudonyms.</summary>
    public override string ToString() => $"{Exchange}";
}

/// <summary>One recorded fact, as the register keeps it.</summary>
/// <param name="Id">Unique in the exchange; a second fact with the same id changes nothing.</param>
/// <param name="Json">The fact of that exchange's closed union.</param>
/// <param name="Wakes">True when an orchestration must hear of it.</param>
/// <param name="Handled">True once the orchestration has handled it.</param>
/// <param name="Audited">True once its audit event stands in the chain.</param>
public sealed record FactRow(ExchangeId Exchange, int Sequence, string Id, DateTimeOffset At, string Json, bool Wakes, bool Handled, bool Audited);

/// <summary>The register is the truth. One exchange is one partition: its head and its facts change together or not at all.</summary>
public interface IRegister
{
    /// <summary>Writes the head and first fact unless the exchange exists.</summary>
    /// <returns>False when it existed.</returns>
    Task<bool> InsertAsync(ExchangeHead head, FactRow first, CancellationToken cancellation);

    Task<ExchangeHead?> FindAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>All facts of the exchange, oldest first.</summary>
    Task<IReadOnlyList<FactRow>> FactsAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>The same of many exchanges in as few reads as the store needs; of one that has none, none.</summary>
    Task<ILookup<ExchangeId, FactRow>> FactsOfAllAsync(IReadOnlyCollection<ExchangeId> exchanges, CancellationToken cancellation);

    /// <summary>Appends a fact and replaces the head, if the stored revision is still <paramref name="head"/>.Revision - 1.</summary>
    /// <returns>False when another writer came first, or the fact's id exists already.</returns>
    Task<bool> AppendAsync(ExchangeHead head, FactRow fact, CancellationToken cancellation);

    Task MarkHandledAsync(ExchangeId exchange, string factId, CancellationToken cancellation);

    Task MarkAuditedAsync(ExchangeId exchange, string factId, CancellationToken cancellation);

    /// <summary>Facts recorded before <paramref name="before"/> that wake and are not handled, or that are not audited.</summary>
    IAsyncEnumerable<FactRow> UnfinishedAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Heads that are not erased and whose term has passed.</summary>
    IAsyncEnumerable<ExchangeHead> DueAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Heads of one protocol, oldest first; with <paramref name="liveOnly"/> those that are not erased.</summary>
    IAsyncEnumerable<ExchangeHead> OfProtocolAsync(ProtocolId protocol, bool liveOnly, CancellationToken cancellation);

    /// <summary>The same of one kind, without reading those of others.</summary>
    IAsyncEnumerable<ExchangeHead> OfKindAsync(ProtocolId protocol, string kind, bool liveOnly, CancellationToken cancellation);

    /// <summary>
    /// What leads to the persons of one protocol's live exchanges, in no order: so little that a hundred thousand are read within a second. One whose erasure is under way may still
    /// be among them; its head says so.
    /// </summary>
    IAsyncEnumerable<PersonLead> LeadsAsync(ProtocolId protocol, CancellationToken cancellation);

    /// <summary>
    /// Replaces what leads to the person of this exchange: pseudonyms, salt and links, and nothing else of the head. An append never does. Where nothing
    /// leads to anybody any more, nothing is written: a writer that was overtaken by an erasure does not bring the person back.
    /// </summary>
    /// <returns>False where nothing led to anybody.</returns>
    Task<bool> RenewPersonAsync(ExchangeHead head, CancellationToken cancellation);

    /// <summary>Takes this exchange out of the links of all others.</summary>
    Task UnlinkAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>How many others still link to this exchange.</summary>
    Task<int> CountLinksToAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>Makes sure that what was replaced is not readable in the store any more (write-ahead logs, free pages).</summary>
    Task ScrubAsync(CancellationToken cancellation);

    /// <summary>Those of these exchanges that no head claims: there is none, or it is erased. In as few reads as the store needs, since a sweep asks it of all that the stores hold.</summary>
    Task<IReadOnlyList<ExchangeId>> UnclaimedAsync(IReadOnlyCollection<ExchangeId> exchanges, CancellationToken cancellation);

    /// <summary>Notes that something of an exchange was found which no row claims, and says since when that is known.</summary>
    Task<DateTimeOffset> OrphanSeenAsync(ExchangeId exchange, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>The orphan was erased or claimed.</summary>
    Task OrphanGoneAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>Heads that were erased before <paramref name="before"/> and whose history is not purged.</summary>
    IAsyncEnumerable<ExchangeHead> UnpurgedAsync(DateTimeOffset before, CancellationToken cancellation);
}
