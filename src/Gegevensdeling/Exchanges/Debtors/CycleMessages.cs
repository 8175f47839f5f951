using System.Text.Json.Serialization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>What the orchestration of a month hears.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "bericht")]
[JsonDerivedType(typeof(DebtorsDelivered), "debiteuren-geleverd")]
[JsonDerivedType(typeof(Listed), "vergeleken")]
[JsonDerivedType(typeof(Released), "vrijgegeven")]
[JsonDerivedType(typeof(Confirmed), "bevestigd")]
[JsonDerivedType(typeof(Detailed), "details-geleverd")]
[JsonDerivedType(typeof(Ended), "beeindigd")]
public abstract record CycleMessage : OrchestrationMessage
{
    private CycleMessage(string id)
        : base(id)
    {
    }

    public sealed record DebtorsDelivered(string Id) : CycleMessage(Id);

    /// <summary>Phase 2 is done, by this system or by the OCMW.</summary>
    /// <param name="Any">Somebody is both debtor and client.</param>
    public sealed record Listed(string Id, bool Any) : CycleMessage(Id);

    /// <param name="Any">There are marks; null where it is as the comparison said.</param>
    public sealed record Released(string Id, bool? Any = null) : CycleMessage(Id);

    public sealed record Confirmed(string Id) : CycleMessage(Id);

    public sealed record Detailed(string Id) : CycleMessage(Id);

    public sealed record Ended(string Id, ErasureReason Reason) : CycleMessage(Id);
}
