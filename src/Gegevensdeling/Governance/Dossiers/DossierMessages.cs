using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>The start of a dossier's orchestration, and of each of its cycles.</summary>
public sealed record DossierInput(ExchangeId Dossier);

/// <summary>What the orchestration hears: that something was recorded. What it was stands in the register.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "bericht")]
[JsonDerivedType(typeof(Recorded), "vastgelegd")]
public abstract record DossierMessage : OrchestrationMessage
{
    private DossierMessage(string id)
        : base(id)
    {
    }

    public sealed record Recorded(string Id) : DossierMessage(Id);
}

/// <param name="Step">Makes the look the same one when the activity runs twice.</param>
public sealed record LookInput(ExchangeId Exchange, Guid Step) : IStepOfExchange;

/// <summary>What is due: codes of steps, never their texts.</summary>
public sealed record LookAnswer(IReadOnlyList<string> Steps, DateTimeOffset? Next, bool Closed)
{
    /// <summary>Closed, with nothing left to do.</summary>
    [JsonIgnore]
    public bool Over => Closed && Steps.Count == 0;
}

/// <param name="Code">The step to take.</param>
/// <param name="Step">Makes it the same one when the activity runs twice.</param>
public sealed record TakeInput(ExchangeId Exchange, string Code, Guid Step) : IStepOfExchange;

/// <summary>How a step ended.</summary>
public enum StepOutcome
{
    Taken,

    /// <summary>It cannot be taken yet; the plan says when to look again.</summary>
    NotYet,

    /// <summary>Tried a number of times, in vain.</summary>
    Failed,
}

public sealed record TakeAnswer(StepOutcome Outcome);

/// <summary>When a dossier is looked at again.</summary>
public static class DossierTerms
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(15);

    /// <summary>The plan's next moment; sooner where a step failed.</summary>
    public static DateTimeOffset? LookAgain(DateTimeOffset? next, IReadOnlyCollection<StepOutcome> taken, DateTimeOffset now) =>
        !taken.Contains(StepOutcome.Failed) ? next : next is { } planned && planned < now + AfterFailure ? planned : now + AfterFailure;
}

/// <summary>The activities of every dossier.</summary>
public static class DossierActivityTokens
{
    /// <summary>Looks at the register with the rules of the kind, and marks what it saw as handled.</summary>
    public static Activity<LookInput, LookAnswer> Look { get; } = new("DossierBekijken", RetryPolicy.Patient);

    /// <summary>Takes one step: tells people, or does something in the system; then it stands in the register.</summary>
    public static Activity<TakeInput, TakeAnswer> Take { get; } = new("DossierStap", new(MaxAttempts: 5, TimeSpan.FromSeconds(5), BackoffCoefficient: 2, TimeSpan.FromMinutes(1)));

    public static IReadOnlyList<IActivityToken> All { get; } = [Look, Take];
}
