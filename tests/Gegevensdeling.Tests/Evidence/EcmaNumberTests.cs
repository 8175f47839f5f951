using System.Globalization;
using FsCheck.Xunit;
using Gegevensdeling.Evidence;
using Xunit;

namespace Gegevensdeling.Tests.Evidence;

public sealed class EcmaNumberTests
{
    /// <summary>RFC 8785, appendix B: IEEE 754 bits and the text that they must give.</summary>
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    [InlineData("4340000000000001", "9007199254740994")]
    [InlineData("4340000000000002", "9007199254740996")]
    public void Numbers_come_out_as_in_appendix_B_of_RFC_8785(string bits, string expected) =>
        Assert.Equal(expected, EcmaNumber.Format(Double(bits)));

    [Theory]
    [InlineData("7fffffffffffffff")]
    [InlineData("7ff0000000000000")]
    [InlineData("fff0000000000000")]
    public void NaN_and_infinity_are_refused(string bits) => Assert.Throws<CanonicalJsonException>(() => EcmaNumber.Format(Double(bits)));

    [Theory]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    [InlineData("100000000000000000000", "100000000000000000000")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1.0", "1")]
    public void Integers_that_a_double_holds_pass(string token, string expected) => Assert.Equal(expected, EcmaNumber.Format(EcmaNumber.Parse(token)));

    [Property(MaxTest = 2000)]
    public bool Every_finite_double_reads_back_as_itself(long bits)
    {
        var value = BitConverter.Int64BitsToDouble(bits);
        return !double.IsFinite(value) || EcmaNumber.Parse(EcmaNumber.Format(value)).Equals(value == 0 ? 0 : value);
    }

    private static double Double(string bits) => BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
