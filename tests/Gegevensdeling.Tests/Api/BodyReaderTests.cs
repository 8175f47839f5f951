using Gegevensdeling.Exchanges.Referral;
using System.Text;
using Gegevensdeling.Api.Bodies;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Gegevensdeling.Tests.Api;

public sealed class BodyReaderTests
{
    private const int MaxBytes = 64 * 1024;

    private const string Good = """{"persoon":{"voornaam":"An","naam":"Voorbeeld"},"dag":"2026-03-02"}""";

    private static readonly Route Sample = new SampleRoutes()["voorbeeld-maken"];

    [Fact]
    public void A_good_body_becomes_its_contract()
    {
        var parsed = Assert.IsType<BodyAnswer.Parsed>(Parse("""{"persoon":{"voornaam":"An","naam":"Voorbeeld","email":null},"dag":"2026-03-02","reden":"kan-later","aantal":3,"talen":["nl"]}"""));
        var body = Assert.IsType<SampleBody>(parsed.Body);
        Assert.Equal((new SamplePerson("An", "Voorbeeld"), new DateOnly(2026, 3, 2), SampleReason.Later, 3), (body.Person, body.Day, body.Reason, body.Count));
    }

    [Fact]
    public void A_byte_order_mark_is_no_content() =>
        Assert.IsType<BodyAnswer.Parsed>(BodyReader.Parse(Encoding.UTF8.GetBytes("\uFEFF" + Good), typeof(SampleBody), _ => null));

    // What is wrong is named, all of it at once, and no value is repeated.
    [Theory]
    [InlineData("""{"persoon":{"voornaam":"Geheim","naam":"Geheim","bijnaam":"Geheim"},"dag":"2026-03-02"}""", "persoon.bijnaam: bestaat hier niet")]
    [InlineData("""{"persoon":{"voornaam":"Geheim","Naam":"Geheim","naam":"x"},"dag":"2026-03-02"}""", "persoon.Naam: bestaat hier niet; bedoelt u 'naam'?")]
    [InlineData("""{"persoon":{"voornaam":"Geheim","naam":"x","naam":"Geheim"},"dag":"2026-03-02"}""", "persoon.naam: staat er meer dan een keer")]
    [InlineData("""{"persoon":{"voornaam":"Geheim","n\u0061am":"x","naam":"Geheim"},"dag":"2026-03-02"}""", "persoon.naam: staat er meer dan een keer")]
    [InlineData("""{"persoon":{"voornaam":"Geheim"},"dag":"2026-03-02"}""", "persoon.naam: ontbreekt")]
    [InlineData("""{"persoon":{"voornaam":null,"naam":"x"},"dag":"2026-03-02"}""", "persoon.voornaam: mag niet leeg zijn")]
    [InlineData("""{"persoon":{"voornaam":["Geheim"],"naam":12345},"dag":"Geheim"}""", "persoon.voornaam: moet tekst zijn|persoon.naam: moet tekst zijn|dag: moet een datum zijn, geschreven als jjjj-mm-dd")]
    [InlineData("""{"persoon":"Geheim","dag":"2026-02-30"}""", "persoon: moet een object zijn|dag: moet een datum zijn, geschreven als jjjj-mm-dd")]
    [InlineData("""{"persoon":{"voornaam":"Geheim","naam":"x"},"dag":"2026-03-02","reden":"Geheim"}""", "reden: moet een van deze woorden zijn: kan-nu, kan-later")]
    [InlineData("""{"persoon":{"voornaam":"Geheim","naam":"x"},"dag":"2026-03-02","reden":1}""", "reden: moet een van deze woorden zijn: kan-nu, kan-later")]
    [InlineData("""{"persoon":{"voornaam":"Geheim","naam":"x"},"dag":"2026-03-02","aantal":"3"}""", "aantal: moet een geheel getal zijn")]
    [InlineData("""{"persoon":{"voornaam":"Geheim","naam":"x"},"dag":"2026-03-02","aantal":99999999999}""", "aantal: moet een geheel getal zijn")]
    [InlineData("""{"persoon":{"voornaam":"Geheim","naam":"x"},"dag":"2026-03-02","talen":["nl",null,7]}""", "talen[1]: mag niet leeg zijn|talen[2]: moet tekst zijn")]
    [InlineData("""{"persoon":{"voornaam":"\ud800","naam":"x"},"dag":"2026-03-02"}""", "persoon.voornaam: moet tekst zijn")]
    [InlineData("""["Geheim"]""", ": moet een object zijn")]
    [InlineData("null", ": moet een object zijn")]
    [InlineData("\"Geheim\"", ": moet een object zijn")]
    public void What_does_not_fit_the_contract_is_named_and_not_repeated(string json, string problems)
    {
        var refused = Assert.IsType<BodyAnswer.Refused>(Parse(json));
        Assert.Equal("velden-ongeldig", refused.Refusal.Code);
        Assert.Equal(problems.Split('|'), refused.Fields.Select(problem => $"{problem.Field}: {problem.Reason}"));
        Assert.DoesNotContain("Geheim", refused.ToString() + string.Concat(refused.Fields), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("85073003328")]
    [InlineData("An Voorbeeld")]
    [InlineData("an@voorbeeld.test")]
    [InlineData("\\ud800")]
    public void A_member_name_that_may_be_a_datum_itself_is_not_sent_back(string name)
    {
        var refused = Assert.IsType<BodyAnswer.Refused>(Parse(Good.Insert(1, $"\"{name}\":1,")));
        Assert.Equal("(een naam die hier niet herhaald wordt)", Assert.Single(refused.Fields).Field);
    }

    [Theory]
    [Requirement("R4")]
    [InlineData("rijksregisternummer", "rijksregisternummer")]
    [InlineData("INSZ", "rijksregisternummer")]
    [InlineData("nn", "rijksregisternummer")]
    [InlineData("RR", "rijksregisternummer")]
    [InlineData("geboorteDatum", "geboortedatum")]
    [InlineData("geboorte_datum", "geboortedatum")]
    [InlineData("groeipakket-dossier", "groeipakket")]
    public void What_the_protocol_does_not_let_pass_is_refused_in_its_own_words(string name, string code)
    {
        var refused = Assert.IsType<BodyAnswer.Refused>(Parse(Good.Insert(Good.IndexOf("\"naam\"", StringComparison.Ordinal), $"\"{name}\":\"85073003328\",")));
        Assert.Equal(($"gegeven-niet-toegelaten-{code}", "art. 3"), (refused.Refusal.Code, refused.Refusal.Article));
        Assert.Equal(($"persoon.{name}", UnwantedFields.RefusalFor(name)!.Text), (refused.Fields[0].Field, refused.Fields[0].Reason));
    }

    [Theory]
    [InlineData("{\"persoon\":\n  Geheim}", "regel 2, positie 3")]
    [InlineData("{\"persoon\":", "regel 1, positie 12")]
    [InlineData("{} Geheim", "regel 1, positie 4")]
    [InlineData("{\"a\":1,}", "regel 1, positie 8")]
    [InlineData("{/* Geheim */}", "regel 1, positie 2")]
    public void What_is_no_json_is_pointed_at_and_not_quoted(string json, string place)
    {
        var refused = Assert.IsType<BodyAnswer.Refused>(Parse(json));
        Assert.Equal(("json-ongeldig", $"De inhoud is geen geldige JSON: {place}."), (refused.Refusal.Code, refused.Refusal.Text));
    }

    [Fact]
    public void Json_of_absurd_depth_is_no_json() =>
        Assert.Equal("json-ongeldig", Assert.IsType<BodyAnswer.Refused>(Parse(new string('[', 60_000))).Refusal.Code);

    [Fact]
    public void A_flood_of_wrong_members_is_named_in_part() =>
        Assert.Equal(20, Assert.IsType<BodyAnswer.Refused>(Parse("{" + string.Join(',', Enumerable.Range(0, 3000).Select(at => $"\"x{at % 100}\":1")) + "}")).Fields.Count);

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON; charset=UTF-8", true)]
    [InlineData("application/json; charset=\"utf-8\"", true)]
    [InlineData("application/json; charset=iso-8859-1", false)]
    [InlineData("application/json; boundary=x", false)]
    [InlineData("text/json", false)]
    [InlineData("application/xml", false)]
    [InlineData("multipart/form-data; boundary=x", false)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task The_media_type_is_json_in_utf8(string? contentType, bool taken)
    {
        var answer = await ReadAsync(Encoding.UTF8.GetBytes(Good), http => http.Request.ContentType = contentType);
        Assert.Equal(taken ? null : "mediatype-niet-ondersteund", (answer as BodyAnswer.Refused)?.Refusal.Code);
    }

    [Fact]
    public async Task A_compressed_body_is_refused() =>
        Assert.Equal("mediatype-niet-ondersteund", Code(await ReadAsync(Encoding.UTF8.GetBytes(Good), http => http.Request.Headers.ContentEncoding = "gzip")));

    [Fact]
    public async Task Another_encoding_than_utf8_is_refused() =>
        Assert.Equal("mediatype-niet-ondersteund", Code(await ReadAsync([.. "{\"a\":\""u8, 0xE9, .. "\"}"u8])));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public async Task An_empty_body_is_missing(string json) =>
        Assert.Equal("inhoud-ontbreekt", Code(await ReadAsync(Encoding.UTF8.GetBytes(json))));

    [Theory]
    [InlineData(MaxBytes, null)]
    [InlineData(MaxBytes + 1, "inhoud-te-groot")]
    [InlineData(5_000_000, "inhoud-te-groot")]
    public async Task A_body_is_bounded_also_when_nobody_said_how_long_it_is(int length, string? code)
    {
        var body = Encoding.UTF8.GetBytes(Good.PadRight(length));
        Assert.Equal(code, Code(await ReadAsync(body)));
        Assert.Equal(code, Code(await ReadAsync(body, http => http.Request.ContentLength = length)));
    }

    [Theory]
    [InlineData(200_000, null)]
    [InlineData(200_001, "inhoud-te-groot")]
    public async Task A_route_can_take_a_longer_body(int length, string? code)
    {
        var body = Encoding.UTF8.GetBytes(Good.PadRight(length));
        Assert.Equal(code, Code(await ReadAsync(body, route: Sample with { MostBodyBytes = 200_000 })));
    }

    [Fact]
    public async Task No_more_is_read_of_a_huge_body_than_the_bound()
    {
        var body = new MemoryStream(new byte[5_000_000]);
        await ReadAsync([], http => http.Request.Body = body);
        Assert.InRange(body.Position, 0, MaxBytes + 1);
    }

    [Fact]
    public async Task A_route_without_a_contract_takes_no_body()
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream("{}"u8.ToArray());
        Assert.Equal("inhoud-niet-verwacht", Code(await BodyReader.ReadAsync(http.Request, new SampleRoutes()["voorbeeld-nemen"], TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData(typeof(Dictionary<string, string>))]
    [InlineData(typeof(OpenContract))]
    public void A_contract_with_an_open_member_does_not_start(Type contract) =>
        Assert.Throws<ArgumentException>(() => new RouteTable(
            Route.Post("x", "/x", Access.To(SampleRoutes.Make, (_, _) => Task.FromResult(Standing.At(Sides.Sender))), (_, _) => SampleRoutes.Answer(ApiAnswer.Done())) with { Body = contract }));

    private sealed record OpenContract(System.Text.Json.JsonElement Anything);

    private static string? Code(BodyAnswer answer) => (answer as BodyAnswer.Refused)?.Refusal.Code;

    private static BodyAnswer Parse(string json) => BodyReader.Parse(Encoding.UTF8.GetBytes(json), typeof(SampleBody), Sample.RefuseMember);

    private static Task<BodyAnswer> ReadAsync(byte[] body, Action<HttpContext>? change = null, Route? route = null)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = "application/json";
        http.Request.Body = new MemoryStream(body);
        change?.Invoke(http);
        return BodyReader.ReadAsync(http.Request, route ?? Sample, TestContext.Current.CancellationToken);
    }
}
