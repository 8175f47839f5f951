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

    /// <summary>Dossiers of objections of which nobody said yet which row it is: meanwhile the whole list is only kept (W22).</summary>
    public IReadOnlyList<ExchangeId> Waiting { get; init; } = [];

    public bool IsRestricted => Waiting.Count > 0;

    /// <summary>Dossiers for which a row is only kept, or of which the person is not on the list.</summary>
    public IReadOnlyList<ExchangeId> Held { get; init; } = [];

    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>The versions that the OCMW opened, each with its first opening.</summary>
    public IReadOnlyList<ListFact.Opened> Openings { get; init; } = [];

    public ErasureReason? End { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public ErasureFact.Erased? Erased { get; init; }

    /// <summary>The word in lists and in the register's head.</summary>
    public string Word => this switch
    {
        { Erased: not null } => "gewist",
        { End: not null } => "wissen",
        { Current: null } => "leeg",
        { IsRestricted: true } => "beperkt",
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
        ListFact.VersionMade made => AfterRestriction(made) with { Versions = [.. Versions, made], MovedAt = made.DeliveredAt is null ? MovedAt : null },
        ListFact.Restricted restricted => this with { Waiting = [.. Waiting, restricted.Dossier] },
        ListFact.RestrictionLifted lifted => this with { Waiting = Without(Waiting, lifted.Dossier) },
        ListFact.Opened opened => Openings.Any(one => one.Number == opened.Number) ? this : this with { Openings = [.. Openings, opened] },
        ListFact.Moved => this with { MovedAt = fact.At },
        ListFact.ProtocolEnded => End is null ? this with { End = ErasureReason.ProtocolEnded, EndedAt = fact.At } : this,
        ListFact.Begun or ListFact.MarksFetched or ListFact.Exported or ListFact.ReviewAsked => this,
        _ => throw new InvalidOperationException($"A fact that no rule knows: {fact.GetType().Name}"),
    };

    private ListState AfterRestriction(ListFact.VersionMade made) => made switch
    {
        { Restriction: null } => this,
        { Restriction: { } dossier, Why: ListChange.Restricted } => this with { Waiting = Without(Waiting, dossier), Held = [.. Without(Held, dossier), dossier] },
        { Restriction: { } dossier } => this with { Held = Without(Held, dossier) },
    };

    private static IReadOnlyList<ExchangeId> Without(IReadOnlyList<ExchangeId> dossiers, ExchangeId gone) => [.. dossiers.Where(one => one != gone)];
}
