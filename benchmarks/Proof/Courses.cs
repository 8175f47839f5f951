using System.Text.Json;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;

namespace Gegevensdeling.Benchmarks.Proof;

/// <summary>Referrals of nobody that came as far as they say.</summary>
/// <param name="Purged">Erased, with both certificates: its history is gone too.</param>
/// <param name="Live">Sent, taken, opened, and with contact.</param>
internal sealed record Prototypes(ExchangeId Purged, IReadOnlyList<ExchangeId> Live, DateTimeOffset Now);

/// <summary>A few referrals through the real host, over HTTP with tokens and a clock that is turned: the rows that are copied afterwards.</summary>
internal sealed class Courses(LocalHost host, HostRequests requests, TurnedClock clock)
{
    private int referred;

    public static ProtocolId Protocol { get; } = new("mechelen-2024");

    public static async Task<Prototypes> PlayAsync(string root, string protocols)
    {
        var clock = new TurnedClock(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        await using var host = await LocalHost.StartAsync(new() { Root = root, Protocols = protocols, Url = "http://127.0.0.1:0", SweepEvery = null, Clock = clock }, CancellationToken.None);
        using var requests = new HostRequests(host);
        var courses = new Courses(host, requests, clock);
        var purged = await courses.ReferAsync(steps: 4);
        await clock.TurnToAsync(host, clock.GetUtcNow().AddDays(90));
        await TurnedClock.SweepAsync(host);
        if ((await host.Law.Ports.Register.FindAsync(purged, CancellationToken.None))?.PurgedAt is null)
            throw new InvalidOperationException("not purged");
        List<ExchangeId> live = [];
        for (var steps = 0; steps <= 3; steps++)
            live.Add(await courses.ReferAsync(steps));
        await TurnedClock.SweepAsync(host);
        return new(purged, live, clock.GetUtcNow());
    }

    /// <param name="steps">How many of: taken, opened, contact, outcome.</param>
    private async Task<ExchangeId> ReferAsync(int steps)
    {
        var protocol = host.Law.Protocols.Find(Protocol)!;
        var worker = SyntheticPeople.SocialWorker(protocol);
        var referral = MadeReferral.Of(Protocol, clock.GetUtcNow(), MadeReferral.Telephone(++referred));
        var made = await requests.PostJsonAsync(SyntheticPeople.TeamMember, protocol, "/doorverwijzingen", referral, 201);
        var reference = new ExchangeId(JsonDocument.Parse(made).RootElement.GetProperty("verwijzing").GetString()!);
        (string Path, object? Body, int Expected)[] all =
        [
            ("opname", new { }, 204), ("openen", null, 200), ("contact", new { wijze = "telefoon" }, 204),
            ("uitkomst", new { wenstHulp = true, clientdossierAangemaakt = true, wijze = "telefoon" }, 204),
        ];
        foreach (var (path, body, expected) in all.Take(steps))
            await requests.PostJsonAsync(worker, protocol, $"/doorverwijzingen/{reference}/{path}", body, expected);
        await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
        return reference;
    }
}
