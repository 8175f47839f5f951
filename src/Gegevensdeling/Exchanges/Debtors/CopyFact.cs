using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>What a sealed copy holds.</summary>
public enum CopyContent
{
    /// <summary>Phase 1 as the municipality delivered it: also people who are no client.</summary>
    [JsonStringEnumMemberName("levering")] Delivery,

    /// <summary>One version of the list: clients only.</summary>
    [JsonStringEnumMemberName("versie")] Version,
}

/// <summary>Why a sealed copy is over.</summary>
public enum CopyEnd
{
    /// <summary>D5: it was compared; whoever is no client is gone.</summary>
    [JsonStringEnumMemberName("vergeleken")] Compared,

    /// <summary>D11: a later version, or another delivery, came in its place.</summary>
    [JsonStringEnumMemberName("opgevolgd")] Superseded,

    /// <summary>It was sealed, and somebody else was first.</summary>
    [JsonStringEnumMemberName("niet-gebruikt")] NotUsed,

    /// <summary>The month is over and nobody compared it.</summary>
    [JsonStringEnumMemberName("maand-voorbij")] MonthOver,

    /// <summary>G7 to G9.</summary>
    [JsonStringEnumMemberName("protocol-beeindigd")] ProtocolEnded,
}

/// <summary>Everything that can be recorded of one sealed copy. Closed.</summary>
public abstract record CopyFact : DebtorFact
{
    private CopyFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <param name="Of">The month of a delivery, or the list of a version.</param>
    /// <param name="Number">Of the version; of a delivery which one it is in its month. From 1.</param>
    public sealed record Claimed(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, CopyContent Content, ExchangeId Of, int Number) : CopyFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Created, "art. 3", Content == CopyContent.Delivery ? "fase-1" : "lijst");
    }

    public sealed record Sealed(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Sha256, long Bytes) : CopyFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Sealed, "art. 6", Artefact: Artefact, Sha256: Sha256);
    }

    public sealed record Ended(string Id, DateTimeOffset At, ActedBy By, CopyEnd Why) : CopyFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "art. 3", "kopie-beeindigd");
    }

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Claimed), "kopie-aangemaakt"),
        new(typeof(Sealed), "kopie-verzegeld"),
        new(typeof(Ended), "kopie-beeindigd"),
    ];
}

/// <summary>What the facts of one sealed copy add up to.</summary>
public sealed record CopyState
{
    public required CopyFact.Claimed Claim { get; init; }

    public SealedFile? File { get; init; }

    public CopyFact.Ended? End { get; init; }

    public ErasureFact.Erased? Erased { get; init; }

    /// <summary>Its content can be read here.</summary>
    public bool IsReadable => File is not null && End is null && Erased is null;

    public string Word => this switch
    {
        { Erased: not null } => "gewist",
        { End: not null } => "wissen",
        { File: null } => "aangemaakt",
        _ => "verzegeld",
    };

    public static CopyState Start(ExchangeFact first) => first is CopyFact.Claimed claim ? new() { Claim = claim } : throw new InvalidOperationException("A copy begins with its claim");

    public CopyState After(ExchangeFact fact) => fact switch
    {
        CopyFact.Sealed made => this with { File = new(made.Artefact, made.Sha256, made.Bytes) },
        CopyFact.Ended ended => this with { End = End ?? ended },
        CopyFact.Claimed => this,
        ErasureFact.Erased erased => this with { Erased = erased },
        ErasureFact => this,
        _ => throw new InvalidOperationException($"A fact that no rule knows: {fact.GetType().Name}"),
    };
}
