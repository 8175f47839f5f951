using System.Text.Json;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>A breach under the debtor protocol (art. 9, X11): either side opens it, both officers and their deputies hear it, and its extent counts deliveries and versions of the list.</summary>
public sealed class DebtorBreachTests
{
    private static readonly string[] Everybody = ["dpo-plaatsvervanger@maldegem.example", "dpo-plaatsvervanger@ocmw-maldegem.example", "dpo@maldegem.example", "dpo@ocmw-maldegem.example"];

    private Postbox? post;

    [Fact]
    [Requirement("G18", "X11", "W2")]
    public async Task Either_side_and_the_operator_open_it_and_both_officers_and_deputies_hear_it_where_the_text_names_no_contact()
    {
        await using var rig = await StartAsync();
        var office = new MaldegemOffice(rig);
        Assert.All(office.Protocol.Contacts, contacts => Assert.Null(contacts.Breach));
        foreach (var who in new[] { office.DebtTeam, office.TownDpo, office.Worker, office.Head, SyntheticPeople.Operator })
        {
            var breach = await ReportAsync(rig, who);
            Assert.Equal(Everybody, About(breach).Select(mail => mail.To).Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    [Requirement("G18", "X11")]
    public async Task Each_controller_has_its_own_clock_and_one_does_not_close_what_the_other_still_decides()
    {
        await using var rig = await StartAsync();
        var office = new MaldegemOffice(rig);
        var breach = await ReportAsync(rig, office.Worker);
        var clocks = (await rig.GetAsync(office.TownDpo, $"/gegevenslekken/{breach}")).Is(200).Json.GetProperty("termijnen").EnumerateArray().ToList();
        Assert.Equal(["gemeente-maldegem", "ocmw-maldegem"], clocks.Select(clock => clock.GetProperty("partij").GetString()).Order(StringComparer.Ordinal));
        await rig.TurnAsync(TimeSpan.FromHours(73));
        Assert.Equal(4, About(breach).Count(mail => mail.Subject.Contains("de 72 uur zijn voorbij", StringComparison.Ordinal)));
        (await rig.PostAsync(office.Dpo, $"/gegevenslekken/{breach}/geen-inbreuk", new { reden = "geen-inbreuk" })).Is(204);
        Assert.Equal("in-behandeling", (await rig.GetAsync(office.Dpo, $"/gegevenslekken/{breach}")).Is(200).Json.GetProperty("toestand").GetString());
        (await rig.PostAsync(office.TownDpo, $"/gegevenslekken/{breach}/geen-inbreuk", new { reden = "geen-inbreuk" })).Is(204);
        Assert.Equal("geen-inbreuk", (await rig.GetAsync(office.Dpo, $"/gegevenslekken/{breach}")).Is(200).Json.GetProperty("toestand").GetString());
    }

    /// <summary>The list and a month hold nothing themselves: what counts is what was delivered and what stood in the list.</summary>
    [Fact]
    [Requirement("G18", "D15")]
    public async Task The_extent_counts_deliveries_and_versions_and_never_the_list_or_a_month_as_such()
    {
        await using var rig = await StartAsync();
        var (office, register) = (new MaldegemOffice(rig), new MaldegemRegister(rig));
        await register.AddListAsync();
        var empty = await ExtentAsync(rig, office, await ReportAsync(rig, office.Worker));
        Assert.Equal((0, 0), (Of(empty, "uitwisselingen"), Of(empty, "personenMinstens")));

        await register.AddMonthAsync();
        var delivery = await register.AddAsync("LV-0000-0000-0001", "debiteurenlevering");
        await register.AddVersionAsync(1);
        await rig.TurnAsync(TimeSpan.FromDays(1));
        await register.EndAsync(delivery);
        await register.AddVersionAsync(2);
        await SawAsync(rig, office, MaldegemRegister.List, AuditAction.FileFetched);
        var extent = await ExtentAsync(rig, office, await ReportAsync(rig, office.DebtTeam), "?van=2026-03-02&tot=2026-03-03");
        Assert.Equal((3, 2, 1), (Of(extent, "uitwisselingen"), Of(extent, "nogBewaard"), Of(extent, "gewist")));
        Assert.False(extent.TryGetProperty("personenHoogstens", out var most) && most.ValueKind != JsonValueKind.Null);
        Assert.Equal(["debiteurenlevering 1", "debiteurenlijstversie 2"], extent.GetProperty("bestanden").EnumerateArray().Select(one => $"{one.GetProperty("soort").GetString()} {one.GetProperty("aantal").GetInt32()}"));
        var access = Assert.Single(extent.GetProperty("toegangen").EnumerateArray());
        Assert.Equal(("ocmw-maldegem", "maatschappelijk-werker", 1), (access.GetProperty("partij").GetString(), access.GetProperty("functie").GetString(), access.GetProperty("aantal").GetInt32()));
    }

    [Fact]
    [Requirement("G18")]
    public async Task A_breach_of_the_list_reaches_what_it_held_and_one_of_a_month_what_existed_in_that_month()
    {
        await using var rig = await StartAsync();
        var (office, register) = (new MaldegemOffice(rig), new MaldegemRegister(rig));
        await register.AddListAsync();
        await register.AddMonthAsync();
        await register.EndAsync(await register.AddAsync("LV-0000-0000-0001", "debiteurenlevering"));
        await register.EndAsync(await register.AddVersionAsync(1));
        await register.AddVersionAsync(2);
        await rig.TurnAsync(TimeSpan.FromDays(29));
        await register.EndAsync(MaldegemRegister.Month);
        await rig.TurnAsync(TimeSpan.FromDays(2));
        await register.AddVersionAsync(3);
        Assert.Equal(4, Of(await ExtentAsync(rig, office, await ReportAsync(rig, office.Worker, MaldegemRegister.List.Value)), "uitwisselingen"));
        Assert.Equal(3, Of(await ExtentAsync(rig, office, await ReportAsync(rig, office.Worker, MaldegemRegister.Month.Value)), "uitwisselingen"));
        var one = await ReportAsync(rig, office.Worker, "DV-0000-0000-0003");
        Assert.Equal(1, Of(await ExtentAsync(rig, office, one), "uitwisselingen"));
        foreach (var dpo in new[] { office.TownDpo, office.Dpo })
        {
            var draft = (await rig.GetAsync(dpo, $"/gegevenslekken/{one}/ontwerp-toezichthouder")).Is(200).Text;
            Assert.Contains("mensen met een schuld aan de gemeente, en wie van hen cliënt is van het OCMW", draft, StringComparison.Ordinal);
            Assert.Contains("debiteurenlijstversie: 1 bestand, aantal rijen 0 (1 niet geteld). Een rij is één persoon", draft, StringComparison.Ordinal);
            Assert.Contains("(1 nog bewaard, 0 intussen gewist)", draft, StringComparison.Ordinal); // both sides know of the list
        }
    }

    private static async Task SawAsync(Rig rig, MaldegemOffice office, ExchangeId exchange, AuditAction action) => await rig.Host.Law.Ports.Audit.AppendAsync(
        new AuditEvent(
            rig.Clock.GetUtcNow(), office.Protocol.Id, office.Protocol.Version, exchange, new ActedBy(office.Worker.Party, Role.SocialWorker.Word(), new("m-2026-a")), action, "preventieve-hulp", "art. 4",
            AuditOutcome.Ok, AuditEvent.NewCorrelation(), "proef"),
        Rig.Cancelled);

    private static async Task<string> ReportAsync(Rig rig, Caller who, string? reference = null)
    {
        var body = new Dictionary<string, object> { ["opgemerkt"] = rig.Clock.GetUtcNow(), ["soort"] = "onbevoegde-inzage", ["duurtVoort"] = false, ["wijze"] = "toepassing" };
        if (reference is not null)
            body["verwijzing"] = reference;
        return (await rig.PostAsync(who, $"{MaldegemOffice.Path}/gegevenslekken", body)).Is(201).Json.GetProperty("dossier").GetString()!;
    }

    private static async Task<JsonElement> ExtentAsync(Rig rig, MaldegemOffice office, string breach, string days = "") => (await rig.GetAsync(office.TownDpo, $"/gegevenslekken/{breach}/omvang{days}")).Is(200).Json;

    private static int Of(JsonElement extent, string member) => extent.GetProperty(member).GetInt32();

    private async Task<Rig> StartAsync() => await Rig.StartAsync(between: ports => ports with { Outbox = post = new(ports.Outbox) });

    private IEnumerable<Gegevensdeling.Stores.OutboundMessage> About(string dossier) => post!.Sent.Where(mail => mail.Exchange.Value == dossier);
}
