using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>
/// The 72 hours of art. 33.1 GDPR for one controller, from the moment at which it became aware. Counted hour by hour from that instant: the longer
/// count of regulation 1182/71 (the first hour left out, two working days in it) is for lawyers to plead, not for us to plan with.
/// </summary>
/// <param name="From">When this party became aware; null while it was not told.</param>
/// <param name="Decision">What it decided; null while it has to.</param>
public sealed record BreachClock(PartyId Party, DateTimeOffset? From, BreachFact? Decision)
{
    /// <summary>Art. 33.1.</summary>
    public const int Hours = 72;

    /// <summary>Hours after which a party without decision is warned.</summary>
    public static IReadOnlyList<int> Alarms { get; } = [24, 48, 66];

    /// <summary>Hours after which the operator's alarm counts it too.</summary>
    public const int CountedAfter = 48;

    public DateTimeOffset? Deadline => From?.AddHours(Hours);

    /// <summary>The 72 hours went by without a decision, or the authority heard it later than that.</summary>
    public bool Exceeded(DateTimeOffset now) => (Decision switch
    {
        null => now,
        BreachFact.AuthorityNotified told => told.ToldAt,
        var other => other.At,
    }) >= Deadline;

    /// <summary>The clock of each controller.</summary>
    public static IReadOnlyList<BreachClock> Of(BreachState state) =>
        [.. state.Report.Controllers.Select(party => new BreachClock(party, AwareAt(state, party), state.DecisionOf(party)))];

    /// <summary>
    /// Own staff: with their report. By a processor or the system (art. 33.2): at that moment, all of them. By the other party: when the message
    /// left, or when its own staff acted in the dossier before that.
    /// </summary>
    private static DateTimeOffset? AwareAt(BreachState state, PartyId party)
    {
        var report = state.Report;
        if (report.By.Party == party || !report.Controllers.Contains(report.By.Party))
            return report.At;
        DateTimeOffset?[] known = [state.ToldAt(party), state.Facts.FirstOrDefault(fact => fact.By.Party == party)?.At];
        return known.Min();
    }
}
