using Gegevensdeling.Exchanges.Referral;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gegevensdeling.Api.Bodies;
using Xunit;

namespace Gegevensdeling.Tests.Api;

/// <summary>Whatever arrives, the reader answers with a value; a refusal never contains a planted one.</summary>
public sealed class BodyFuzzTests
{
    private const string Planted = "Zq7Peeters";
    private const string Good = $$"""{"persoon":{"voornaam":"{{Planted}}","naam":"{{Planted}}","email":"{{Planted}}"},"dag":"2026-03-02","aantal":7,"talen":["{{Planted}}"]}""";
    private static readonly string[] Pieces =
        ["{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "1e999", "-0", "\\ud800", "\\u0000", "\"persoon\"", "\"dag\":", $"\"{Planted}\"", "\uFEFF", " ", "/*", "NaN"];

    public static Arbitrary<byte[]> Mutated() => Gen.Choose(0, int.MaxValue - 1).Select(Mutate).ToArbitrary();

    [Property(MaxTest = 5000, Arbitrary = [typeof(BodyFuzzTests)])]
    public void A_mutated_body_is_parsed_or_refused_and_never_quoted(byte[] body)
    {
        if (BodyReader.Parse(body, typeof(SampleBody), UnwantedFields.RefusalFor) is BodyAnswer.Refused refused)
            Assert.DoesNotContain(Planted, refused.Refusal + string.Concat(refused.Fields), StringComparison.Ordinal);
    }

    [Property(MaxTest = 5000)]
    public void Any_bytes_are_parsed_or_refused(byte[] body) =>
        Assert.NotNull(BodyReader.Parse(body, typeof(SampleBody), _ => null));

    private static byte[] Mutate(int seed)
    {
        var random = new Random(seed);
        var bytes = Encoding.UTF8.GetBytes(Good).ToList();
        for (var times = random.Next(1, 5); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }
}
