using Gegevensdeling.Evidence;
using System.Text.Json.Serialization;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What the orchestration of a referral hears: that a fact was recorded, never what the fact says of a person.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "bericht")]
[JsonDerivedType(typeof(Taken), "genomen")]
[JsonDerivedType(typeof(Received), "ontvangen")]
[JsonDerivedType(typeof(ContactMade), "contact")]
[JsonDerivedType(typeof(Ended), "beeindigd")]
[JsonDerivedType(typeof(Declared), "verklaard")]
[JsonDerivedType(typeof(KeyRequested), "sleutel-gevraagd")]
[JsonDerivedType(typeof(KeyLost), "sleutel-verloren")]
public abstract record ReferralMessage : OrchestrationMessage
{
    private ReferralMessage(string id)
        : base(id)
    {
    }

    public sealed record Taken(string Id) : ReferralMessage(Id);

    public sealed record Received(string Id) : ReferralMessage(Id);

    public sealed record ContactMade(string Id) : ReferralMessage(Id);

    /// <param name="Id">The id of the fact.</param>
    /// <param name="End">Why.</param>
    /// <param name="Seen">Somebody at the OCMW had seen the content.</param>
    public sealed record Ended(string Id, ErasureReason End, bool Seen) : ReferralMessage(Id);

    public sealed record Declared(string Id) : ReferralMessage(Id);

    public sealed record KeyRequested(string Id, int Handover) : ReferralMessage(Id);

    public sealed record KeyLost(string Id) : ReferralMessage(Id);
}
