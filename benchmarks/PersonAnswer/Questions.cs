using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Gegevensdeling.Calendar;
using Gegevensdeling.Governance.PersonAnswers;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Benchmarks.PersonAnswer;

/// <summary>The question of one person to a host that keeps many referrals, over HTTP with tokens, audit and the count of questions.</summary>
internal sealed class Questions(LocalHost host, HttpClient http)
{
    public const int Warm = 3;
    public const int Counted = 15;

    private static readonly string Today = LegalCalendar.DateOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private int requests;

    /// <summary>Medians in milliseconds, by the clock and by the processors, client and host together.</summary>
    public static async Task<((double Clock, double Processor) Found, (double Clock, double Processor) Nobody)> MeasureAsync(string protocols, int exchanges)
    {
        var root = Directory.CreateTempSubdirectory("person-answer-");
        try
        {
            await using var host = await LocalHost.StartAsync(
                new() { Root = root.FullName, Protocols = protocols, Url = "http://127.0.0.1:0", SweepEvery = null, PersonQueries = new QueryLimits { PerStaff = 1000, PerParty = 10_000 } }, CancellationToken.None);
            using var http = new HttpClient { BaseAddress = host.Address };
            var questions = new Questions(host, http);
            await questions.AskAsync(SyntheticPeople.TeamMember, "/doorverwijzingen", Referral, 201);
            await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
            Crowd.Add(Path.Combine(root.FullName, "register.db"), exchanges - 1);
            return (await questions.MedianAsync("0470000017"), await questions.MedianAsync("0470000018"));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private async Task<(double Clock, double Processor)> MedianAsync(string telephone)
    {
        var dpo = SyntheticPeople.ReceivingDpo(host.Law.Protocols.Find(new("mechelen-2024"))!);
        var times = new List<(double Clock, double Processor)>();
        for (var round = -Warm; round < Counted; round++)
        {
            var (before, clock) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
            await AskAsync(dpo, "/protocollen/mechelen-2024/inzage", new { identiteit = new { wijze = "eid", op = Today }, persoon = new { voornaam = "Proef", naam = "Meting", telefoonnummer = telephone, emailadres = "proef.meting@proefpost.example", adres = new { straat = "Proefdreef", nummer = telephone, postcode = "2800", gemeente = "Mechelen" } } }, 200);
            if (round >= 0)
                times.Add((clock.Elapsed.TotalMilliseconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds));
        }

        double Median(Func<(double Clock, double Processor), double> of) => times.Select(of).Order().ElementAt(Counted / 2);
        return (Median(one => one.Clock), Median(one => one.Processor));
    }

    private async Task AskAsync(Caller who, string path, object body, int expected)
    {
        var protocol = host.Law.Protocols.Find(new("mechelen-2024"))!;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        await request.Content!.LoadIntoBufferAsync();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.Issuer.Issue(who, TimeSpan.FromHours(1)));
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"meting-{++requests}"));
        request.Headers.Add("Doel", protocol.Purposes.First(one => one.Parties.Contains(who.Party)).Code);
        using var response = await http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        if ((int)response.StatusCode != expected)
            throw new InvalidOperationException($"{path}: {(int)response.StatusCode}");
    }

    private static object Referral => new
    {
        protocol = "mechelen-2024",
        toestemming = new { gegeven = true, op = Today, vorm = "mondeling", geinformeerdOver = new[] { "welke-gegevens", "aan-wie", "waarvoor", "wat-ermee-gebeurt", "wat-te-verwachten" } },
        client = new { voornaam = "Proef", naam = "Meting", adres = new { straat = "Proefdreef", nummer = "1", postcode = "2800", gemeente = "Mechelen" }, telefoonnummer = "0470000017" },
    };
}
