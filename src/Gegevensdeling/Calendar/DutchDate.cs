using System.Globalization;

namespace Gegevensdeling.Calendar;

/// <summary>Dates as people read them. Own month names: the machine need not have Dutch culture data.</summary>
public static class DutchDate
{
    private static readonly string[] Months =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    /// <summary>For example <c>1 april 2024</c>.</summary>
    public static string Say(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");
}
