namespace Gegevensdeling.Calendar;

/// <summary>Legal dates in Europe/Brussels and terms in Belgian working days (W20). Pure: it knows no clock.</summary>
public static class LegalCalendar
{
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    /// <summary>The legal date on which this instant falls.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The first instant of a legal date.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>The first instant that no longer belongs to a legal date: a term "until and including" ends here.</summary>
    public static DateTimeOffset EndOf(DateOnly date) => StartOf(date.AddDays(1));

    /// <summary>
    /// The instant at which Brussels clocks show this date and time. A time that the change to summer time skips moves on by the
    /// hour that is skipped; of a time that comes twice in autumn the first is meant.
    /// </summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        if (Brussels.IsInvalidTime(local))
        {
            // The offset from before the change gives the instant; the clocks then show one hour more.
            return Local(new DateTimeOffset(local, Brussels.GetUtcOffset(local.AddHours(-1))));
        }

        var offset = Brussels.IsAmbiguousTime(local) ? Brussels.GetAmbiguousTimeOffsets(local).Max() : Brussels.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <summary>Monday to Friday, but no public holiday.</summary>
    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !PublicHolidays.Contains(date);

    /// <summary>
    /// The same local time <paramref name="days"/> working days later. A start on a day that is no working day counts from the
    /// first instant of the next working day.
    /// </summary>
    /// <param name="days">0 or more.</param>
    public static DateTimeOffset AddWorkingDays(DateTimeOffset from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var local = Local(from);
        var date = DateOnly.FromDateTime(local.DateTime);
        return IsWorkingDay(date)
            ? days == 0 ? local : At(Later(date, days), TimeOnly.FromDateTime(local.DateTime))
            : StartOf(Later(NextWorkingDay(date), days));
    }

    /// <summary>The working day <paramref name="days"/> working days after a date; the date itself, or the next working day, for 0.</summary>
    public static DateOnly AddWorkingDays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return Later(IsWorkingDay(from) ? from : NextWorkingDay(from), days);
    }

    /// <summary>The same instant on the clocks of Brussels.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Brussels);

    private static DateOnly Later(DateOnly workingDay, int days)
    {
        var date = workingDay;
        for (var left = days; left > 0; left--)
            date = NextWorkingDay(date);
        return date;
    }

    private static DateOnly NextWorkingDay(DateOnly date)
    {
        var next = date.AddDays(1);
        while (!IsWorkingDay(next))
            next = next.AddDays(1);
        return next;
    }
}
