using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Everything that can be recorded of an extract of the Vlaams Kadaster Groeipakket. Closed.</summary>
public abstract record ExtractFact : GroeipakketFact
{
    private ExtractFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <param name="AsOf">The day of which the extract shows the state of the register.</param>
    public sealed record Claimed(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, DateOnly AsOf) : ExtractFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Created, "C2", "uittreksel");
    }

    /// <summary>Every row was right, and the whole is sealed.</summary>
    public sealed record Sealed(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Sha256, long Bytes) : ExtractFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Sealed, "C2", "uittreksel", Artefact: Artefact, Sha256: Sha256);
    }

    /// <summary>Another extract came in its place, whole.</summary>
    public sealed record Superseded(string Id, DateTimeOffset At, ActedBy By, ExchangeId Next) : ExtractFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "C2", "uittreksel-vervangen");
    }

    /// <summary>Nothing is left to be looked up in it, or its own term is over.</summary>
    public sealed record Ended(string Id, DateTimeOffset At, ActedBy By) : ExtractFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "C2", "uittreksel-beeindigd");
    }

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Claimed), "uittreksel-aangemaakt"),
        new(typeof(Sealed), "uittreksel-verzegeld"),
        new(typeof(Superseded), "uittreksel-vervangen"),
        new(typeof(Ended), "uittreksel-beeindigd"),
    ];
}

/// <summary>What the facts of one extract add up to.</summary>
public sealed record ExtractState
{
    public required ExtractFact.Claimed Claim { get; init; }

    public SealedFile? File { get; init; }

    public ErasureReason? End { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public ErasureFact.Erased? Erased { get; init; }

    /// <summary>Requests can be looked up in it.</summary>
    public bool IsUsable => File is not null && End is null;

    public string Word => this switch
    {
        { Erased: not null } => "gewist",
        { End: not null } => "wissen",
        { File: null } => "aangemaakt",
        _ => "verzegeld",
    };

    public static ExtractState Start(ExchangeFact first) => first is ExtractFact.Claimed claim
        ? new() { Claim = claim }
        : throw new InvalidOperationException("An extract begins with its claim");

    public ExtractState After(ExchangeFact fact) => fact switch
    {
        ExtractFact.Sealed made => this with { File = new(made.Artefact, made.Sha256, made.Bytes) },
        ExtractFact.Superseded => Ended(ErasureReason.Voided, fact.At),
        ExtractFact.Ended => Ended(ErasureReason.TermEnded, fact.At),
        ExtractFact.Claimed => this,
        ErasureFact.Erased erased => this with { Erased = erased },
        ErasureFact => this,
        _ => throw new InvalidOperationException($"A fact that no rule knows: {fact.GetType().Name}"),
    };

    private ExtractState Ended(ErasureReason end, DateTimeOffset at) => End is null ? this with { End = end, EndedAt = at } : this;
}
