using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// Whatever the bytes, the answer is the content or one of the four errors, and memory follows what is there. In a collection
/// of its own, since allocation is measured over the whole process.
/// </summary>
[Collection(nameof(FuzzTests))]
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
public sealed class FuzzTests
{
    // what an opening may allocate besides the buffers of the pool: a header is at most the archive itself, a few times over
    private const long AllocationEach = 1 << 20;

    // made by 7-Zip 26.02 without a key from the files a.txt, b.txt and c.txt: the header is compressed with LZMA
    private const string CompressedHeader =
        "N3q8ryccAAT3RFtxWgAAAAAAAAAgAAAAAAAAAHSJ971oZWxsb3dvcmxkMTJ4AACBMweuT56VWDmdUovqXkYOaaWJzk0vvdyjbovuDUb/R+kl7j+kGewMqP2hmlIyDo2Vic3uY7IxA/mMBd87erfNeFCQGAuRGDhqYAAXBg0BCU0ABwsBAAEjAwEBBV0AEAAADHYKAdR37RYAAA==";

    private static readonly (string Name, byte[] Content)[] Files = [("a.txt", Archives.Bytes(1, 40)), ("één/b.txt", Archives.Bytes(2, 16)), ("c", Archives.Bytes(3, 5))];

    public static TheoryData<string, int> Cases => new()
    {
        { "stored", 8_000 }, { "names", 3_000 }, { "keys", 2_000 }, { "sealed", 2_000 }, { "compressed", 3_000 }, { "clear names", 3_000 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_changed_archive_gives_its_content_or_one_of_the_four_errors(string kind, int cases)
    {
        var original = await OriginalAsync(kind);
        var limits = new ArchiveLimits { KeyDerivationPower = 10 };
        await TryAsync(original, limits);
        var random = new Random(cases);
        var outcomes = new Dictionary<string, int>();
        for (var at = 0; at < cases; at++)
        {
            var changed = Mutation.Of(original, random);
            var outcome = await Allocation.BelowAsync(AllocationEach, changed, () => TryAsync(changed, limits));
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        // the changes reach deep enough to matter
        Assert.True(outcomes.Count >= 3, string.Join(", ", outcomes));
        TestContext.Current.SendDiagnosticMessage($"{kind}: {string.Join(", ", outcomes)}");
    }

    [Fact]
    public async Task A_small_archive_that_declares_fifty_million_files_is_hostile_and_costs_nothing()
    {
        var archive = Crafted.Archive([], header => header.Byte(PropertyId.Header).Byte(PropertyId.FilesInfo).Number(50_000_000).Byte(PropertyId.End).Byte(PropertyId.End));
        await TryAsync(archive, ArchiveLimits.Default);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await Assert.ThrowsAsync<HostileArchiveException>(() => SealedArchive.OpenAsync(new MemoryStream(archive), Archives.Key, ArchiveLimits.Default, CancellationToken.None));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 64 << 10);
    }

    [Fact]
    public async Task A_compressed_header_that_declares_four_megabytes_and_holds_few_costs_what_it_holds()
    {
        var archive = Crafted.CompressedHeader(ArchiveLimits.Default.HeaderBytes);
        await TryAsync(archive, ArchiveLimits.Default);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await Assert.ThrowsAsync<DamagedArchiveException>(() => SealedArchive.OpenAsync(new MemoryStream(archive), Archives.Key, ArchiveLimits.Default, CancellationToken.None));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 256 << 10);
    }

    [Fact]
    public async Task A_compressed_header_that_declares_more_than_the_limit_is_hostile()
    {
        var archive = Crafted.CompressedHeader(ArchiveLimits.Default.HeaderBytes + 1);
        await Assert.ThrowsAsync<HostileArchiveException>(() => Archives.OpenAsync(archive));
    }

    private static async Task<byte[]> OriginalAsync(string kind) => kind switch
    {
        "stored" => Crafted.Stored(Files),
        "names" => Crafted.Named("a", "b/c", "één", "😀"),
        "keys" => Crafted.Encrypted([0x44, 0x0F, .. new byte[16]], [0x84, 0x00, 7]),
        "clear names" => await Crafted.ClearNamesAsync(Files),
        "sealed" => await Archives.SealAsync(Files),
        "compressed" => Convert.FromBase64String(CompressedHeader),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static async Task<string> TryAsync(byte[] archive, ArchiveLimits limits)
    {
        try
        {
            await Archives.OpenAsync(archive, limits: limits);
            return "opened";
        }
        catch (SealedArchiveException refusal)
        {
            return refusal.GetType().Name;
        }
    }
}
