using System.Text.Json;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>A breach from the report to the register, over HTTP, with a clock that is turned.</summary>
public sealed class BreachTests
{
    private static readonly Caller SendingDpo = SyntheticPeople.SendingDpo;

    [Fact]
    [Requirement("G18", "W2", "W5")]
    public async Task A_social_worker_reports_both_officers_hear_it_handle_it_together_and_close_it()
    {
        var post = new Post();
        await using var rig = await Rig.StartAsync(between: post.Between);
        var dpo = SyntheticPeople.ReceivingDpo(rig.Mechelen);
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        var breach = await ReportAsync(rig, rig.Worker, new { opgemerkt = rig.Clock.GetUtcNow(), soort = "onbevoegde-inzage", verwijzing = exchange.Value, duurtVoort = true, wijze = "telefoon" });

        Assert.Equal(
            ["dpo-plaatsvervanger@ocmw-mechelen.example", "dpo-plaatsvervanger@opgroeien.example", "dpo@opgroeien.be", "privacy@mechelen.be"],
            post.To(breach).Order(StringComparer.Ordinal));
        await rig.TurnAsync(TimeSpan.FromHours(5));
        Assert.Equal(4, post.About(breach, "nog niet gelezen"));
        await DoAsync(rig, dpo, breach, "kennisname");
        await DoAsync(rig, SendingDpo, breach, "kennisname");
        await DoAsync(rig, dpo, breach, "overleg", new
        {
            op = rig.Clock.GetUtcNow(), beslissingen = new[] { "maatregelen-nemen", "schorsing-vragen" }, kenmerk = "verslag 2026-3",
            deelnemers = new[] { new { partij = "ocmw-mechelen", mandaat = "dpo" }, new { partij = "opgroeien-regie", mandaat = "plaatsvervangend-dpo" } },
        });
        Assert.Equal(1, post.About(breach, "schorsing aangeraden"));
        await DoAsync(rig, dpo, breach, "risico", new { aard = new[] { "vertrouwelijkheid" }, gevoeligheid = "contactgegevens", kans = "waarschijnlijk", gevolg = "ernstig" });
        await DoAsync(rig, dpo, breach, "maatregelen", new { maatregelen = new[] { "inbreuk-gestopt", "toegang-ingetrokken" }, kenmerk = "nota 9" });
        (await PostAsync(rig, dpo, breach, "afsluiting")).Refuses(422, "beslissing-ontbreekt");
        await DoAsync(rig, dpo, breach, "toezichthouder", new { toezichthouder = "vlaamse-toezichtcommissie", op = rig.Clock.GetUtcNow(), kenmerk = "melding 7" });
        await DoAsync(rig, SendingDpo, breach, "niet-te-melden", new { reden = "andere-verantwoordelijke" });
        await DoAsync(rig, dpo, breach, "betrokkenen", new { inlichten = true, kenmerk = "brief 12" });
        await rig.TurnAsync(TimeSpan.FromDays(5));
        Assert.Equal(0, post.About(breach, "nog ") + post.About(breach, "voorbij") - 4); // only the four reminders of before
        await DoAsync(rig, dpo, breach, "afsluiting");
        Assert.Equal("in-behandeling", (await ReadAsync(rig, dpo, breach)).GetProperty("toestand").GetString());
        await DoAsync(rig, SendingDpo, breach, "afsluiting");

        var known = (await rig.GetAsync(SendingDpo, "/protocollen/mechelen-2024/gegevenslekken")).Is(200).Json.GetProperty("inbreuken")[0];
        Assert.Equal(("afgesloten", "hoog-risico", "onbevoegde-inzage", exchange.Value), (
            known.GetProperty("toestand").GetString(), known.GetProperty("risico").GetProperty("uitkomst").GetString(), known.GetProperty("soort").GetString(), known.GetProperty("verwijzing").GetString()));
        Assert.All(known.GetProperty("termijnen").EnumerateArray(), clock => Assert.False(clock.GetProperty("overschreden").GetBoolean()));
        (await PostAsync(rig, dpo, breach, "kennisname")).Refuses(409, "al-afgesloten");
        Assert.Equal(2, post.About(breach, "afgesloten"));
    }

    [Fact]
    [Requirement("G18", "W21", "W2")]
    public async Task The_operator_reports_as_a_processor_of_a_protocol_whose_officer_is_a_service_and_both_clocks_run_out()
    {
        var post = new Post();
        await using var rig = await Rig.StartAsync(between: post.Between);
        Assert.Equal(MandateHolder.Service, rig.Kasterlee.Party(rig.Kasterlee.Receiver).DataProtectionOfficer.Holder);
        var answer = (await rig.PostAsync(SyntheticPeople.Operator, "/protocollen/kasterlee-2025/gegevenslekken", Form(rig))).Is(201);
        var breach = answer.Json.GetProperty("dossier").GetString()!;
        (await rig.GetAsync(SyntheticPeople.Operator, $"/gegevenslekken/{breach}")).Refuses(403, "niet-bevoegd");
        (await rig.GetAsync(SyntheticPeople.Operator, "/protocollen/kasterlee-2025/gegevenslekken")).Refuses(403, "niet-bevoegd");
        Assert.Contains("Kris.Proost@iok.be", post.To(breach));
        await rig.TurnAsync(TimeSpan.FromHours(73));
        var clocks = (await ReadAsync(rig, SyntheticPeople.ReceivingDpo(rig.Kasterlee), breach)).GetProperty("termijnen").EnumerateArray().ToList();
        Assert.All(clocks, clock => Assert.True(clock.GetProperty("overschreden").GetBoolean()));
        Assert.All(clocks, clock => Assert.Equal(TimeSpan.FromHours(72), clock.GetProperty("tot").GetDateTimeOffset() - clock.GetProperty("vanaf").GetDateTimeOffset()));
        Assert.Equal((4, 4, 4, 4), (post.About(breach, "nog 48 uur"), post.About(breach, "nog 24 uur"), post.About(breach, "nog 6 uur"), post.About(breach, "de 72 uur zijn voorbij")));
    }

    [Fact]
    [Requirement("G18")]
    public async Task One_dead_address_keeps_nobody_waiting_and_neither_does_it_stop_the_clock()
    {
        var post = new Post { Dead = "privacy@mechelen.be" };
        await using var rig = await Rig.StartAsync(between: post.Between);
        var breach = await ReportAsync(rig, rig.Team, Form(rig));
        Assert.Equal(3, post.To(breach).Count);
        await rig.TurnAsync(TimeSpan.FromHours(25));
        Assert.True(post.About(breach, "nog 48 uur") >= 3);
        post.Dead = null;
        await rig.TurnAsync(TimeSpan.FromMinutes(16));
        Assert.Contains("privacy@mechelen.be", post.To(breach));
    }

    [Fact]
    [Requirement("W7", "G18")]
    public async Task Not_for_us_after_opening_opens_one_dossier_about_that_referral()
    {
        var post = new Post();
        await using var rig = await Rig.StartAsync(between: post.Between);
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "niet-voor-ons", new { reden = "verhuisd" })).Is(204);
        var listed = Assert.Single((await rig.GetAsync(SendingDpo, "/protocollen/mechelen-2024/gegevenslekken")).Is(200).Json.GetProperty("inbreuken").EnumerateArray().ToList());
        var breach = listed.GetProperty("dossier").GetString()!;
        Assert.Equal((exchange.Value, "verkeerde-ontvanger", 4), (listed.GetProperty("verwijzing").GetString(), listed.GetProperty("soort").GetString(), post.About(breach, "beoordeel")));
        Assert.All(listed.GetProperty("termijnen").EnumerateArray(), clock => Assert.Equal(rig.Clock.GetUtcNow(), clock.GetProperty("vanaf").GetDateTimeOffset()));
        await rig.TurnAsync(TimeSpan.FromMinutes(2));
        await rig.Host.Sweep.RunAsync(Rig.Cancelled); // its orchestration starts
        await rig.TurnAsync(TimeSpan.FromHours(5));
        Assert.Equal((4, 4), (post.About(breach, "beoordeel"), post.About(breach, "nog niet gelezen")));
    }

    [Fact]
    [Requirement("W7", "G18")]
    public async Task One_dead_address_keeps_a_referral_that_is_not_for_us_from_nothing()
    {
        var post = new Post { Dead = "privacy@mechelen.be" };
        await using var rig = await Rig.StartAsync(between: post.Between);
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "niet-voor-ons", new { reden = "verhuisd" })).Is(204);
        var breach = Assert.Single((await rig.GetAsync(SendingDpo, "/protocollen/mechelen-2024/gegevenslekken")).Is(200).Json.GetProperty("inbreuken").EnumerateArray().ToList())
            .GetProperty("dossier").GetString()!;
        Assert.Equal(3, post.About(breach, "beoordeel"));
        Assert.True(await rig.IsErasedAsync(exchange));
        await rig.TurnAsync(TimeSpan.FromMinutes(2));
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        post.Dead = null;
        await rig.TurnAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(4, post.About(breach, "beoordeel"));
    }

    [Fact]
    [Requirement("G18", "D15", "W8", "W23")]
    public async Task The_extent_counts_exchanges_and_persons_and_says_which_service_looked_when()
    {
        await using var rig = await Rig.StartAsync();
        var (first, second) = (await rig.ReferAsync(Client.Of(501)), await rig.ReferAsync(Client.Of(501)));
        var third = await rig.ReferAsync(Client.Of(502));
        await rig.OpenAsync(first);
        (await rig.DoAsync(rig.Team, third, "intrekking", new { wijze = "telefoon" })).Is(204);
        Assert.True(await rig.IsErasedAsync(third));
        var breach = await ReportAsync(rig, rig.Team, Form(rig));
        var extent = (await rig.GetAsync(SendingDpo, $"/gegevenslekken/{breach}/omvang")).Is(200);
        Assert.Equal((3, 2, 1, 1, 3), (Of(extent, "uitwisselingen"), Of(extent, "nogBewaard"), Of(extent, "gewist"), Of(extent, "personenMinstens"), Of(extent, "personenHoogstens")));
        Assert.Contains(extent.Json.GetProperty("toegangen").EnumerateArray(), access =>
            access.GetProperty("handeling").GetString() == "geopend" && access.GetProperty("functie").GetString() == "maatschappelijk-werker" && access.GetProperty("aantal").GetInt32() == 1);
        Assert.All(new[] { rig.Worker.Name, first.Value, second.Value, Client.Of(501).Name, "m-2026" }, word => Assert.DoesNotContain(word, extent.Text, StringComparison.Ordinal));

        await rig.TurnAsync(TimeSpan.FromDays(3));
        var later = (await rig.GetAsync(SendingDpo, $"/gegevenslekken/{breach}/omvang?van=2026-03-04&tot=2026-03-05")).Is(200);
        Assert.Equal((2, 0), (Of(later, "uitwisselingen"), later.Json.GetProperty("toegangen").GetArrayLength()));
        foreach (var wrong in new[] { "van=2026-03-05&tot=2026-03-04", "van=morgen", "tot=2027-01-01", "tot=2026-02-30" })
            (await rig.GetAsync(SendingDpo, $"/gegevenslekken/{breach}/omvang?{wrong}")).Is(400);
        Assert.Equal("text/markdown", (await rig.GetAsync(SendingDpo, $"/gegevenslekken/{breach}/ontwerp-toezichthouder")).Is(200).MediaType);
        Assert.Contains("tussen 1 en 3", (await rig.GetAsync(SendingDpo, $"/gegevenslekken/{breach}/ontwerp-toezichthouder")).Text, StringComparison.Ordinal);
        Assert.Contains("Beste,", (await rig.GetAsync(SendingDpo, $"/gegevenslekken/{breach}/ontwerp-betrokkenen")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("G18")]
    public async Task Bad_input_is_refused_and_an_exchange_of_another_protocol_is_as_unknown_as_none()
    {
        await using var rig = await Rig.StartAsync();
        var elsewhere = await rig.ReferAsync(Client.Of(503), "kasterlee-2025", "2460");
        async Task<Answer> With(string member, System.Text.Json.Nodes.JsonNode? value)
        {
            var body = JsonSerializer.SerializeToNode(Form(rig))!.AsObject();
            body[member] = value;
            return await rig.PostAsync(rig.Worker, "/protocollen/mechelen-2024/gegevenslekken", body);
        }

        var none = (await With("verwijzing", "DV-0000-0000-0000")).Refuses(422, "uitwisseling-onbekend");
        Assert.Equal(none.Comparable, (await With("verwijzing", elsewhere.Value)).Comparable);
        Assert.Equal(none.Comparable, (await With("verwijzing", "Jan Peeters / 2")).Comparable);
        Assert.Equal(none.Comparable, (await With("verwijzing", "PR-mechelen-2024")).Comparable);
        (await With("opgemerkt", rig.Clock.GetUtcNow().AddMinutes(1).ToString("O"))).Refuses(422, "tijdstip-in-toekomst");
        (await With("opgemerkt", "2026-03-02T08:00:00")).Refuses(400, "velden-ongeldig"); // which zone?
        (await With("opgemerkt", "gisteren")).Refuses(400, "velden-ongeldig");
        (await With("soort", "hacker")).Refuses(400, "velden-ongeldig");
        (await With("omschrijving", "mevrouw Peeters")).Refuses(400, "velden-ongeldig");
        (await rig.PostAsync(rig.Worker, "/protocollen/kasterlee-2025/gegevenslekken", Form(rig))).Refuses(404, "niet-gevonden");
        (await rig.PostAsync(rig.Worker, "/protocollen/nergens/gegevenslekken", Form(rig))).Refuses(404, "niet-gevonden");

        var once = (await rig.PostAsync(rig.Worker, "/protocollen/mechelen-2024/gegevenslekken", Form(rig), key: "een-melding")).Is(201);
        Assert.Equal(once.Text, (await rig.PostAsync(rig.Worker, "/protocollen/mechelen-2024/gegevenslekken", Form(rig), key: "een-melding")).Is(201).Text);
        var breach = once.Json.GetProperty("dossier").GetString()!;
        (await rig.GetAsync(SyntheticPeople.ReceivingDpo(rig.Kasterlee), $"/gegevenslekken/{breach}")).Refuses(404, "niet-gevonden");
        (await rig.GetAsync(rig.Worker, $"/gegevenslekken/{breach}")).Refuses(403, "niet-bevoegd");
        (await rig.GetAsync(SendingDpo, "/gegevenslekken/PR-mechelen-2024")).Refuses(404, "niet-gevonden");
        (await PostAsync(rig, SendingDpo, breach, "toezichthouder", new { toezichthouder = "vlaamse-toezichtcommissie", op = rig.Clock.GetUtcNow(), kenmerk = "x", partij = "ocmw-mechelen" })).Refuses(403, "niet-bevoegd-andere-partij");
    }

    [Fact]
    [Requirement("G18", "G10")]
    public async Task A_breach_is_reported_and_handled_while_the_protocol_is_suspended()
    {
        await using var rig = await Rig.StartAsync();
        (await rig.PostAsync(SendingDpo, "/protocollen/mechelen-2024/schorsing", new { reden = "gegevenslek" })).Is(204);
        var breach = await ReportAsync(rig, rig.Team, Form(rig));
        await DoAsync(rig, SendingDpo, breach, "geen-inbreuk", new { reden = "geen-inbreuk" });
        await DoAsync(rig, SyntheticPeople.ReceivingDpo(rig.Mechelen), breach, "geen-inbreuk", new { reden = "geen-inbreuk" });
        Assert.Equal("geen-inbreuk", (await ReadAsync(rig, SendingDpo, breach)).GetProperty("toestand").GetString());
    }

    private static object Form(Rig rig) => new { opgemerkt = rig.Clock.GetUtcNow(), soort = "verlies", duurtVoort = false, wijze = "toepassing" };

    private static async Task<string> ReportAsync(Rig rig, Caller who, object form) =>
        (await rig.PostAsync(who, "/protocollen/mechelen-2024/gegevenslekken", form)).Is(201).Json.GetProperty("dossier").GetString()!;

    private static Task<Answer> PostAsync(Rig rig, Caller who, string breach, string what, object? body = null) => rig.PostAsync(who, $"/gegevenslekken/{breach}/{what}", body);

    private static async Task DoAsync(Rig rig, Caller who, string breach, string what, object? body = null) => (await PostAsync(rig, who, breach, what, body)).Is(204);

    private static async Task<JsonElement> ReadAsync(Rig rig, Caller who, string breach) => (await rig.GetAsync(who, $"/gegevenslekken/{breach}")).Is(200).Json;

    private static int Of(Answer answer, string member) => answer.Json.GetProperty(member).GetInt32();

    /// <summary>Notes what leaves, and loses what goes to one address.</summary>
    private sealed class Post
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<OutboundMessage> messages = [];

        public string? Dead { get; set; }

        public Ports Between(Ports ports) => ports with { Outbox = new Outbox(this, ports.Outbox) };

        public IReadOnlyList<string> To(string dossier) => [.. messages.Where(message => message.Exchange.Value == dossier).Select(message => message.To).Distinct()];

        public int About(string dossier, string subject) => messages.Count(message => message.Exchange.Value == dossier && message.Subject.Contains($": {subject}", StringComparison.Ordinal));

        private sealed class Outbox(Post post, IOutbox inner) : IOutbox
        {
            public async Task SendAsync(OutboundMessage message, CancellationToken cancellation)
            {
                if (message.To == post.Dead)
                    throw new IOException("the mailbox is away");
                await inner.SendAsync(message, cancellation);
                post.messages.Enqueue(message);
            }

            public Task DeleteAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => inner.DeleteAttachmentsAsync(exchange, cancellation);

            public Task<int> CountAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => inner.CountAttachmentsAsync(exchange, cancellation);

            public Task ForgetAsync(ExchangeId exchange, CancellationToken cancellation) => inner.ForgetAsync(exchange, cancellation);

            public IAsyncEnumerable<StoredCopy> ListAttachmentsAsync(CancellationToken cancellation) => inner.ListAttachmentsAsync(cancellation);
        }
    }
}
