using System.Text.Json.Nodes;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Keys;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>The debtor protocol from its file to its very end, by its people's roles, through the real routes: no step asks for what only a referral has.</summary>
public sealed class DebtorLifeTests
{
    private static readonly object Reference = new { kenmerk = "2026/017" };

    private Postbox? post;

    [Fact]
    [Requirement("G1", "G2", "F5")]
    public async Task It_is_registered_and_in_force_and_both_sides_see_that_nothing_is_open()
    {
        await using var rig = await StartAsync();
        await rig.SweepAsync();
        var office = new MaldegemOffice(rig);
        foreach (var who in new[] { office.TownDpo, office.TownSignatory, office.Dpo, office.Signatory, office.Head })
        {
            var life = await office.LifeAsync(who);
            Assert.Equal((1, 0), (life.GetProperty("inWerking").GetInt32(), life.GetProperty("bevindingen").GetArrayLength()));
        }

        (await rig.GetAsync(office.DebtTeam, $"{MaldegemOffice.Path}/leven")).Refuses(403, "niet-bevoegd");
        Assert.Equal(5, Told("het protocol is in werking")); // both officers, both services, the head of the social service
    }

    [Fact]
    [Requirement("G2", "G3", "G5", "G6")]
    public async Task A_mended_version_comes_to_life_step_by_step_without_a_mailbox_to_confirm()
    {
        using var files = SecondVersion();
        await using var rig = await StartAsync(files.Path);
        await rig.SweepAsync();
        var office = new MaldegemOffice(rig);
        (await SignAsync(office, office.TownSignatory, "Koenraad De Ceuninck")).Refuses(422, "advies-ontbreekt");
        foreach (var officer in new[] { office.TownDpo, office.Dpo })
            (await office.DoAsync(officer, "advies", new { versie = 2, strekking = "positief", op = "2026-03-02", kenmerk = "A1" })).Is(204);
        foreach (var signatory in new[] { office.TownSignatory, office.Signatory })
        {
            foreach (var name in new[] { "Koenraad De Ceuninck", "Koen Cromheecke" })
                (await SignAsync(office, signatory, name)).Is(204);
        }

        (await office.DoAsync(office.Head, "postbus", new { versie = 2, gelezenDoor = "het onthaalteam", op = "2026-03-02" })).Refuses(422, "postbus-ontbreekt");
        foreach (var officer in new[] { office.TownDpo, office.Dpo })
            (await office.DoAsync(officer, "bekendmaking", new { versie = 2, url = "https://www.maldegem.be/protocollen", op = "2026-03-02" })).Is(204);
        Assert.Equal(1, (await office.LifeAsync()).GetProperty("inWerking").GetInt32());
        await rig.TurnAsync(TimeSpan.FromDays(30));
        Assert.Equal(2, (await office.LifeAsync()).GetProperty("inWerking").GetInt32());
        Assert.Equal(0, Told("bevestig wie de mailbox leest"));
    }

    [Fact]
    [Requirement("G10")]
    public async Task Each_side_stops_it_at_once_and_another_person_of_that_side_releases_it_after_the_investigation()
    {
        await using var rig = await StartAsync();
        var office = new MaldegemOffice(rig);
        foreach (var (officer, signatory, other) in new[] { (office.TownDpo, office.TownSignatory, office.Signatory), (office.Dpo, office.Signatory, office.TownSignatory) })
        {
            (await office.DoAsync(office.DebtTeam, "schorsing", new { reden = "inbreuk-protocol" })).Refuses(403, "niet-bevoegd");
            (await office.DoAsync(officer, "schorsing", new { reden = "inbreuk-protocol" })).Is(204);
            Assert.Equal("protocol-geschorst", await RefusalAsync(rig));
            (await office.DoAsync(signatory, "vrijgave", Reference)).Refuses(422, "onderzoek-ontbreekt");
            (await office.DoAsync(officer, "onderzoek", new { uitkomst = "inbreuk-vastgesteld", kenmerk = "O-1" })).Is(204);
            (await office.DoAsync(other, "vrijgave", Reference)).Refuses(422, "andere-partij");
            (await office.DoAsync(signatory, "vrijgave", Reference)).Is(204);
            Assert.Null(await RefusalAsync(rig));
            await rig.TurnAsync(TimeSpan.FromHours(1));
        }

        Assert.Equal((10, 10), (Told("de uitwisseling is stopgezet"), Told("de uitwisseling mag weer")));
    }

    [Fact]
    [Requirement("G8", "G9")]
    public async Task For_breach_only_the_municipality_ends_it_and_by_law_either_side()
    {
        await using var rig = await StartAsync();
        var office = new MaldegemOffice(rig);
        (await office.DoAsync(office.Signatory, "einde", new { oorzaak = "inbreuk", vanaf = "2026-03-02", kenmerk = "E-1" })).Refuses(403, "niet-bevoegd-eenzijdig");
        (await office.DoAsync(office.TownSignatory, "einde", new { oorzaak = "inbreuk", vanaf = "2026-03-02", kenmerk = "E-1" })).Is(204);
        Assert.Equal("protocol-beeindigd", await RefusalAsync(rig));
        (await office.DoAsync(office.Signatory, "opzegging", new { op = "2026-03-02", kenmerk = "B-1" })).Refuses(409, "al-afgesloten"); // nothing lived: it is wound up already
        await WoundUpAsync(rig, office);

        await using var another = await StartAsync();
        (await new MaldegemOffice(another).DoAsync(office.Signatory, "einde", new { oorzaak = "rechtsgrond-vervallen", vanaf = "2026-03-02", kenmerk = "E-2" })).Is(204);
        Assert.Equal("protocol-beeindigd", await RefusalAsync(another));
    }

    [Fact]
    [Requirement("G7", "G8")]
    public async Task After_notice_it_runs_three_months_and_is_wound_up()
    {
        await using var rig = await StartAsync();
        var office = new MaldegemOffice(rig);
        (await office.DoAsync(office.TownDpo, "opzegging", new { op = "2026-03-02", kenmerk = "B-1" })).Refuses(403, "niet-bevoegd");
        (await office.DoAsync(office.Signatory, "opzegging", new { op = "2026-03-02", kenmerk = "B-1" })).Is(204);
        Assert.Equal("2026-06-02", (await office.LifeAsync()).GetProperty("laatsteDag").GetString());
        await rig.TurnAsync(TimeSpan.FromDays(92));
        Assert.Null(await RefusalAsync(rig)); // the last day itself
        await rig.TurnAsync(TimeSpan.FromDays(1));
        Assert.Equal("protocol-opgezegd", await RefusalAsync(rig));
        await WoundUpAsync(rig, office);
    }

    /// <summary>Why nothing new begins now; null where it may.</summary>
    private static async Task<string?> RefusalAsync(Rig rig) =>
        await rig.Host.Law.Lives.GoverningAsync(new("maldegem-2023"), rig.Clock.GetUtcNow(), Rig.Cancelled) is GoverningVersion.None { Refusal.Code: var code } ? code : null;

    private static async Task WoundUpAsync(Rig rig, MaldegemOffice office)
    {
        await rig.SweepAsync();
        await rig.TurnAsync(TimeSpan.FromDays(2));
        Assert.Equal("afgewikkeld", (await office.LifeAsync()).GetProperty("toestand").GetString());
        Assert.DoesNotContain(Pseudonym.KeyName(new("maldegem-2023")), await rig.Host.Law.Ports.SystemKeys.NamesAsync("pseudoniem/", Rig.Cancelled));
    }

    private static Task<Answer> SignAsync(MaldegemOffice office, Caller who, string name) =>
        office.DoAsync(who, "ondertekening", new { versie = 2, naam = name, functie = "vertegenwoordiger", mandaat = "beslissing 2026/4", op = "2026-03-02" });

    /// <summary>The committed text as version 1, and one that starts after its signing as version 2 (X9 mended): nobody advised, signed or published it yet.</summary>
    private static ProtocolCopy SecondVersion()
    {
        var files = new ProtocolCopy();
        File.Copy(Path.Combine(files.Path, "maldegem-2023.json"), Path.Combine(files.Path, "maldegem-2023.v1.json"));
        files.Change("maldegem-2023", file =>
        {
            file["versie"] = 2;
            foreach (var advice in file["adviezen"]!.AsArray())
                advice!["datum"] = null;
            file["ondertekening"]!["datum"] = "2026-03-02";
            file["ondertekening"]!["handtekeningen"] = new JsonArray();
            file["bekendmakingen"] = new JsonArray();
            file["looptijd"]!["inwerkingtreding"]!["datum"] = "2026-03-20";
            file["aanvaardeBevindingen"]!.AsArray().RemoveAll(one => (string)one!["code"]! is "advies-na-inwerkingtreding" or "inwerkingtreding-voor-ondertekening");
        });
        return files;
    }

    private async Task<Rig> StartAsync(string? protocols = null) =>
        await Rig.StartAsync(protocols: protocols, between: ports => ports with { Outbox = post = new(ports.Outbox) });

    private int Told(string subject) => post!.Count($"Protocol Maldegem: {subject}");
}
