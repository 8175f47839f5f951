using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>G13, G14 over real HTTP: a change is told at once to whom the protocol says, read, and settled; processors are seen by whom the text lets.</summary>
public sealed class NoticeTests
{
    private const string Path = "/protocollen/mechelen-2024/wijzigingen";
    private static readonly object Law = new { soort = "wetswijziging", raakt = new[] { "finaliteit", "duurtijd" }, vanaf = "2026-07-01", kenmerk = "decreet van 6 februari 2026" };
    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("G13")]
    public async Task A_change_of_law_is_told_at_once_read_by_the_other_side_and_settled()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        (await rig.PostAsync(SyntheticPeople.SendingDpo, Path, Law)).Refuses(422, "melding-niet-voorzien");
        (await rig.PostAsync(rig.Worker, Path, Law)).Refuses(403, "niet-bevoegd");
        (await rig.PostAsync(rig.Head, Path, new { soort = "wetswijziging", kenmerk = "decreet 2026" })).Refuses(422, "geraakt-ontbreekt");
        (await rig.PostAsync(rig.Head, Path, new { soort = "wetswijziging", raakt = new[] { "alles" }, kenmerk = "decreet 2026" })).Refuses(400, "velden-ongeldig");
        Assert.Empty(recorder.Messages);

        var dossier = (await rig.PostAsync(rig.Head, Path, Law)).Is(201).Json.GetProperty("dossier").GetString()!;
        var mail = Assert.Single(recorder.Messages);
        Assert.Equal("dpo@opgroeien.be", mail.To);
        Assert.Contains("finaliteit, duurtijd", mail.Text, StringComparison.Ordinal);
        Assert.Contains("1 juli 2026", mail.Text, StringComparison.Ordinal);
        (await DoAsync(rig, rig.Head, dossier, "kennisname")).Refuses(422, "eigen-melding");
        (await SettleAsync(rig, rig.Head, dossier, "opzeggen")).Refuses(422, "nog-niet-gelezen");
        (await rig.GetAsync(SyntheticPeople.HeadOfService(rig.Kasterlee), $"/wijzigingen/{dossier}")).Refuses(404, "niet-gevonden");
        await rig.TurnAsync(TimeSpan.FromDays(8));
        Assert.Equal(1, Mails("melding nog niet gelezen"));
        await rig.TurnAsync(TimeSpan.FromDays(21));
        Assert.Contains(recorder.Messages, one => one.Subject.EndsWith("melding nog niet gelezen", StringComparison.Ordinal) && one.To != "dpo@opgroeien.be"); // the deputy

        (await DoAsync(rig, SyntheticPeople.SendingDpo, dossier, "kennisname")).Is(204);
        (await DoAsync(rig, SyntheticPeople.SendingSignatory, dossier, "kennisname")).Is(204);
        Assert.Equal(1, Mails("melding gelezen"));
        await rig.TurnAsync(TimeSpan.FromDays(15));
        Assert.Equal(2, Mails("wat volgt uit de wijziging?"));
        (await SettleAsync(rig, rig.Head, dossier, "protocol-aanpassen")).Is(204);
        Assert.Equal(2, Mails("gevolg van de wijziging"));
        (await SettleAsync(rig, rig.Head, dossier, "opzeggen")).Refuses(409, "al-afgesloten");
        var answer = (await rig.GetAsync(SyntheticPeople.SendingDpo, $"/wijzigingen/{dossier}")).Is(200).Json;
        Assert.Equal(("afgesloten", "protocol-aanpassen"), (answer.GetProperty("toestand").GetString(), answer.GetProperty("gevolg").GetString()));
    }

    [Fact]
    [Requirement("G13", "G14")]
    public async Task Where_the_text_is_silent_nothing_is_notified_and_processors_are_seen_on_explicit_request_only()
    {
        using var copy = new ProtocolCopy();
        copy.Change("mechelen-2024", protocol =>
        {
            var duties = protocol["plichten"]!.AsArray();
            duties.Remove(duties.Single(duty => duty!["soort"]!.GetValue<string>() == "wetswijziging-melden"));
            duties.Single(duty => duty!["soort"]!.GetValue<string>() == "verwerkers-melden")!["tekst"] = "Partijen bezorgen elkaar, enkel op expliciete aanvraag, een overzicht van de verwerkers."; // Turnhout art. 6
        });
        await using var rig = await Rig.StartAsync(protocols: copy.Path);
        Assert.Contains("zegt niets", (await rig.PostAsync(rig.Head, Path, Law)).Refuses(422, "melding-niet-voorzien").Detail, StringComparison.Ordinal);
        Assert.Contains("expliciete aanvraag", (await rig.PostAsync(rig.Head, Path, new { soort = "verwerkers", kenmerk = "overzicht 2026" })).Refuses(422, "melding-niet-voorzien").Detail, StringComparison.Ordinal);

        var dpo = SyntheticPeople.SendingDpo;
        var own = (await rig.GetAsync(dpo, "/protocollen/mechelen-2024/verwerkers")).Is(200).Json;
        Assert.False(own.GetProperty("wederzijds").GetBoolean());
        Assert.Single(own.GetProperty("verwerkers").EnumerateArray());
        var asked = (await rig.PostAsync(dpo, "/protocollen/mechelen-2024/verwerkers/aanvraag")).Is(200).Json;
        Assert.Equal((true, 2), (asked.GetProperty("wederzijds").GetBoolean(), asked.GetProperty("verwerkers").GetArrayLength()));
        Assert.Equal(1, await AuditedAsync(rig, Audit.AuditAction.EvidenceRequested));
    }

    [Fact]
    [Requirement("G14", "W21")]
    public async Task Where_overviews_are_exchanged_each_officer_sees_all_processors_and_the_operator_among_them()
    {
        await using var rig = await Rig.StartAsync();
        foreach (var who in new[] { SyntheticPeople.SendingDpo, SyntheticPeople.ReceivingDpo(rig.Mechelen) })
        {
            var list = (await rig.GetAsync(who, "/protocollen/mechelen-2024/verwerkers")).Is(200).Json;
            Assert.Equal((true, 2), (list.GetProperty("wederzijds").GetBoolean(), list.GetProperty("verwerkers").GetArrayLength()));
            Assert.Contains(list.GetProperty("verwerkers").EnumerateArray(), one => one.GetProperty("beheerder").GetBoolean() && one.GetProperty("subverwerkers").GetArrayLength() == 1);
        }

        (await rig.GetAsync(rig.Worker, "/protocollen/mechelen-2024/verwerkers")).Refuses(403, "niet-bevoegd");
        (await rig.GetAsync(SyntheticPeople.ReceivingDpo(rig.Kasterlee), "/protocollen/mechelen-2024/verwerkers")).Refuses(404, "niet-gevonden");
    }

    [Fact]
    [Requirement("G14")]
    public async Task A_new_version_with_other_processors_is_told_to_both_officers_once()
    {
        using var copy = new ProtocolCopy();
        await using var rig = await Rig.StartAsync(between: recorder.Between, protocols: copy.Path);
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await rig.TurnAsync(TimeSpan.FromDays(2));
        var first = await File.ReadAllTextAsync(System.IO.Path.Combine(copy.Path, "mechelen-2024.json"), Rig.Cancelled);
        await File.WriteAllTextAsync(System.IO.Path.Combine(copy.Path, "mechelen-2024.v1.json"), first, Rig.Cancelled);
        copy.Change("mechelen-2024", protocol =>
        {
            protocol["versie"] = 2;
            protocol["verwerkers"]!.AsArray().Single(one => one!["partijen"]!.AsArray().Count == 1)!["naam"] = "Andere Mailbox NV (voorbeeld)";
        });
        await rig.RestartAsync();
        recorder.Messages.Clear();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Empty((await rig.Host.Sweep.RunAsync(Rig.Cancelled)).Failed);
            await rig.TurnAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(["dpo@opgroeien.be", "privacy@mechelen.be"], recorder.Messages.Where(mail => mail.Subject == "Protocol Mechelen: melding van een wijziging").Select(mail => mail.To).Order());
        var dossier = "WM-mechelen-2024-v2-2";
        (await DoAsync(rig, SyntheticPeople.SendingDpo, dossier, "kennisname")).Is(204);
        (await SettleAsync(rig, SyntheticPeople.SendingDpo, dossier, "einde-van-rechtswege")).Refuses(422, "gevolg-past-niet");
        (await SettleAsync(rig, SyntheticPeople.SendingDpo, dossier, "geen-gevolg")).Is(204);
    }

    private static async Task<int> AuditedAsync(Rig rig, Audit.AuditAction action)
    {
        var count = 0;
        await foreach (var entry in rig.Host.Law.Ports.Audit.ReadAsync(Audit.AuditChain.NameOf(rig.Mechelen.Id, rig.Clock.GetUtcNow()), Rig.Cancelled))
            count += entry.Event.Action == action ? 1 : 0;
        return count;
    }

    private static Task<Answer> DoAsync(Rig rig, Caller who, string dossier, string what) => rig.PostAsync(who, $"/wijzigingen/{dossier}/{what}");

    private static Task<Answer> SettleAsync(Rig rig, Caller who, string dossier, string consequence) =>
        rig.PostAsync(who, $"/wijzigingen/{dossier}/gevolg", new { gevolg = consequence, kenmerk = "overleg 2026/2" });

    private int Mails(string subject) => recorder.Messages.Count(mail => mail.Subject == $"Protocol Mechelen: {subject}");
}
