using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>What the facts of the list add up to. Derived, never stored.</summary>
public sealed record ListState
{
    public required ListFact.Begun Beginning { get; init; }

    /// <summary>Every version, the one that counts last.</summary>
    public IReadOnlyList<ListFact.VersionMade> Versions { get; init; } = [];

    public ListFact.VersionMade? Current => Versions is [.., var last] ? last : null;

    /// <summary>0 before the first.</summary>
    public int Number => Current?.Number ?? 0;

    /// <summary>The last comparison: its month, and when its phase 1 was delivered.</summary>
    public ListFact.VersionMade? Comparison => Versions.LastOrDefault(one => one.Why == ListChange.Compared);

    /// <summary>The last change that the municipality must know of, of whatever month.</summary>
    public ListFact.VersionMade? MarksChanged => Versions.LastOrDefault(one => ListChanges.OfMarks.Contains(one.Why));

    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>The versions that the OCMW opened, each with its first opening.</summary>
    public IReadOnlyList<ListFact.Opened> Openings { get; init; } = [];

    public IReadOnlyList<ExchangeId> Restrictions { get; init; } = [];

    public bool IsRestricted => Restrictions.Count > 0;

    public ErasureReason? End { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public ErasureFact.Erased? Erased { get; init; }

    /// <summary>The word in lists and in the register's head.</summary>
    public string Word => this switch
    {
        { Erased: not null } => "gewist",
        { End: not null } => "wissen",
        { IsRestricted: true } => "beperkt",
        { Current: null } => "leeg",
        { MovedAt: not null } => "op-dienstenschijf",
        _ => "gedeeld",
    };

    public static ListState Start(ExchangeFact first) => first is ListFact.Begun begun ? new() { Beginning = begun } : throw new InvalidOperationException("A list begins with its beginning");

    public ListState After(ExchangeFact fact) => fact switch
    {
        ListFact list => After(list),
        ErasureFact.Erased erased => this with { Erased = erased },
        _ => this,
    };

    private ListState After(ListFact fact) => fact switch
    {
        ListFact.VersionMade made => this with { Versions = [.. Versions, made], MovedAt = made.DeliveredAt is null ? MovedAt : null },
        ListFact.Opened opened => Openings.Any(one => one.Number == opened.Number) ? this : this with { Openings = [.. Openings, opened] },
        ListFact.Moved => this with { MovedAt = fact.At },
        ListFact.Restricted made => this with { Restrictions = [.. Restrictions, made.Dossier] },
        ListFact.RestrictionLifted lifted => this with { Restrictions = [.. Restrictions.Where(one => one != lifted.Dossier)] },
        ListFact.ProtocolEnded => End is null ? this with { End = ErasureReason.ProtocolEnded, EndedAt = fact.At } : this,
        ListFact.Begun or ListFact.MarksFetched or ListFact.Exported or ListFact.ReviewAsked => this,
        _ => throw new InvalidOperationException($"A fact that no rule knows: {fact.GetType().Name}"),
    };
}
