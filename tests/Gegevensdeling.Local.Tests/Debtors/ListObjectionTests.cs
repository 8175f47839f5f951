using Gegevensdeling.Calendar;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.PersonAnswers;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>W22 on the list of debtors: it stops at once, then only the person's row does, and what is decided reaches that row.</summary>
public sealed class ListObjectionTests
{
    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 5).Select(Person.Of)];

    private static readonly Person Stranger = Person.Of(30);

    private static readonly object Objection = new { soort = "bezwaar", wijze = "telefoon" };

    private static readonly object Restriction = new { soort = "beperking", grond = "juistheid-betwist", wijze = "mail" };

    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("W22", "D11", "F3")]
    public async Task An_objection_stops_the_list_then_its_row_alone_and_when_it_is_well_founded_nothing_is_left_of_the_row()
    {
        await using var watch = await DebtorWatch.StartAsync(recorder.Between);
        var (rig, maldegem) = (watch.Rig, await Maldegem.OpenAsync(watch.Rig));
        await maldegem.ConfirmedAsync(Everybody, Everybody[..3]);
        (await maldegem.DetailsAsync(Sheets.Details((Everybody[0], "0012345", "100,00")))).Is(201);
        var dossier = await maldegem.ObjectAsync(maldegem.Worker, Objection);
        Assert.Equal("beperkt", (await maldegem.ListAsync()).GetProperty("toestand").GetString());
        foreach (var (who, what) in new[] { (maldegem.Worker, "openen"), (maldegem.Town, "vermeldingen"), (maldegem.Town, "boekhouding"), (maldegem.Head, "overdracht") })
            (await maldegem.OfListAsync(who, what)).Refuses(409, "toestand-beperkt");
        (await maldegem.ChangeAsync(Everybody[1], "geen-oplossing-gewenst")).Refuses(409, "toestand-beperkt");
        (await maldegem.DetailsAsync(Sheets.Details((Everybody[1], "0012346", "5,00")))).Refuses(409, "toestand-beperkt");
        (await DecideAsync(maldegem, maldegem.Head, dossier, "rij-niet-meer-gebruiken")).Refuses(422, "rij-niet-genoemd");

        (await maldegem.NameRowAsync(dossier, Everybody[0].Written)).Is(204);
        Assert.Equal([Everybody[1].Number, Everybody[2].Number], (await maldegem.RowsAsync()).Select(row => row[2]));
        Assert.Equal([Everybody[1].Number, Everybody[2].Number], (await maldegem.MarksAsync()).Select(row => row[0]));
        Assert.DoesNotContain(Everybody[0].Number, (await maldegem.OfListAsync(maldegem.Town, "boekhouding")).Is(200).Text, StringComparison.Ordinal);
        (await maldegem.ChangeAsync(Everybody[0], "geen-oplossing-gewenst")).Refuses(422, "rij-beperkt");
        (await maldegem.CloseAsync(Everybody[0], "betaald")).Refuses(422, "niet-op-de-lijst");
        var told = Assert.Single(recorder.Messages, mail => mail.To.EndsWith(TownView.Mail, StringComparison.Ordinal) && mail.Subject == $"Verzoek {dossier}: lijst voorlopig stopgezet");
        Assert.Contains("dan blijft ze gepauzeerd", told.Text, StringComparison.Ordinal);

        (await DecideAsync(maldegem, maldegem.Head, dossier, "gegrond")).Refuses(422, "beslissing-past-niet");
        (await DecideAsync(maldegem, maldegem.TownSignatory, dossier, "rij-niet-meer-gebruiken")).Refuses(422, "andere-partij");
        (await DecideAsync(maldegem, maldegem.Head, dossier, "rij-niet-meer-gebruiken")).Is(204);
        Assert.Equal("beperkt", LastReason(await maldegem.ListAsync())); // gone only once the person knows
        (await InformAsync(rig, maldegem, maldegem.Worker, dossier)).Is(204);
        Assert.Equal("afgesloten", (await rig.GetAsync(maldegem.TownDpo, $"/lijstbezwaren/{dossier}")).Is(200).Json.GetProperty("toestand").GetString());
        Assert.Equal("rij-niet-meer-gebruiken", LastReason(await maldegem.ListAsync()));

        // What the row was in goes with the next sweep, five minutes later at most.
        await rig.TurnAsync(TimeSpan.FromMinutes(5));
        await rig.SweepAsync();
        Assert.Single(await maldegem.StoredAsync());
        Assert.Equal(2, (await maldegem.KeysAsync()).Count); // of the month and of the version
        watch.NoNumber("after a well-founded objection", [Everybody[0]]);
        Assert.Equal([Everybody[1].Number, Everybody[2].Number], (await maldegem.MarksAsync()).Select(row => row[0]));

        // One message says what to do with the pause: no other tells the municipality to act on a row that is missing.
        Assert.DoesNotContain(recorder.Messages, mail => mail.To.EndsWith(TownView.Mail, StringComparison.Ordinal) && mail.Subject.EndsWith("vermeldingen gewijzigd", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("W22", "D11", "W18")]
    public async Task A_restriction_that_lasts_outlives_the_next_comparison_and_gives_the_row_back_as_it_was()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody, Everybody[..3]);
        (await maldegem.DetailsAsync(Sheets.Details((Everybody[0], "0012345", "100,00")))).Is(201);
        (await maldegem.ChangeAsync(Everybody[0], "geen-oplossing-gewenst")).Is(204);
        var before = (await maldegem.RowsAsync()).Single(row => row[2] == Everybody[0].Number);

        // Made at the municipality, which says by telephone who it is; the OCMW names the row.
        var dossier = await maldegem.ObjectAsync(maldegem.Town, Restriction);
        Assert.Contains(recorder.Messages, mail => mail.Subject == $"Verzoek {dossier}: zeg om welke rij het gaat" && mail.To.EndsWith("@ocmw-maldegem.example", StringComparison.Ordinal));
        (await maldegem.NameRowAsync(dossier, Everybody[0].Number, maldegem.DebtTeam)).Is(204);
        (await DecideAsync(maldegem, maldegem.TownSignatory, dossier, "gegrond")).Is(204);
        (await InformAsync(rig, maldegem, maldegem.TownDpo, dossier)).Is(204);
        Assert.Equal("beperkt", (await rig.GetAsync(maldegem.Dpo, $"/lijstbezwaren/{dossier}")).Is(200).Json.GetProperty("toestand").GetString());

        // A debtor and a client in the next month too: it stays as it is, and nobody sees it.
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        await maldegem.ReleasedAsync(Everybody, Everybody[..3]);
        Assert.Equal(2, (await maldegem.MonthAsync()).GetProperty("vermeldingen").GetInt32());
        Assert.Equal([Everybody[1].Number, Everybody[2].Number], (await maldegem.MarksAsync()).Select(row => row[0]));

        (await DecideAsync(maldegem, maldegem.TownSignatory, dossier, "opgeheven", "juistheid-nagegaan")).Is(204);
        Assert.Equal(2, (await maldegem.RowsAsync()).Count);
        (await InformAsync(rig, maldegem, maldegem.TownDpo, dossier)).Is(204);
        Assert.Equal(before, (await maldegem.RowsAsync()).Single(row => row[2] == Everybody[0].Number));
        Assert.Equal(3, (await maldegem.MarksAsync()).Count);
        Assert.Contains(recorder.Messages, mail => mail.To.EndsWith(TownView.Mail, StringComparison.Ordinal) && mail.Subject == $"Verzoek {dossier}: verwerking hervat" && mail.Text.Contains("haalt de vermeldingen opnieuw op", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("W22", "D8", "D5", "F3")]
    public async Task Who_is_no_debtor_any_more_is_kept_while_restricted_and_gone_when_it_is_lifted()
    {
        await using var watch = await DebtorWatch.StartAsync();
        var (rig, maldegem) = (watch.Rig, await Maldegem.OpenAsync(watch.Rig));
        await maldegem.ConfirmedAsync(Everybody, Everybody[..3]);
        var dossier = await maldegem.ObjectAsync(maldegem.Worker, Restriction);
        (await maldegem.NameRowAsync(dossier, Everybody[0].Number)).Is(204);
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        await maldegem.ReleasedAsync(Everybody[1..], Everybody[..3]);
        Assert.Contains(Everybody[0].Number, Text(await maldegem.OfListAsync(maldegem.Head, "overdracht")), StringComparison.Ordinal);
        (await DecideAsync(maldegem, maldegem.Head, dossier, "opgeheven", "juistheid-nagegaan")).Is(204);
        (await InformAsync(rig, maldegem, maldegem.Worker, dossier)).Is(204);
        await rig.TurnAsync(TimeSpan.FromMinutes(5));
        await rig.SweepAsync();
        Assert.DoesNotContain(Everybody[0].Number, Text(await maldegem.OfListAsync(maldegem.Head, "overdracht")), StringComparison.Ordinal);
        Assert.Single(await maldegem.StoredAsync());
        watch.NoNumber("after a restriction of who is no debtor any more", [Everybody[0]]);

        static string Text(Answer zip)
        {
            using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(zip.Is(200).Raw));
            using var list = new StreamReader(archive.GetEntry("lijst.json")!.Open());
            return list.ReadToEnd();
        }
    }

    [Fact]
    [Requirement("W22", "F11")]
    public async Task To_the_municipality_it_is_the_same_whether_the_person_is_on_the_list_or_not()
    {
        // X is a client in the one month, and nobody's in the other; the OCMW names the row, or says that there is none.
        var listed = await SeenAsync(Everybody[0], isClient: true);
        var absent = await SeenAsync(Everybody[0], isClient: false);
        Assert.Equal(absent, listed);
        Assert.Contains("rij-niet-meer-gebruiken", listed, StringComparison.Ordinal);

        async Task<string> SeenAsync(Person who, bool isClient)
        {
            recorder.Messages.Clear();
            await using var rig = await Rig.StartAsync(between: recorder.Between);
            var maldegem = await Maldegem.OpenAsync(rig);
            (await maldegem.DeliverAsync(Sheets.Debtors(Everybody))).Is(201);
            (await maldegem.ClientsAsync(Sheets.Clients(isClient ? Everybody[..3] : [Stranger, .. Everybody[1..3]]))).Is(200);
            var text = new System.Text.StringBuilder();
            var dossier = await maldegem.ObjectAsync(maldegem.Town, Restriction);
            (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Refuses(409, "toestand-beperkt");
            (await maldegem.NameRowAsync(dossier, isClient ? who.Number : null)).Is(204);
            await LookAsync("vrijgave volgt");
            (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
            await LookAsync("vrijgegeven");
            foreach (var row in await maldegem.MarksAsync())
                text.AppendLine(string.Join(';', row));
            text.AppendLine((await rig.ToldAsync(maldegem.TownDpo, maldegem.Protocol, Inquiry.OfNumber(who.Number))).All);

            // Decided so that it is never used: whether there was a row shows nowhere.
            (await DecideAsync(maldegem, maldegem.TownSignatory, dossier, "rij-niet-meer-gebruiken")).Is(204);
            (await InformAsync(rig, maldegem, maldegem.Town, dossier)).Is(204);
            await rig.TurnAsync(TimeSpan.FromMinutes(5));
            await rig.SweepAsync();
            await LookAsync("beslist");
            text.AppendLine(TownView.MailsOf(recorder, mail => !mail.Subject.EndsWith("aantallen van de vergelijking", StringComparison.Ordinal)));
            return TownView.Plain(text.ToString());

            async Task LookAsync(string when)
            {
                text.AppendLine(when);
                foreach (var reader in new[] { maldegem.Town, maldegem.TownDpo, maldegem.TownSignatory })
                    text.AppendLine((await rig.GetAsync(reader, $"/lijstbezwaren/{dossier}")).Is(200).Text);
                foreach (var reader in new[] { maldegem.Town, maldegem.TownDpo })
                    text.AppendLine((await rig.GetAsync(reader, $"/debiteurenlijsten/{maldegem.List}")).Is(200).Text);
                text.AppendLine((await rig.GetAsync(maldegem.Town, "/debiteurenmaanden")).Is(200).Text);
                var pack = Proofs.Pack.Of((await rig.GetAsync(maldegem.TownDpo, $"/protocollen/{maldegem.Protocol.Id}/bewijs")).Is(200).Raw);
                foreach (var line in $"{pack.Record.GetRawText()}\n{pack.Page}".Replace("<tr", "\n<tr", StringComparison.Ordinal).Split('\n').Select(TownView.Plain).Order(StringComparer.Ordinal))
                    text.AppendLine(line); // copies stand there in the order of their references
            }
        }
    }

    [Fact]
    [Requirement("W22", "F11")]
    public async Task A_comparison_while_the_list_waits_is_refused_before_anything_is_committed_to_and_a_wrong_number_changes_nothing()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody, Everybody[..3]);
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody))).Is(201);
        var dossier = await maldegem.ObjectAsync(maldegem.Worker, Objection);
        var standing = new Standing(rig, maldegem);
        await standing.RefusesAsync(409, "toestand-beperkt", () => maldegem.ClientsAsync(Sheets.Clients(Everybody[..3])));
        await standing.RefusesAsync(409, "toestand-beperkt", () => maldegem.MarkAsync(Sheets.Marks((Everybody[0], "cliënt OCMW"))));
        await standing.RefusesAsync(422, "niet-op-de-lijst", () => maldegem.NameRowAsync(dossier, Stranger.Number));
        await standing.RefusesAsync(422, "geen-rijksregisternummer", () => maldegem.NameRowAsync(dossier, "12345"));
        await standing.RefusesAsync(422, "rij-onduidelijk", () => maldegem.PostAsync(maldegem.Worker, $"/lijstbezwaren/{dossier}/rij", new { }));
        await standing.RefusesAsync(422, "rij-onduidelijk", () => maldegem.PostAsync(maldegem.Worker, $"/lijstbezwaren/{dossier}/rij", new { rijksregisternummer = Everybody[0].Number, nietOpDeLijst = true }));

        // The wrong one at first: said again, the later word counts.
        (await maldegem.NameRowAsync(dossier, Everybody[1].Number)).Is(204);
        (await maldegem.NameRowAsync(dossier, Everybody[0].Number)).Is(204);
        Assert.Equal([Everybody[1].Number, Everybody[2].Number], (await maldegem.RowsAsync()).Select(row => row[2]));
        Assert.Equal(2, (await maldegem.ClientsAsync(Sheets.Clients(Everybody[..3]))).Is(200).Json.GetProperty("clienten").GetInt32());
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.MarkAsync(Sheets.Marks((Everybody[0], "onbekend"))), 2);
        await standing.RefusesAsync(422, "rij-beperkt", () => maldegem.MarkAsync(Sheets.Marks((Everybody[1], "cliënt OCMW"), (Everybody[0], "cliënt OCMW"))), 3);

        // Kept until it is decided, also of who is no client after all.
        await standing.RefusesAsync(422, "rij-beperkt", () => maldegem.NoClientAsync(Everybody[0]));
        (await DecideAsync(maldegem, maldegem.Head, dossier, "ongegrond", "verzoek-ingetrokken")).Is(204);
        await standing.RefusesAsync(409, "al-beslist", () => maldegem.NameRowAsync(dossier, Everybody[1].Number));
        (await InformAsync(rig, maldegem, maldegem.Worker, dossier)).Is(204);
        (await maldegem.NoClientAsync(Everybody[0])).Is(204);
        Assert.Equal([Everybody[1].Number, Everybody[2].Number], (await maldegem.RowsAsync()).Select(row => row[2]));
    }

    [Fact]
    [Requirement("W22", "G10")]
    public async Task While_the_protocol_is_suspended_an_objection_is_taken_and_its_row_named()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody, Everybody[..3]);
        var office = new Governance.MaldegemOffice(rig);
        (await office.DoAsync(maldegem.Dpo, "schorsing", new { reden = "inbreuk-protocol" })).Is(204);
        var dossier = await maldegem.ObjectAsync(maldegem.Worker, Objection);
        (await maldegem.NameRowAsync(dossier, Everybody[0].Number)).Is(204);
        Assert.Equal("gedeeld", (await maldegem.ListAsync()).GetProperty("toestand").GetString());
        (await maldegem.OfListAsync(maldegem.Worker, "openen")).Refuses(422, "protocol-geschorst");
    }

    /// <summary>Nothing is kept for an objection when the exchange itself is over: what runs of it only comes to its end.</summary>
    [Fact]
    [Requirement("W22", "G7", "F3")]
    public async Task The_end_of_the_protocol_erases_a_restricted_row_too_and_no_reminder_asks_for_a_name_for_ever()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody, Everybody[..3]);
        var (held, waiting) = (await maldegem.ObjectAsync(maldegem.Worker, Restriction), await maldegem.ObjectAsync(maldegem.Town, Objection));
        (await maldegem.NameRowAsync(held, Everybody[0].Number)).Is(204);
        (await new Governance.MaldegemOffice(rig).DoAsync(maldegem.TownSignatory, "einde", new { oorzaak = "inbreuk", vanaf = "2026-03-02", kenmerk = "E-1" })).Is(204);
        await rig.TurnAsync(TimeSpan.FromMinutes(10));
        await rig.SweepAsync();
        Assert.Empty(await maldegem.StoredAsync());
        (await maldegem.NameRowAsync(waiting, Everybody[1].Number)).Refuses(422, "lijst-beeindigd");
        recorder.Messages.Clear();
        await rig.TurnAsync(TimeSpan.FromDays(10));
        Assert.DoesNotContain(recorder.Messages, mail => mail.Subject.EndsWith("zeg om welke rij het gaat", StringComparison.Ordinal));
        foreach (var (dossier, decider, teller) in new[] { (held, maldegem.Head, maldegem.Worker), (waiting, maldegem.TownSignatory, maldegem.Town) })
        {
            (await DecideAsync(maldegem, decider, dossier, "rij-niet-meer-gebruiken")).Is(204);
            (await InformAsync(rig, maldegem, teller, dossier)).Is(204);
            Assert.Equal("afgesloten", (await rig.GetAsync(maldegem.Dpo, $"/lijstbezwaren/{dossier}")).Is(200).Json.GetProperty("toestand").GetString());
        }
    }

    [Fact]
    [Requirement("W22", "W21")]
    public async Task Only_the_OCMW_says_which_row_it_is_and_a_reminder_asks_it_every_working_day()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var maldegem = await Maldegem.OpenAsync(rig);
        (await maldegem.PostAsync(maldegem.Worker, $"/debiteurenlijsten/{maldegem.List}/bezwaar", Objection)).Refuses(404, "niet-gevonden");
        await maldegem.ConfirmedAsync(Everybody, Everybody[..3]);
        (await maldegem.OfListAsync(maldegem.TownSignatory, "bezwaar", Objection)).Refuses(403, "niet-bevoegd");
        (await rig.PostAsync(rig.Worker, $"/debiteurenlijsten/{maldegem.List}/bezwaar", Objection)).Refuses(404, "niet-gevonden");
        var dossier = await maldegem.ObjectAsync(maldegem.TownDpo, Objection);
        foreach (var who in new[] { maldegem.Town, maldegem.TownDpo, maldegem.Dpo })
            (await maldegem.NameRowAsync(dossier, Everybody[0].Number, who)).Refuses(403, "niet-bevoegd");
        (await rig.PostAsync(maldegem.Worker, $"/lijstbezwaren/{dossier}/rij", new { rijksregisternummer = Everybody[0].Number }, "zomaar")).Refuses(422, "doel-niet-in-protocol");
        (await rig.GetAsync(maldegem.Worker, $"/bezwaren/{dossier}")).Refuses(404, "niet-gevonden");
        (await rig.GetAsync(maldegem.Dpo, $"/bestandsbezwaren/{dossier}")).Refuses(404, "niet-gevonden");
        (await rig.GetAsync(rig.Worker, $"/lijstbezwaren/{dossier}")).Refuses(404, "niet-gevonden");

        // Monday: asked on Tuesday and Wednesday, to the service and its head; and not any more once it was said.
        await rig.TurnAsync(TimeSpan.FromDays(2));
        Assert.Equal(2, Asked());
        (await maldegem.NameRowAsync(dossier, null, maldegem.Head)).Is(204);
        await rig.TurnAsync(TimeSpan.FromDays(2));
        Assert.Equal(2, Asked());
        Assert.Equal(3, (await maldegem.RowsAsync()).Count);

        int Asked() => recorder.Messages.Where(mail => mail.Text.Contains("ligt nog niet vast om welke rij het gaat", StringComparison.Ordinal)).Select(mail => mail.Id).Distinct().Count() / 2;
    }

    /// <summary>Whichever effect the process dies before, the same requests again end where they would have, and nothing of the row is left behind.</summary>
    [Fact]
    [Requirement("W22", "F2", "F3")]
    public async Task A_process_that_dies_before_each_of_its_effects_once_ends_where_it_would_have()
    {
        var (undisturbed, deaths) = await LiveAsync([]);
        Assert.Equal(0, deaths);
        Assert.True(undisturbed.Count > 25, string.Join('\n', undisturbed));
        var (_, died) = await LiveAsync(undisturbed);
        Assert.Equal(undisturbed.Count, died);

        async Task<(IReadOnlyList<string> Kinds, int Deaths)> LiveAsync(IReadOnlyList<string> deadly)
        {
            var mortal = new Mortal();
            await using var watch = await DebtorWatch.StartAsync(mortal.Between);
            var (rig, maldegem) = (watch.Rig, await Maldegem.OpenAsync(watch.Rig));
            await maldegem.ConfirmedAsync(Everybody, Everybody[..3]);
            mortal.Kinds.Clear();
            mortal.Deadly.UnionWith(deadly);

            var dossier = (await DoAsync(maldegem.Worker, $"/debiteurenlijsten/{maldegem.List}/bezwaar", Objection, 201)).Json.GetProperty("dossier").GetString()!;
            await DoAsync(maldegem.Worker, $"/lijstbezwaren/{dossier}/rij", new { rijksregisternummer = Everybody[0].Number }, 204);
            await DoAsync(maldegem.Head, $"/lijstbezwaren/{dossier}/beslissing", new { beslissing = "rij-niet-meer-gebruiken", kenmerk = "2026/14" }, 204);
            await DoAsync(maldegem.Worker, $"/lijstbezwaren/{dossier}/verwittiging", new { wijze = "telefoon", op = LegalCalendar.DateOf(rig.Clock.GetUtcNow()) }, 204);
            await SettleAsync();
            string[] kinds = [.. mortal.Kinds];
            Assert.Equal("afgesloten", (await rig.GetAsync(maldegem.Dpo, $"/lijstbezwaren/{dossier}")).Is(200).Json.GetProperty("toestand").GetString());
            Assert.Equal(["vergeleken", "beperkt", "rij-niet-meer-gebruiken"], (await maldegem.ListAsync()).GetProperty("versies").EnumerateArray().Select(one => one.GetProperty("reden").GetString()));
            Assert.Equal([Everybody[1].Number, Everybody[2].Number], (await maldegem.MarksAsync()).Select(row => row[0]));
            Assert.Single(await maldegem.StoredAsync());
            Assert.Equal(2, (await maldegem.KeysAsync()).Count);
            return (kinds, mortal.Deaths);

            async Task<Answer> DoAsync(Caller who, string path, object body, int status)
            {
                var key = Guid.NewGuid().ToString();
                for (var times = 0; ; times++)
                {
                    var answer = await rig.SendAsync(who, HttpMethod.Post, path, System.Net.Http.Json.JsonContent.Create(body), maldegem.PurposeOf(who), key);
                    if (answer.Status == status)
                    {
                        await SettleAsync();
                        return answer;
                    }

                    Assert.True(answer.Status >= 500 && times < 60, answer.Text);
                    await ReviveAsync();
                }
            }

            // Until everything was done that this step leads to, by itself or by the sweep.
            async Task SettleAsync()
            {
                for (var (quiet, rounds) = (0, 0); quiet < 2; rounds++)
                {
                    Assert.True(rounds < 60, string.Join('\n', mortal.Deadly));
                    var before = mortal.Deaths;
                    await ReviveAsync();
                    await rig.TurnAsync(TimeSpan.FromMinutes(5));
                    Assert.True(mortal.IsDead || await Record.ExceptionAsync(rig.SweepAsync) is null || mortal.IsDead);
                    quiet = mortal.IsDead || mortal.Deaths > before ? 0 : quiet + 1;
                }
            }

            async Task ReviveAsync()
            {
                if (!mortal.IsDead)
                    return;
                await rig.StopAsync();
                mortal.Live();
                await rig.BackAsync();
            }
        }
    }

    private static string? LastReason(System.Text.Json.JsonElement list) => list.GetProperty("versies").EnumerateArray().Last().GetProperty("reden").GetString();

    private static Task<Answer> DecideAsync(Maldegem maldegem, Caller who, string dossier, string verdict, string? ground = null) =>
        maldegem.PostAsync(who, $"/lijstbezwaren/{dossier}/beslissing", new { beslissing = verdict, grond = ground, kenmerk = "2026/14" });

    private static Task<Answer> InformAsync(Rig rig, Maldegem maldegem, Caller who, string dossier) =>
        maldegem.PostAsync(who, $"/lijstbezwaren/{dossier}/verwittiging", new { wijze = "telefoon", op = LegalCalendar.DateOf(rig.Clock.GetUtcNow()) });
}
