using System.Text.Json.Nodes;
using Gegevensdeling.Api.Hosting;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Commands;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>A new municipality is a new file: the template, its open points filled in, and a family referred. No code.</summary>
public sealed class NewMunicipalityTests
{
    private const string Id = "voorbeeldegem-2027";

    private static readonly DateTimeOffset AfterStart = new(2027, 2, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    [Requirement("F5")]
    public async Task The_template_without_its_comments_is_a_protocol_that_shows_its_open_points_and_no_other()
    {
        using var folder = new ProtocolCopy();
        await PutTemplateAsync(folder);
        using var terminal = new Terminal();
        Assert.Equal(1, await terminal.RunAsync("lint", Path.Combine(folder.Path, $"{Id}.json")));
        Assert.Equal(
            [
                "advies-zonder-datum (opgroeien-regie)", "advies-zonder-datum (ocmw-voorbeeldegem)", "handtekening-ontbreekt (opgroeien-regie)", "handtekening-ontbreekt (ocmw-voorbeeldegem)",
                "bekendmaking-ontbreekt (opgroeien-regie)", "bekendmaking-ontbreekt (ocmw-voorbeeldegem)", "contact-gegevenslek-ontbreekt (ocmw-voorbeeldegem)",
            ],
            ProtocolFolder.Load(folder.Path).FindingsOf(new(Id)).Select(finding => $"{finding.Code} ({finding.Subject})"));
    }

    [Fact]
    [Requirement("F5", "G1", "W7")]
    public async Task Filled_in_it_lints_clean_and_a_family_is_referred_under_it()
    {
        using var folder = new ProtocolCopy();
        await PutTemplateAsync(folder);
        folder.Change(Id, FillIn);
        using var terminal = new Terminal();
        Assert.Equal(0, await terminal.RunAsync("lint", Path.Combine(folder.Path, $"{Id}.json")));
        Assert.EndsWith("in orde\n", terminal.Output, StringComparison.Ordinal);

        await using var rig = await Rig.StartAsync(AfterStart, folder.Path);
        var protocol = rig.Host.Law.Protocols.Find(new(Id))!;
        var body = Referrals.Body(Client.Any, Id, "9999").With("toestemming.op", "2027-01-29");
        var reference = (await rig.CreateAsync(body)).Is(201).Json.GetProperty("verwijzing").GetString()!;

        var worker = SyntheticPeople.SocialWorker(protocol);
        Assert.Contains(reference, (await rig.GetAsync(worker, "/doorverwijzingen")).Is(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(reference, (await rig.GetAsync(rig.Worker, "/doorverwijzingen")).Is(200).Text, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(rig.Root, "berichten", reference)));
    }

    /// <summary>The open points do not stop the host: they keep this one protocol from being in force.</summary>
    [Fact]
    [Requirement("F5", "G1")]
    public async Task With_its_open_points_the_host_starts_and_refuses_only_this_protocol()
    {
        using var folder = new ProtocolCopy();
        await PutTemplateAsync(folder);
        await using var rig = await Rig.StartAsync(AfterStart, folder.Path);
        (await rig.CreateAsync(Referrals.Body(Client.Any, Id, "9999").With("toestemming.op", "2027-01-29"))).Refuses(422, "handtekening-ontbreekt");
        (await rig.CreateAsync(Referrals.Body(Client.Any).With("toestemming.op", "2027-01-29"))).Is(201);
    }

    [Fact]
    public async Task Every_member_of_the_template_is_explained_where_it_first_stands()
    {
        var lines = await File.ReadAllLinesAsync(TemplatePath, Rig.Cancelled);
        var seen = new HashSet<string>(StringComparer.Ordinal) { "reden" };
        var bare = lines.Index().Where(line => line.Item.TrimStart().StartsWith('"') && line.Item.Contains("\": ", StringComparison.Ordinal)
            && seen.Add(line.Item.TrimStart().Split('"')[1]) && !lines[line.Index - 1].TrimStart().StartsWith("//", StringComparison.Ordinal));
        Assert.Empty(bare.Select(line => line.Item));
        Assert.Equal(4, lines.Count(line => line.Contains("OPEN PUNT.", StringComparison.Ordinal)));
    }

    private static string TemplatePath => Path.Combine(Rig.CommittedProtocols(), "sjabloon", "nieuwe-gemeente.jsonc");

    private static async Task PutTemplateAsync(ProtocolCopy folder) =>
        await File.WriteAllTextAsync(Path.Combine(folder.Path, $"{Id}.json"), await TemplateAsync(), Rig.Cancelled);

    /// <summary>What <c>grep -v '^ *//'</c> leaves.</summary>
    private static async Task<string> TemplateAsync() =>
        string.Join('\n', (await File.ReadAllLinesAsync(TemplatePath, Rig.Cancelled)).Where(line => !line.TrimStart(' ').StartsWith("//", StringComparison.Ordinal)));

    private static void FillIn(JsonNode protocol)
    {
        foreach (var advice in protocol["adviezen"]!.AsArray())
            advice!["datum"] = "2026-11-30";
        protocol["contactpunten"]![1]!["gegevenslek"] = new JsonObject { ["e-mail"] = "privacy@ocmw-voorbeeldegem.example", ["bron"] = "art. 9" };
        foreach (var party in protocol["partijen"]!.AsArray())
        {
            protocol["bekendmakingen"]!.AsArray().Add(new JsonObject { ["partij"] = (string?)party!["id"], ["url"] = "https://protocollen.voorbeeldegem.example", ["datum"] = "2027-01-01", ["bron"] = "D" });
            foreach (var who in party["vertegenwoordigers"]!.AsArray())
            {
                protocol["ondertekening"]!["handtekeningen"]!.AsArray().Add(new JsonObject
                {
                    ["partij"] = (string?)party["id"], ["naam"] = (string?)who!["naam"], ["functie"] = (string?)who["functie"],
                    ["mandaat"] = "Vertegenwoordiger volgens het protocol.", ["datum"] = "2026-12-15", ["vorm"] = "digitaal", ["bron"] = "ondertekening",
                });
            }
        }
    }
}
