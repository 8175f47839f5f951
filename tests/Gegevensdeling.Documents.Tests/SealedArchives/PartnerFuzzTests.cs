using System.Diagnostics;
using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Ten thousand changed archives of all methods: the right bytes or one of the four errors, soon, and in little memory.</summary>
[Collection(nameof(FuzzTests))]
public sealed class PartnerFuzzTests
{
    private const int CasesEach = 900;

    // bzip2 takes the most: a block of 900,000 bytes, and an index of four bytes for each
    private const long AllocationEach = 8 << 20;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    public static TheoryData<string, bool> Cases => new(
        from method in PartnerArchives.Methods from encrypted in new[] { false, true } select (method, encrypted));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_changed_archive_gives_the_right_bytes_or_one_of_the_four_errors(string method, bool encrypted)
    {
        var original = await PartnerArchives.RewrapAsync(method, encrypted);
        var limits = new ArchiveLimits { KeyDerivationPower = 10 };
        var random = new Random(encrypted ? 77 : 7);
        var outcomes = new Dictionary<string, int>();
        await TryAsync(original, limits);
        for (var at = 0; at < CasesEach; at++)
        {
            var changed = at % 2 == 0 ? Mutation.Of(original, random) : OfContent(original, random);
            var watch = Stopwatch.StartNew();
            var outcome = await Allocation.BelowAsync(AllocationEach, changed, () => TryAsync(changed, limits));
            Assert.True(watch.Elapsed < Soon, $"case {at} took {watch.Elapsed}: {Convert.ToHexString(changed)}");
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        Assert.True(outcomes.Count >= 3, string.Join(", ", outcomes));
        TestContext.Current.SendDiagnosticMessage($"{method} {encrypted}: {string.Join(", ", outcomes)}");
    }

    // only what is packed; every length and checksum of the header stays right
    private static byte[] OfContent(byte[] original, Random random)
    {
        var changed = original.ToArray();
        var packed = (int)BitConverter.ToInt64(original, 12);
        for (var times = random.Next(1, 4); times > 0; times--)
            changed[SignatureHeader.Bytes + random.Next(packed)] ^= (byte)random.Next(1, 256);
        return changed;
    }

    private static async Task<string> TryAsync(byte[] archive, ArchiveLimits limits)
    {
        try
        {
            foreach (var (_, content) in await Archives.OpenAsync(archive, limits: limits).WaitAsync(Soon + Soon))
                Assert.True(content.Length == 0 || PartnerArchives.Files.Any(file => file.Content.AsSpan().SequenceEqual(content)), $"other bytes: {Convert.ToHexString(archive)}");
            return "opened";
        }
        catch (SealedArchiveException refusal)
        {
            return refusal.GetType().Name;
        }
    }
}
