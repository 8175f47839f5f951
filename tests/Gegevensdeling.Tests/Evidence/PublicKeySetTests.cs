using System.Text;
using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;
using Xunit;

namespace Gegevensdeling.Tests.Evidence;

public sealed class PublicKeySetTests
{
    /// <summary>The P-256 key and the ES256 signature of RFC 7515, appendix A.3.</summary>
    [Fact]
    public void The_example_of_RFC_7515_A_3_verifies()
    {
        var key = PublicKey.From("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");
        const string input = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        var signature = StrictBase64Url.Decode("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
        Assert.NotNull(key);
        Assert.True(key.Verify(Encoding.ASCII.GetBytes(input), signature));
        Assert.False(key.Verify(Encoding.ASCII.GetBytes(input + "a"), signature));
    }

    [Fact]
    public void The_kid_is_the_thumbprint_of_RFC_7638()
    {
        using var key = SigningKey.Create();
        var members = CanonicalJson.Of(new Dictionary<string, string> { ["kty"] = "EC", ["y"] = key.Public.Y, ["x"] = key.Public.X, ["crv"] = "P-256" });
        Assert.Equal(key.Public.KeyId, StrictBase64Url.Encode(System.Security.Cryptography.SHA256.HashData(members)));
    }

    [Fact]
    public void A_set_reads_back_as_it_was_published()
    {
        using var first = SigningKey.Create();
        using var second = SigningKey.Create();
        var set = Assert.IsType<KeySetReading.Read>(Read(Samples.Set(first, second).ToJson())).Keys;
        Assert.Equal(2, set.Count);
        Assert.Equal(second.Public.Y, set.Find(second.Public.KeyId)!.Y);
        Assert.Null(set.Find("een-andere"));
    }

    [Theory]
    [InlineData("\"P-256\"", "\"P-384\"")]
    [InlineData("\"ES256\"", "\"HS256\"")]
    [InlineData("\"EC\"", "\"oct\"")]
    [InlineData("\"sig\"", "\"enc\"")]
    [InlineData("\"crv\"", "\"d\": \"geheim\", \"crv\"")]
    [InlineData("\"kid\": \"", "\"kid\": \"A")]
    [InlineData("\"x\": \"", "\"x\": \"A")]
    [InlineData("\"keys\"", "\"sleutels\"")]
    public void A_set_with_another_kind_of_key_in_it_is_refused(string old, string changed)
    {
        using var key = SigningKey.Create();
        Assert.IsType<KeySetReading.Unreadable>(Read(Samples.Set(key).ToJson().Replace(old, changed, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_point_that_is_not_on_the_curve_is_no_key()
    {
        using var key = SigningKey.Create();
        Assert.Null(PublicKey.From(key.Public.X, key.Public.X));
        Assert.Null(PublicKey.From(StrictBase64Url.Encode(new byte[32]), StrictBase64Url.Encode(new byte[32])));
    }

    [Fact]
    public void An_empty_set_and_the_same_key_twice_are_refused()
    {
        using var key = SigningKey.Create();
        Assert.IsType<KeySetReading.Unreadable>(Read("""{"keys":[]}"""));
        Assert.IsType<KeySetReading.Unreadable>(Read(Samples.Set(key, key).ToJson()));
        Assert.IsType<KeySetReading.Unreadable>(Read("geen json"));
    }

    private static KeySetReading Read(string json) => PublicKeySet.Read(Encoding.UTF8.GetBytes(json));
}
