using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gegevensdeling.Local.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>What may not be referred: a clear Dutch refusal, nothing kept and no value sent back.</summary>
public sealed class BadInputTests
{
    [Theory]
    [Requirement("R4", "G19")]
    [InlineData("client.rijksregisternummer", "85073003328", "gegeven-niet-toegelaten-rijksregisternummer")]
    [InlineData("client.insz", "85073003328", "gegeven-niet-toegelaten-rijksregisternummer")]
    [InlineData("client.adres.rijksregisternummer", "85073003328", "gegeven-niet-toegelaten-rijksregisternummer")]
    [InlineData("rijksregisternummer", "85073003328", "gegeven-niet-toegelaten-rijksregisternummer")]
    [InlineData("client.geboortedatum", "1985-07-30", "gegeven-niet-toegelaten-geboortedatum")]
    [InlineData("toestemming.geboortedatum", "1985-07-30", "gegeven-niet-toegelaten-geboortedatum")]
    [InlineData("client.groeipakket", "dossier 771234", "gegeven-niet-toegelaten-groeipakket")]
    [InlineData("client.kinderen", "Proefkind", "gegeven-niet-toegelaten-gezinsleden")]
    [InlineData("client.opmerking", "geheime omschrijving", "gegeven-niet-toegelaten-vrije-tekst")]
    [InlineData("client.schoenmaat", "38,5 breed", "velden-ongeldig")]
    public async Task An_extra_field_is_refused_by_name_and_its_value_is_not_sent_back(string path, string value, string code)
    {
        await using var rig = await Rig.StartAsync();
        var answer = (await rig.CreateAsync(Referrals.Body(Client.Any).With(path, value))).Refuses(code == "velden-ongeldig" ? 400 : 422, code);
        Assert.Equal([path], answer.Fields);
        Assert.DoesNotContain(value, answer.Text, StringComparison.Ordinal);
        Assert.Empty((await rig.GetAsync(rig.Worker, "/doorverwijzingen")).Json.GetProperty("doorverwijzingen").EnumerateArray());
    }

    [Fact]
    [Requirement("R19")]
    public async Task Refused_extra_fields_are_counted_for_the_evaluation()
    {
        await using var rig = await Rig.StartAsync();
        for (var time = 0; time < 5; time++)
            await rig.CreateAsync(Referrals.Body(Client.Any).With("client.geboortedatum", "1985-07-30"));
        await rig.CreateAsync(Referrals.Body(Client.Any).With("client.rijksregisternummer", "85073003328"));
        foreach (var who in new[] { rig.Team, SyntheticPeople.SendingDpo })
        {
            var wishes = (await rig.GetAsync(who, "/protocollen/mechelen-2024/evaluatie?jaar=2026")).Is(200).Json.GetProperty("gewensteGegevens").EnumerateArray()
                .ToDictionary(wish => wish.GetProperty("wat").GetString()!, wish => wish.GetProperty("aantal") is { ValueKind: JsonValueKind.Number } count ? count.GetInt32() : (int?)null);
            Assert.Equal(5, wishes["geboortedatum"]);
            Assert.Null(wishes["rijksregisternummer"]); // R16: 1 is below the smallest cell
        }

        Assert.Empty((await rig.GetAsync(rig.Head, "/protocollen/mechelen-2024/evaluatie")).Is(200).Json.GetProperty("gewensteGegevens").EnumerateArray());
    }

    [Theory]
    [Requirement("R5")]
    [InlineData("toestemming.gegeven", "false", 422, "geen-toestemming")]
    [InlineData("toestemming.op", "\"2026-03-03\"", 422, "toestemming-in-toekomst")]
    [InlineData("toestemming.op", "\"2024-03-31\"", 422, "toestemming-voor-overeenkomst")]
    [InlineData("toestemming.geinformeerdOver", "[\"welke-gegevens\"]", 422, "client-niet-geinformeerd")]
    [InlineData("toestemming", "null", 400, "velden-ongeldig")]
    [InlineData("toestemming.gegeven", "\"ja\"", 400, "velden-ongeldig")]
    public async Task Without_consent_nothing_is_referred(string path, string json, int status, string code)
    {
        await using var rig = await Rig.StartAsync();
        (await rig.CreateAsync(Referrals.Body(Client.Any).With(path, JsonNode.Parse(json)))).Refuses(status, code);
    }

    [Theory]
    [Requirement("R3", "W7")]
    [InlineData("2460", "andere-gemeente")]
    [InlineData("9000", "andere-gemeente")]
    [InlineData("1060", "brussel-naar-caw")]
    public async Task Another_municipality_is_refused(string postcode, string code)
    {
        await using var rig = await Rig.StartAsync();
        (await rig.CreateAsync(Referrals.Body(Client.Any, postcode: postcode))).Refuses(422, code);
    }

    [Fact]
    [Requirement("G1")]
    public async Task Only_the_sender_of_a_registered_protocol_refers_and_only_for_its_own_purpose()
    {
        await using var rig = await Rig.StartAsync();
        (await rig.CreateAsync(Referrals.Body(Client.Any, "gent-2030"))).Refuses(422, "protocol-onbekend");
        var other = rig.Team with { Party = rig.Kasterlee.Receiver };
        (await rig.CreateAsync(Referrals.Body(Client.Any), other)).Refuses(422, "protocol-onbekend");
        (await rig.CreateAsync(Referrals.Body(Client.Any), rig.Team with { Party = rig.Mechelen.Receiver })).Refuses(403, "niet-bevoegd");
        (await rig.CreateAsync(Referrals.Body(Client.Any), rig.Worker)).Refuses(403, "niet-bevoegd");
        (await rig.CreateAsync(Referrals.Body(Client.Any), SyntheticPeople.Operator)).Refuses(403, "niet-bevoegd");
        (await rig.CreateAsync(Referrals.Body(Client.Any), rig.Team with { Party = new("gemeente-verzonnen") })).Refuses(403, "onbekende-organisatie");
        (await rig.CreateAsync(Referrals.Body(Client.Any), purpose: "reclame")).Refuses(422, "doel-niet-in-protocol");
        var noPurpose = new ByteArrayContent(Encoding.UTF8.GetBytes(Referrals.Body(Client.Any).ToJsonString())) { Headers = { ContentType = new("application/json") } };
        (await rig.SendAsync(rig.Team, HttpMethod.Post, "/doorverwijzingen", noPurpose)).Refuses(400, "doel-ontbreekt");
        (await rig.AskAsync(null, HttpMethod.Post, "/doorverwijzingen", Referrals.Body(Client.Any).ToJsonString(), "x")).Refuses(401, "niet-aangemeld");
    }

    [Fact]
    [Requirement("G6", "G4")]
    public async Task Before_its_start_a_protocol_admits_nothing()
    {
        await using var rig = await Rig.StartAsync(begin: new(2024, 3, 31, 21, 59, 0, TimeSpan.Zero)); // 31 March, 23:59 in Brussels
        var body = () => Referrals.Body(Client.Any).With("toestemming.op", "2024-04-01");
        var refused = (await rig.CreateAsync(body())).Refuses(422, "protocol-nog-niet-in-werking");
        Assert.Contains("1 april 2024", refused.Detail, StringComparison.Ordinal);
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        (await rig.CreateAsync(body())).Is(201);
    }

    [Fact]
    [Requirement("G7")]
    public async Task After_its_notice_a_protocol_admits_nothing_and_what_was_opened_goes_on_to_its_outcome()
    {
        using var folder = new ProtocolCopy();
        folder.Change("mechelen-2024", protocol => protocol["looptijd"]!["opzegging"] =
            JsonNode.Parse("""{"datum":"2025-09-02","door":"ocmw-mechelen","bron":"art. 11"}"""));
        await using var rig = await Rig.StartAsync(protocols: folder.Path); // 2 March 2026 is the last of six months
        var running = await rig.ReferAsync();
        await rig.OpenAsync(running);
        rig.Clock.Advance(TimeSpan.FromDays(1));
        (await rig.CreateAsync(Referrals.Body(Client.Of(1)))).Refuses(422, "protocol-opgezegd");
        (await rig.DoAsync(rig.Worker, running, "openen")).Refuses(422, "protocol-opgezegd");
        (await rig.DoAsync(rig.Worker, running, "contact", new { wijze = "telefoon" })).Is(204);
        (await rig.DoAsync(rig.Worker, running, "uitkomst", new { wenstHulp = false, wijze = "telefoon" })).Is(204);
        Assert.True(await rig.IsErasedAsync(running));
    }

    [Theory]
    [InlineData("", 400, "inhoud-ontbreekt")]
    [InlineData("   ", 400, "inhoud-ontbreekt")]
    [InlineData("{", 400, "json-ongeldig")]
    [InlineData("{\"client\":{\"naam\":\"Kanarievogel\"", 400, "json-ongeldig")]
    [InlineData("[]", 400, "velden-ongeldig")]
    [InlineData("null", 400, "velden-ongeldig")]
    [InlineData("{}", 400, "velden-ongeldig")]
    public async Task A_malformed_body_is_refused_with_its_place(string body, int status, string code)
    {
        await using var rig = await Rig.StartAsync();
        var answer = (await rig.AskAsync(rig.Team, HttpMethod.Post, "/doorverwijzingen", body, Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Sender))).Refuses(status, code);
        Assert.DoesNotContain("Kanarievogel", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_body_another_type_and_a_spooled_form_are_refused()
    {
        await using var rig = await Rig.StartAsync();
        var purpose = Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Sender);
        var huge = Referrals.Body(Client.Any).With("client.naam", new string('x', 70_000)).ToJsonString();
        (await rig.AskAsync(rig.Team, HttpMethod.Post, "/doorverwijzingen", huge, purpose)).Refuses(413, "inhoud-te-groot");
        using var chunked = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(huge)));
        chunked.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        chunked.Headers.ContentLength = null;
        (await rig.SendAsync(rig.Team, HttpMethod.Post, "/doorverwijzingen", chunked, purpose)).Refuses(413, "inhoud-te-groot");
        using var text = new StringContent(Referrals.Body(Client.Any).ToJsonString(), Encoding.UTF8, "text/plain");
        (await rig.SendAsync(rig.Team, HttpMethod.Post, "/doorverwijzingen", text, purpose)).Refuses(415, "mediatype-niet-ondersteund");
        using var form = new MultipartFormDataContent { { new StringContent("Kanarievogel"), "naam" } };
        (await rig.SendAsync(rig.Team, HttpMethod.Post, "/doorverwijzingen", form, purpose)).Refuses(415, "mediatype-niet-ondersteund");
        (await rig.AskAsync(rig.Team, HttpMethod.Put, "/doorverwijzingen")).Refuses(405, "methode-niet-toegelaten");
        (await rig.GetAsync(rig.Worker, "/doorverwijzingen?naam=Kanarievogel")).Refuses(400, "onbekende-parameter");
        (await rig.GetAsync(rig.Team, "/protocollen/mechelen-2024/evaluatie?jaar=volgend")).Refuses(400, "onbekende-parameter");
        (await rig.GetAsync(rig.Team, "/nergens")).Refuses(404, "niet-gevonden");
    }

    [Theory]
    [Requirement("W9", "R4")]
    [InlineData("client.voornaam", "\"Proef 85073003328\"", "client.voornaam")]
    [InlineData("client.naam", "\"\"", "client.naam")]
    [InlineData("client.telefoonnummer", "\"12\"", "client.telefoonnummer")]
    [InlineData("client.emailadres", "\"geen adres\"", "client.emailadres")]
    [InlineData("client.adres.postcode", "\"28001\"", "client.adres.postcode")]
    [InlineData("client.adres.nummer", "\"85073003328\"", "client.adres.nummer")]
    [InlineData("client.adres.straat", "\"Kind: Lotje\"", "client.adres.straat")]
    [InlineData("client", "[]", "client")]
    public async Task A_field_of_another_form_is_named_and_its_value_is_not_sent_back(string path, string json, string field)
    {
        await using var rig = await Rig.StartAsync();
        var answer = (await rig.CreateAsync(Referrals.Body(Client.Any).With(path, JsonNode.Parse(json)))).Refuses(400, "velden-ongeldig");
        Assert.Equal([field], answer.Fields);
        if (json.Length > 4)
            Assert.DoesNotContain(json.Trim('"'), answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_without_a_repetition_key_is_refused()
    {
        await using var rig = await Rig.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(rig.Host.Address, "/doorverwijzingen"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", rig.Host.Issuer.Issue(rig.Team, TimeSpan.FromMinutes(1)));
        request.Headers.Add("Doel", Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Sender));
        using var http = new HttpClient();
        using var response = await http.SendAsync(request, Rig.Cancelled);
        var body = await response.Content.ReadAsByteArrayAsync(Rig.Cancelled);
        new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, response.Headers).Refuses(400, "herhaalsleutel-ontbreekt");
    }
}
