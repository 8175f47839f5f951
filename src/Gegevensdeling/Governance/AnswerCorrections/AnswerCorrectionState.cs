using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.AnswerCorrections;

/// <summary>What the facts of one correction of an answer add up to. Derived, never stored.</summary>
public sealed record AnswerCorrectionState(IReadOnlyList<AnswerCorrectionFact> Facts)
{
    public AnswerCorrectionFact.Reported Report { get; } = Facts.OfType<AnswerCorrectionFact.Reported>().First();

    public AnswerCorrectionFact.Acknowledged? Acknowledged { get; } = Facts.OfType<AnswerCorrectionFact.Acknowledged>().FirstOrDefault();

    /// <summary>What the team did; null while it investigates.</summary>
    public AnswerCorrectionFact.Decided? Decided { get; } = Facts.OfType<AnswerCorrectionFact.Decided>().FirstOrDefault();

    public AnswerCorrectionFact.RowsErased? RowsErased { get; } = Facts.OfType<AnswerCorrectionFact.RowsErased>().FirstOrDefault();

    public AnswerCorrectionFact.NoLongerNeeded? NoLongerNeeded { get; } = Facts.OfType<AnswerCorrectionFact.NoLongerNeeded>().FirstOrDefault();

    public AnswerCorrectionFact.Settled? Settled { get; } = Facts.OfType<AnswerCorrectionFact.Settled>().FirstOrDefault();

    /// <summary>The service still has to erase rows in its own file.</summary>
    public bool AwaitsErasure => Decided?.Measure == AnswerMeasure.RowErased && RowsErased is null;

    /// <summary>The word of this state in lists.</summary>
    public string Word => this switch
    {
        { Settled: not null } => "afgesloten",
        { NoLongerNeeded: not null } => "niet-meer-nodig",
        { AwaitsErasure: true } => "rijen-te-wissen",
        { Decided: { } decided } => decided.Measure.Word(),
        { Acknowledged: not null } => "in-onderzoek",
        _ => "gemeld",
    };

    public DateTimeOffset? ClosedAt => Settled?.At ?? NoLongerNeeded?.At;

    /// <exception cref="InvalidOperationException">The first fact is no report.</exception>
    public static AnswerCorrectionState Of(IEnumerable<ExchangeFact> facts) => new([.. facts.OfType<AnswerCorrectionFact>()]);
}
