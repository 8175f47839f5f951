using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;

namespace Gegevensdeling.EndToEnd.Benchmark;

/// <summary>Medians of one set of stores, in milliseconds.</summary>
internal sealed record Medians(double Intake, double Whole);

/// <summary>One referral after another, from the request of the team to the signed certificate, over HTTP with tokens, idempotency and audit.</summary>
internal sealed class Course(LocalHost host, HttpClient http)
{
    private const int Warm = 5;
    private const int Counted = 30;

    private int requests;

    public static async Task<Medians> MeasureAsync(string name, string protocols, Func<string, TimeProvider, CancellationToken, Task<IHostPorts>> stores)
    {
        var root = Directory.CreateTempSubdirectory("end-to-end-");
        try
        {
            var clock = Stopwatch.StartNew();
            await using var host = await LocalHost.StartAsync(
                new() { Root = root.FullName, Protocols = protocols, Url = "http://127.0.0.1:0", SweepEvery = null, Stores = stores }, CancellationToken.None);
            var ready = clock.Elapsed.TotalMilliseconds;
            using var http = new HttpClient { BaseAddress = host.Address };
            var course = new Course(host, http);
            var (intakes, wholes) = (new List<double>(), new List<double>());
            for (var round = -Warm; round < Counted; round++)
            {
                var (intake, whole) = await course.PlayAsync(round + Warm);
                if (round >= 0)
                    (intakes, wholes) = ([.. intakes, intake], [.. wholes, whole]);
            }

            var medians = new Medians(Median(intakes), Median(wholes));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: host with stores ready in {ready:F0} ms; intake (sealed, stored, recorded, answered) {medians.Intake:F0} ms; whole course to certificate {medians.Whole:F0} ms; medians of {Counted}"));
            return medians;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private async Task<(double Intake, double Whole)> PlayAsync(int number)
    {
        var protocol = host.Law.Protocols.Find(new("mechelen-2024"))!;
        var worker = SyntheticPeople.SocialWorker(protocol);
        string Purpose(Caller who) => protocol.Purposes.First(one => one.Parties.Contains(who.Party)).Code;
        var clock = Stopwatch.StartNew();
        using var made = await AskAsync(SyntheticPeople.TeamMember, "/doorverwijzingen", Referral(protocol.Id.Value, number), Purpose(SyntheticPeople.TeamMember), 201);
        var intake = clock.Elapsed.TotalMilliseconds;
        var reference = new ExchangeId(made.RootElement.GetProperty("verwijzing").GetString()!);
        var one = $"/doorverwijzingen/{reference}";
        (await AskAsync(worker, one + "/opname", new { }, null, 204)).Dispose();
        (await AskAsync(worker, one + "/openen", null, Purpose(worker), 200)).Dispose();
        (await AskAsync(worker, one + "/contact", new { wijze = "telefoon" }, null, 204)).Dispose();
        (await AskAsync(worker, one + "/uitkomst", new { wenstHulp = true, clientdossierAangemaakt = true, wijze = "telefoon" }, null, 204)).Dispose();
        await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
        var whole = clock.Elapsed.TotalMilliseconds;
        if ((await host.Law.Ports.Register.FindAsync(reference, CancellationToken.None))?.ErasedAt is null)
            throw new InvalidOperationException("not erased");
        return (intake, whole);
    }

    private async Task<JsonDocument> AskAsync(Caller who, string path, object? body, string? purpose, int expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.Issuer.Issue(who, TimeSpan.FromHours(1)));
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"meting-{++requests}"));
        if (purpose is not null)
            request.Headers.Add("Doel", purpose);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
            await request.Content.LoadIntoBufferAsync();
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (int)response.StatusCode == expected
            ? JsonDocument.Parse(text.Length == 0 ? "{}" : text)
            : throw new InvalidOperationException($"{path}: {(int)response.StatusCode}");
    }

    private static object Referral(string protocol, int number) => new
    {
        protocol,
        toestemming = new
        {
            gegeven = true,
            op = LegalCalendar.DateOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            vorm = "mondeling",
            geinformeerdOver = new[] { "welke-gegevens", "aan-wie", "waarvoor", "wat-ermee-gebeurt", "wat-te-verwachten" },
        },
        client = new
        {
            voornaam = "Proef",
            naam = "Meting",
            adres = new { straat = "Proefdreef", nummer = "1", postcode = "2800", gemeente = "Mechelen" },
            emailadres = string.Create(CultureInfo.InvariantCulture, $"meting.{number}@proefpost.example"),
        },
    };

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
