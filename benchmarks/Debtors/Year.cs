using System.Diagnostics;
using System.Globalization;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;

namespace Gegevensdeling.Benchmarks.Debtors;

/// <summary>
/// A year of months through the real host: HTTP, tokens, sealed stores, the embedded engine, the sweep, certificates. Each month the municipality delivers, the OCMW
/// compares and releases, the municipality confirms and gives the debts; a worker changes two marks, and the municipality closes one debt.
/// </summary>
internal sealed class Year(LocalHost host, HostRequests requests, TurnedClock clock)
{
    private const int Months = 12;

    private static readonly Caller Town = Of("gemeente-maldegem", Role.DebtTeam);
    private static readonly Caller Worker = Of("ocmw-maldegem", Role.SocialWorker);

    private readonly Protocol protocol = host.Law.Protocols.Find(new("maldegem-2023"))!;

    /// <summary>A small year and the whole one in one run, so that the figure is a ratio too.</summary>
    public static async Task<int> RunAsync(string protocols)
    {
        Console.WriteLine($"{Comparison.Machine()}");
        var small = await MeasureAsync(protocols, debtors: 500, clients: 40);
        var whole = await MeasureAsync(protocols, debtors: 5_000, clients: 400);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a year of 500 debtors and 40 clients: {small:F1} s; of 5,000 and 400: {whole:F1} s; ten times the rows {whole / small:F1} times the time"));
        return whole < 60 ? 0 : 1;
    }

    private static async Task<double> MeasureAsync(string protocols, int debtors, int clients)
    {
        var root = Directory.CreateTempSubdirectory("debiteurenjaar-");
        try
        {
            var clock = new TurnedClock(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
            await using var host = await LocalHost.StartAsync(new() { Root = root.FullName, Protocols = protocols, Url = "http://127.0.0.1:0", Clock = clock, SweepEvery = null }, CancellationToken.None);
            using var requests = new HostRequests(host);
            var year = new Year(host, requests, clock);
            var watch = Stopwatch.StartNew();
            for (var month = 0; month < Months; month++)
                await year.MonthAsync(month, debtors, clients);
            await year.CheckAsync();
            return watch.Elapsed.TotalSeconds;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private async Task MonthAsync(int month, int debtors, int clients)
    {
        await TurnedClock.SweepAsync(host);
        var at = DebtorMonth.Of(clock.GetUtcNow());
        var (cycle, list) = (CycleKind.IdOf(protocol.Id, at), ListKind.IdOf(protocol.Id));

        // Every month fifty others; of the clients every one is a debtor.
        await UploadAsync(Town, $"/debiteurenleveringen?protocol={protocol.Id}&maand={at}", Sheet(["Voornaam", "Familienaam", "Rijksregisternummer"], debtors, n => ["Proef", "Meting", SyntheticInsz.Adult(n + (month * 50))]), 201);
        var own = Enumerable.Range(0, clients).Select(n => (month * 50) + (n * (debtors / clients))).ToList();
        await UploadAsync(Worker, $"/clientenleveringen?protocol={protocol.Id}&maand={at}", Sheet(["Rijksregisternummer"], clients, n => [SyntheticInsz.Adult(own[n])]), 200);
        await PostAsync(Worker, $"/debiteurenmaanden/{cycle}/vrijgave", null, 204);
        await PostAsync(Town, $"/debiteurenlijsten/{list}/boekhouding", null, 200);
        await PostAsync(Town, $"/debiteurenmaanden/{cycle}/bevestiging", null, 204);
        await UploadAsync(
            Town, $"/schuldgegevens?protocol={protocol.Id}&maand={at}",
            Sheet(["Rijksregisternummer", "Straat en huisnummer", "Dossiernummer", "Aard", "Bedrag", "Afbetaling per maand", "Laatste afbetaling"], clients,
                n => [SyntheticInsz.Adult(own[n]), "Proefstraat 1", string.Create(CultureInfo.InvariantCulture, $"{n:0000000}"), "belasting", "100,00", "", ""]), 201);
        foreach (var changed in own.Take(2))
            await PostAsync(Worker, $"/debiteurenlijsten/{list}/vermelding", new { rijksregisternummer = SyntheticInsz.Adult(changed), reden = "geen-oplossing-bereikt" }, 204);
        await PostAsync(Town, $"/debiteurenlijsten/{list}/afsluiting", new { rijksregisternummer = SyntheticInsz.Adult(own[3]), reden = "betaald" }, 204);
        await clock.TurnToAsync(host, at.Next.Opens.AddDays(4).AddHours(9));
    }

    /// <summary>What was measured happened: twelve whole months, one version left, and a certificate for all that went.</summary>
    private async Task CheckAsync()
    {
        await TurnedClock.SweepAsync(host);
        var heads = await host.Law.Ports.Register.OfProtocolAsync(protocol.Id, liveOnly: false, CancellationToken.None).ToListAsync();
        var (months, copies) = (heads.Count(head => head is { Kind: CycleKind.Name, State: "afgesloten-volledig" or "gewist" }), heads.Where(head => head.Kind == CopyKind.Name).ToList());
        if (months < Months || copies.Count(copy => copy.ErasedAt is null) != 1)
            throw new InvalidOperationException($"{months} months, {copies.Count(copy => copy.ErasedAt is null)} copies left");
    }

    private async Task UploadAsync(Caller who, string path, byte[] workbook, int expected)
    {
        using var file = new ByteArrayContent(workbook) { Headers = { ContentType = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") } };
        await requests.PostAsync(who, protocol, path, file, expected);
        await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
    }

    private async Task PostAsync(Caller who, string path, object? body, int expected)
    {
        await requests.PostJsonAsync(who, protocol, path, body, expected);
        await host.Engine.WaitUntilIdleAsync(CancellationToken.None);
    }

    private static byte[] Sheet(string[] headings, int rows, Func<int, string[]> row)
    {
        using var target = new MemoryStream();
        using (var writer = new WorksheetWriter(target, "Blad1"))
        {
            writer.Append(headings);
            for (var n = 0; n < rows; n++)
                writer.Append(row(n));
            writer.Complete();
        }

        return target.ToArray();
    }

    private static Caller Of(string party, Role role) => new(new PartyId(party), new HashSet<Role> { role }, $"{party}/meting", "Meting", $"meting@{party}.example");
}
