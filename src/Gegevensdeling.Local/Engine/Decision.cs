using System.Text.Json.Serialization;

namespace Gegevensdeling.Local.Engine;

/// <summary>What the code of an orchestration asked for. Replay must ask for the same again, inputs included (law 1).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "does")]
[JsonDerivedType(typeof(CallActivity), "callActivity")]
[JsonDerivedType(typeof(CallSubOrchestration), "callSubOrchestration")]
[JsonDerivedType(typeof(CreateTimer), "createTimer")]
[JsonDerivedType(typeof(AwaitMessage), "awaitMessage")]
[JsonDerivedType(typeof(ContinueAsNew), "continueAsNew")]
[JsonDerivedType(typeof(Complete), "complete")]
[JsonDerivedType(typeof(Fail), "fail")]
internal abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The decision in words, without any payload: names and numbers only.</summary>
    public abstract string Describe();

    public sealed record CallActivity(int Task, string Name, RawJson Input) : Decision
    {
        public override string Describe() => $"step {Task}, activity '{Name}'";
    }

    public sealed record CallSubOrchestration(int Task, string Instance, string Name, int Version, RawJson Input) : Decision
    {
        public override string Describe() => $"step {Task}, sub-orchestration '{Name}' version {Version}";
    }

    public sealed record CreateTimer(int Task, DateTimeOffset FireAt) : Decision
    {
        public override string Describe() => $"step {Task}, timer at {FireAt:O}";
    }

    public sealed record AwaitMessage(int Task, DateTimeOffset? Deadline) : Decision
    {
        public override string Describe() => $"step {Task}, wait for a message until {(Deadline is { } at ? at.ToString("O") : "it comes")}";
    }

    public sealed record ContinueAsNew(RawJson Input) : Decision
    {
        public override string Describe() => "continue-as-new";
    }

    public sealed record Complete(RawJson Output) : Decision
    {
        public override string Describe() => "the end";
    }

    public sealed record Fail(string Code) : Decision
    {
        public override string Describe() => $"failure '{Code}'";
    }
}
