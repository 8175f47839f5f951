using Gegevensdeling.Local.Tests.Governance;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>F10, D5, F11: planted debtors and clients, looked for wherever somebody with everything in hand would look.</summary>
public sealed class CanaryTests
{
    private const string Street = "Kanariegangestraat 14";
    private const string FileNumber = "KANARIE-0077";

    private static readonly string[] Lists = ["/openen", "/vermeldingen", "/boekhouding", "/overdracht"];

    /// <summary>Debtors who are nobody's client.</summary>
    private static readonly Person[] NonClients = [Of(4001, "Nietcliëntine", "Vandekanarie"), Of(4002, "Kanarius", "Buitenstaanders")];

    /// <summary>Debtors who are clients.</summary>
    private static readonly Person[] Listed = [Of(4003, "Eulalia-Kanarie", "Opdelijst"), Of(4004, "Zephyrinus", "Kanariemans")];

    /// <summary>Clients without a debt.</summary>
    private static readonly Person[] Clients = [Of(4005, "Kunegonde", "Geenschuldenaere"), Of(4006, "Amandus", "Nergensvermeld")];

    private static Person[] Debtors { get; } = [NonClients[0], Listed[0], NonClients[1], Listed[1]];

    [Fact]
    [Requirement("F10", "F11", "D5", "D3", "F3")]
    public async Task Nobody_is_found_where_he_may_not_be_and_after_phase_2_no_non_client_anywhere()
    {
        var onlooker = new Onlooker();
        await using var watch = await DebtorWatch.StartAsync(onlooker.Between);
        var (rig, maldegem) = (watch.Rig, await Maldegem.OpenAsync(watch.Rig));
        await RefusedAsync(maldegem);
        (await maldegem.DeliverAsync(Sheets.Debtors(Debtors))).Is(201);
        Look("delivered");

        // Between any two effects of the comparison itself.
        onlooker.Look = () => watch.NoNumber("while it is compared", Clients, running: true);
        (await maldegem.ClientsAsync(Names([.. Clients, .. Listed]))).Is(200);
        onlooker.Look = null;
        Assert.True(onlooker.Looks > 40, $"{onlooker.Looks} looks");
        Look("compared");
        watch.Nothing("compared", NonClients.SelectMany(one => one.Words));

        await RefusedAsync(maldegem);
        (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
        Assert.Equal(2, (await maldegem.MarksAsync()).Count);
        (await maldegem.OfListAsync(maldegem.Town, "boekhouding")).Is(200);
        (await maldegem.OfMonthAsync(maldegem.Town, "bevestiging")).Is(204);
        (await maldegem.DetailsAsync(Details())).Is(201);
        (await maldegem.OfListAsync(maldegem.Head, "overdracht")).Is(200);
        foreach (var who in new[] { maldegem.Worker, maldegem.DebtTeam, maldegem.Head })
            Assert.Equal(2, (await maldegem.RowsAsync(who)).Count);
        (await maldegem.ChangeAsync(Listed[1], "geen-oplossing-gewenst")).Is(204);
        (await maldegem.ExtendAsync(Listed[0])).Is(204);
        Look("detailed");

        // The next month without one of them: of whoever drops out nothing is left.
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        (await maldegem.DeliverAsync(Sheets.Debtors(Debtors[..3]))).Is(201);
        (await maldegem.NumbersAsync([.. Clients, .. Listed])).Is(200);
        (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
        (await maldegem.CloseAsync(Listed[0], "betaald")).Is(204);
        Look("closed");
        await rig.TurnAsync(TimeSpan.FromDays(40));
        await rig.SweepAsync();
        await rig.RestartAsync();
        await EverybodyLooksAsync(rig, maldegem);
        Look("purged and restarted");

        // Nobody of the OCMW was ever told of a non-client; nobody of the municipality more than numbers and marks of clients.
        watch.NeverTold(maldegem.Worker.Party, NonClients.Concat(Clients).SelectMany(one => one.Words));
        var names = Listed.SelectMany(one => new[] { one.First, one.Last, one.Written });
        watch.NeverTold(maldegem.Town.Party, [.. NonClients.Concat(Clients).SelectMany(one => one.Words), .. names, Street, FileNumber]);

        void Look(string when)
        {
            watch.Nothing(when, [.. Debtors.Concat(Clients).SelectMany(one => one.Words), Street, FileNumber], path => Lists.Any(one => path.EndsWith(one, StringComparison.Ordinal)));
            watch.NoNumber(when, Clients);
        }
    }

    [Fact]
    [Requirement("F10", "D5")]
    public async Task Where_the_OCMW_compares_itself_no_non_client_is_left_after_its_marking_either()
    {
        using var files = new ProtocolCopy();
        files.Change("maldegem-2023", file => file["debiteuren"]!["vergelijking"] = "door-ontvanger");
        await using var watch = await DebtorWatch.StartAsync(protocols: files.Path);
        var maldegem = await Maldegem.OpenAsync(watch.Rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Debtors))).Is(201);
        (await maldegem.OfMonthAsync(maldegem.Worker, "levering")).Is(200);
        (await maldegem.MarkAsync(Sheets.Marks(Listed.Select(one => (one, "cliënt OCMW"))))).Is(201);
        watch.Nothing("marked", Debtors.SelectMany(one => one.Words), path => path.EndsWith("/levering", StringComparison.Ordinal));
        watch.NeverTold(maldegem.Town.Party, Debtors.SelectMany(one => one.Words));
    }

    [Fact]
    [Requirement("F10")]
    public async Task What_an_exception_says_of_somebody_leaves_by_no_way_whatever_call_fails()
    {
        string[] words = [.. Debtors.Concat(Clients).SelectMany(one => one.Words), Street, FileNumber];
        var faults = new Faults(() => new InvalidOperationException(string.Join(' ', words), new IOException(Listed[0].Number)));
        await using var watch = await DebtorWatch.StartAsync(faults.Between);
        var (rig, maldegem) = (watch.Rig, await Maldegem.OpenAsync(watch.Rig));
        await maldegem.ConfirmedAsync(Debtors, Listed);
        string[] calls;
        lock (faults.Seen)
            calls = [.. faults.Seen.Where(call => !call.StartsWith("SystemKeys", StringComparison.Ordinal))];
        var failed = 0;
        foreach (var call in calls)
        {
            faults.FailAt(call);
            Answer[] answers =
            [
                await maldegem.DetailsAsync(Details()), await maldegem.OfListAsync(maldegem.Worker, "openen"), await maldegem.OfListAsync(maldegem.Town, "boekhouding"),
                await maldegem.ChangeAsync(Listed[0], "geen-oplossing-gewenst"), await maldegem.ClientsAsync(Names(Clients)),
            ];
            failed += answers.Count(answer => answer.Status >= 500);
            faults.Heal();
        }

        await rig.TurnAsync(TimeSpan.FromMinutes(1));
        Assert.True(failed > 10 && faults.Hits > 20, $"{failed} answers and {faults.Hits} calls failed: too few to show anything");
        watch.Nothing("with faults", words, path => Lists.Any(one => path.EndsWith(one, StringComparison.Ordinal)));
        watch.NoNumber("with faults", Clients);
    }

    /// <summary>The same search finds them where they are, and where they are planted.</summary>
    [Fact]
    public async Task The_search_finds_whom_it_looks_for()
    {
        await using var watch = await DebtorWatch.StartAsync();
        var maldegem = await Maldegem.OpenAsync(watch.Rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Debtors))).Is(201);
        (await maldegem.ClientsAsync(Sheets.Clients(Listed))).Is(200);
        await maldegem.RowsAsync();
        Assert.ThrowsAny<Exception>(() => watch.Nothing("the list that was opened", Listed.SelectMany(one => one.Words)));
        Assert.ThrowsAny<Exception>(() => watch.NeverTold(maldegem.Worker.Party, [Listed[0].Last]));
        watch.NoNumber("nothing planted", Clients);
        byte[][] plants = [[.. DebtorWatch.Hashes(Clients[0]).First()], System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(DebtorWatch.Hashes(Clients[1]).Last())), Sheets.Clients(Clients[1])];
        foreach (var plant in plants)
        {
            var path = Path.Combine(watch.Rig.Root, "geplant");
            await File.WriteAllBytesAsync(path, [1, 2, .. plant, 3], Rig.Cancelled);
            if (plant[0] == (byte)'P')
                await File.WriteAllBytesAsync(path, plant, Rig.Cancelled);
            Assert.ThrowsAny<Exception>(() => watch.NoNumber("planted", Clients));
            File.Delete(path);
        }
    }

    private static Person Of(int number, string first, string last) => new(first, last, SyntheticInsz.Adult(number));

    private static byte[] Names(IReadOnlyList<Person> people) => Sheets.Of([["Rijksregisternummer", "Voornaam", "Familienaam"], .. people.Select(one => new[] { one.Number, one.First, one.Last })]);

    private static byte[] Details() => Sheets.Of(
        ["Rijksregisternummer", "Straat en huisnummer", "Dossiernummer", "Aard", "Bedrag", "Afbetaling per maand", "Laatste afbetaling"],
        [Listed[0].Number, Street, FileNumber, "belasting", "12,50", "", ""], [Listed[1].Number, Street, $"{FileNumber}/2", "factuur", "7,00", "1,00", "01/02/2026"]);

    /// <summary>What is refused leaves nothing either.</summary>
    private static async Task RefusedAsync(Maldegem maldegem)
    {
        foreach (var answer in new[]
        {
            await maldegem.DeliverAsync(Sheets.Of(["Voornaam", "Familienaam", "Rijksregisternummer"], [NonClients[0].First, NonClients[0].Number, NonClients[0].Last])),
            await maldegem.DeliverAsync(Sheets.Debtors(NonClients[0], NonClients[0] with { Last = Listed[0].Last })),
            await maldegem.DeliverAsync(Sheets.Debtors(Debtors), "2026-12"),
            await maldegem.ClientsAsync(Sheets.Of(["Rijksregisternummer", Clients[0].Last], [Clients[0].Number, "x"])), await maldegem.ClientsAsync(Sheets.Clients(Clients), "2026-12"),
            await maldegem.NumbersAsync([Clients[0], Clients[1] with { Number = Clients[1].Last }]), await maldegem.NumbersAsync(Clients, Clients),
            await maldegem.MarkAsync(Sheets.Marks((NonClients[0], "cliënt OCMW"))), await maldegem.DetailsAsync(Details()), await maldegem.ChangeAsync(NonClients[0], "geen-oplossing-gewenst"),
        })
            Assert.InRange(answer.Status, 400, 499);
    }

    private static async Task EverybodyLooksAsync(Rig rig, Maldegem maldegem)
    {
        foreach (var who in new[] { maldegem.Town, maldegem.TownDpo, maldegem.Worker, maldegem.DebtTeam, maldegem.Head, maldegem.Dpo, new MaldegemOffice(rig).Signatory })
        {
            foreach (var path in new[] { "/debiteurenmaanden", $"/debiteurenlijsten/{maldegem.List}", "/protocollen/maldegem-2023/leven", "/protocollen/maldegem-2023/evaluatie" })
                await rig.GetAsync(who, path);
            foreach (var head in await maldegem.HeadsAsync())
                await rig.GetAsync(who, $"/debiteurenkopieen/{head.Id}/wisbewijs");
        }
    }
}
