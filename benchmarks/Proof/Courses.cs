using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Benchmarks.Proof;

/// <summary>Referrals of nobody that came as far as they say.</summary>
/// <param name="Purged">Erased, with both certificates: its history is gone too.</param>
/// <param name="Live">Sent, taken, opened, and with contact.</param>
internal sealed record Prototypes(ExchangeId Purged, IReadOnlyList<ExchangeId> Live, DateTimeOffset Now);

/// <summary>A few referrals through the real host, over HTTP with tokens and a clock that is turned: the rows that are copied afterwards.</summary>
internal sealed class Courses(LocalHost host, HttpClient http, TurnedClock clock)
{
    private int requests;

    public static ProtocolId Protocol { get; } = new("mechelen-2024");

    public static async Task<Prototypes> PlayAsync(string root, string protocols)
    {
        var clock = new TurnedClock(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        await using var host = await LocalHost.StartAsync(new() { Root = root, Protocols = protocols, Url = "http://127.0.0.1:0", SweepEvery = null, Clock = clock }, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = host.Address };
        var courses = new Courses(host, http, clock);
        var purged = await courses.ReferAsync(steps: 4);
        await courses.TurnToAsync(clock.GetUtcNow().AddDays(90));
        await courses.SweepAsync();
        if ((await host.Law.Ports.Register.FindAsync(purged, CancellationToken.None))?.PurgedAt is null)
            throw new InvalidOperationException("not purged");
        List<ExchangeId> live = [];
        for (var steps = 0; steps <= 3; steps++)
            live.Add(await courses.ReferAsync(steps));
        await courses.SweepAsync();
        return new(purged, live, clock.GetUtcNow());
    }

    /// <param name="steps">How many of: taken, opened, contact, outcome.</param>
    private async Task<ExchangeId> ReferAsync(int steps)
    {
        var protocol = host.Law.Protocols.Find(Protocol)!;
        var worker = SyntheticPeople.SocialWorker(protocol);
        var made = await AskAsync(SyntheticPeople.TeamMember, protocol, "/doorverwijzingen", Referral, 201);
        var reference = new ExchangeId(JsonDocument.Parse(made).RootElement.GetProperty("verwijzing").GetString()!);
        (string Path, object? Body, int Expected)[] all =
        [
            ("opname", new { }, 204), ("openen", null, 200), ("contact", new { wijze = "telefoon" }, 204),
            ("uitkomst", new { wenstHulp = true, clientdossierAangemaakt = true, wijze = "telefoon" }, 204),
        ];
        foreach (var (path, body, expected) in all.Take(steps))
            await AskAsync(worker, protocol, $"/doorverwijzingen/{reference}/{path}", body, expected);
        await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
        return reference;
    }

    private async Task SweepAsync()
    {
        await host.Sweep.RunAsync(CancellationToken.None);
        await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
    }

    private async Task TurnToAsync(DateTimeOffset moment)
    {
        while (host.Engine.NextDue is { } due && due <= moment)
        {
            clock.Turn(due);
            await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
        }

        clock.Turn(moment);
        await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
    }

    private async Task<string> AskAsync(Caller who, Protocol protocol, string path, object? body, int expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.Issuer.Issue(who, TimeSpan.FromHours(1)));
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"meting-{++requests}"));
        request.Headers.Add("Doel", protocol.Purposes.First(one => one.Parties.Contains(who.Party)).Code);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
            await request.Content.LoadIntoBufferAsync();
        }

        using var response = await http.SendAsync(request);
        return (int)response.StatusCode == expected ? await response.Content.ReadAsStringAsync() : throw new InvalidOperationException($"{path}: {(int)response.StatusCode}");
    }

    private object Referral => new
    {
        protocol = Protocol.Value,
        toestemming = new
        {
            gegeven = true,
            op = LegalCalendar.DateOf(clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            vorm = "mondeling",
            geinformeerdOver = new[] { "welke-gegevens", "aan-wie", "waarvoor", "wat-ermee-gebeurt", "wat-te-verwachten" },
        },
        client = new
        {
            voornaam = "Proef",
            naam = "Meting",
            adres = new { straat = "Proefdreef", nummer = "1", postcode = "2800", gemeente = "Mechelen" },
            emailadres = string.Create(CultureInfo.InvariantCulture, $"meting.{requests}@proefpost.example"),
        },
    };
}

/// <summary>A clock that is turned.</summary>
internal sealed class TurnedClock(DateTimeOffset begin) : TimeProvider
{
    private DateTimeOffset now = begin;

    public override DateTimeOffset GetUtcNow() => now;

    public void Turn(DateTimeOffset moment) => now = moment > now ? moment : now;
}
