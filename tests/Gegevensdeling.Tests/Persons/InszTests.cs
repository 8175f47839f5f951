using System.Globalization;
using FsCheck.Xunit;
using Gegevensdeling.Persons;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Persons;

[Requirement("W13")]
public sealed class InszTests
{
    [Fact]
    public void A_number_as_it_stands_on_an_identity_card_is_read() =>
        Assert.Equal(new DateOnly(2099, 12, 31), Valid("99.12.31-001.97").Birth);

    [Fact]
    public void A_day_that_its_century_did_not_have_is_refused() =>
        Assert.Equal("de dag bestaat niet", Assert.IsType<InszVerdict.Invalid>(Insz.Check(Complete("000229001", 1900))).Reason);

    [Fact]
    public void The_century_decides_the_check_number()
    {
        Assert.Equal(new DateOnly(2001, 7, 30), Valid(Complete("010730033", 2000)).Birth);
        Assert.Equal(new DateOnly(1901, 7, 30), Valid(Complete("010730033", 1900)).Birth);
        Assert.NotEqual(Complete("010730033", 2000), Complete("010730033", 1900));
        Assert.Equal(new DateOnly(2000, 2, 29), Valid(Complete("000229001", 2000)).Birth);
    }

    [Theory]
    [InlineData("852730033")]
    [InlineData("854730033")]
    public void A_BIS_number_has_20_or_40_in_its_month(string nine)
    {
        var valid = Valid(Complete(nine, 1900));
        Assert.Equal((InszKind.Bis, new DateOnly(1985, 7, 30)), (valid.Kind, valid.Birth));
    }

    [Theory]
    [InlineData("850000033", InszKind.NationalRegister)]
    [InlineData("850700033", InszKind.NationalRegister)]
    [InlineData("852000033", InszKind.Bis)]
    [InlineData("854000033", InszKind.Bis)]
    public void A_birth_date_that_was_not_known_leaves_the_number_valid(string nine, InszKind kind)
    {
        var valid = Valid(Complete(nine, 1900));
        Assert.Equal((kind, null), (valid.Kind, valid.Birth));
    }

    [Theory]
    [InlineData("851330033", "de maand bestaat niet")]
    [InlineData("855330033", "de maand bestaat niet")]
    [InlineData("850231033", "de dag bestaat niet")]
    [InlineData("850732033", "de dag bestaat niet")]
    [InlineData("850730000", "het volgnummer bestaat niet")]
    public void A_right_check_number_does_not_save_an_impossible_one(string nine, string reason) =>
        Assert.Equal(reason, Assert.IsType<InszVerdict.Invalid>(Insz.Check(Complete(nine, 1900))).Reason);

    [Theory]
    [InlineData("")]
    [InlineData("8507300332")]
    [InlineData("850730033280")]
    [InlineData("8507300332x")]
    [InlineData("\u0668\u0665073003328")]
    public void Anything_but_eleven_digits_is_refused(string text) =>
        Assert.Equal("een INSZ heeft elf cijfers", Assert.IsType<InszVerdict.Invalid>(Insz.Check(text)).Reason);

    [Fact]
    public void Every_single_wrong_digit_is_found()
    {
        var right = Complete("850730033", 1900);
        for (var position = 0; position < right.Length; position++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit != right[position])
                    Assert.IsType<InszVerdict.Invalid>(Insz.Check($"{right[..position]}{digit}{right[(position + 1)..]}"));
            }
        }
    }

    [Property]
    public bool No_text_makes_it_throw_or_print_a_date(string? text) =>
        text is null || !Insz.Check(text).ToString().Contains("19", StringComparison.Ordinal);

    private static InszVerdict.Valid Valid(string text) => Assert.IsType<InszVerdict.Valid>(Insz.Check(text));

    private static string Complete(string nine, int century)
    {
        var number = long.Parse(nine, CultureInfo.InvariantCulture) + (century == 2000 ? 2_000_000_000 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{nine}{97 - (number % 97):00}");
    }
}
