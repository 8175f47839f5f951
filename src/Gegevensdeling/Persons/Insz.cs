namespace Gegevensdeling.Persons;

/// <summary>
/// The rule of the INSZ: eleven digits, of which the last two are 97 minus the first nine modulo 97 (KB 3 april 1984, for the
/// rijksregisternummer). For births from 2000 a 2 stands before the nine digits. A BIS number is built alike, with 20 or 40
/// added to the month (KB 8 februari 1991, art. 2 to 4). Month 00, or a day 00, stands for a birth date that was not known (W13).
/// </summary>
public static class Insz
{
    public const int Length = 11;

    private const int DigitsBeforeCheck = 9;
    private const long From2000 = 2_000_000_000;

    /// <summary>Judges a number; dots, hyphens, slashes and spaces between the digits are left out first.</summary>
    public static InszVerdict Check(string text)
    {
        var digits = string.Concat(text.Where(character => !" .-/".Contains(character, StringComparison.Ordinal)));
        if (digits.Length != Length || !digits.All(char.IsAsciiDigit))
            return new InszVerdict.Invalid("een INSZ heeft elf cijfers");

        var first = Number(digits, 0, DigitsBeforeCheck);
        var check = (int)Number(digits, DigitsBeforeCheck, 2);
        var century = check == 97 - (first % 97) ? 1900 : check == 97 - ((From2000 + first) % 97) ? 2000 : 0;
        if (century == 0)
            return new InszVerdict.Invalid("het controlegetal klopt niet");

        var serial = Number(digits, 6, 3);
        return serial == 0 ? new InszVerdict.Invalid("het volgnummer bestaat niet") : Judge(century + (int)Number(digits, 0, 2), (int)Number(digits, 2, 2), (int)Number(digits, 4, 2));
    }

    private static InszVerdict Judge(int year, int codedMonth, int day)
    {
        var (kind, month) = codedMonth switch
        {
            <= 12 => (InszKind.NationalRegister, codedMonth),
            >= 20 and <= 32 => (InszKind.Bis, codedMonth - 20),
            >= 40 and <= 52 => (InszKind.Bis, codedMonth - 40),
            _ => (InszKind.NationalRegister, -1),
        };
        if (month < 0)
            return new InszVerdict.Invalid("de maand bestaat niet");
        if (month == 0 || day == 0)
            return day <= 31 ? new InszVerdict.Valid(kind, null) : new InszVerdict.Invalid("de dag bestaat niet");
        return day <= DateTime.DaysInMonth(year, month)
            ? new InszVerdict.Valid(kind, new DateOnly(year, month, day))
            : new InszVerdict.Invalid("de dag bestaat niet");
    }

    private static long Number(string digits, int start, int count) =>
        long.Parse(digits.AsSpan(start, count), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Which register gave the number.</summary>
public enum InszKind
{
    NationalRegister,
    Bis,
}

/// <summary>What came of judging a number. It never holds the number itself.</summary>
public abstract record InszVerdict
{
    private InszVerdict()
    {
    }

    /// <param name="Birth">Null where the number says that it was not known (W13: 'leeftijd niet te controleren'). Not printed: it is personal data.</param>
    public sealed record Valid(InszKind Kind, DateOnly? Birth) : InszVerdict
    {
        public override string ToString() => nameof(Valid);
    }

    /// <param name="Reason">Dutch, without a digit of the number.</param>
    public sealed record Invalid(string Reason) : InszVerdict;
}
