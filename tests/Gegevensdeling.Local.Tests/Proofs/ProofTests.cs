using System.Text.Json;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Proofs;

/// <summary>G15, G16, F8 over real HTTP: proof on simple request, and each party's own account.</summary>
public sealed class ProofTests
{
    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("G15", "F8")]
    public async Task One_request_of_opgroeien_gives_the_pack_and_tells_the_other_officer()
    {
        await using var rig = await Rig.StartAsync(between: recorder.Between);
        await Pack.ReferAsync(rig, 1, Pack.ClientFile);
        recorder.Messages.Clear();
        var pack = await Pack.AskAsync(rig);
        var mail = Assert.Single(recorder.Messages);
        Assert.Equal("privacy@mechelen.be", mail.To);
        Assert.Contains("Op eenvoudig verzoek", mail.Text, StringComparison.Ordinal);
        Assert.Equal(1, await AuditedAsync(rig, AuditAction.EvidenceRequested));
        Assert.Equal(1, await AuditedAsync(rig, AuditAction.FollowUpRecorded));

        var verdict = await Pack.VerifyAsync(pack.Raw, await rig.Host.Law.Signing.PublishedAsync(Rig.Cancelled));
        Assert.True(verdict.IsValid, string.Join('\n', verdict.Findings));
        Assert.Equal("Mechelen art. 6", pack.Record.GetProperty("grond").GetProperty("artikel").GetString());
        Assert.Equal(["ocmw-mechelen"], Texts(pack.Record.GetProperty("grond").GetProperty("van")));
        Assert.Single(pack.Files.Keys, name => name.StartsWith(PackFiles.Receipts, StringComparison.Ordinal));
        Assert.Equal(rig.Mechelen.Measures.Select(measure => measure.Code), pack.Record.GetProperty("maatregelen").EnumerateArray().Select(one => one.GetProperty("code").GetString()));
    }

    [Fact]
    [Requirement("G15")]
    public async Task Nobody_asks_whom_the_protocol_does_not_name_and_nobody_else_reads_what_was_asked()
    {
        await using var rig = await Rig.StartAsync();
        var (sending, receiving) = (SyntheticPeople.SendingDpo, SyntheticPeople.ReceivingDpo(rig.Mechelen));
        var refused = (await rig.PostAsync(receiving, Pack.Asking)).Refuses(422, "bewijs-niet-voorzien");
        Assert.Equal("Mechelen art. 6", refused.Json.GetProperty("artikel").GetString());
        Assert.Contains("alleen Opgroeien regie", refused.Detail, StringComparison.Ordinal);
        foreach (var who in new[] { rig.Team, rig.Worker, rig.Head, SyntheticPeople.Operator, SyntheticPeople.SendingSignatory })
        {
            Assert.Equal("art. 6", (await rig.PostAsync(who, Pack.Asking)).Refuses(403, "niet-bevoegd").Json.GetProperty("artikel").GetString());
            (await rig.GetAsync(who, Pack.Own)).Refuses(403, "niet-bevoegd");
        }

        (await rig.PostAsync(SyntheticPeople.ReceivingDpo(rig.Kasterlee), Pack.Asking)).Refuses(404, "niet-gevonden");
        var place = (await rig.PostAsync(sending, Pack.Asking)).Is(201).Headers.Location!.ToString();
        (await rig.GetAsync(receiving, place)).Refuses(404, "niet-gevonden");
        (await rig.GetAsync(SyntheticPeople.Operator, place)).Refuses(403, "niet-bevoegd");
        await rig.TurnAsync(TimeSpan.FromDays(29));
        (await rig.GetAsync(sending, place)).Is(200);
        await rig.TurnAsync(TimeSpan.FromDays(1));
        (await rig.GetAsync(sending, place)).Refuses(409, "toestand-verlopen");
    }

    [Fact]
    [Requirement("G15")]
    public async Task A_protocol_without_the_duty_gives_proof_to_nobody_but_the_party_itself()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = rig.Host.Law.Protocols.Find(new("maldegem-2023"))!;
        var refused = (await rig.PostAsync(SyntheticPeople.ReceivingDpo(maldegem), "/protocollen/maldegem-2023/bewijs/aanvraag")).Refuses(422, "bewijs-niet-voorzien");
        Assert.Equal("Maldegem art. 6", refused.Json.GetProperty("artikel").GetString());
        (await rig.GetAsync(SyntheticPeople.ReceivingDpo(maldegem), "/protocollen/maldegem-2023/bewijs")).Is(200);
    }

    [Fact]
    [Requirement("G16")]
    public async Task Each_party_gets_its_own_account_with_what_its_own_side_may_see()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await Pack.ReferAsync(rig, 2, Pack.NoHelp);
        var pack = await Pack.OfReceiverAsync(rig);
        Assert.True((await Pack.VerifyAsync(pack.Raw)).IsValid);
        var line = Assert.Single(pack.Record.GetProperty("uitwisselingen").EnumerateArray());
        Assert.Equal("gewist", line.GetProperty("eigenKant").GetProperty("toestand").GetString());
        Assert.Equal([$"wisbewijzen/{exchange}.wisbewijs-1.json"], Texts(line.GetProperty("eigenKant").GetProperty("wisbewijzen")));
        var handover = Assert.Single(line.GetProperty("sleuteloverdrachten").EnumerateArray());
        Assert.Equal(("teamlid", "maatschappelijk-werker"), (handover.GetProperty("gegevenDoor").GetProperty("rol").GetString(), handover.GetProperty("gevraagdDoor").GetProperty("rol").GetString()));
        Assert.Equal(
            ["beroepsgeheim", "functionaris-gegevensbescherming", "verwerkingsregister", "veiligheidsplan"],
            pack.Record.GetProperty("maatregelen").EnumerateArray().Select(one => one.GetProperty("code").GetString()).OrderBy(code => code, StringComparer.Ordinal).OrderBy(code => code == "veiligheidsplan"));
        Assert.Contains("De partij legt het zelf voor", pack.Page, StringComparison.Ordinal);
        Assert.Contains(pack.Record.GetProperty("toegang").EnumerateArray(), row => row.GetProperty("rol").GetString() == "maatschappelijk-werker" && row.GetProperty("keren").GetInt32() == 1);
    }

    [Fact]
    [Requirement("G15", "G10")]
    public async Task A_suspended_and_an_ended_protocol_still_give_proof()
    {
        await using var rig = await Rig.StartAsync();
        await Pack.ReferAsync(rig, 3);
        (await rig.PostAsync(SyntheticPeople.SendingDpo, "/protocollen/mechelen-2024/schorsing", new { reden = "waarborgen-ontbreken" })).Is(204);
        var suspended = await Pack.AskAsync(rig);
        Assert.StartsWith("Geschorst", suspended.Record.GetProperty("protocol").GetProperty("stand").GetString(), StringComparison.Ordinal);
        Assert.Contains("protocol-geschorst", suspended.Record.GetProperty("protocol").GetProperty("geschiedenis").EnumerateArray().Select(step => step.GetProperty("wat").GetString()));
        (await rig.PostAsync(SyntheticPeople.SendingSignatory, "/protocollen/mechelen-2024/einde", new { oorzaak = "rechtsgrond-vervallen", vanaf = "2026-03-02", kenmerk = "B-1" })).Is(204);
        var ended = await Pack.AskAsync(rig);
        Assert.StartsWith("Beëindigd", ended.Record.GetProperty("protocol").GetProperty("stand").GetString(), StringComparison.Ordinal);
        Assert.True((await Pack.VerifyAsync(ended.Raw)).IsValid);
    }

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(one => one.GetString());

    private static async Task<int> AuditedAsync(Rig rig, AuditAction action)
    {
        var count = 0;
        foreach (var chain in await rig.Host.Law.Ports.Audit.ChainsAsync(Rig.Cancelled))
            count += await rig.Host.Law.Ports.Audit.ReadAsync(chain, Rig.Cancelled).CountAsync(entry => entry.Event.Action == action, Rig.Cancelled);
        return count;
    }
}
