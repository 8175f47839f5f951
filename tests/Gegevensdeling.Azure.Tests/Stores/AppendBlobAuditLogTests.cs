using System.Text;
using Azure.Storage.Blobs.Specialized;
using Gegevensdeling.Audit;
using Gegevensdeling.Azure.Audit;
using Gegevensdeling.Azure.Tests.BadWeather;
using Gegevensdeling.PortContracts;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Stores;

public sealed class AppendBlobAuditLogTests(Cloud cloud) : AuditLogContract, IAsyncLifetime
{
    private const string Chain = "mechelen-2024/2026-03";

    private readonly OwnStorage storage = new(cloud);
    private IAuditLog? log;

    protected override IAuditLog Log => log!;

    public async ValueTask InitializeAsync()
    {
        await storage.Container().CreateIfNotExistsAsync(cancellationToken: Cancelled);
        log = new AppendBlobAuditLog(storage.Container());
    }

    public ValueTask DisposeAsync() => default;

    /// <summary>For measurements.</summary>
    internal static AuditEvent Sample() => Event();

    [Fact]
    [Requirement("F9")]
    public async Task Two_processes_write_one_whole_chain_over_as_many_blobs_as_it_takes()
    {
        IAuditLog[] processes = [new AppendBlobAuditLog(storage.Container(), blocksInBlob: 2), new AppendBlobAuditLog(storage.Container(), blocksInBlob: 2)];
        for (var round = 0; round < 5; round++)
            await Task.WhenAll(Enumerable.Range(0, 6).Select(number => processes[number % 2].AppendAsync(Event(), Cancelled)));
        await WholeAsync(30);
        var blobs = await NamesAsync();
        Assert.True(blobs.Count >= 4);
        Assert.Equal($"{Chain}/0001.jsonl", blobs[0]);
    }

    [Fact]
    public async Task Who_waits_together_shares_a_block()
    {
        await Log.AppendAsync(Event(), Cancelled);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Log.AppendAsync(Event(), Cancelled)));
        await WholeAsync(101);
        var properties = await storage.Container().GetAppendBlobClient($"{Chain}/0001.jsonl").GetPropertiesAsync(cancellationToken: Cancelled);
        Assert.InRange(properties.Value.BlobCommittedBlockCount, 2, 10);
    }

    [Fact]
    public async Task A_lost_acknowledgement_appends_nothing_twice()
    {
        var weather = new LostAcknowledgement(storage.Transport);
        var unlucky = new AppendBlobAuditLog(storage.Container(weather), blocksInBlob: 2);
        for (var number = 0; number < 8; number++)
        {
            // Every second entry begins a blob: first the making of a blob is lost, then the append in it; and the append to one that is there.
            weather.LoseAt(number is 4 or 6 ? 1 : 0);
            await unlucky.AppendAsync(Event(), Cancelled);
            Assert.True(weather.Lost);
        }

        await WholeAsync(8);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_request_the_chain_stays_whole_and_goes_on(bool afterEffect)
    {
        var deaths = 0;
        for (var at = 0; at < 6; at++)
        {
            var killed = new Killed(storage.Transport, at, afterEffect);
            try
            {
                await new AppendBlobAuditLog(storage.Container(killed), blocksInBlob: 1).AppendAsync(Event(), Cancelled);
            }
            catch (KilledException)
            {
                deaths++;
            }

            await new AppendBlobAuditLog(storage.Container(), blocksInBlob: 1).AppendAsync(Event(), Cancelled);
        }

        Assert.InRange(deaths, 4, 6);
        var entries = await Log.ReadAsync(Chain, Cancelled).ToListAsync(Cancelled);
        Assert.IsType<AuditVerdict.Intact>(AuditChain.Verify(entries));
        Assert.InRange(entries.Count, 6, 12);
    }

    [Theory]
    [InlineData("een vreemde regel\n")]
    [InlineData("zonder einde")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000 {}\n")]
    [Requirement("F9")]
    public async Task Nothing_is_appended_to_what_somebody_else_wrote(string foreign)
    {
        await Log.AppendAsync(Event(), Cancelled);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(foreign));
        await storage.Container().GetAppendBlobClient($"{Chain}/0001.jsonl").AppendBlockAsync(content, cancellationToken: Cancelled);
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => Log.AppendAsync(Event(), Cancelled));
        Assert.DoesNotContain("vreemde", refusal.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Log.ReadAsync(Chain, Cancelled).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_tail_that_was_changed_is_refused()
    {
        await Log.AppendAsync(Event(), Cancelled);
        var (first, second) = (storage.Container().GetAppendBlobClient($"{Chain}/0001.jsonl"), storage.Container().GetAppendBlobClient("anders/2026-03/0001.jsonl"));
        var text = (await first.DownloadContentAsync(Cancelled)).Value.Content.ToString().Replace("art. 4", "art. 5", StringComparison.Ordinal);
        await first.DeleteAsync(cancellationToken: Cancelled);
        await first.CreateAsync(cancellationToken: Cancelled);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await first.AppendBlockAsync(content, cancellationToken: Cancelled);
        await Assert.ThrowsAsync<InvalidDataException>(() => new AppendBlobAuditLog(storage.Container()).AppendAsync(Event(), Cancelled));
        Assert.IsNotType<AuditVerdict.Intact>(AuditChain.Verify(await Log.ReadAsync(Chain, Cancelled).ToListAsync(Cancelled)));
        Assert.False(await second.ExistsAsync(Cancelled));
    }

    [Fact]
    public async Task What_cannot_be_chained_fails_alone()
    {
        var all = Enumerable.Range(0, 10).Select(number => Log.AppendAsync(number == 5 ? Event() with { Correlation = "geen" } : Event(), Cancelled)).ToList();
        await Assert.ThrowsAsync<ArgumentException>(() => all[5]);
        await Task.WhenAll(all.Where((_, number) => number != 5));
        await WholeAsync(9);
    }

    private async Task WholeAsync(int count)
    {
        var entries = await Log.ReadAsync(Chain, Cancelled).ToListAsync(Cancelled);
        Assert.Equal(Enumerable.Range(1, count).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        Assert.IsType<AuditVerdict.Intact>(AuditChain.Verify(entries));
    }

    private async Task<List<string>> NamesAsync() =>
        await storage.Container().GetBlobsAsync(new global::Azure.Storage.Blobs.Models.GetBlobsOptions(), Cancelled).Select(blob => blob.Name).ToListAsync(Cancelled);
}
