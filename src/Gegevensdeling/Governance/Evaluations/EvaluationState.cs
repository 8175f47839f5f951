using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>What people and the system do around an evaluation. The decision is <see cref="EvaluationDecisions"/>.</summary>
public abstract record EvaluationCommand
{
    private EvaluationCommand()
    {
    }

    public sealed record Open(DateOnly Due) : EvaluationCommand;

    public sealed record Move(PartyId Party, DateOnly Proposed) : EvaluationCommand;

    public sealed record Hold(PartyId Party, DateOnly On, IReadOnlyList<EvaluationOutcome> Outcomes, string Reference) : EvaluationCommand;
}

/// <summary>What the facts of one evaluation add up to. Derived, never stored.</summary>
public sealed record EvaluationState(EvaluationFact.Opened Opened, IReadOnlyList<EvaluationFact.Moved> Moves, EvaluationFact.Held? Held, EvaluationFact.Lapsed? Lapsed)
{
    public DateOnly Proposed => Moves.Count > 0 ? Moves[^1].Proposed : Opened.Proposed;

    public DateTimeOffset? ClosedAt => Held?.At ?? Lapsed?.At;

    public string Word => Held is not null ? "gehouden" : Lapsed is not null ? "vervallen" : "uitgenodigd";

    /// <exception cref="InvalidOperationException">The first fact is not the opening.</exception>
    public static EvaluationState Of(IReadOnlyList<ExchangeFact> facts) => new(
        facts is [EvaluationFact.Opened opened, ..] ? opened : throw new InvalidOperationException("An evaluation begins with its opening"),
        [.. facts.OfType<EvaluationFact.Moved>()],
        facts.OfType<EvaluationFact.Held>().FirstOrDefault(),
        facts.OfType<EvaluationFact.Lapsed>().FirstOrDefault());
}
