namespace Gegevensdeling.Calendar;

/// <summary>
/// The ten Belgian legal public holidays: law of 4 January 1974 on public holidays, listed in article 1 of the royal decree of
/// 18 April 1974. Replacement days that an employer chooses are not in it: they differ per body.
/// </summary>
public static class PublicHolidays
{
    /// <summary>The ten dates of a year of the Gregorian calendar, in order.</summary>
    public static IReadOnlyList<DateOnly> Of(int year)
    {
        var easter = EasterSunday(year);
        DateOnly[] days =
        [
            new(year, 1, 1), // Nieuwjaar
            easter.AddDays(1), // paasmaandag
            new(year, 5, 1), // Feest van de Arbeid
            easter.AddDays(39), // Hemelvaartsdag
            easter.AddDays(50), // pinkstermaandag
            new(year, 7, 21), // nationale feestdag
            new(year, 8, 15), // Onze-Lieve-Vrouw-Hemelvaart
            new(year, 11, 1), // Allerheiligen
            new(year, 11, 11), // wapenstilstand
            new(year, 12, 25), // Kerstmis
        ];
        Array.Sort(days);
        return days;
    }

    public static bool Contains(DateOnly date) => Of(date.Year).Contains(date);

    /// <summary>Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
