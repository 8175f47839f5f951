using System.Text;
using System.Xml.Linq;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Publishing;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Publishing;

public sealed class PublishingRoutesTests
{
    [Theory]
    [InlineData("/protocollen", "Protocollen voor gegevensdeling")]
    [InlineData("/protocollen/mechelen-2024", "Protocol Mechelen")]
    [InlineData("/protocollen/mechelen-2024/folder", "Uw gegevens: de folder")]
    [InlineData("/protocollen/kasterlee-2025/informatie", "Informatie over uw gegevens")]
    [Requirement("G2", "W22", "D20", "P17")]
    public async Task Anybody_reads_the_pages_without_signing_in(string path, string heading)
    {
        await using var rig = await Rig.StartAsync();
        var answer = (await rig.GetAsync(null, path)).Is(200);
        Assert.Equal("text/html", answer.MediaType);
        Assert.Equal(heading, XDocument.Parse(answer.Text).Descendants("h1").Single().Value);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{PublicPage.StyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", policy);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    [Requirement("G2")]
    public async Task Every_link_of_the_list_and_the_pages_leads_somewhere()
    {
        await using var rig = await Rig.StartAsync();
        var (open, seen) = (new Queue<string>(["/protocollen"]), new HashSet<string>());
        while (open.TryDequeue(out var path))
        {
            if (!seen.Add(path))
                continue;
            var page = XDocument.Parse((await rig.GetAsync(null, path)).Is(200).Text);
            foreach (var link in page.Descendants("a").Select(link => link.Attribute("href")!.Value).Where(link => link.StartsWith('/')))
                open.Enqueue(link);
        }

        Assert.Equal(1 + (3 * rig.Host.Law.Protocols.All.Count), seen.Count);
    }

    [Fact]
    [Requirement("G2")]
    public async Task A_website_reads_the_list_as_JSON_and_sees_a_protocol_begin()
    {
        await using var rig = await Rig.StartAsync(begin: new DateTimeOffset(2024, 6, 1, 8, 0, 0, TimeSpan.Zero));
        var answer = (await rig.GetAsync(null, "/protocollen.json")).Is(200);
        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal("2024-06-01", answer.Json.GetProperty("standOp").GetString());
        var all = answer.Json.GetProperty("protocollen").EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);
        Assert.Equal("in-werking", all["mechelen-2024"].GetProperty("status").GetString());
        Assert.Equal("2024-04-01", all["mechelen-2024"].GetProperty("sinds").GetString());
        Assert.Equal("/protocollen/mechelen-2024/folder", all["mechelen-2024"].GetProperty("folder").GetString());
        Assert.Equal("nog-niet-in-werking", all["kasterlee-2025"].GetProperty("status").GetString());
        Assert.False(all["kasterlee-2025"].TryGetProperty("sinds", out _));

        rig.Clock.SetUtcNow(Rig.Begin);
        var later = (await rig.GetAsync(null, "/protocollen.json")).Is(200).Json.GetProperty("protocollen").EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);
        Assert.Equal("in-werking", later["kasterlee-2025"].GetProperty("status").GetString());
        Assert.Equal("in-werking", later["turnhout-2021"].GetProperty("status").GetString()); // its findings, and those of Maldegem, are accepted by name
        Assert.Equal("in-werking", later["maldegem-2023"].GetProperty("status").GetString());
        Assert.Equal("2023-01-26", later["maldegem-2023"].GetProperty("sinds").GetString()); // as article 11 says; nothing went before it was signed (X9)
    }

    [Theory]
    [InlineData("/protocollen/bestaat-niet")]
    [InlineData("/protocollen/bestaat-niet/folder")]
    [InlineData("/protocollen/bestaat-niet/informatie")]
    public async Task An_unknown_protocol_is_not_found_and_its_name_is_not_repeated(string path)
    {
        await using var rig = await Rig.StartAsync();
        var answer = (await rig.GetAsync(null, path)).Refuses(404, "niet-gevonden");
        Assert.StartsWith("Er is geen protocol met deze naam.", answer.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("bestaat-niet", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/protocollen/..%2f..%2fetc")]
    [InlineData("/protocollen/%3Cscript%3E")]
    [InlineData("/protocollen/mechelen-2024/")]
    public async Task A_path_of_another_form_is_nothing(string path)
    {
        await using var rig = await Rig.StartAsync();
        (await rig.GetAsync(null, path)).Refuses(404, "niet-gevonden");
    }

    [Fact]
    [Requirement("G2")]
    public async Task A_party_s_officer_reads_its_own_register_and_no_other_party_s()
    {
        await using var rig = await Rig.StartAsync();
        var own = (await rig.GetAsync(SyntheticPeople.ReceivingDpo(rig.Kasterlee), "/register/verwerkingen")).Is(200).Json;
        Assert.Equal("ocmw-kasterlee", own.GetProperty("partij").GetString());
        Assert.Equal("kasterlee-2025", Assert.Single(own.GetProperty("verwerkingen").EnumerateArray().ToList()).GetProperty("protocol").GetString());
        Assert.Equal(3, (await rig.GetAsync(SyntheticPeople.SendingDpo, "/register/verwerkingen")).Is(200).Json.GetProperty("verwerkingen").GetArrayLength());
        (await rig.GetAsync(rig.Worker, "/register/verwerkingen")).Refuses(403, "niet-bevoegd");
        (await rig.GetAsync(SyntheticPeople.Operator, "/register/verwerkingen")).Refuses(403, "niet-bevoegd");
        (await rig.GetAsync(null, "/register/verwerkingen")).Refuses(401, "niet-aangemeld");
    }

    [Fact]
    [Requirement("G14", "W21")]
    public async Task The_operator_reads_its_whole_register_and_a_party_its_own_part()
    {
        await using var rig = await Rig.StartAsync();
        Assert.Equal(9, (await rig.GetAsync(SyntheticPeople.Operator, "/register/verwerker")).Is(200).Json.GetProperty("verwerkingen").GetArrayLength());
        var part = (await rig.GetAsync(SyntheticPeople.ReceivingDpo(rig.Mechelen), "/register/verwerker")).Is(200);
        Assert.Equal(1, part.Json.GetProperty("verwerkingen").GetArrayLength());
        Assert.DoesNotContain("Kasterlee", part.Text, StringComparison.Ordinal);
        (await rig.GetAsync(rig.Team, "/register/verwerker")).Refuses(403, "niet-bevoegd");
    }

    [Fact]
    public async Task A_register_comes_as_a_spreadsheet_too_and_in_no_third_form()
    {
        await using var rig = await Rig.StartAsync();
        var sheet = (await rig.GetAsync(SyntheticPeople.SendingDpo, "/register/verwerkingen?vorm=csv")).Is(200);
        Assert.Equal("text/csv", sheet.MediaType);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), sheet.Raw[..3]);
        Assert.StartsWith("protocol;versie;status;art. 30.1.a ", sheet.Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        (await rig.GetAsync(SyntheticPeople.SendingDpo, "/register/verwerkingen?vorm=pdf")).Refuses(400, "onbekende-parameter");
        (await rig.GetAsync(SyntheticPeople.SendingDpo, "/register/verwerkingen?vorm=csv&vorm=json")).Refuses(400, "onbekende-parameter");
        (await rig.GetAsync(null, "/protocollen?taal=fr")).Refuses(400, "onbekende-parameter");
    }
}
