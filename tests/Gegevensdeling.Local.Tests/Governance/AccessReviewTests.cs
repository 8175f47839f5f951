using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>G21 over real HTTP: twice a year each party looks who of its own had access.</summary>
public sealed class AccessReviewTests
{
    private const string Ocmw = "/toegangscontroles/TC-mechelen-2024-2026-1-2";
    private const string Team = "/toegangscontroles/TC-mechelen-2024-2026-1-1";
    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("G21", "W23")]
    public async Task After_a_half_year_each_party_sees_its_own_staff_with_role_first_and_last_access()
    {
        await using var rig = await StartAsync();
        await rig.OpenAsync(await rig.ReferAsync());
        (await rig.DoAsync(rig.Colleague, await rig.ReferAsync(Client.Of(1)), "openen")).Is(422); // not taken: refused, and counted as such
        (await rig.GetAsync(rig.Head, Ocmw)).Refuses(404, "niet-gevonden");
        await SweepAsync(rig, TimeSpan.FromDays(122)); // 2 July
        var list = (await rig.GetAsync(rig.Head, Ocmw)).Is(200).Json;
        Assert.Equal(("2026-01-01", "2026-06-30", "na-te-kijken"), (list.GetProperty("van").GetString(), list.GetProperty("totEnMet").GetString(), list.GetProperty("toestand").GetString()));
        var worker = list.GetProperty("medewerkers").EnumerateArray().Single(one => one.GetProperty("naam").GetString() == rig.Worker.Name);
        Assert.Equal(("maatschappelijk-werker", 2, 0), (worker.GetProperty("functie").GetString(), worker.GetProperty("keren").GetInt32(), worker.GetProperty("geweigerd").GetInt32()));
        Assert.Equal(1, list.GetProperty("medewerkers").EnumerateArray().Single(one => one.GetProperty("naam").GetString() == rig.Colleague.Name).GetProperty("geweigerd").GetInt32());
        Assert.DoesNotContain(rig.Team.Name, list.GetRawText(), StringComparison.Ordinal);

        // Each body its own, and only its head and officer.
        (await rig.GetAsync(SyntheticPeople.SendingDpo, Ocmw)).Refuses(404, "niet-gevonden");
        (await rig.GetAsync(rig.Head, Team)).Refuses(404, "niet-gevonden");
        (await rig.GetAsync(rig.Worker, Ocmw)).Refuses(403, "niet-bevoegd");
        var team = (await rig.GetAsync(SyntheticPeople.SendingDpo, Team)).Is(200).Json;
        Assert.Equal(rig.Team.Name, team.GetProperty("medewerkers")[0].GetProperty("naam").GetString());

        // The mails name nobody, and the names go with the directory's own term.
        Assert.DoesNotContain(recorder.Messages, mail => mail.Text.Contains(rig.Worker.Name, StringComparison.Ordinal));
        await rig.Host.Law.Ports.Staff.ForgetAsync(2026, Rig.Cancelled);
        Assert.DoesNotContain(rig.Worker.Name, (await rig.GetAsync(rig.Head, Ocmw)).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("G21")]
    public async Task The_head_says_it_is_right_or_how_many_must_go_and_then_that_they_are_gone()
    {
        await using var rig = await StartAsync();
        await SweepAsync(rig, TimeSpan.FromDays(122));
        (await JudgeAsync(rig, SyntheticPeople.SendingDpo, Ocmw, new { oordeel = "klopt" })).Refuses(404, "niet-gevonden");
        (await rig.PostAsync(rig.Head, Ocmw + "/verwijdering", new { kenmerk = "ICT-12" })).Refuses(422, "niets-gemeld");
        (await JudgeAsync(rig, rig.Head, Ocmw, new { oordeel = "klopt", aantal = 2 })).Refuses(422, "aantal-niet-verwacht");
        (await JudgeAsync(rig, rig.Head, Ocmw, new { oordeel = "te-verwijderen" })).Refuses(422, "aantal-ongeldig");
        (await JudgeAsync(rig, rig.Head, Ocmw, new { oordeel = "te-verwijderen", aantal = 0, kenmerk = "ICT-12" })).Refuses(422, "aantal-ongeldig");
        (await JudgeAsync(rig, rig.Head, Ocmw, new { oordeel = "te-verwijderen", aantal = 2 })).Refuses(422, "kenmerk-ontbreekt");
        (await JudgeAsync(rig, rig.Head, Ocmw, new { oordeel = "te-verwijderen", aantal = 2, kenmerk = "jan.claes@ocmw.example" })).Refuses(422, "kenmerk-ongeldig");
        (await JudgeAsync(rig, rig.Head, Ocmw, new { oordeel = "te-verwijderen", aantal = 2, kenmerk = "ICT-12" })).Is(204);
        (await JudgeAsync(rig, rig.Head, Ocmw, new { oordeel = "te-verwijderen", aantal = 2, kenmerk = "ICT-12" })).Is(204);
        (await JudgeAsync(rig, rig.Head, Ocmw, new { oordeel = "klopt" })).Refuses(409, "al-gemeld");
        await rig.TurnAsync(TimeSpan.FromDays(8));
        Assert.True(Mails("verwijder de toegangen") >= 3);
        (await rig.PostAsync(rig.Head, Ocmw + "/verwijdering", new { kenmerk = "ICT-12 uitgevoerd" })).Is(204);
        Assert.Equal("verwijderd", (await rig.GetAsync(rig.Head, Ocmw)).Is(200).Json.GetProperty("toestand").GetString());
        (await JudgeAsync(rig, SyntheticPeople.SendingDpo, Team, new { oordeel = "klopt" })).Is(204);
        (await JudgeAsync(rig, SyntheticPeople.SendingDpo, Team, new { oordeel = "klopt" })).Refuses(409, "al-afgesloten");
    }

    [Fact]
    [Requirement("G21")]
    public async Task Nobody_looks_and_the_head_is_reminded_the_officer_hears_and_the_next_one_begins()
    {
        await using var rig = await StartAsync();
        await SweepAsync(rig, TimeSpan.FromDays(122));
        await rig.TurnAsync(TimeSpan.FromDays(30));
        Assert.DoesNotContain(recorder.Messages, mail => mail.Subject == "Toegang Mechelen: toegang nog niet nagekeken" && mail.To == "privacy@mechelen.be");
        await rig.TurnAsync(TimeSpan.FromDays(30));
        Assert.Contains(recorder.Messages, mail => mail.Subject == "Toegang Mechelen: toegang nog niet nagekeken" && mail.To == "privacy@mechelen.be");
        await SweepAsync(rig, TimeSpan.FromDays(130));
        Assert.Equal("vervallen", (await rig.GetAsync(rig.Head, Ocmw)).Is(200).Json.GetProperty("toestand").GetString());
        Assert.Equal("na-te-kijken", (await rig.GetAsync(rig.Head, "/toegangscontroles/TC-mechelen-2024-2026-2-2")).Is(200).Json.GetProperty("toestand").GetString());
    }

    private Task<Rig> StartAsync() => Rig.StartAsync(between: recorder.Between);

    private static async Task SweepAsync(Rig rig, TimeSpan later)
    {
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await rig.TurnAsync(later);
        Assert.Empty((await rig.Host.Sweep.RunAsync(Rig.Cancelled)).Failed);
        await rig.TurnAsync(TimeSpan.FromMinutes(1));
    }

    private static Task<Answer> JudgeAsync(Rig rig, Caller who, string dossier, object body) => rig.PostAsync(who, dossier + "/oordeel", body);

    private int Mails(string subject) => recorder.Messages.Count(mail => mail.Subject == $"Toegang Mechelen: {subject}");
}
