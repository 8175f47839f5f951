namespace Gegevensdeling.Persons;

/// <summary>
/// The rule of the INSZ: eleven digits, of which the last two are 97 minus the first nine modulo 97 (KB 3 april 1984, for the
/// rijksregisternummer). For births from 2000 a 2 stands before the nine digits. A BIS number is built alike, with 20 or 40
/// added to the month (KB 8 februari 1991, art. 2 to 4). Month 00, or a day 00, stands for a birth date that was not known (W13).
/// </summary>
public static class Insz
{
    public const int Length = 11;

    private const long Above = 100_000_000_000;
    private const long From2000 = 2_000_000_000;

    /// <summary>Judges a number; dots, hyphens, slashes and spaces between the digits are left out first.</summary>
    public static InszVerdict Check(string text) => InszText.TryRead(text, " .-/", out var number) ? Judge(number) : new InszVerdict.Invalid(Reason(InszFault.Digits));

    /// <summary>Judges a number whose digits are known, without text: for lists of many.</summary>
    /// <param name="number">The eleven digits as a number, leading zeros and all.</param>
    public static InszVerdict Judge(long number) =>
        Fault(number, out var kind, out var birth) is { } fault ? new InszVerdict.Invalid(Reason(fault)) : new InszVerdict.Valid(kind, birth);

    /// <summary>The first thing that is wrong with a number, or null; nothing is allocated.</summary>
    /// <param name="number">The eleven digits as a number.</param>
    /// <param name="kind">Which register gave it, where it is right.</param>
    /// <param name="birth">Null where the number is wrong, or says that it was not known (W13).</param>
    public static InszFault? Fault(long number, out InszKind kind, out DateOnly? birth)
    {
        (kind, birth) = (InszKind.NationalRegister, null);
        if (number is < 0 or >= Above)
            return InszFault.Digits;
        var (first, check) = (number / 100, (int)(number % 100));
        var century = check == 97 - (first % 97) ? 1900 : check == 97 - ((From2000 + first) % 97) ? 2000 : 0;
        if (century == 0)
            return InszFault.CheckNumber;
        if (first % 1_000 == 0)
            return InszFault.Serial;

        var (year, codedMonth, day) = (century + (int)(first / 10_000_000), (int)(first / 100_000 % 100), (int)(first / 1_000 % 100));
        var month = codedMonth is >= 20 and <= 32 ? codedMonth - 20 : codedMonth is >= 40 and <= 52 ? codedMonth - 40 : codedMonth;
        if (month > 12)
            return InszFault.Month;
        kind = month == codedMonth ? InszKind.NationalRegister : InszKind.Bis;
        if (month == 0 || day == 0)
            return day <= 31 ? null : InszFault.Day;
        if (day > DateTime.DaysInMonth(year, month))
            return InszFault.Day;
        birth = new DateOnly(year, month, day);
        return null;
    }

    /// <summary>Dutch, for the person who gave the number, without a digit of it.</summary>
    public static string Reason(InszFault fault) => fault switch
    {
        InszFault.Digits => "een INSZ heeft elf cijfers",
        InszFault.CheckNumber => "het controlegetal klopt niet",
        InszFault.Serial => "het volgnummer bestaat niet",
        InszFault.Month => "de maand bestaat niet",
        InszFault.Day => "de dag bestaat niet",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}

/// <summary>What can be wrong with a number.</summary>
public enum InszFault
{
    Digits,
    CheckNumber,
    Serial,
    Month,
    Day,
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
