using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Debtors;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>Article 7 of Maldegem over HTTP, both ways: from the report of a defect to the answer, and never a person, a number or a value.</summary>
public sealed class ListCorrectionTests
{
    private const string Town = "debiteurenteam@maldegem.example";
    private const string Centre = "sociale-dienst@ocmw-maldegem.example";
    private static readonly string List = ListKind.IdOf(new("maldegem-2023")).Value;
    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 5).Select(Person.Of)];
    private static readonly object ByTelephone = new { wijze = "telefoon" };
    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("G17")]
    public async Task The_social_service_reports_and_the_municipality_investigates_changes_the_list_and_answers()
    {
        await using var rig = await StartAsync();
        var office = new MaldegemOffice(rig);
        (await new Maldegem(rig).OfMonthAsync(office.DebtTeam, "bevestiging")).Is(204);
        var dossier = await ReportAsync(office, office.Worker, Wrong("bedrag", [3, 2, 3]));
        var told = Assert.Single(About(dossier));
        Assert.Equal((Town, $"Verbetering {dossier}: er is een fout gemeld"), (told.To, told.Subject));
        Assert.Contains("In het werkblad van OCMW Maldegem: de rijen 2, 3. Een betrokkene heeft dit zelf gemeld.", told.Text, StringComparison.Ordinal);
        (await PostAsync(rig, office.Worker, dossier, "ontvangst", ByTelephone)).Refuses(422, "andere-partij");
        (await PostAsync(rig, office.DebtTeam, dossier, "maatregel", Measure("nieuwe-versie"))).Refuses(409, "toestand-niet-bevestigd");
        (await PostAsync(rig, office.DebtTeam, dossier, "ontvangst", ByTelephone)).Is(204);
        Assert.Equal("in-onderzoek", await StateAsync(rig, office.Worker, dossier));
        (await PostAsync(rig, office.DebtTeam, dossier, "maatregel", Measure("vermelding-gewijzigd"))).Refuses(422, "maatregel-past-niet");
        (await PostAsync(rig, office.DebtTeam, dossier, "maatregel", Measure("nieuwe-versie"))).Refuses(422, "versie-ontbreekt");
        await rig.TurnAsync(TimeSpan.FromHours(1));
        (await new Maldegem(rig).DetailsAsync(Sheets.Details((Everybody[1], "0012345", "1.234,56")))).Is(201);
        (await PostAsync(rig, office.DebtTeam, dossier, "maatregel", Measure("nieuwe-versie"))).Is(204);
        Assert.Contains(About(dossier), mail => mail.To == Centre && mail.Text.Contains("de lijst is verbeterd", StringComparison.Ordinal));
        Assert.All(About(dossier), mail => Assert.DoesNotContain(Everybody, person => mail.Text.Contains(person.Number, StringComparison.Ordinal) || mail.Text.Contains(person.Last, StringComparison.Ordinal)));
        foreach (var who in new[] { office.Worker, office.Head, office.Dpo, office.DebtTeam, office.TownDpo })
            Assert.Equal("afgesloten", await StateAsync(rig, who, dossier));
        (await PostAsync(rig, office.Worker, dossier, "niet-meer-nodig")).Refuses(409, "al-afgesloten");
    }

    [Fact]
    [Requirement("G17")]
    public async Task The_municipality_reports_and_a_promised_delivery_is_followed_until_it_came()
    {
        await using var rig = await StartAsync();
        var (office, maldegem) = (new MaldegemOffice(rig), new Maldegem(rig));
        var dossier = await ReportAsync(office, office.DebtTeam, new { verwijzing = maldegem.Month.Value, soort = "ontbrekend", gegevens = new[] { "vermelding" }, aantal = 2, wijze = "toepassing" });
        Assert.Equal(Centre, Assert.Single(About(dossier)).To);
        (await PostAsync(rig, office.Head, dossier, "ontvangst", ByTelephone)).Is(204);
        (await PostAsync(rig, office.Worker, dossier, "maatregel", Measure("volgende-levering"))).Is(204);
        Assert.Equal("te-leveren", await StateAsync(rig, office.DebtTeam, dossier));
        (await PostAsync(rig, office.Worker, dossier, "uitgevoerd")).Refuses(422, "levering-ontbreekt");

        await rig.TurnAsync(TimeSpan.FromDays(31)); // March is over, and so is its month; the list lives on
        await rig.SweepAsync();
        Assert.DoesNotContain(About(dossier), mail => mail.Subject.EndsWith("beloofde levering nog niet vastgelegd", StringComparison.Ordinal));
        await rig.TurnAsync(TimeSpan.FromDays(5));
        Assert.Equal([Centre], About(dossier).Where(mail => mail.Subject.EndsWith("beloofde levering nog niet vastgelegd", StringComparison.Ordinal)).Select(mail => mail.To));
        await maldegem.ReleasedAsync(Everybody, Everybody[1..3]);
        (await PostAsync(rig, office.DebtTeam, dossier, "uitgevoerd")).Refuses(422, "andere-partij");
        (await PostAsync(rig, office.Worker, dossier, "uitgevoerd")).Is(204);
        Assert.Equal("afgesloten", await StateAsync(rig, office.DebtTeam, dossier));
        Assert.Contains(About(dossier), mail => mail.To == Town && mail.Subject.EndsWith("de fout is verbeterd", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("G17")]
    public async Task A_report_that_nobody_handles_is_repeated_and_reaches_the_head_of_service_and_both_officers()
    {
        await using var rig = await StartAsync();
        var office = new MaldegemOffice(rig);
        var dossier = await ReportAsync(office, office.Worker, Wrong("bedrag", [2]));
        recorder.Messages.Clear();
        await rig.TurnAsync(TimeSpan.FromDays(2));
        Assert.Equal([Town], About(dossier).Select(mail => mail.To));
        await rig.TurnAsync(TimeSpan.FromDays(7));
        Assert.Equal(
            ["dpo@maldegem.example", "dpo@ocmw-maldegem.example", "financieel-directeur@maldegem.example"],
            About(dossier).Where(mail => mail.Subject.EndsWith("blijft liggen", StringComparison.Ordinal)).Select(mail => mail.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Requirement("G17", "G21", "D15")]
    public async Task Who_works_with_the_lists_reports_and_nobody_of_another_protocol_sees_anything()
    {
        await using var rig = await StartAsync();
        var office = new MaldegemOffice(rig);
        foreach (var who in new[] { office.Dpo, office.TownDpo, office.Signatory, SyntheticPeople.Operator })
            (await office.DoAsync(who, "lijstverbeteringen", Wrong("bedrag", [2]))).Refuses(403, "niet-bevoegd");
        (await office.DoAsync(rig.Worker, "lijstverbeteringen", Wrong("bedrag", [2]))).Refuses(404, "niet-gevonden");
        (await rig.PostAsync(rig.Worker, "/protocollen/mechelen-2024/lijstverbeteringen", Wrong("bedrag", [2]))).Refuses(404, "niet-gevonden");
        var referral = (await rig.ReferAsync()).Value;
        foreach (var other in new[] { referral, "DL-0000-0000-0000", "PR-maldegem-2023", "Jan / 2" })
            (await office.DoAsync(office.Worker, "lijstverbeteringen", Wrong("bedrag", [2], other))).Refuses(422, "uitwisseling-onbekend");
        foreach (var wrong in new object[] { new { verwijzing = List, soort = "foutief", gegevens = new[] { "bedrag" }, waarde = "120,50", wijze = "mail" }, new { verwijzing = List, soort = "te-hoog", gegevens = new[] { "bedrag" }, wijze = "mail" } })
            (await office.DoAsync(office.Worker, "lijstverbeteringen", wrong)).Refuses(400, "velden-ongeldig");

        var dossier = await ReportAsync(office, office.Worker, Wrong("bedrag", [2]));
        (await rig.GetAsync(rig.Worker, $"/lijstverbeteringen/{dossier}")).Refuses(404, "niet-gevonden");
        (await rig.GetAsync(office.Signatory, $"/lijstverbeteringen/{dossier}")).Refuses(403, "niet-bevoegd");
        var line = Assert.Single((await rig.GetAsync(office.TownDpo, $"{MaldegemOffice.Path}/lijstverbeteringen")).Is(200).Json.GetProperty("verbeteringen").EnumerateArray());
        Assert.Equal((dossier, "ocmw-maldegem", "gemeente-maldegem"), (line.GetProperty("verbetering").GetString(), line.GetProperty("van").GetString(), line.GetProperty("aan").GetString()));
        (await PostAsync(rig, office.DebtTeam, dossier, "niet-meer-nodig")).Refuses(422, "andere-partij");
        (await PostAsync(rig, office.Worker, dossier, "niet-meer-nodig")).Is(204);
        Assert.Equal("niet-meer-nodig", await StateAsync(rig, office.DebtTeam, dossier));
    }

    [Fact]
    [Requirement("G17", "G8")]
    public async Task A_dossier_outlives_a_month_but_not_the_list_and_then_closes()
    {
        await using var rig = await StartAsync();
        var office = new MaldegemOffice(rig);
        var dossier = await ReportAsync(office, office.DebtTeam, Wrong("vermelding", [2], new Maldegem(rig).Month.Value));
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        Assert.Equal("gemeld", await StateAsync(rig, office.Worker, dossier));

        (await office.DoAsync(office.TownSignatory, "einde", new { oorzaak = "inbreuk", vanaf = "2026-04-02", kenmerk = "E-1" })).Is(204);
        await rig.TurnAsync(TimeSpan.FromHours(2));
        await rig.SweepAsync();
        (await office.DoAsync(office.Worker, "lijstverbeteringen", Wrong("bedrag", [2]))).Refuses(422, "lijst-beeindigd");
        await rig.TurnAsync(TimeSpan.FromDays(1));
        Assert.Equal("niet-meer-nodig", await StateAsync(rig, office.Worker, dossier));
        Assert.Equal([Town, Centre], About(dossier).Where(mail => mail.Subject.EndsWith("niet meer nodig", StringComparison.Ordinal) && mail.To is Town or Centre).Select(mail => mail.To).Order(StringComparer.Ordinal));
        await rig.TurnAsync(TimeSpan.FromDays(2));
        Assert.Equal("afgewikkeld", (await office.LifeAsync()).GetProperty("toestand").GetString());
    }

    private static object Wrong(string field, int[] rows, string? reference = null) =>
        new { verwijzing = reference ?? List, soort = "foutief", gegevens = new[] { field }, rijen = rows, naMeldingBetrokkene = true, wijze = "telefoon" };

    private static object Measure(string measure) => new { maatregel = measure, wijze = "telefoon" };

    private static Task<Answer> PostAsync(Rig rig, Caller who, string dossier, string step, object? body = null) => rig.PostAsync(who, $"/lijstverbeteringen/{dossier}/{step}", body);

    private static async Task<string> ReportAsync(MaldegemOffice office, Caller who, object defect) =>
        (await office.DoAsync(who, "lijstverbeteringen", defect)).Is(201).Json.GetProperty("verbetering").GetString()!;

    private static async Task<string> StateAsync(Rig rig, Caller who, string dossier) => (await rig.GetAsync(who, $"/lijstverbeteringen/{dossier}")).Is(200).Json.GetProperty("toestand").GetString()!;

    private async Task<Rig> StartAsync()
    {
        var rig = await Rig.StartAsync(between: recorder.Between);
        await (await Maldegem.OpenAsync(rig)).ReleasedAsync(Everybody, Everybody[1..3]);
        recorder.Messages.Clear();
        return rig;
    }

    private IEnumerable<Gegevensdeling.Stores.OutboundMessage> About(string dossier) => recorder.Messages.Where(mail => mail.Exchange == new ExchangeId(dossier));
}
