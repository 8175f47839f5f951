using System.Text.Json.Serialization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>What the orchestration of a request hears.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "bericht")]
[JsonDerivedType(typeof(HandoverBegun), "overdracht")]
[JsonDerivedType(typeof(KeyEntered), "sleutel-ingevoerd")]
[JsonDerivedType(typeof(WentOn), "verder")]
[JsonDerivedType(typeof(Answered), "beantwoord")]
[JsonDerivedType(typeof(Ended), "beeindigd")]
[JsonDerivedType(typeof(Declared), "verklaard")]
public abstract record RequestMessage : OrchestrationMessage
{
    private RequestMessage(string id)
        : base(id)
    {
    }

    public sealed record HandoverBegun(string Id, int Handover) : RequestMessage(Id);

    public sealed record KeyEntered(string Id) : RequestMessage(Id);

    public sealed record WentOn(string Id) : RequestMessage(Id);

    public sealed record Answered(string Id) : RequestMessage(Id);

    public sealed record Ended(string Id, ErasureReason Reason) : RequestMessage(Id);

    public sealed record Declared(string Id) : RequestMessage(Id);
}
