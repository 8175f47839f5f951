using System.Text.Json;
using System.Text.RegularExpressions;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.Local.Tests.Commands;
using Gegevensdeling.Local.Tests.Debtors;
using Gegevensdeling.Local.Tests.Groeipakket;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Proofs;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Chains;

/// <summary>F9, D17: the events of a party's own protocols, as it may see them, in the shapes of two registers.</summary>
[Requirement("F9", "D17")]
public sealed partial class AuditExportTests
{
    private const string Mechelen = "/protocollen/mechelen-2024/audituitvoer";

    [Fact]
    public async Task The_receiver_takes_out_what_happened_on_both_sides_line_by_line()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await Pack.ReferAsync(rig, 720, Pack.NoHelp);
        var answer = (await rig.GetAsync(SyntheticPeople.ReceivingDpo(rig.Mechelen), Mechelen)).Is(200);
        Assert.Equal("application/jsonl", answer.MediaType);
        var names = Lines(answer).Where(line => Attribute(line, "dpl.core.data_subject_id") == exchange.Value).Select(line => line.GetProperty("name").GetString()).ToList();
        foreach (var word in new[] { "aangemaakt", "verzegeld", "verzonden", "genomen", "sleutel-gevraagd", "sleutel-getoond", "sleutel-overgedragen", "geopend", "contact-vastgelegd", "uitkomst-vastgelegd", "gewist" })
            Assert.Contains(word, names);
        Assert.Contains(Lines(answer), line => line.GetProperty("name").GetString() == "audit-uitgevoerd"); // that it was asked for stands there too

        var registrations = Lines((await rig.GetAsync(SyntheticPeople.ReceivingDpo(rig.Mechelen), $"{Mechelen}?vorm=auditregister&maand=2026-03")).Is(200));
        Assert.Contains(registrations, line => line.TryGetProperty("overWie", out var about) && about.GetString() == exchange.Value && line.GetProperty("wat").GetProperty("handeling").GetString() == "geopend");
        Assert.Empty((await rig.GetAsync(SyntheticPeople.ReceivingDpo(rig.Mechelen), $"{Mechelen}?maand=2019-01")).Is(200).Raw);
    }

    [Fact]
    [Requirement("W12", "R13")]
    public async Task The_export_of_opgroeien_is_the_same_whatever_became_of_an_opened_referral()
    {
        (string Name, Func<Rig, ExchangeId, Task> End)[] courses =
        [
            ("live", (_, _) => Task.CompletedTask),
            ("contacted", async (rig, exchange) => (await rig.DoAsync(rig.Worker, exchange, "contact", new { wijze = "telefoon" })).Is(204)),
            ("client file", (rig, exchange) => EndAsync(rig, exchange, Pack.ClientFile)),
            ("no help", (rig, exchange) => EndAsync(rig, exchange, Pack.NoHelp)),
            ("withdrawn at the OCMW", async (rig, exchange) => (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204)),
            ("objection at the OCMW", async (rig, exchange) => (await rig.DoAsync(rig.Worker, exchange, "bezwaar", Api.Samples.BodyOf("bezwaar"))).Is(201)),
        ];
        string? first = null;
        foreach (var (name, end) in courses)
        {
            await using var rig = await Rig.StartAsync();
            var exchange = await Pack.ReferAsync(rig, 721);
            await end(rig, exchange);
            await rig.SweepAsync();
            var seen = "";
            foreach (var form in new[] { "logboek", "auditregister" })
                seen += Ids().Replace((await rig.GetAsync(SyntheticPeople.SendingDpo, $"{Mechelen}?vorm={form}")).Is(200).Text.Replace(exchange.Value, "VERWIJZING", StringComparison.Ordinal), "ID");
            first ??= seen;
            Assert.True(first == seen, $"{name}: the export tells it from {courses[0].Name}:\n{seen}\n---\n{first}");
        }

        foreach (var word in new[] { "contact", "uitkomst-vastgelegd", "gewist", "clientdossier", "genomen", "geopend", "ontvangst", "herinnerd", "ingetrokken" })
            Assert.DoesNotContain(word, first!, StringComparison.Ordinal);
        foreach (var word in new[] { "\"aangemaakt\"", "\"verzegeld\"", "\"verzonden\"", "\"sleutel-getoond\"" })
            Assert.Contains(word, first!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_out_what_is_not_of_an_own_protocol_and_nobody_but_an_officer_takes_out_anything()
    {
        await using var rig = await Rig.StartAsync();
        await Pack.ReferAsync(rig, 722, Pack.NoHelp);
        (await rig.GetAsync(SyntheticPeople.ReceivingDpo(rig.Kasterlee), Mechelen)).Refuses(404, "niet-gevonden");
        (await rig.GetAsync(rig.Worker, Mechelen)).Refuses(403, "niet-bevoegd");
        (await rig.GetAsync(SyntheticPeople.Operator, Mechelen)).Refuses(403, "niet-bevoegd");
        (await rig.GetAsync(SyntheticPeople.SendingDpo, $"{Mechelen}?vorm=keten")).Refuses(400, "vorm-onbekend");
        (await rig.GetAsync(SyntheticPeople.SendingDpo, $"{Mechelen}?maand=13")).Refuses(400, "maand-onjuist");
        (await rig.GetAsync(SyntheticPeople.SendingDpo, "/protocollen/geen-protocol/auditkoppen")).Refuses(404, "niet-gevonden");
    }

    /// <summary>A member of the team with several protocols is refused before it is known under which: that belongs to no protocol's chain, and to nobody else.</summary>
    [Fact]
    public async Task What_belongs_to_no_protocol_a_party_takes_out_of_its_own_staff_alone()
    {
        await using var rig = await Rig.StartAsync();
        (await rig.PostAsync(rig.Team, "/doorverwijzingen", new { protocol = "mechelen-2024", rijksregisternummer = "85073003328" }, Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Sender))).Is(422);
        var own = Lines((await rig.GetAsync(SyntheticPeople.SendingDpo, "/protocollen/geen-protocol/audituitvoer")).Is(200));
        Assert.Contains(own, line => line.GetProperty("name").GetString() == "aangemaakt" && line.GetProperty("status_code").GetString() == "STATUS_CODE_UNSET");
        Assert.All(own, line => Assert.Equal("opgroeien-regie", Attribute(line, "dpl.gegevensdeling.partij")));
        var others = Lines((await rig.GetAsync(SyntheticPeople.ReceivingDpo(rig.Mechelen), "/protocollen/geen-protocol/audituitvoer")).Is(200));
        Assert.DoesNotContain(others, line => Attribute(line, "dpl.gegevensdeling.partij") == "opgroeien-regie");
    }

    [Fact]
    public async Task Of_a_groeipakket_request_both_sides_see_what_happened_and_the_city_nothing_of_the_answer()
    {
        await using var rig = await Rig.StartAsync();
        var over = await (await LiveCase.StartAsync(rig)).EndAsync();
        var month = over.Rig.Clock.GetUtcNow().ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        async Task<IReadOnlyList<string>> AboutAsync(Caller who, string reference) =>
        [
            .. Lines((await rig.GetAsync(who, $"/protocollen/{over.Turnhout.Protocol.Id}/audituitvoer?maand={month}")).Is(200))
                .Where(line => Attribute(line, "dpl.core.data_subject_id") == reference).Select(line => line.GetProperty("name").GetString()!),
        ];
        foreach (var who in new[] { over.Turnhout.TeamDpo, over.Turnhout.ServiceDpo })
        {
            Assert.Contains("verzegeld", await AboutAsync(who, over.Answer));
            Assert.Contains("geopend", await AboutAsync(who, over.Answer));
            Assert.Contains("gewist", await AboutAsync(who, over.Answer));
        }

        Assert.Empty(await AboutAsync(SyntheticPeople.CityDpo(over.Turnhout.Protocol), over.Answer));
    }

    [Fact]
    [Requirement("F11", "F2")]
    public async Task Of_a_debtor_month_each_side_sees_its_own_acts_and_all_that_the_system_did()
    {
        await using var rig = await Rig.StartAsync();
        var on = await DebtorCase.StartAsync(rig);
        var (maldegem, month) = (on.Maldegem, on.Maldegem.MonthNow);
        async Task<IReadOnlyList<(string Name, string? Party)>> AboutAsync(Caller who, string reference) =>
        [
            .. Lines((await rig.GetAsync(who, $"/protocollen/{maldegem.Protocol.Id}/audituitvoer?maand={month}")).Is(200))
                .Where(line => Attribute(line, "dpl.core.data_subject_id") == reference)
                .Select(line => (line.GetProperty("name").GetString()!, Attribute(line, "dpl.gegevensdeling.partij"))),
        ];
        foreach (var (who, other) in new[] { (maldegem.TownDpo, maldegem.Dpo.Party), (maldegem.Dpo, maldegem.Town.Party) })
        {
            Assert.Contains(("gewist", SystemActor.Value.Party.Value), await AboutAsync(who, on.Delivery)); // D5: compared, so gone
            foreach (var reference in new[] { on.Month, on.List, on.Delivery })
                Assert.DoesNotContain(await AboutAsync(who, reference), line => line.Party == other.Value && line.Name is not ("verzegeld" or "verzonden")); // that something left and arrived both know
        }

        Assert.Contains(("geopend", maldegem.Worker.Party.Value), await AboutAsync(maldegem.Dpo, on.List));
    }

    [Fact]
    [Requirement("F10", "W23")]
    public async Task No_export_holds_a_person_or_the_name_of_a_member_of_staff_and_the_command_writes_the_same_lines()
    {
        await using var rig = await Rig.StartAsync();
        await Pack.ReferAsync(rig, 723, Pack.ClientFile);
        var dpo = SyntheticPeople.ReceivingDpo(rig.Mechelen);
        string[] words = [.. Client.Of(723).Words, .. new[] { rig.Team, rig.Worker, rig.Head, dpo, SyntheticPeople.SendingDpo }.SelectMany(who => new[] { who.Name, who.Mail!, who.Subject })];
        var answer = (await rig.GetAsync(dpo, Mechelen)).Is(200).Text;
        using var terminal = new Terminal();
        foreach (var form in new[] { "logboek", "auditregister", "keten" })
        {
            Assert.Equal(0, await terminal.RunAsync(
                "audit", "uitvoer", "--data", rig.Root, "--protocollen", Rig.CommittedProtocols(), "--protocol", "mechelen-2024", "--maand", "2026-03", "--vorm", form));
            Assert.Empty(new Haystack(words).Bytes(form, System.Text.Encoding.UTF8.GetBytes(terminal.Output)).Found);
            Assert.NotEmpty(terminal.Output);
        }

        Assert.Equal(0, await terminal.RunAsync(
            "audit", "uitvoer", "--data", rig.Root, "--protocollen", Rig.CommittedProtocols(), "--protocol", "mechelen-2024", "--maand", "2026-03", "--partij", "ocmw-mechelen"));
        Assert.StartsWith(answer, terminal.Output, StringComparison.Ordinal);
    }

    private static async Task EndAsync(Rig rig, ExchangeId exchange, object outcome)
    {
        (await rig.DoAsync(rig.Worker, exchange, "contact", new { wijze = "telefoon" })).Is(204);
        (await rig.DoAsync(rig.Worker, exchange, "uitkomst", outcome)).Is(204);
    }

    private static IReadOnlyList<JsonElement> Lines(Answer answer) =>
        [.. answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private static string? Attribute(JsonElement line, string key) =>
        line.GetProperty("attributes").EnumerateArray().Where(one => one.GetProperty("key").GetString() == key).Select(one => one.GetProperty("value").GetString()).SingleOrDefault();

    /// <summary>References, hashes and staff: random, and the sender's own to know.</summary>
    [GeneratedRegex("[0-9a-f]{64}|[0-9a-f]{32}|\"[0-9a-f]{16}\"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|m-[0-9a-zA-Z-]+")]
    private static partial Regex Ids();
}
