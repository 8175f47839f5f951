using System.Globalization;

namespace Gegevensdeling.Evidence;

/// <summary>Numbers as ECMAScript writes them (RFC 8785, 3.2.2.3; ECMA-262, Number::toString).</summary>
internal static class EcmaNumber
{
    private const double ExactIntegers = 9007199254740992; // 2^53

    /// <summary>Reads one JSON number token.</summary>
    /// <exception cref="CanonicalJsonException">Too large for a double, or an integer that a double would change (RFC 7493, 2.2).</exception>
    public static double Parse(string token)
    {
        var value = double.Parse(token, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
            throw new CanonicalJsonException("een getal is te groot");
        var integer = token.AsSpan().IndexOfAny('.', 'e', 'E') < 0;
        if (integer && Math.Abs(value) >= ExactIntegers && Format(value) != token)
            throw new CanonicalJsonException("een geheel getal is te groot om exact te bewaren");
        return value;
    }

    /// <summary>The shortest text that reads back as the same double, in ECMAScript's layout.</summary>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
            throw new CanonicalJsonException("een getal is geen eindig getal");
        if (value == 0)
            return "0"; // minus zero too
        // "R" gives the shortest digits that round-trip; only their layout differs from ECMAScript's.
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var (digits, point) = Decompose(text);
        var sign = value < 0 ? "-" : string.Empty;
        return sign + Layout(digits, point);
    }

    // The value is 0.digits times 10 to the power point, as in ECMA-262 (there: k digits, n).
    private static (string Digits, int Point) Decompose(string text)
    {
        var exponent = 0;
        if (text.IndexOf('E', StringComparison.Ordinal) is var mark and >= 0)
        {
            exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..mark];
        }

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? text : text[..dot];
        var all = dot < 0 ? text : whole + text[(dot + 1)..];
        var significant = all.TrimStart('0');
        var point = whole.Length - (all.Length - significant.Length) + exponent;
        return (significant.TrimEnd('0'), point);
    }

    private static string Layout(string digits, int point)
    {
        var count = digits.Length;
        if (count <= point && point <= 21)
            return digits + new string('0', point - count);
        if (point is > 0 and <= 21)
            return $"{digits[..point]}.{digits[point..]}";
        if (point is > -6 and <= 0)
            return $"0.{new string('0', -point)}{digits}";
        var exponent = point - 1;
        var signed = exponent < 0 ? $"-{-exponent}" : $"+{exponent}";
        return count == 1 ? $"{digits}e{signed}" : $"{digits[..1]}.{digits[1..]}e{signed}";
    }
}
