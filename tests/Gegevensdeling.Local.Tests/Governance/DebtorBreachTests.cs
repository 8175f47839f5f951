using System.Text.Json;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Debtors;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>A breach under the debtor protocol (art. 9, X11): either side opens it, both officers and their deputies hear it, and its extent counts deliveries and versions of the list.</summary>
public sealed class DebtorBreachTests
{
    private static readonly string[] Officers = ["dpo-plaatsvervanger@maldegem.example", "dpo-plaatsvervanger@ocmw-maldegem.example", "dpo@maldegem.example", "dpo@ocmw-maldegem.example"];

    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 5).Select(Person.Of)];

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
            Assert.Equal(Officers, About(breach).Select(mail => mail.To).Distinct().Order(StringComparer.Ordinal));
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

    /// <summary>The list and a month hold nothing themselves: what counts is what was delivered and what stood in the list, in rows, also once it is erased.</summary>
    [Fact]
    [Requirement("G18", "D15")]
    public async Task The_extent_counts_deliveries_and_versions_in_rows_and_never_the_list_or_a_month_as_such()
    {
        await using var rig = await StartAsync();
        var (office, maldegem) = (new MaldegemOffice(rig), await Maldegem.OpenAsync(rig));
        var empty = await ExtentAsync(rig, office, await ReportAsync(rig, office.Worker));
        Assert.Equal((0, 0), (Of(empty, "uitwisselingen"), Of(empty, "personenMinstens")));

        await maldegem.ReleasedAsync(Everybody[..4], Everybody[1..3]);
        await maldegem.RowsAsync();
        (await maldegem.OfListAsync(maldegem.Worker, "vermelding", new { rijksregisternummer = Everybody[1].Number, reden = "geen-oplossing-gewenst" })).Is(204);
        var breach = await ReportAsync(rig, office.DebtTeam);
        var extent = await ExtentAsync(rig, office, breach);
        Assert.Equal((3, 1, 2, 4), (Of(extent, "uitwisselingen"), Of(extent, "nogBewaard"), Of(extent, "gewist"), Of(extent, "personenMinstens")));
        Assert.False(extent.TryGetProperty("personenHoogstens", out var most) && most.ValueKind != JsonValueKind.Null);
        Assert.Equal(["debiteurenkopie 3 8 0"], extent.GetProperty("bestanden").EnumerateArray().Select(one => $"{one.GetProperty("soort").GetString()} {Of(one, "aantal")} {Of(one, "rijen")} {Of(one, "nietGeteld")}"));
        Assert.Contains(extent.GetProperty("toegangen").EnumerateArray(), access =>
            access.GetProperty("handeling").GetString() == "geopend" && access.GetProperty("partij").GetString() == "ocmw-maldegem" && access.GetProperty("functie").GetString() == "maatschappelijk-werker");
        Assert.All(Everybody, person => Assert.DoesNotContain(person.Number, extent.GetRawText(), StringComparison.Ordinal));
        foreach (var dpo in new[] { office.TownDpo, office.Dpo })
        {
            var draft = (await rig.GetAsync(dpo, $"/gegevenslekken/{breach}/ontwerp-toezichthouder")).Is(200).Text;
            Assert.Contains("mensen met een schuld aan de gemeente, en wie van hen cliënt is van het OCMW", draft, StringComparison.Ordinal);
            Assert.Contains("debiteurenkopie: 3 bestanden, aantal rijen 8. Een rij is één persoon", draft, StringComparison.Ordinal);
            Assert.Contains("(1 nog bewaard, 2 intussen gewist)", draft, StringComparison.Ordinal); // both sides know of the list
        }
    }

    [Fact]
    [Requirement("G18")]
    public async Task A_breach_of_the_list_reaches_what_it_held_and_one_of_a_month_what_existed_in_that_month()
    {
        await using var rig = await StartAsync();
        var (office, maldegem) = (new MaldegemOffice(rig), await Maldegem.OpenAsync(rig));
        var march = maldegem.Month;
        await maldegem.ReleasedAsync(Everybody[..4], Everybody[1..3]);
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        await maldegem.ReleasedAsync(Everybody, Everybody[1..3]);
        Assert.Equal((4, 5), await AboutAsync(maldegem.List)); // in March a delivery of four and a version, in April of five and another
        Assert.Equal((2, 4), await AboutAsync(march));
        var version = (await maldegem.HeadsAsync()).Single(head => head is { Kind: "debiteurenkopie", ErasedAt: null });
        Assert.Equal((1, 2), await AboutAsync(version.Id));

        async Task<(int, int)> AboutAsync(ExchangeId exchange)
        {
            var extent = await ExtentAsync(rig, office, await ReportAsync(rig, office.Worker, exchange.Value));
            return (Of(extent, "uitwisselingen"), Of(extent, "personenMinstens"));
        }
    }

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
