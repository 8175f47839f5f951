using Gegevensdeling.Api.Health;
using Xunit;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>Anybody may ask how it is: the answer is true, says no more than that, and costs the stores little.</summary>
public sealed class HealthTests
{
    [Theory]
    [InlineData("Register.FindAsync")]
    [InlineData("Blobs.CountAsync")]
    [InlineData("Keys.GetAsync")]
    [InlineData("Drop.CountAsync")]
    [InlineData("Register.DueAsync")]
    public async Task A_store_that_does_not_answer_is_not_healthy_and_nobody_hears_which(string call)
    {
        var faults = new Faults(() => new IOException("/geheime/plaats"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        Assert.Equal("ok\n", (await rig.GetAsync(null, "/gezondheid")).Is(200).Text);
        faults.FailAt(call);
        rig.Clock.Advance(TimeSpan.FromMinutes(6));
        var answer = (await rig.GetAsync(null, "/gezondheid")).Is(503);
        Assert.Equal(("niet gezond\n", "text/plain"), (answer.Text, answer.MediaType));
        faults.Heal();
        rig.Clock.Advance(TimeSpan.FromMinutes(6));
        (await rig.GetAsync(null, "/gezondheid")).Is(200);
    }

    [Fact]
    public async Task Who_hammers_the_route_does_not_hammer_the_stores()
    {
        var faults = new Faults(() => new IOException("gone"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        faults.FailAt("Keys.GetAsync");
        for (var times = 0; times < 5; times++)
            Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rig.SendAsync(null, HttpMethod.Get, "/gezondheid", null, settle: false))), answer => answer.Is(503));
        Assert.Equal(1, faults.Hits);
        rig.Clock.Advance(TimeSpan.FromSeconds(16));
        (await rig.GetAsync(null, "/gezondheid")).Is(503);
        Assert.Equal(2, faults.Hits);
    }

    [Fact]
    public async Task A_store_that_never_answers_is_waited_for_no_longer_than_ten_seconds()
    {
        var stuck = new TaskCompletionSource();
        await using var rig = await Rig.StartAsync(between: ports => ports with { Keys = new Stuck(stuck.Task) });
        var asked = rig.SendAsync(null, HttpMethod.Get, "/gezondheid", null, settle: false);
        while (!asked.IsCompleted)
        {
            rig.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await asked).Is(503);
        stuck.SetResult();
    }

    [Fact]
    public async Task A_term_that_passed_long_ago_and_that_no_sweep_looked_at_is_not_healthy()
    {
        var faults = new Faults(() => new IOException("gone"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var exchange = await rig.ReferAsync();
        await rig.Host.Engine.StopAsync(Rig.Cancelled);
        (await rig.DoAsync(rig.Team, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        rig.Clock.Advance(HealthCheck.SweepPatience - TimeSpan.FromMinutes(10));
        (await rig.GetAsync(null, "/gezondheid")).Is(200);
        rig.Clock.Advance(TimeSpan.FromMinutes(20));
        (await rig.GetAsync(null, "/gezondheid")).Is(503);
        Assert.Equal(1, (await rig.Host.Sweep.RunAsync(Rig.Cancelled)).Erased);
        rig.Clock.Advance(TimeSpan.FromMinutes(6));
        (await rig.GetAsync(null, "/gezondheid")).Is(200);
    }
}
