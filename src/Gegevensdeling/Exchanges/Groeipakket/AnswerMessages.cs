using System.Text.Json.Serialization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>What the orchestration of an answer hears.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "bericht")]
[JsonDerivedType(typeof(MailAsked), "mail-gevraagd")]
[JsonDerivedType(typeof(MailApproved), "mail-goedgekeurd")]
[JsonDerivedType(typeof(HandoverBegun), "overdracht")]
[JsonDerivedType(typeof(KeyLost), "sleutel-verloren")]
[JsonDerivedType(typeof(Received), "ontvangen")]
[JsonDerivedType(typeof(Ended), "beeindigd")]
[JsonDerivedType(typeof(Declared), "verklaard")]
public abstract record AnswerMessage : OrchestrationMessage
{
    private AnswerMessage(string id)
        : base(id)
    {
    }

    public sealed record MailAsked(string Id) : AnswerMessage(Id);

    public sealed record MailApproved(string Id) : AnswerMessage(Id);

    public sealed record HandoverBegun(string Id, int Handover) : AnswerMessage(Id);

    public sealed record KeyLost(string Id) : AnswerMessage(Id);

    public sealed record Received(string Id) : AnswerMessage(Id);

    public sealed record Ended(string Id, ErasureReason Reason) : AnswerMessage(Id);

    public sealed record Declared(string Id) : AnswerMessage(Id);
}
