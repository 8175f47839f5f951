using System.Globalization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.AccessReviews;

/// <summary>One half of a calendar year, both days included.</summary>
public sealed record ReviewPeriod(DateOnly From, DateOnly Until)
{
    /// <summary>The day on which it can be reviewed, and on which the review of the one before lapses.</summary>
    public DateOnly Opens => Until.AddDays(1);

    public DateOnly Next => Opens.AddMonths(AccessReviewCalendar.EveryMonths);
}

/// <summary>
/// When each party reviews who had access (G21). No protocol gives a term: 'need to know' by function (Turnhout art. 4) and confidentiality (Maldegem art. 6) are
/// empty when nobody looks. Twice a year is ours: rarely enough to be done, often enough that somebody who left is seen.
/// </summary>
public static class AccessReviewCalendar
{
    public const int EveryMonths = 6;

    /// <summary>The half-year that ended last.</summary>
    public static ReviewPeriod Last(DateOnly today)
    {
        var began = new DateOnly(today.Year, today.Month > EveryMonths ? EveryMonths + 1 : 1, 1);
        return new(began.AddMonths(-EveryMonths), began.AddDays(-1));
    }

    /// <summary>One a party and half-year: <c>TC-mechelen-2024-2026-1-2</c> is that of the second party over the first half of 2026.</summary>
    public static ExchangeId IdOf(Protocol protocol, PartyId party, ReviewPeriod period) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"TC-{protocol.Id}-{period.From.Year}-{(period.From.Month == 1 ? 1 : 2)}-{protocol.Parties.Index().First(one => one.Item.Id == party).Index + 1}"));
}
