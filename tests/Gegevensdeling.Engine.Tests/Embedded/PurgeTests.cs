using System.Text;
using Gegevensdeling.EngineContract;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gegevensdeling.Engine.Tests.Embedded;

/// <summary>Law 8: after a purge no byte of the instance is left in the file, nor in its log.</summary>
public sealed class PurgeTests : IDisposable
{
    private static readonly Activity<string, string> Echo = new("Echo", RetryPolicy.Once);

    private static readonly Orchestration<string, string> Marked = new("Marked", 1, async (context, marker) =>
    {
        await context.CallActivityAsync(Echo, marker + new string('x', context.InstanceId.Length * 40));
        await context.NextMessageAsync<Mail>(null);
        return marker;
    });

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Requirement("F2")]
    public async Task After_a_purge_no_byte_of_the_instance_is_left()
    {
        await using var engine = Open();
        await engine.StartProcessingAsync();
        var cancellation = TestContext.Current.CancellationToken;
        var ids = Enumerable.Range(0, 400).Select(i => $"{i:D4}-{new string('i', i % 17)}").ToList();
        await Task.WhenAll(ids.Select(id => engine.StartAsync(Marked, id, Marker(id), cancellation)));
        await engine.WaitUntilIdleAsync(cancellation);
        await Task.WhenAll(ids.Where((_, i) => i % 3 != 0).Select(id => engine.SendAsync(id, Mail.Say(Marker(id) + "bericht"), cancellation)));
        await engine.SendAsync("nooit-gestart", Mail.Say("MERK-nooit-gestart"), cancellation);
        await engine.WaitUntilIdleAsync(cancellation);
        var purged = ids.Where((_, i) => i % 3 == 1).ToList();
        Assert.All(purged.Take(3), id => Assert.True(Traces(Marker(id)) > 0)); // the search finds what is there
        foreach (var group in purged.Chunk(30)) Assert.All(await Task.WhenAll(group.Select(id => engine.PurgeAsync(id, cancellation))), Assert.True);
        Assert.True(await engine.PurgeAsync("nooit-gestart", cancellation));
        Assert.Equal(0, purged.Sum(id => Traces(Marker(id))));
        Assert.Equal(0, Traces("nooit-gestart"));
        Assert.All(ids.Except(purged), id => Assert.True(Traces(Marker(id)) > 0));
        Assert.False(await engine.PurgeAsync(ids[0], cancellation)); // it waits still
        Assert.Equal(ids.Count - purged.Count, engine.ListInstances().Count);
    }

    [Fact]
    public async Task A_message_to_an_ended_instance_is_never_written()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var engine = Open();
        await engine.StartProcessingAsync();
        await engine.StartAsync(Marked, "a", "x", cancellation);
        await engine.SendAsync("a", Mail.Say("MERK-eerste"), cancellation);
        await engine.WaitUntilIdleAsync(cancellation);
        await engine.SendAsync("a", Mail.Say("MERK-tweede"), cancellation);
        Assert.True(Traces("MERK-eerste") > 0);
        Assert.Equal(0, Traces("MERK-tweede"));
    }

    [Fact]
    public async Task A_stopped_instance_can_be_purged()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using (var engine = Open())
        {
            await engine.StartAsync(Marked with { Version = 7 }, "a", "x", cancellation);
            await engine.StartProcessingAsync();
            await engine.WaitUntilIdleAsync(cancellation);
            Assert.Equal(InstanceStatus.Stopped, engine.FindInstance("a")?.Status);
            Assert.True(await engine.PurgeAsync("a", cancellation));
            Assert.Null(engine.FindInstance("a"));
        }
    }

    private static string Marker(string id) => $"MERK-{id}-MERK";

    private EmbeddedEngine Open() => new(
        folder.File("engine.db"), new([Marked], [Echo]), new ActivityBindings().Bind(Echo, (text, _) => Task.FromResult(text)),
        TimeProvider.System, new EngineOptions(), NullLogger<EmbeddedEngine>.Instance);

    private int Traces(string marker)
    {
        var pattern = Encoding.UTF8.GetBytes(marker);
        var found = 0;
        foreach (var path in folder.Files())
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            for (var at = bytes.AsSpan().IndexOf(pattern); at >= 0;)
            {
                found++;
                var next = bytes.AsSpan(at + 1).IndexOf(pattern);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        return found;
    }
}
