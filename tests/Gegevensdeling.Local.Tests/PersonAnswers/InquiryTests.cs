using Gegevensdeling.Audit;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.PersonAnswers;

/// <summary>What holds for every question about a person: who it is was checked, it is counted, and nothing of it stays.</summary>
public sealed class InquiryTests
{
    [Fact]
    [Requirement("F12")]
    public async Task Nobody_is_answered_before_the_identity_was_checked()
    {
        await using var rig = await Rig.StartAsync();
        var dpo = SyntheticPeople.ReceivingDpo(rig.Mechelen);
        var person = new { voornaam = "Amélie", naam = "Vandenproef", telefoonnummer = "0470 00 00 17" };
        Assert.Equal(["identiteit"], (await rig.InquireAsync(dpo, rig.Mechelen, new { persoon = person })).Refuses(400, "velden-ongeldig").Fields);
        Assert.Equal(["identiteit.wijze"], (await rig.InquireAsync(dpo, rig.Mechelen, new { identiteit = new { wijze = "zal wel", op = "2026-03-02" }, persoon = person })).Refuses(400, "velden-ongeldig").Fields);
        (await rig.InquireAsync(dpo, rig.Mechelen, new { identiteit = new { wijze = "eid", op = "2026-03-03" }, persoon = person })).Refuses(422, "identiteit-datum");
        (await rig.InquireAsync(dpo, rig.Mechelen, new { identiteit = new { wijze = "eid", op = "2026-02-01" }, persoon = person })).Refuses(422, "identiteit-te-oud");
        (await rig.PostAsync(dpo, "/protocollen/mechelen-2024/inzage", Inquiry.Of(Client.Any))).Refuses(400, "doel-ontbreekt");
        (await rig.PostAsync(dpo, "/protocollen/mechelen-2024/inzage", Inquiry.Of(Client.Any), Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Sender))).Refuses(422, "doel-niet-in-protocol");
    }

    [Fact]
    [Requirement("F12", "D17")]
    public async Task A_question_is_shown_once_and_leaves_one_event_with_a_count_and_nothing_of_the_person()
    {
        await using var watched = await Watched.StartAsync();
        var rig = watched.Rig;
        var (client, stranger, dpo) = (Client.Of(31), Client.Of(32), SyntheticPeople.ReceivingDpo(rig.Mechelen));
        var exchange = await rig.ReferAsync(client);
        (await rig.InquireAsync(dpo, rig.Mechelen, Inquiry.Of(client), "inzage-een")).Is(200);
        (await rig.InquireAsync(dpo, rig.Mechelen, Inquiry.Of(client), "inzage-een")).Refuses(409, "al-getoond");
        (await rig.InquireAsync(dpo, rig.Mechelen, Inquiry.Of(stranger))).Is(200);
        (await rig.InquireAsync(dpo, rig.Mechelen, new { identiteit = Inquiry.Checked, persoon = new { voornaam = stranger.FirstName, naam = stranger.Name } })).Refuses(422, "persoon-onvolledig");

        var events = await EventsAsync(rig);
        Assert.Equal(["gevonden-1", "al-getoond", "gevonden-0", "persoon-onvolledig"], events.Select(one => one.Code));
        Assert.All(events, one => Assert.Null(one.Exchange));
        Assert.Equal([AuditOutcome.Ok, AuditOutcome.Refused, AuditOutcome.Ok, AuditOutcome.Refused], events.Select(one => one.Outcome));
        watched.HoldsNothingAskedOf([client, stranger], "asked");
        (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        watched.HoldsNothingAskedOf([client, stranger], "asked, and erased");
    }

    [Fact]
    [Requirement("F12")]
    public async Task So_many_questions_a_day_are_answered_to_one_member_of_staff_and_to_one_party()
    {
        await using var rig = await Rig.StartAsync();
        var dpo = SyntheticPeople.ReceivingDpo(rig.Mechelen);
        Caller Colleague(int number) => dpo with { Subject = $"{dpo.Party}/collega-{number}", Name = $"Collega {number}" };
        for (var asked = 0; asked < 20; asked++)
            (await rig.InquireAsync(dpo, rig.Mechelen, Inquiry.Of(Client.Of(asked)))).Is(200);
        (await rig.InquireAsync(dpo, rig.Mechelen, Inquiry.Of(Client.Of(1)))).Refuses(429, "te-vaak-gevraagd-medewerker");
        for (var asked = 0; asked < 40; asked++)
            (await rig.InquireAsync(Colleague(asked / 20), rig.Mechelen, Inquiry.Of(Client.Of(asked)))).Is(200);
        (await rig.InquireAsync(Colleague(3), rig.Mechelen, Inquiry.Of(Client.Of(1)))).Refuses(429, "te-vaak-gevraagd-organisatie");

        // Another party counts for itself, a restart changes nothing, and the next day begins anew.
        (await rig.InquireAsync(SyntheticPeople.ReceivingDpo(rig.Kasterlee), rig.Kasterlee, Inquiry.Of(Client.Of(1)))).Is(200);
        await rig.RestartAsync();
        (await rig.InquireAsync(Colleague(4), rig.Mechelen, Inquiry.Of(Client.Of(1)))).Refuses(429, "te-vaak-gevraagd-organisatie");
        await rig.TurnAsync(TimeSpan.FromDays(1));
        await rig.SweepAsync();
        (await rig.InquireAsync(dpo, rig.Mechelen, Inquiry.Of(Client.Of(1)))).Is(200);
    }

    private static async Task<IReadOnlyList<AuditEvent>> EventsAsync(Rig rig) =>
        await rig.Host.Law.Ports.Audit.ReadAsync(AuditChain.NameOf(rig.Mechelen.Id, rig.Clock.GetUtcNow()), Rig.Cancelled).Select(entry => entry.Event)
            .Where(one => one.Action == AuditAction.PersonAnswered).ToListAsync(Rig.Cancelled);
}
