using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>
/// Something that happened in a dossier: the life of a protocol, a correction, a breach. Like every fact it names no person concerned and
/// holds no wrong or right value of theirs.
/// </summary>
public abstract record DossierFact(string Id, DateTimeOffset At, ActedBy By) : ExchangeFact(Id, At, By)
{
    /// <summary>What the audit chain says of it.</summary>
    internal abstract AuditOfFact Audited { get; }

    /// <summary>True for what the system itself notes after taking a step: it wakes nobody.</summary>
    [JsonIgnore]
    public bool IsSystems => this is Taken or HistoryPurged;

    /// <summary>Prints no text: a person in office may stand in it.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Id}";

    /// <summary>The system took a step that the plan asked for; it is never taken twice.</summary>
    /// <param name="Step">The code of the step, unique in the dossier.</param>
    public sealed record Taken(string Id, DateTimeOffset At, ActedBy By, string Step) : DossierFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "art. 8 §1", Step.Split(':')[0]);
    }

    /// <summary>The dossier is closed and its orchestration has no history left.</summary>
    public sealed record HistoryPurged(string Id, DateTimeOffset At, ActedBy By) : DossierFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.HistoryPurged, "art. 3");
    }

    internal static IReadOnlyList<JsonDerivedType> Common { get; } =
    [
        new(typeof(Taken), "stap-gezet"),
        new(typeof(HistoryPurged), "dossierhistoriek-gewist"),
    ];
}
