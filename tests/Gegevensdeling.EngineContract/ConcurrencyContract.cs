using System.Collections.Concurrent;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.EngineContract;

/// <summary>Many at once: nothing is lost, nothing is done twice, and each keeps its own order.</summary>
public abstract class ConcurrencyContract(IEngineFactory factory) : EngineContract(factory)
{
    private static readonly Orchestration<string, string> Busy = new("Busy", 1, async (context, name) =>
    {
        for (var i = 0; i < 5; i++)
        {
            await context.CallActivityAsync(Note, $"{name}.{i}");
            if (i is 1 or 3) await context.CallActivityAsync(Note, $"{name} {((Mail.Said)(await context.NextMessageAsync<Mail>(null))!).Text}");
        }

        return name;
    });

    [Fact]
    public async Task Sixty_four_callers_lose_nothing_and_do_nothing_twice()
    {
        await using var engine = await StartAsync(Busy);
        var names = new ConcurrentQueue<int>(Enumerable.Range(0, 320));
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(
            async () =>
            {
                while (names.TryDequeue(out var name))
                {
                    await engine.Client.StartAsync(Busy, $"{name}", $"{name}", Cancellation);
                    await engine.Client.SendAsync($"{name}", Mail.Say("x"), Cancellation);
                    await engine.Client.SendAsync($"{name}", Mail.Say("x"), Cancellation);
                    await engine.Client.SendAsync($"{name}", Mail.Say("y"), Cancellation);
                }
            },
            Cancellation)));
        await engine.IdleAsync();
        Assert.All(Enumerable.Range(0, 320), name =>
        {
            Assert.Equal("Completed", engine.Find($"{name}")?.Status);
            var own = Done.Where(done => done.Split('.', ' ')[0] == $"{name}");
            Assert.Equal([$"{name}.0", $"{name}.1", $"{name} x", $"{name}.2", $"{name}.3", $"{name} y", $"{name}.4"], own);
        });
    }
}
