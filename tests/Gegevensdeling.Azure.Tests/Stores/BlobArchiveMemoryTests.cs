using System.Security.Cryptography;
using Gegevensdeling.Azure.Stores;
using Gegevensdeling.Stores;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Stores;

/// <summary>What is measured is the whole process: nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

[Collection(Alone.Name)]
public sealed class BlobArchiveMemoryTests(Cloud cloud)
{
    private const int Piece = 80 * 1024;
    private const int Pieces = 1_250; // 102 MB

    private static readonly BlobName One = new(new("DV-AAAA-1111"), new("a-1"));
    private static readonly BlobName Second = new(new("DV-AAAA-1111"), new("a-2"));

    private readonly OwnStorage storage = new(cloud);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private BlobArchiveStore Store => new(storage.Container());

    [Fact]
    public async Task A_hundred_megabytes_stream_through_a_few_buffers()
    {
        await Store.EnsureAsync(Cancelled);
        var piece = RandomNumberGenerator.GetBytes(Piece);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var number = 0; number < Pieces; number++)
            sum.AppendData(piece);

        await Store.WriteAsync(Second, async (target, token) => await target.WriteAsync(new byte[] { 1 }, token), Cancelled); // tokens and connections are there
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await Store.WriteAsync(One, async (target, token) =>
        {
            for (var number = 0; number < Pieces; number++)
                await target.WriteAsync(piece, token);
        }, Cancelled);
        var writing = GC.GetTotalAllocatedBytes(precise: true) - before;

        await using var stored = (await Store.OpenAsync(One, Cancelled))!;
        Assert.Equal(Piece * (long)Pieces, stored.Length);
        Assert.Equal(sum.GetHashAndReset(), await SHA256.HashDataAsync(stored, Cancelled));
        var reading = GC.GetTotalAllocatedBytes(precise: true) - before - writing;
        TestContext.Current.TestOutputHelper!.WriteLine($"allocated: writing {writing / 1024 / 1024} MB, reading {reading / 1024 / 1024} MB");
        Assert.InRange(writing, 0, 40 * 1024 * 1024);
        Assert.InRange(reading, 0, 60 * 1024 * 1024);
    }
}
