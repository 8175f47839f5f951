using System.Diagnostics;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Telemetry;

/// <summary>What an operator and the alarms see of the law at work.</summary>
[Collection(TelemetryTestsRunAlone.Name)]
public sealed class MeasurementTests : IDisposable
{
    private readonly TelemetryCapture capture = new();

    [Fact]
    public async Task A_failing_activity_is_counted_as_failed_and_as_tried_again_until_it_succeeds()
    {
        var faults = new Faults(() => new IOException("No space left on device"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        faults.FailAt("Outbox.SendAsync");
        var exchange = await rig.ReferAsync();
        await rig.TurnAsync(TimeSpan.FromSeconds(6));
        faults.Heal();
        await rig.TurnAsync(TimeSpan.FromMinutes(1));
        var send = ("activity", ReferralActivityTokens.Send.Name);
        Assert.Equal((2, 1, 2), (
            capture.Of("gegevensdeling.activity.duration", send, ("outcome", "failed")).Count(), capture.Of("gegevensdeling.activity.duration", send, ("outcome", "ok")).Count(),
            capture.Sum("gegevensdeling.activity.retries", send)));
        var spans = capture.Spans.Where(span => span.OperationName == ReferralActivityTokens.Send.Name && (string?)span.GetTagItem("exchange") == exchange.Value).ToList();
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Error, ActivityStatusCode.Unset], spans.Select(span => span.Status));
        Assert.Equal("IOException", spans[0].GetTagItem("failure"));
    }

    [Fact]
    public async Task A_fact_that_waits_for_a_stuck_engine_shows_how_long()
    {
        await using var rig = await Rig.StartAsync();
        await rig.Host.Engine.StopAsync(Rig.Cancelled);
        await rig.ReferAsync();
        rig.Clock.Advance(TimeSpan.FromHours(2));
        await rig.Host.Engine.StartProcessingAsync();
        await rig.Host.Engine.WaitUntilIdleAsync(Rig.Cancelled);
        Assert.Equal(7200, Assert.Single(capture.Of("gegevensdeling.step.wait")).Value);
        Assert.Equal("verzegeld", Assert.Single(capture.Of("gegevensdeling.step.wait")).Tags["kind"]);
        await rig.SweepAsync();
        Assert.Single(capture.Of("gegevensdeling.step.wait"), one => one.Tags["kind"] == "verzegeld");
    }

    [Fact]
    [Requirement("F4", "W3")]
    public async Task A_key_that_is_not_handed_over_and_a_receipt_that_is_not_given_become_overdue_and_stop_being_it()
    {
        await using var rig = await Rig.StartAsync();
        var (terms, exchange) = (ReferralTerms.Of(rig.Mechelen), await rig.ReferAsync());
        await rig.ReferAsync(Client.Of(402));
        await rig.TakeAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Is(204);
        Assert.Equal((0, 0), await OverdueAsync(rig));
        await rig.TurnAsync(LegalCalendar.AddWorkingDays(rig.Clock.GetUtcNow(), Math.Max(terms.UnopenedAfter, terms.KeyReminders[0]) + 1) - rig.Clock.GetUtcNow());
        Assert.Equal((1, 2), await OverdueAsync(rig));
        Assert.Equal((1, 2), await OverdueAsync(rig));
        (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Is(200);
        Assert.Equal((0, 2), await OverdueAsync(rig));
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
        Assert.Equal((0, 1), await OverdueAsync(rig));
    }

    [Fact]
    [Requirement("F2")]
    public async Task An_erasure_that_fails_is_open_and_an_orphan_is_told_until_they_are_gone()
    {
        var faults = new Faults(() => new TaskCanceledException("the client gave up waiting"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var exchange = await rig.ReferAsync();
        await rig.Host.Engine.StopAsync(Rig.Cancelled);
        (await rig.DoAsync(rig.Team, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        await rig.Host.Law.Ports.Blobs.WriteAsync(new(new("DV-NIEMAND"), new("a-1")), (stream, token) => stream.WriteAsync(new byte[] { 1 }, token).AsTask(), Rig.Cancelled);
        faults.FailAt("Keys.PurgeAsync");
        Assert.Equal(["TaskCanceledException"], (await rig.Host.Sweep.RunAsync(Rig.Cancelled)).Failed);
        Assert.Equal((1, 1, 1, 1), (Latest("gegevensdeling.erasure.open"), capture.Sum("gegevensdeling.erasure.failed"), Latest("gegevensdeling.orphans"), Runs("ok")));
        faults.Heal();
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await rig.Host.Law.Ports.Blobs.DeleteAsync(new Gegevensdeling.Exchanges.ExchangeId("DV-NIEMAND"), Rig.Cancelled);
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        Assert.Equal((0, 1, 0, 3), (Latest("gegevensdeling.erasure.open"), capture.Sum("gegevensdeling.erasure.failed"), Latest("gegevensdeling.orphans"), Runs("ok")));
        Assert.True(await rig.IsErasedAsync(exchange));
    }

    [Fact]
    public async Task A_sweep_that_does_not_come_to_its_end_is_no_run_that_was_ok()
    {
        var faults = new Faults(() => new IOException("gone"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        faults.FailAt("Register.DueAsync");
        await Assert.ThrowsAsync<IOException>(() => rig.Host.Sweep.RunAsync(Rig.Cancelled));
        Assert.Equal((0, 1), (Runs("ok"), Runs("failed")));
    }

    [Fact]
    [Requirement("G18", "F2")]
    public async Task A_step_of_the_sweep_that_fails_keeps_none_of_the_others_from_running()
    {
        var faults = new Faults(() => new IOException("gone"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var exchange = await rig.ReferAsync();
        foreach (var call in new[] { "Staff.ForgetAsync", "Blobs.ListAsync", "Register.UnfinishedAsync", "Register.UnpurgedAsync" })
        {
            faults.FailAt(call);
            var before = (Runs("ok"), capture.Of("gegevensdeling.overdue").Count());
            if (call.StartsWith("Staff", StringComparison.Ordinal))
                Assert.Equal(["IOException"], (await rig.Host.Sweep.RunAsync(Rig.Cancelled)).Failed);
            else
                await Assert.ThrowsAsync<IOException>(() => rig.Host.Sweep.RunAsync(Rig.Cancelled));
            Assert.True(capture.Of("gegevensdeling.overdue").Count() > before.Item2, call);
            Assert.Equal(call.StartsWith("Staff", StringComparison.Ordinal) ? before.Item1 + 1 : before.Item1, Runs("ok"));
            faults.Heal();
        }

        Assert.NotNull(await rig.Host.Law.Dossiers.FindAsync(new("PR-mechelen-2024"), Rig.Cancelled)); // also what the protocols ask for
        Assert.False(await rig.IsErasedAsync(exchange));
    }

    [Fact]
    [Requirement("G18")]
    public async Task A_breach_that_cannot_be_read_counts_as_overdue_and_hides_none_of_the_others()
    {
        var faults = new Faults(() => new InvalidDataException("damaged"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var dossiers = new List<string>();
        foreach (var one in new[] { "verlies", "diefstal" })
        {
            dossiers.Add((await rig.PostAsync(rig.Team, "/protocollen/mechelen-2024/gegevenslekken", new { opgemerkt = rig.Clock.GetUtcNow(), soort = one, duurtVoort = false, wijze = "telefoon" }))
                .Is(201).Json.GetProperty("dossier").GetString()!);
        }

        await rig.TurnAsync(TimeSpan.FromHours(49));
        faults.FailAt($"Register.FactsAsync {dossiers[0]}");
        Assert.Equal(["InvalidDataException"], (await rig.Host.Sweep.RunAsync(Rig.Cancelled)).Failed);
        Assert.Equal(2, Latest("gegevensdeling.breach.overdue"));
    }

    [Fact]
    public async Task A_request_is_measured_by_the_name_of_its_route_and_what_does_not_exist_under_one_word()
    {
        await using var rig = await Rig.StartAsync();
        await rig.GetAsync(null, "/sleutels.jwks.json");
        await rig.GetAsync(null, "/doorverwijzingen");
        await rig.GetAsync(null, "/wp-admin/Peeters");
        await rig.PostAsync(null, "/sleutels.jwks.json");
        Assert.Equal(
            ["geen 404", "geen 405", "lijst 401", "sleutels 200"],
            (await capture.AtLeastAsync("gegevensdeling.request.duration", 4)).Select(one => $"{one.Tags["route"]} {one.Tags["status"]}").Order(StringComparer.Ordinal));
    }

    public void Dispose() => capture.Dispose();

    private double Latest(string instrument) => capture.Latest(instrument);

    private double Runs(string outcome) => capture.Sum("gegevensdeling.sweep.runs", ("outcome", outcome));

    private async Task<(double Keys, double Receipts)> OverdueAsync(Rig rig)
    {
        Assert.Empty((await rig.Host.Sweep.RunAsync(Rig.Cancelled)).Failed);
        return (capture.Latest("gegevensdeling.overdue", ("what", "sleutel")), capture.Latest("gegevensdeling.overdue", ("what", "ontvangst")));
    }
}
