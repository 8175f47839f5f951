using System.Globalization;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>The period of payment as a column of the answer has it (P7, X8): <c>01/03/2020 - 30/09/2020</c>, or <c>01/03/2020 - lopend</c>.</summary>
internal static class PaymentPeriod
{
    private const string Form = "dd/MM/yyyy";
    private const string Between = " - ";
    private const string Running = "lopend";

    /// <summary>A last day after that of the request is not told: it is no part of what was asked.</summary>
    public static string Write(int from, int to, DateOnly on) =>
        $"{Day(from)}{Between}{(to >= on.DayNumber ? Running : Day(to))}";

    /// <summary>Reads what a team wrote; false where it is not of that form, or ends before it begins.</summary>
    public static bool TryRead(string text, out int from, out int to)
    {
        (from, to) = (0, ExtractRow.Open);
        var halves = text.Split('-', StringSplitOptions.TrimEntries);
        if (halves.Length != 2 || !TryDay(halves[0], out from))
            return false;
        return string.Equals(halves[1], Running, StringComparison.OrdinalIgnoreCase) || (TryDay(halves[1], out to) && from <= to);
    }

    private static string Day(int number) => DateOnly.FromDayNumber(number).ToString(Form, CultureInfo.InvariantCulture);

    private static bool TryDay(string text, out int number)
    {
        var read = DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        number = day.DayNumber;
        return read;
    }
}
