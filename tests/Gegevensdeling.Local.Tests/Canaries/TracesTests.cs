using System.Security.Cryptography;
using System.Text;
using Gegevensdeling.Local.Demo;
using Xunit;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>What the demo looks with finds what is there, in the forms in which stores write it.</summary>
public sealed class TracesTests
{
    private static readonly byte[] Hash = SHA256.HashData("proef"u8)[..16];

    [Fact]
    public void A_hash_is_found_as_it_is_reversed_in_hexadecimal_and_in_base64()
    {
        byte[][] forms = [Hash, [.. Hash.Reverse()], Encoding.ASCII.GetBytes(Convert.ToHexString(Hash)), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Hash))];
        Assert.All(forms, form => Assert.Equal([Convert.ToHexStringLower(Hash)], Traces.In([1, 2, .. form, 3], [Hash])));
        for (var before = 0; before < 3; before++)
            Assert.Single(Traces.In(Encoding.ASCII.GetBytes(Convert.ToBase64String([.. new byte[before], .. Hash, 7])), [Hash]));
        Assert.Empty(Traces.In(Hash.AsSpan(1), [Hash]));
    }

    [Fact]
    public void A_word_is_found_once_however_it_is_spelled()
    {
        Assert.Equal(["Vanproef"], Traces.In("vanproef VANPROEF Vanproef"u8, ["Vanproef", "Elders"]));
        Assert.Equal(["Vanproef"], Traces.In(Encoding.Unicode.GetBytes("Vanproef"), ["Vanproef"]));
        Assert.Empty(Traces.In("Van proef"u8, ["Vanproef"]));
    }
}
