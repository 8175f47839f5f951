using System.Text.Json;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Governance;
using Gegevensdeling.Governance.AccessReviews;
using Gegevensdeling.Governance.Evaluations;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Proofs;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>What is told about files of many people: how far a breach reaches, what a pack proves, who had access.</summary>
public sealed class FileAccountTests
{
    [Fact]
    [Requirement("G18", "D15")]
    public async Task A_breach_counts_requests_and_answers_in_rows_also_once_they_are_erased()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var answer = await turnhout.OpenedAsync();
        var breach = (await rig.PostAsync(turnhout.Service, "/protocollen/turnhout-2021/gegevenslekken", new { opgemerkt = "2026-03-02T08:00:00Z", soort = "verlies", duurtVoort = true, wijze = "telefoon" }))
            .Is(201).Json.GetProperty("dossier").GetString()!;
        var extent = (await rig.GetAsync(turnhout.TeamDpo, $"/gegevenslekken/{breach}/omvang")).Is(200).Json;
        Assert.Equal((3, 2), (extent.GetProperty("uitwisselingen").GetInt32(), extent.GetProperty("personenMinstens").GetInt32()));
        Assert.False(extent.TryGetProperty("personenHoogstens", out var most) && most.ValueKind != JsonValueKind.Null);
        Assert.Equal(
            ["groeipakketantwoord 1 2 0", "groeipakketvraag 1 2 0", "kadasteruittreksel 1 0 1"],
            extent.GetProperty("bestanden").EnumerateArray().Select(one => $"{one.GetProperty("soort").GetString()} {one.GetProperty("aantal").GetInt32()} {one.GetProperty("rijen").GetInt32()} {one.GetProperty("nietGeteld").GetInt32()}"));
        Assert.Contains(extent.GetProperty("toegangen").EnumerateArray(), access => access.GetProperty("handeling").GetString() == "geopend" && access.GetProperty("functie").GetString() == "sociale-dienst");
        var draft = (await rig.GetAsync(turnhout.ServiceDpo, $"/gegevenslekken/{breach}/ontwerp-toezichthouder")).Is(200).Text;
        Assert.Contains("groeipakketantwoord: 1 bestand, aantal rijen 2", draft, StringComparison.Ordinal);
        Assert.Contains("niet bekend zonder de bestanden te openen", draft, StringComparison.Ordinal);

        (await turnhout.PostAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/niet-meer-nodig")).Is(204);
        var of = (await rig.PostAsync(turnhout.Service, "/protocollen/turnhout-2021/gegevenslekken", new { opgemerkt = "2026-03-02T08:00:00Z", soort = "verlies", duurtVoort = false, wijze = "telefoon", verwijzing = answer }))
            .Is(201).Json.GetProperty("dossier").GetString()!;
        var one = (await rig.GetAsync(turnhout.TeamDpo, $"/gegevenslekken/{of}/omvang")).Is(200).Json;
        Assert.Equal((1, 1, 2), (one.GetProperty("uitwisselingen").GetInt32(), one.GetProperty("gewist").GetInt32(), one.GetProperty("personenMinstens").GetInt32()));
    }

    [Fact]
    [Requirement("F8", "G15", "G16")]
    public async Task A_pack_lists_requests_and_answers_with_their_proofs_to_both_sides()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var answer = await turnhout.SentAsync();
        (await turnhout.PostAsync(turnhout.TeamDpo, $"/groeipakketantwoorden/{answer}/sleutel/tonen")).Is(200);
        await turnhout.OpenAsync(answer);
        (await turnhout.PostAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/niet-meer-nodig")).Is(204);
        var own = Pack.Of((await rig.GetAsync(turnhout.ServiceDpo, "/protocollen/turnhout-2021/bewijs")).Is(200).Raw);
        var asked = (await rig.PostAsync(turnhout.TeamDpo, "/protocollen/turnhout-2021/bewijs/aanvraag")).Is(201).Headers.Location!.ToString();
        var told = Pack.Of((await rig.GetAsync(turnhout.TeamDpo, asked)).Is(200).Raw);
        foreach (var pack in new[] { own, told })
        {
            Assert.True((await Pack.VerifyAsync(pack.Raw, await rig.Host.Law.Signing.PublishedAsync(Rig.Cancelled))).IsValid);
            var lines = pack.Record.GetProperty("uitwisselingen").EnumerateArray().ToDictionary(one => one.GetProperty("verwijzing").GetString()!);
            var line = lines[answer];
            Assert.Equal(("afgeleverd", "gewist"), (line.GetProperty("aflevering").GetString(), line.GetProperty("eigenKant").GetProperty("toestand").GetString()));
            Assert.Equal((1, 1), (line.GetProperty("ontvangstbewijzen").GetArrayLength(), line.GetProperty("sleuteloverdrachten").GetArrayLength()));
            Assert.NotEqual(0, line.GetProperty("eigenKant").GetProperty("wisbewijzen").GetArrayLength());
            Assert.Equal(1, lines.Keys.Count(id => id.StartsWith("GP-", StringComparison.Ordinal)));
            Assert.Contains($"{PackFiles.Receipts}{answer}.ontvangstbewijs.json", pack.Files.Keys);
            Assert.DoesNotContain(Children.Child(1), pack.Page + System.Text.Encoding.UTF8.GetString(pack.Files[PackFiles.Record]), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(own.Record.GetProperty("uitwisselingen").EnumerateArray(), one => one.GetProperty("verwijzing").GetString()!.StartsWith("KU-", StringComparison.Ordinal));
        Assert.Contains(told.Record.GetProperty("uitwisselingen").EnumerateArray(), one => one.GetProperty("verwijzing").GetString()!.StartsWith("KU-", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("G21")]
    public async Task A_review_of_access_and_the_calendar_know_these_exchanges_and_open_no_evaluation()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        await turnhout.OpenedAsync();
        await rig.SweepAsync(); // sees the protocol for the first time
        await rig.TurnAsync(TimeSpan.FromDays(140));
        await rig.SweepAsync();
        var opened = await rig.Host.Law.Ports.Register.OfProtocolAsync(turnhout.Protocol.Id, liveOnly: false, Rig.Cancelled).Where(head => RecurringDossiers.Kinds.Contains(head.Kind)).ToListAsync(Rig.Cancelled);
        var number = turnhout.Protocol.Parties.Index().First(one => one.Item.Id == turnhout.Service.Party).Index + 1;
        var review = Assert.Single(opened, head => head.Kind == AccessReviewKind.Name && head.Id.Value.EndsWith($"-{number}", StringComparison.Ordinal));
        Assert.DoesNotContain(opened, head => head.Kind == EvaluationKind.Name);
        var list = (await rig.GetAsync(turnhout.ServiceDpo, $"/toegangscontroles/{review.Id}")).Is(200);
        Assert.Contains("sociale-dienst", list.Text, StringComparison.Ordinal);
    }
}
