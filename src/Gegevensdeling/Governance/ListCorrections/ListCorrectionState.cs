using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.ListCorrections;

/// <summary>What the facts of one correction of a debtor list add up to. Derived, never stored.</summary>
public sealed record ListCorrectionState(IReadOnlyList<ListCorrectionFact> Facts)
{
    public ListCorrectionFact.Reported Report { get; } = Facts.OfType<ListCorrectionFact.Reported>().First();

    public ListCorrectionFact.Acknowledged? Acknowledged { get; } = Facts.OfType<ListCorrectionFact.Acknowledged>().FirstOrDefault();

    /// <summary>What the other party did; null while it investigates.</summary>
    public ListCorrectionFact.Decided? Decided { get; } = Facts.OfType<ListCorrectionFact.Decided>().FirstOrDefault();

    public ListCorrectionFact.CarriedOut? CarriedOut { get; } = Facts.OfType<ListCorrectionFact.CarriedOut>().FirstOrDefault();

    public ListCorrectionFact.NoLongerNeeded? NoLongerNeeded { get; } = Facts.OfType<ListCorrectionFact.NoLongerNeeded>().FirstOrDefault();

    public ListCorrectionFact.Settled? Settled { get; } = Facts.OfType<ListCorrectionFact.Settled>().FirstOrDefault();

    /// <summary>The delivery that corrects it still has to come.</summary>
    public bool AwaitsDelivery => Decided?.Measure == ListMeasure.NextDelivery && CarriedOut is null;

    /// <summary>The word of this state in lists.</summary>
    public string Word => this switch
    {
        { Settled: not null } => "afgesloten",
        { NoLongerNeeded: not null } => "niet-meer-nodig",
        { AwaitsDelivery: true } => "te-leveren",
        { Decided: { } decided } => decided.Measure.Word(),
        { Acknowledged: not null } => "in-onderzoek",
        _ => "gemeld",
    };

    public DateTimeOffset? ClosedAt => Settled?.At ?? NoLongerNeeded?.At;

    /// <exception cref="InvalidOperationException">The first fact is no report.</exception>
    public static ListCorrectionState Of(IEnumerable<ExchangeFact> facts) => new([.. facts.OfType<ListCorrectionFact>()]);
}
