using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Calendar;

[Requirement("W20")]
public sealed class PublicHolidaysTests
{
    /// <summary>In words: Easter Monday, Ascension (Thursday, 39 days after Easter) and Whit Monday (50 days after Easter).</summary>
    [Theory]
    [InlineData(2024, "2024-03-31", "2024-04-01", "2024-05-09", "2024-05-20")]
    [InlineData(2025, "2025-04-20", "2025-04-21", "2025-05-29", "2025-06-09")]
    [InlineData(2026, "2026-04-05", "2026-04-06", "2026-05-14", "2026-05-25")]
    [InlineData(2027, "2027-03-28", "2027-03-29", "2027-05-06", "2027-05-17")]
    [InlineData(2028, "2028-04-16", "2028-04-17", "2028-05-25", "2028-06-05")]
    [InlineData(2029, "2029-04-01", "2029-04-02", "2029-05-10", "2029-05-21")]
    [InlineData(2030, "2030-04-21", "2030-04-22", "2030-05-30", "2030-06-10")]
    public void Three_holidays_follow_Easter(int year, string easter, string monday, string ascension, string whitMonday)
    {
        Assert.Equal(Date(easter), PublicHolidays.EasterSunday(year));
        Assert.All([monday, ascension, whitMonday], day => Assert.True(PublicHolidays.Contains(Date(day)), day));
    }

    [Fact]
    public void The_ten_of_2026_are_those_of_the_royal_decree() =>
        Assert.Equal(
            ["01-01", "04-06", "05-01", "05-14", "05-25", "07-21", "08-15", "11-01", "11-11", "12-25"],
            PublicHolidays.Of(2026).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture)));

    /// <summary>The earliest and latest dates of Easter, and the years where simpler rules go wrong.</summary>
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    public void Easter_is_right_in_its_exceptional_years(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), PublicHolidays.EasterSunday(year));

    /// <summary>No legal public holidays: Good Friday, the feast of the Flemish Community, All Souls, Boxing Day.</summary>
    [Theory]
    [InlineData("2025-04-18")]
    [InlineData("2025-07-11")]
    [InlineData("2025-11-03")]
    [InlineData("2025-12-26")]
    public void Days_that_people_take_for_holidays_are_working_days(string date) => Assert.True(LegalCalendar.IsWorkingDay(Date(date)));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
