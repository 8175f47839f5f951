using System.Text.Json.Serialization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>What the orchestration of the list hears.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "bericht")]
[JsonDerivedType(typeof(VersionMade), "versie")]
[JsonDerivedType(typeof(Ended), "beeindigd")]
public abstract record ListMessage : OrchestrationMessage
{
    private ListMessage(string id)
        : base(id)
    {
    }

    /// <param name="Number">Of the version.</param>
    /// <param name="Reviews">The dates on which pauses are to be looked at, with how many.</param>
    /// <param name="MovesAt">When the list leaves the shared drive; null where this version changes nothing in that.</param>
    /// <param name="Tell">The municipality must hear of changed marks.</param>
    public sealed record VersionMade(string Id, int Number, IReadOnlyList<ReviewCount> Reviews, DateTimeOffset? MovesAt, bool Tell) : ListMessage(Id);

    public sealed record Ended(string Id, ErasureReason Reason) : ListMessage(Id);
}
