using System.Globalization;
using FsCheck.Xunit;
using Gegevensdeling.Calendar;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Calendar;

[Requirement("W20")]
public sealed class LegalCalendarTests
{
    /// <summary>In words: the legal date changes at midnight in Brussels, one hour ahead of UTC in winter and two in summer.</summary>
    [Theory]
    [InlineData("2025-01-14T22:59:59Z", "2025-01-14")]
    [InlineData("2025-01-14T23:00:00Z", "2025-01-15")]
    [InlineData("2025-07-14T21:59:59Z", "2025-07-14")]
    [InlineData("2025-07-14T22:00:00Z", "2025-07-15")]
    [InlineData("2025-03-29T22:59:59Z", "2025-03-29")] // the night of the change to summer time
    [InlineData("2025-03-29T23:00:00Z", "2025-03-30")]
    [InlineData("2025-03-30T21:59:59Z", "2025-03-30")]
    [InlineData("2025-03-30T22:00:00Z", "2025-03-31")]
    [InlineData("2025-10-25T22:00:00Z", "2025-10-26")] // and back
    [InlineData("2025-10-26T22:59:59Z", "2025-10-26")]
    [InlineData("2025-10-26T23:00:00Z", "2025-10-27")]
    [InlineData("2024-12-31T23:00:00Z", "2025-01-01")]
    public void A_legal_date_begins_at_midnight_in_Brussels(string instant, string date) =>
        Assert.Equal(Date(date), LegalCalendar.DateOf(At(instant)));

    /// <summary>In words: a day has 24 hours, 23 where summer time begins, 25 where it ends.</summary>
    [Theory]
    [InlineData("2025-06-15", 24)]
    [InlineData("2025-03-30", 23)]
    [InlineData("2025-10-26", 25)]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    public void A_day_is_as_long_as_the_clocks_make_it(string date, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), LegalCalendar.EndOf(Date(date)) - LegalCalendar.StartOf(Date(date)));

    /// <summary>In words: a skipped hour moves on, an hour that comes twice means the first.</summary>
    [Theory]
    [InlineData("2025-03-30", "02:30", "2025-03-30T01:30:00Z")]
    [InlineData("2025-03-30", "03:30", "2025-03-30T01:30:00Z")]
    [InlineData("2025-10-26", "02:30", "2025-10-26T00:30:00Z")]
    [InlineData("2025-10-26", "03:00", "2025-10-26T02:00:00Z")]
    [InlineData("2025-01-15", "09:00", "2025-01-15T08:00:00Z")]
    public void A_local_time_has_one_instant(string date, string time, string instant) =>
        Assert.Equal(At(instant), LegalCalendar.At(Date(date), TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    /// <summary>
    /// In words: the same local time n working days later; weekends and public holidays do not count; a start on such a day counts
    /// from the beginning of the next working day.
    /// </summary>
    [Theory]
    [InlineData("2025-06-03T10:15+02:00", 1, "2025-06-04T10:15+02:00")] // Tuesday
    [InlineData("2025-06-06T16:00+02:00", 1, "2025-06-10T16:00+02:00")] // Friday before Whit Monday
    [InlineData("2025-06-07T16:00+02:00", 1, "2025-06-11T00:00+02:00")] // Saturday: from Tuesday 00:00
    [InlineData("2025-06-07T16:00+02:00", 0, "2025-06-10T00:00+02:00")]
    [InlineData("2025-06-03T10:15+02:00", 0, "2025-06-03T10:15+02:00")]
    [InlineData("2025-04-17T09:00+02:00", 2, "2025-04-22T09:00+02:00")] // Thursday before Easter: Good Friday counts, Easter Monday not
    [InlineData("2025-05-28T09:00+02:00", 1, "2025-05-30T09:00+02:00")] // Ascension
    [InlineData("2025-12-24T09:00+01:00", 2, "2025-12-29T09:00+01:00")] // Christmas on Thursday
    [InlineData("2025-12-31T09:00+01:00", 1, "2026-01-02T09:00+01:00")]
    [InlineData("2024-03-29T15:00+01:00", 1, "2024-04-02T15:00+02:00")] // summer time and Easter in one weekend
    [InlineData("2025-03-28T15:00+01:00", 1, "2025-03-31T15:00+02:00")] // summer time begins
    [InlineData("2025-10-24T15:00+02:00", 1, "2025-10-27T15:00+01:00")] // and ends
    [InlineData("2025-10-26T00:30Z", 1, "2025-10-28T00:00+01:00")] // Sunday, in the hour that comes twice
    [InlineData("2025-11-10T09:00+01:00", 5, "2025-11-18T09:00+01:00")] // 11 November
    [InlineData("2025-07-18T22:30Z", 1, "2025-07-23T00:00+02:00")] // in Brussels already Saturday; 21 July is Monday
    public void Working_days_are_Belgian_and_keep_the_local_time(string from, int days, string to) =>
        Assert.Equal(At(to), LegalCalendar.AddWorkingDays(At(from), days));

    [Fact]
    public void A_term_cannot_run_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LegalCalendar.AddWorkingDays(At("2025-06-03T10:15Z"), -1));

    [Property]
    public bool A_term_never_ends_on_a_weekend_or_a_holiday(int minutes, byte days) =>
        LegalCalendar.IsWorkingDay(LegalCalendar.DateOf(LegalCalendar.AddWorkingDays(Instant(minutes), days)));

    [Property]
    public bool A_later_start_never_ends_earlier(int minutes, ushort later, byte days) =>
        LegalCalendar.AddWorkingDays(Instant(minutes), days) <= LegalCalendar.AddWorkingDays(Instant(minutes).AddMinutes(later), days);

    [Property]
    public bool A_longer_term_ends_later(int minutes, byte days) =>
        LegalCalendar.AddWorkingDays(Instant(minutes), days) < LegalCalendar.AddWorkingDays(Instant(minutes), days + 1);

    [Property]
    public bool Two_terms_in_a_row_are_one_term(int minutes, byte first, byte second) =>
        LegalCalendar.AddWorkingDays(LegalCalendar.AddWorkingDays(Instant(minutes), first), second)
            == LegalCalendar.AddWorkingDays(Instant(minutes), first + second);

    [Property]
    public bool A_term_contains_exactly_its_working_days(int minutes, byte days)
    {
        var start = LegalCalendar.AddWorkingDays(Instant(minutes), 0);
        var (first, last) = (LegalCalendar.DateOf(start), LegalCalendar.DateOf(LegalCalendar.AddWorkingDays(start, days)));
        return Enumerable.Range(1, last.DayNumber - first.DayNumber).Count(day => LegalCalendar.IsWorkingDay(first.AddDays(day))) == days
            && LegalCalendar.AddWorkingDays(first, days) == last;
    }

    [Property]
    public bool A_date_lies_between_its_start_and_its_end(int minutes)
    {
        var instant = Instant(minutes);
        var date = LegalCalendar.DateOf(instant);
        return LegalCalendar.StartOf(date) <= instant && instant < LegalCalendar.EndOf(date);
    }

    /// <summary>Any minute from 2020 into 2039.</summary>
    private static DateTimeOffset Instant(int minutes) =>
        new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes((uint)(minutes * 7919) % 10_000_000);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
