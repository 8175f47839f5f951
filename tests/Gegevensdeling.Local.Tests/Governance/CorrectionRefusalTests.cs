using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>Bad input: out of order, by the wrong side or role, twice, with values where codes belong.</summary>
public sealed class CorrectionRefusalTests
{
    [Fact]
    [Requirement("G17", "G19")]
    public async Task A_value_has_no_place_in_a_report_and_is_not_repeated_in_the_refusal()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        var path = $"/doorverwijzingen/{exchange}/fout";
        var value = "0499 98 76 54";
        Answer[] answers =
        [
            (await rig.PostAsync(rig.Worker, path, Corrections.Report(fields: [value]))).Refuses(422, "veld-onbekend"),
            (await rig.PostAsync(rig.Worker, path, Corrections.Report(fields: []))).Refuses(422, "veld-ontbreekt"),
            (await rig.PostAsync(rig.Worker, path, new { soort = "foutief", gegevens = new[] { "naam" }, wijze = "mail", juist = value })).Is(400),
            (await rig.PostAsync(rig.Worker, path, new { soort = value, gegevens = new[] { "naam" }, wijze = "mail" })).Is(400),
        ];
        Assert.All(answers, answer => Assert.DoesNotContain("98 76", answer.Text, StringComparison.Ordinal));
        Assert.Empty((await rig.GetAsync(rig.Worker, $"/doorverwijzingen/{exchange}/verbeteringen")).Is(200).Json.GetProperty("verbeteringen").EnumerateArray());
    }

    [Fact]
    [Requirement("G17", "G21")]
    public async Task Another_body_or_role_and_a_reference_that_is_none_get_nothing()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        var dossier = await rig.AcknowledgedAsync(exchange);
        var stranger = SyntheticPeople.SocialWorker(rig.Kasterlee);
        (await rig.PostAsync(stranger, $"/doorverwijzingen/{exchange}/fout", Corrections.Report())).Is(404);
        (await rig.GetAsync(stranger, $"/verbeteringen/{dossier}")).Is(404);
        (await rig.PostAsync(rig.Worker, "/doorverwijzingen/DV-0000-0000-0000/fout", Corrections.Report())).Is(404);
        (await rig.PostAsync(rig.Worker, $"/doorverwijzingen/{dossier}/fout", Corrections.Report())).Is(404);
        (await rig.GetAsync(rig.Worker, $"/verbeteringen/{exchange}")).Is(404);
        (await rig.PostAsync(rig.Head, $"/doorverwijzingen/{exchange}/fout", Corrections.Report())).Refuses(403, "niet-bevoegd");
        (await rig.PostAsync(rig.Worker, $"/verbeteringen/{dossier}/ontvangst", new { wijze = "mail" })).Refuses(403, "niet-bevoegd");
        (await rig.ReplaceAsync(dossier, Client.Of(660), rig.Worker)).Refuses(403, "niet-bevoegd");
        (await rig.GetAsync(rig.Team, $"/verbeteringen/{dossier}/wisbewijs")).Refuses(403, "niet-bevoegd");
        (await rig.GetAsync(SyntheticPeople.Operator, $"/verbeteringen/{dossier}")).Refuses(403, "niet-bevoegd");
    }

    [Fact]
    [Requirement("G17", "G20", "R4")]
    public async Task Content_is_admitted_by_the_same_rules_as_a_referral_and_for_an_own_purpose()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        var dossier = await rig.ReportAsync(rig.Worker, exchange);
        (await rig.ReplaceAsync(dossier, Client.Of(661))).Refuses(409, "toestand-niet-bevestigd");
        (await rig.PostAsync(rig.Team, $"/verbeteringen/{dossier}/ontvangst", new { wijze = "toepassing" })).Is(204);
        var path = $"/verbeteringen/{dossier}/inhoud";
        var purpose = Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Sender);
        (await rig.AskAsync(rig.Team, HttpMethod.Post, path, Corrections.Content(Client.Of(661)).ToJsonString())).Refuses(400, "doel-ontbreekt");
        (await rig.ReplaceAsync(dossier, Client.Of(661), purpose: "hulpvraag-onderzoeken")).Refuses(422, "doel-niet-in-protocol");
        (await rig.AskAsync(rig.Team, HttpMethod.Post, path, Corrections.Content(Client.Of(661), "9000").ToJsonString(), purpose)).Refuses(422, "andere-gemeente");
        (await rig.AskAsync(rig.Team, HttpMethod.Post, path, Corrections.Content(Client.Of(661)).With("client.telefoonnummer", "bel Jan").ToJsonString(), purpose)).Refuses(400, "velden-ongeldig");
        (await rig.AskAsync(rig.Team, HttpMethod.Post, path, Corrections.Content(Client.Of(661)).With("client.rijksregisternummer", "85073003328").ToJsonString(), purpose)).Refuses(422, "gegeven-niet-toegelaten-rijksregisternummer");
        Assert.Empty((await rig.Host.Law.Referrals.GetAsync(exchange, Rig.Cancelled)).State.Claims);
    }

    [Fact]
    [Requirement("G17")]
    public async Task The_same_request_twice_is_done_once_and_another_after_it_finds_it_done()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        var dossier = await rig.AcknowledgedAsync(exchange);
        (await rig.ReplaceAsync(dossier, Client.Of(662), key: "een")).Is(204);
        var current = (await rig.Host.Law.Referrals.GetAsync(exchange, Rig.Cancelled)).State.Current;
        (await rig.ReplaceAsync(dossier, Client.Of(662), key: "een")).Is(204);
        (await rig.ReplaceAsync(dossier, Client.Of(663), key: "een")).Is(422);
        (await rig.ReplaceAsync(dossier, Client.Of(663))).Refuses(409, "al-afgesloten");
        Assert.Equal(current, (await rig.Host.Law.Referrals.GetAsync(exchange, Rig.Cancelled)).State.Current);

        // A second defect is a second dossier, and replaces again.
        var second = await rig.AcknowledgedAsync(exchange);
        (await rig.ReplaceAsync(second, Client.Of(663))).Is(204);
        Assert.Equal("afgesloten", await rig.StateAsync(second));
        Assert.Equal(3, (await rig.Host.Law.Referrals.GetAsync(exchange, Rig.Cancelled)).State.Archives.Count);
        Assert.Contains("bestandswisbewijs-2", await rig.Host.Law.Ports.Evidence.NamesAsync(exchange, Rig.Cancelled));
    }

    [Fact]
    [Requirement("G17")]
    public async Task The_receiver_reports_nothing_about_a_referral_that_it_ended()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        (await rig.PostAsync(rig.Worker, $"/doorverwijzingen/{exchange}/fout", Corrections.Report())).Refuses(409, "toestand-beeindigd");
    }
}
