using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.AccessReviews;

/// <summary>What people and the system do around a review. The decision is <see cref="AccessReviewDecisions"/>.</summary>
public abstract record AccessReviewCommand
{
    private AccessReviewCommand()
    {
    }

    public sealed record Open(PartyId Party, ReviewPeriod Period) : AccessReviewCommand;

    public sealed record Confirm : AccessReviewCommand;

    public sealed record Report(int? Count, string? Reference) : AccessReviewCommand;

    public sealed record Remove(string Reference) : AccessReviewCommand;
}

/// <summary>What the facts of one review add up to. Derived, never stored.</summary>
public sealed record AccessReviewState(AccessReviewFact.Opened Opened, AccessReviewFact.Confirmed? Confirmed, AccessReviewFact.Reported? Reported, AccessReviewFact.Removed? Removed, AccessReviewFact.Lapsed? Lapsed)
{
    public DateTimeOffset? ClosedAt => Confirmed?.At ?? Removed?.At ?? Lapsed?.At;

    public string Word => this switch
    {
        { Confirmed: not null } => "klopt",
        { Removed: not null } => "verwijderd",
        { Lapsed: not null } => "vervallen",
        { Reported: not null } => "te-verwijderen",
        _ => "na-te-kijken",
    };

    /// <exception cref="InvalidOperationException">The first fact is not the opening.</exception>
    public static AccessReviewState Of(IReadOnlyList<ExchangeFact> facts) => new(
        facts is [AccessReviewFact.Opened opened, ..] ? opened : throw new InvalidOperationException("A review begins with its opening"),
        facts.OfType<AccessReviewFact.Confirmed>().FirstOrDefault(),
        facts.OfType<AccessReviewFact.Reported>().FirstOrDefault(),
        facts.OfType<AccessReviewFact.Removed>().FirstOrDefault(),
        facts.OfType<AccessReviewFact.Lapsed>().FirstOrDefault());
}
