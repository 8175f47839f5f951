using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;

namespace Gegevensdeling.Benchmarks.EndToEnd;

/// <summary>Medians of one set of stores, in milliseconds.</summary>
internal sealed record Medians(double Intake, double Whole);

/// <summary>One referral after another, from the request of the team to the signed certificate, over HTTP with tokens, idempotency and audit.</summary>
internal sealed class Course(LocalHost host, HostRequests requests)
{
    private const int Warm = 5;
    private const int Counted = 30;

    public static async Task<Medians> MeasureAsync(string name, string protocols, Func<string, TimeProvider, CancellationToken, Task<IHostPorts>> stores)
    {
        var root = Directory.CreateTempSubdirectory("end-to-end-");
        try
        {
            var clock = Stopwatch.StartNew();
            await using var host = await LocalHost.StartAsync(
                new() { Root = root.FullName, Protocols = protocols, Url = "http://127.0.0.1:0", SweepEvery = null, Stores = stores }, CancellationToken.None);
            var ready = clock.Elapsed.TotalMilliseconds;
            using var requests = new HostRequests(host);
            var course = new Course(host, requests);
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
        var referral = MadeReferral.Of(protocol.Id, TimeProvider.System.GetUtcNow(), MadeReferral.Telephone(number));
        var clock = Stopwatch.StartNew();
        var made = await requests.PostJsonAsync(SyntheticPeople.TeamMember, protocol, "/doorverwijzingen", referral, 201);
        var intake = clock.Elapsed.TotalMilliseconds;
        var reference = new ExchangeId(JsonDocument.Parse(made).RootElement.GetProperty("verwijzing").GetString()!);
        var one = $"/doorverwijzingen/{reference}";
        await requests.PostJsonAsync(worker, protocol, one + "/opname", new { }, 204);
        await requests.PostJsonAsync(worker, protocol, one + "/openen", null, 200);
        await requests.PostJsonAsync(worker, protocol, one + "/contact", new { wijze = "telefoon" }, 204);
        await requests.PostJsonAsync(worker, protocol, one + "/uitkomst", new { wenstHulp = true, clientdossierAangemaakt = true, wijze = "telefoon" }, 204);
        await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
        var whole = clock.Elapsed.TotalMilliseconds;
        if ((await host.Law.Ports.Register.FindAsync(reference, CancellationToken.None))?.ErasedAt is null)
            throw new InvalidOperationException("not erased");
        return (intake, whole);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
