using System.Diagnostics;
using System.Text.RegularExpressions;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Telemetry;

/// <summary>Whole courses of a referral, with every span and measurement kept: no person, no key, and no tag or value but the agreed ones.</summary>
[Collection(TelemetryTestsRunAlone.Name)]
public sealed partial class NothingPersonalTests
{
    private static readonly Dictionary<string, string[]> MetricTags = new()
    {
        ["gegevensdeling.activity.duration"] = ["activity", "outcome"],
        ["gegevensdeling.activity.retries"] = ["activity"],
        ["gegevensdeling.step.wait"] = ["kind"],
        ["gegevensdeling.request.duration"] = ["route", "status"],
        ["gegevensdeling.orchestration.stopped"] = [],
        ["gegevensdeling.sweep.runs"] = ["outcome"],
        ["gegevensdeling.erasure.open"] = [],
        ["gegevensdeling.erasure.failed"] = [],
        ["gegevensdeling.orphans"] = [],
        ["gegevensdeling.overdue"] = ["what"],
        ["gegevensdeling.breach.overdue"] = [],
    };

    /// <summary>Counted when the code no longer fits a history, which it does here; the engine's own contract shows it.</summary>
    private static readonly string[] OnlyWhenStopped = ["gegevensdeling.orchestration.stopped"];

    private static readonly string[] SpanTags = ["activity", "outcome", "exchange", "failure", "route", "status", "correlation", "part"];

    [Fact]
    [Requirement("F10")]
    public async Task A_whole_referral_leaves_no_person_and_no_key_in_telemetry_and_only_agreed_words()
    {
        using var capture = new TelemetryCapture();
        var faults = new Faults(() => new IOException($"{Client.Of(401).Name} {Client.Of(401).Mail}"));
        await using var watched = await Watched.StartAsync(faults.Between);
        var (rig, client) = (watched.Rig, Client.Of(401));
        await WithTraceContextOfTheClientAsync(rig, client);
        (await rig.CreateAsync(Referrals.Body(client).With("client.telefoonnummer", client.Name))).Is(400);
        (await rig.GetAsync(rig.Worker, $"/doorverwijzingen/{client.Name}/{client.FirstName}")).Is(404);
        faults.FailAt("Outbox.SendAsync");
        var exchange = await rig.ReferAsync(client);
        faults.Heal();
        await rig.TurnAsync(TimeSpan.FromMinutes(1));
        await rig.TakeAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Is(204);
        (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Is(200);
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
        (await rig.GetAsync(null, "/gezondheid")).Is(200);
        await rig.SweepAsync();
        (await rig.DoAsync(rig.Team, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        Assert.True(await rig.IsErasedAsync(exchange));

        Assert.NotEmpty(watched.Keys);
        var found = new Haystack([.. client.Words, .. watched.Keys]).Text("telemetry", capture.Text).Found;
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.Contains(exchange.Value, capture.Text, StringComparison.Ordinal); // the capture sees what it must
        Assert.Empty(Wrong(capture.Measurements, [.. LawRoutes.Create(rig.Host.Law, rig.Host.Engine).Routes.Select(route => route.Name), "geen"]));
        Assert.Empty(Wrong(capture.Spans, [exchange, .. await MonthsAsync(rig)]));
        Assert.Equal(MetricTags.Keys.Except(OnlyWhenStopped).Order(StringComparer.Ordinal), capture.Measurements.Select(one => one.Instrument).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_planted_tag_value_or_trace_state_is_found()
    {
        Assert.Single(Wrong([new("gegevensdeling.orphans", 1, new Dictionary<string, string> { ["exchange"] = "DV-1" })], ["gezondheid"]));
        Assert.Single(Wrong([new("gegevensdeling.request.duration", 1, new Dictionary<string, string> { ["route"] = "/doorverwijzingen/Peeters", ["status"] = "200" })], ["gezondheid"]));
        Assert.Single(Wrong([new("gegevensdeling.anders", 1, new Dictionary<string, string>())], ["gezondheid"]));
        using var span = new Activity("sweep") { TraceStateString = "naam=Peeters" };
        using var named = new Activity("sweep").SetTag("naam", "Peeters");
        Assert.Equal(2, Wrong([span, named], [new("DV-1")]).Count());
    }

    /// <summary>Names and values of what is measured, against their closed lists: a metric is never split by an id.</summary>
    private static IEnumerable<string> Wrong(IEnumerable<Measurement> measurements, IReadOnlyCollection<string> routes)
    {
        var activities = LawCatalog.Create().Activities.Select(activity => activity.Name).ToHashSet();
        bool Fits(string tag, string value) => tag switch
        {
            "activity" => activities.Contains(value),
            "outcome" => value is "ok" or "failed" or "stopped",
            "kind" => Word().IsMatch(value),
            "route" => routes.Contains(value),
            "status" => Status().IsMatch(value),
            "what" => value is "sleutel" or "ontvangst",
            _ => false,
        };
        return measurements.Where(one => !MetricTags.TryGetValue(one.Instrument, out var tags) || !one.Tags.Keys.Order(StringComparer.Ordinal).SequenceEqual(tags)
            || !one.Tags.All(tag => Fits(tag.Key, tag.Value))).Select(one => $"{one.Instrument} {string.Join(' ', one.Tags)}");
    }

    private static IEnumerable<string> Wrong(IEnumerable<Activity> spans, IReadOnlyCollection<ExchangeId> exchanges) =>
        from span in spans
        where span.TagObjects.Any(tag => !SpanTags.Contains(tag.Key)) || span.TraceStateString is not null || span.Baggage.Any() || span.Events.Any() || span.Links.Any()
            || span.StatusDescription is not null || (span.GetTagItem("exchange") is string of && !exchanges.Contains(new(of)) && !OfProtocol().IsMatch(of))
            || (span.Kind == ActivityKind.Server && span.ParentId is not null)
        select $"{span.OperationName} {string.Join(' ', span.TagObjects)}";

    /// <summary>The dossiers that the sweep opens for the protocols: words of ours.</summary>
    [GeneratedRegex("^(PR|EV|TC|WM)-[a-z0-9-]+$")]
    private static partial Regex OfProtocol();

    /// <summary>The months that the sweep opens for the protocols with debtors: references made from protocol and month.</summary>
    private static async Task<IReadOnlyList<ExchangeId>> MonthsAsync(Rig rig)
    {
        var months = new List<ExchangeId>();
        foreach (var protocol in rig.Host.Law.Protocols.All.Where(one => one.Debtors is not null))
        {
            await foreach (var head in rig.Host.Law.Ports.Register.OfKindAsync(protocol.Id, CycleKind.Name, liveOnly: false, Rig.Cancelled))
                months.Add(head.Id);
        }

        return months;
    }

    /// <summary>W3C trace context and baggage are a client's own text.</summary>
    private static async Task WithTraceContextOfTheClientAsync(Rig rig, Client client)
    {
        using var http = new HttpClient { BaseAddress = rig.Host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sleutels.jwks.json");
        request.Headers.Add("traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01");
        request.Headers.Add("tracestate", $"naam={Uri.EscapeDataString(client.Name)}");
        request.Headers.Add("baggage", $"mail={Uri.EscapeDataString(client.Mail)}");
        using var answer = await http.SendAsync(request, Rig.Cancelled);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("^[a-z-]{4,30}$")]
    private static partial Regex Word();

    [GeneratedRegex("^[1-5][0-9]{2}$")]
    private static partial Regex Status();
}
