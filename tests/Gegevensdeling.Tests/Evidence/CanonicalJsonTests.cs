using System.Text;
using FsCheck.Xunit;
using Gegevensdeling.Evidence;
using Xunit;

namespace Gegevensdeling.Tests.Evidence;

/// <summary>The examples are those of RFC 8785 and of its authors' test data.</summary>
public sealed class CanonicalJsonTests
{
    public static TheoryData<string, string> Examples => new()
    {
        // RFC 8785, 3.2.2 and 3.2.4
        {
            """{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals": [null, true, false]}""",
            """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"""
        },
        {
            """[56,{"d": true,"10": null,"1": [ ]}]""",
            """[56,{"1":[],"10":null,"d":true}]"""
        },
        {
            """{"peach": "This sorting order","péché": "is wrong according to French","pêche": "but canonicalization MUST","sin": "ignore locale"}""",
            """{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}"""
        },
        {
            """{"1": {"f": {"f": "hi","F": 5} ,"\n": 56.0},"10": { },"": "empty","a": { },"111": [ {"e": "yes","E": "no" } ],"A": { }}""",
            """{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}"""
        },
        { """{"Unnormalized Unicode":"A\u030a"}""", "{\"Unnormalized Unicode\":\"A\u030a\"}" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_published_examples_come_out_byte_for_byte(string input, string expected) => Assert.Equal(expected, Canonical(input));

    [Fact]
    public void Names_are_sorted_by_utf16_code_units_as_in_RFC_8785_section_3_2_3()
    {
        const string input = """{"\u20ac": "Euro Sign","\r": "Carriage Return","\ufb33": "Hebrew Letter Dalet With Dagesh","1": "One","\ud83d\ude00": "Emoji: Grinning Face","\u0080": "Control","\u00f6": "Latin Small Letter O With Diaeresis"}""";
        using var parsed = System.Text.Json.JsonDocument.Parse(Canonical(input));
        Assert.Equal(
            ["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"],
            parsed.RootElement.EnumerateObject().Select(member => member.Value.GetString()!));
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"x":[{"a":1,"\u0061":2}]}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("""{"a":"\ude00\ud83d"}""")]
    [InlineData("""[1e400]""")]
    [InlineData("""[9007199254740993]""")]
    [InlineData("""[1,]""")]
    [InlineData("""/* x */[]""")]
    [InlineData("""[NaN]""")]
    [InlineData("""[01]""")]
    [InlineData("""[1] [2]""")]
    [InlineData("")]
    [InlineData("\ufeff[]")]
    public void Text_outside_I_JSON_is_refused(string input) => Assert.Throws<CanonicalJsonException>(() => Canonical(input));

    [Fact]
    public void Broken_utf8_is_refused() =>
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Canonicalize(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }));

    [Fact]
    public void Nesting_beyond_the_limit_is_refused() =>
        Assert.Throws<CanonicalJsonException>(() => Canonical(new string('[', 40) + new string(']', 40)));

    [Fact]
    public void A_refusal_never_quotes_the_text()
    {
        var refusal = Assert.Throws<CanonicalJsonException>(() => Canonical("""{"Janssens":"Janssens" "Janssens"}"""));
        Assert.DoesNotContain("Janssens", refusal.ToString(), StringComparison.Ordinal);
    }

    [Property(MaxTest = 500)]
    public bool Canonical_text_is_its_own_canonical_form(Dictionary<string, double[]> value)
    {
        var finite = value.ToDictionary(pair => pair.Key, pair => pair.Value.Where(double.IsFinite).ToArray());
        var once = CanonicalJson.Of(finite);
        return once.AsSpan().SequenceEqual(CanonicalJson.Canonicalize(once));
    }

    private static string Canonical(string input) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(input)));
}
