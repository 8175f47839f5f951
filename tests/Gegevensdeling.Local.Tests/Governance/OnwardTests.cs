using Gegevensdeling.Audit;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>D18 over real HTTP: the OCMW announces that it will pass data on, the municipality reads it, and only then, and after that day, is it recorded as done.</summary>
[Requirement("D18")]
public sealed class OnwardTests
{
    private static readonly object Announcement = new
    {
        soort = "doorgifte", vanaf = "2026-03-10", kenmerk = "beslissing 2026/2", doorgifte = new { aan = "schuldbemiddelaar", geenProtocol = "ontvanger-geen-overheid" },
    };

    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    public async Task A_disclosure_is_announced_read_recorded_day_by_day_and_stopped()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        var office = new MaldegemOffice(rig);
        (await office.DoAsync(office.TownDpo, "wijzigingen", Announcement)).Refuses(422, "melding-niet-voorzien");
        (await office.DoAsync(office.Worker, "wijzigingen", Announcement)).Refuses(403, "niet-bevoegd");
        (await office.DoAsync(office.Head, "wijzigingen", new { soort = "doorgifte", vanaf = "2026-03-02", kenmerk = "x2", doorgifte = new { aan = "rechtbank", geenProtocol = "wettelijke-verplichting" } })).Refuses(422, "niet-vooraf");
        (await office.DoAsync(office.Head, "wijzigingen", new { soort = "doorgifte", vanaf = "2026-03-10", kenmerk = "x2", doorgifte = new { aan = "de buurman", geenProtocol = "wettelijke-verplichting" } })).Refuses(400, "velden-ongeldig");
        Assert.Empty(recorder.Messages);

        var dossier = (await office.DoAsync(office.Head, "wijzigingen", Announcement)).Is(201).Json.GetProperty("dossier").GetString()!;
        var told = recorder.Messages.Where(mail => mail.Subject == "Protocol Maldegem: aankondiging van een doorgifte").ToList();
        Assert.Equal(["dpo@maldegem.example", "financieel-directeur@maldegem.example"], told.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(told, mail => Assert.Contains("Vanaf 10 maart 2026 worden gegevens die onder dit protocol gedeeld zijn, meegedeeld aan een schuldbemiddelaar.", mail.Text, StringComparison.Ordinal));
        (await PassOnAsync(rig, office.Worker, dossier, "2026-03-02")).Refuses(422, "doorgifte-voor-aankondiging");
        (await DoAsync(rig, office.TownDpo, dossier, "kennisname")).Is(204);

        await rig.TurnAsync(TimeSpan.FromDays(9));
        (await PassOnAsync(rig, office.DebtTeam, dossier, "2026-03-11")).Refuses(403, "niet-bevoegd"); // at the municipality
        (await PassOnAsync(rig, office.Worker, dossier, "2026-03-10")).Is(204);
        (await PassOnAsync(rig, office.Worker, dossier, null)).Is(204);
        (await PassOnAsync(rig, office.Worker, dossier, "2026-03-12")).Refuses(422, "datum-in-toekomst");
        var seen = (await rig.GetAsync(office.TownDpo, $"/wijzigingen/{dossier}")).Is(200).Json;
        Assert.Equal(("doorgifte", "gelezen", "schuldbemiddelaar", "ontvanger-geen-overheid"), (
            seen.GetProperty("soort").GetString(), seen.GetProperty("toestand").GetString(), seen.GetProperty("doorgifte").GetProperty("aan").GetString(),
            seen.GetProperty("doorgifte").GetProperty("geenProtocol").GetString()));
        Assert.Equal(["2026-03-10", "2026-03-11"], seen.GetProperty("doorgegevenOp").EnumerateArray().Select(day => day.GetString()));
        Assert.Equal(2, await AuditedAsync(rig, office));

        await rig.TurnAsync(TimeSpan.FromDays(60));
        Assert.DoesNotContain(recorder.Messages, mail => mail.Subject.EndsWith("wat volgt uit de wijziging?", StringComparison.Ordinal));
        (await DoAsync(rig, office.TownDpo, dossier, "gevolg", new { gevolg = "doorgifte-gestopt", kenmerk = "b2" })).Refuses(422, "andere-partij");
        (await DoAsync(rig, office.Head, dossier, "gevolg", new { gevolg = "geen-gevolg", kenmerk = "b2" })).Refuses(422, "gevolg-past-niet");
        (await DoAsync(rig, office.Head, dossier, "gevolg", new { gevolg = "doorgifte-gestopt", kenmerk = "b2" })).Is(204);
        (await PassOnAsync(rig, office.Worker, dossier, null)).Refuses(409, "al-afgesloten");
    }

    [Fact]
    public async Task Without_an_announcement_nothing_is_recorded_as_passed_on()
    {
        await using var rig = await Rig.StartAsync();
        var office = new MaldegemOffice(rig);
        (await PassOnAsync(rig, office.Worker, "WM-0000-0000-0000", null)).Refuses(404, "niet-gevonden");
        var change = (await office.DoAsync(office.Head, "wijzigingen", new { soort = "verwerkers", kenmerk = "overzicht 2026" })).Is(201).Json.GetProperty("dossier").GetString()!;
        (await PassOnAsync(rig, office.Worker, change, null)).Refuses(422, "niet-aangekondigd");
        Assert.Equal(0, await AuditedAsync(rig, office));
    }

    [Fact]
    [Requirement("G10")]
    public async Task While_suspended_only_what_was_passed_on_before_may_still_be_recorded()
    {
        await using var rig = await Rig.StartAsync();
        var office = new MaldegemOffice(rig);
        var dossier = (await office.DoAsync(office.Dpo, "wijzigingen", Announcement)).Is(201).Json.GetProperty("dossier").GetString()!;
        await rig.TurnAsync(TimeSpan.FromDays(10));
        (await office.DoAsync(office.TownDpo, "schorsing", new { reden = "waarborgen-ontbreken" })).Is(204);
        (await PassOnAsync(rig, office.Worker, dossier, null)).Refuses(422, "protocol-geschorst");
        (await PassOnAsync(rig, office.Worker, dossier, "2026-03-11")).Is(204);
    }

    private static Task<Answer> PassOnAsync(Rig rig, Caller who, string dossier, string? on) => DoAsync(rig, who, dossier, "doorgifte", on is null ? new { } : new { op = on });

    private static Task<Answer> DoAsync(Rig rig, Caller who, string dossier, string what, object? body = null) => rig.PostAsync(who, $"/wijzigingen/{dossier}/{what}", body);

    private static async Task<int> AuditedAsync(Rig rig, MaldegemOffice office)
    {
        var count = 0;
        await foreach (var entry in rig.Host.Law.Ports.Audit.ReadAsync(AuditChain.NameOf(office.Protocol.Id, rig.Clock.GetUtcNow()), Rig.Cancelled))
            count += entry.Event is { Action: AuditAction.PassedOn, Outcome: AuditOutcome.Ok, Code: "aangekondigd" } ? 1 : 0;
        return count;
    }
}
