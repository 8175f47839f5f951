using System.Globalization;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.AccessReviews;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Exchanges;
using Xunit;

namespace Gegevensdeling.Tests.Governance.AccessReviews;

/// <summary>Which half-year is reviewed, who stands in the list, and what follows when nobody looks.</summary>
public sealed class AccessReviewRulesTests
{
    private static readonly DateTimeOffset Begin = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly AccessReviewFact.Opened Opened = new(Referrals.NextId(), Begin, SystemActor.Value, Referrals.Mechelen.Receiver, new(2026, 1, 1), new(2026, 6, 30), new(2027, 1, 1));

    [Theory]
    [InlineData("2026-06-30", "2025-07-01", "2025-12-31", "2026-07-01")]
    [InlineData("2026-07-01", "2026-01-01", "2026-06-30", "2027-01-01")]
    [InlineData("2027-01-01", "2026-07-01", "2026-12-31", "2027-07-01")]
    [Requirement("G21")]
    public void The_half_year_that_ended_last_is_reviewed(string today, string from, string until, string next)
    {
        var period = AccessReviewCalendar.Last(Day(today));
        Assert.Equal((Day(from), Day(until), Day(next)), (period.From, period.Until, period.Next));
    }

    [Fact]
    [Requirement("G21", "W23")]
    public void The_list_has_everybody_of_the_party_by_reference_and_role_and_nobody_else()
    {
        var (worker, head) = (Referrals.Worker, Referrals.Worker with { Role = "hoofd-sociale-dienst" });
        AuditEvent[] events =
        [
            Event(worker, "2026-01-05T09:00+01:00"), Event(worker, "2026-06-30T23:30+02:00"), Event(worker, "2026-03-02T09:00+01:00", AuditOutcome.Refused),
            Event(head, "2026-02-01T09:00+01:00"), Event(Referrals.Sender, "2026-02-01T09:00+01:00"), Event(SystemActor.Value with { Party = worker.Party }, "2026-02-01T09:00+01:00"),
            Event(worker, "2025-12-31T23:30+01:00"), Event(worker, "2026-07-01T00:30+02:00"), Event(Referrals.Colleague, "2026-07-02T09:00+02:00"),
        ];
        var list = AccessList.Of(events, worker.Party, new(2026, 1, 1), new(2026, 6, 30));
        Assert.Equal(["hoofd-sociale-dienst m-2026-c 1 0", "maatschappelijk-werker m-2026-c 2 1"], list.Select(one => $"{one.Role} {one.Staff} {one.Times} {one.Refused}"));
        Assert.Equal((new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 6, 30, 21, 30, 0, TimeSpan.Zero)), (list[1].First, list[1].Last));
    }

    [Fact]
    [Requirement("G21")]
    public void The_chains_of_a_period_are_the_UTC_months_that_its_Belgian_days_touch() =>
        Assert.Equal(
            ["p/2025-12", "p/2026-01", "p/2026-02", "p/2026-03", "p/2026-04", "p/2026-05", "p/2026-06"],
            AccessList.ChainsOf(new("p"), new(2026, 1, 1), new(2026, 6, 30)));

    [Fact]
    [Requirement("G21")]
    public void The_head_is_asked_reminded_the_officer_hears_and_the_next_review_ends_it()
    {
        Assert.Equal("gevraagd", Codes(Begin));
        Assert.Equal("gevraagd nakijken:1", Codes(Begin.AddDays(16)));
        Assert.Equal("gevraagd escalatie:nakijken:3", Codes(Begin.AddDays(45)));
        Assert.Equal("gevraagd escalatie:nakijken:12 vervallen", Codes(Begin.AddDays(185)));
        var reported = new AccessReviewFact.Reported(Referrals.NextId(), Begin, Referrals.Worker, 2, "ICT-12");
        Assert.Equal("gevraagd gemeld verwijderen:1", Codes(Begin.AddDays(8), reported));
        Assert.Equal("gevraagd gemeld escalatie:verwijderen:12", Codes(Begin.AddDays(185), reported)); // what was found is asked for until it is done
        Assert.Equal("verwijderd", Codes(Begin.AddDays(9), reported, new AccessReviewFact.Removed(Referrals.NextId(), Begin, Referrals.Worker, "ICT-12")));
        Assert.Equal(string.Empty, Codes(Begin.AddDays(9), new AccessReviewFact.Confirmed(Referrals.NextId(), Begin, Referrals.Worker)));
    }

    [Fact]
    [Requirement("G21")]
    public void Nobody_of_the_other_party_is_told()
    {
        var told = AccessReviewPlan.Of(new("TC-1"), Referrals.Mechelen, AccessReviewState.Of([Opened]), Begin.AddDays(60)).Steps.OfType<DossierStep.Tell>().SelectMany(step => step.To);
        Assert.All(told, to => Assert.Equal(Referrals.Mechelen.Receiver, to switch { Audience.Dpo dpo => dpo.Party, Audience.DpoAndDeputy dpo => dpo.Party, Audience.HeadOfService head => head.Party, _ => default }));
    }

    private static string Codes(DateTimeOffset now, params DossierFact[] facts) =>
        string.Join(' ', AccessReviewPlan.Of(new("TC-1"), Referrals.Mechelen, AccessReviewState.Of([Opened, .. facts]), now).Steps.Select(step => step.Code));

    private static AuditEvent Event(ActedBy actor, string at, AuditOutcome outcome = AuditOutcome.Ok) => new(
        DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), new("p"), 1, null, actor, AuditAction.Viewed, "doel", "art. 4", outcome, new string('0', 32), "proef");

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
