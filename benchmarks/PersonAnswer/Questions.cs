using System.Diagnostics;
using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.PersonAnswers;
using Gegevensdeling.Local.Host;

namespace Gegevensdeling.Benchmarks.PersonAnswer;

/// <summary>The question of one person to a host that keeps many referrals, over HTTP with tokens, audit and the count of questions.</summary>
internal sealed class Questions(LocalHost host, HostRequests requests)
{
    public const int Warm = 3;
    public const int Counted = 15;

    private static readonly ProtocolId Protocol = new("mechelen-2024");

    private static readonly string Today = LegalCalendar.DateOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Medians in milliseconds, by the clock and by the processors, client and host together.</summary>
    public static async Task<((double Clock, double Processor) Found, (double Clock, double Processor) Nobody)> MeasureAsync(string protocols, int exchanges)
    {
        var root = Directory.CreateTempSubdirectory("person-answer-");
        try
        {
            await using var host = await LocalHost.StartAsync(
                new() { Root = root.FullName, Protocols = protocols, Url = "http://127.0.0.1:0", SweepEvery = null, PersonQueries = new QueryLimits { PerStaff = 1000, PerParty = 10_000 } }, CancellationToken.None);
            using var requests = new HostRequests(host);
            var questions = new Questions(host, requests);
            await requests.PostJsonAsync(SyntheticPeople.TeamMember, host.Law.Protocols.Find(Protocol)!, "/doorverwijzingen", MadeReferral.Of(Protocol, TimeProvider.System.GetUtcNow(), "0470000017"), 201);
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
        var protocol = host.Law.Protocols.Find(Protocol)!;
        var dpo = SyntheticPeople.ReceivingDpo(protocol);
        var times = new List<(double Clock, double Processor)>();
        for (var round = -Warm; round < Counted; round++)
        {
            var (before, clock) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
            await requests.PostJsonAsync(dpo, protocol, "/protocollen/mechelen-2024/inzage", new { identiteit = new { wijze = "eid", op = Today }, persoon = new { voornaam = "Proef", naam = "Meting", telefoonnummer = telephone, emailadres = "proef.meting@proefpost.example", adres = new { straat = "Proefdreef", nummer = telephone, postcode = "2800", gemeente = "Mechelen" } } }, 200);
            if (round >= 0)
                times.Add((clock.Elapsed.TotalMilliseconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds));
        }

        double Median(Func<(double Clock, double Processor), double> of) => times.Select(of).Order().ElementAt(Counted / 2);
        return (Median(one => one.Clock), Median(one => one.Processor));
    }
}
