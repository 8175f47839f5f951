using System.Globalization;

namespace Gegevensdeling.TestKit;

/// <summary>Numbers with a right check number for people who do not exist.</summary>
public static class SyntheticInsz
{
    /// <param name="birth">The century decides the check number.</param>
    /// <param name="serial">1 to 998.</param>
    /// <param name="added">20 or 40 for a BIS number.</param>
    public static string Of(DateOnly birth, int serial, int added = 0) =>
        Complete(string.Create(CultureInfo.InvariantCulture, $"{birth.Year % 100:00}{birth.Month + added:00}{birth.Day:00}{serial:000}"), birth.Year < 2000 ? 1900 : 2000);

    /// <summary>The nth child: born in 2010 or later, each another one, for n from 0 to two million.</summary>
    public static string Child(int n) => Of(new DateOnly(2010, 1, 1).AddDays(n % 3650), 1 + (n / 3650));

    /// <summary>The nth adult, for n from 0 to two million.</summary>
    public static string Adult(int n) => Of(new DateOnly(1980, 1, 1).AddDays(n % 3650), 1 + (n / 3650));

    /// <summary>The nine digits with their check number.</summary>
    public static string Complete(string nine, int century)
    {
        var number = long.Parse(nine, CultureInfo.InvariantCulture) + (century == 2000 ? 2_000_000_000 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{nine}{97 - (number % 97):00}");
    }
}
