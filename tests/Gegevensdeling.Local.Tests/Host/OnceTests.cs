using System.Text;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Xunit;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>A repeated, simultaneous or interrupted request happens once.</summary>
public sealed class OnceTests
{
    [Fact]
    public async Task The_same_key_gets_the_same_answer_and_another_body_is_refused()
    {
        await using var rig = await Rig.StartAsync();
        var first = (await rig.CreateAsync(Referrals.Body(Client.Any), key: "een")).Is(201);
        var again = (await rig.CreateAsync(Referrals.Body(Client.Any), key: "een")).Is(201);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        (await rig.CreateAsync(Referrals.Body(Client.Of(1)), key: "een")).Refuses(422, "andere-inhoud");
        Assert.Equal(1, await CountAsync(rig));
    }

    [Fact]
    public async Task What_shows_content_or_a_key_never_repeats_it()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.TakeAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Is(204);
        foreach (var (who, action) in new[] { (rig.Worker, "openen"), (rig.Worker, "bestand"), (rig.Team, "sleutel/tonen") })
        {
            var purpose = Rig.PurposeOf(rig.Mechelen, who.Party);
            (await rig.PostAsync(who, $"/doorverwijzingen/{exchange}/{action}", purpose: purpose, key: action)).Is(200);
            (await rig.PostAsync(who, $"/doorverwijzingen/{exchange}/{action}", purpose: purpose, key: action)).Refuses(409, "al-getoond");
        }
    }

    [Fact]
    public async Task Sixty_four_at_once_with_one_key_make_one_referral()
    {
        await using var rig = await Rig.StartAsync();
        var purpose = Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Sender);
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => rig.SendAsync(rig.Team, HttpMethod.Post, "/doorverwijzingen", Json(), purpose, "storm", settle: false)));
        await rig.Host.Engine.WaitUntilIdleAsync(Rig.Cancelled);
        Assert.Single(answers.Where(answer => answer.Status == 201).Select(answer => answer.Text).Distinct());
        Assert.All(answers.Where(answer => answer.Status != 201), answer => answer.Refuses(409, "nog-bezig"));
        Assert.Equal(1, await CountAsync(rig));
        Assert.Single(Directory.GetFiles(Path.Combine(rig.Root, "opslag"), "*", SearchOption.AllDirectories));
        Assert.Single(Directory.GetFiles(Path.Combine(rig.Root, "sleutels")));
    }

    [Fact]
    public async Task Of_two_workers_who_take_a_referral_at_once_exactly_one_owns_it()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        for (var round = 0; round < 5; round++)
        {
            var answers = await Task.WhenAll(new[] { rig.Worker, rig.Colleague }.Select(who =>
                rig.SendAsync(who, HttpMethod.Post, $"/doorverwijzingen/{exchange}/opname", new StringContent("{}", Encoding.UTF8, "application/json"), settle: false)));
            if (round == 0)
                Assert.Equal([204, 409], answers.Select(answer => answer.Status).Order());
        }

        var facts = await rig.Host.Law.Ports.Register.FactsAsync(exchange, Rig.Cancelled);
        Assert.Single(facts, row => FactJson.Read(row.Json) is ReferralFact.Taken);
    }

    [Fact]
    public async Task A_restart_continues_where_it_was()
    {
        await using var rig = await Rig.StartAsync();
        var first = (await rig.CreateAsync(Referrals.Body(Client.Any), key: "voor")).Is(201);
        var exchange = new ExchangeId(first.Json.GetProperty("verwijzing").GetString()!);
        var token = rig.Host.Issuer.Issue(rig.Worker, TimeSpan.FromHours(1));
        await rig.RestartAsync();

        Assert.Equal(first.Text, (await rig.CreateAsync(Referrals.Body(Client.Any), key: "voor")).Is(201).Text);
        using var http = new HttpClient { BaseAddress = rig.Host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Contains(exchange.Value, await http.GetStringAsync(new Uri("/doorverwijzingen", UriKind.Relative), Rig.Cancelled), StringComparison.Ordinal);

        var before = Mails(rig, exchange);
        await rig.TurnAsync(LegalCalendar.AddWorkingDays(rig.Clock.GetUtcNow(), 1).AddMinutes(5) - rig.Clock.GetUtcNow());
        Assert.True(Mails(rig, exchange) > before, "the reminder of one working day did not survive the restart");
        await rig.RestartAsync();
        await rig.ContactAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "uitkomst", new { wenstHulp = false, wijze = "telefoon" })).Is(204);
        await rig.RestartAsync();
        Assert.True(await rig.IsErasedAsync(exchange));
        (await rig.SeeAsync(rig.Worker, exchange, "wisbewijs")).Is(200);
    }

    private static StringContent Json() => new(Referrals.Body(Client.Any).ToJsonString(), Encoding.UTF8, "application/json");

    private static int Mails(Rig rig, ExchangeId exchange) => Directory.GetFiles(Path.Combine(rig.Root, "berichten", exchange.Value)).Length;

    private static async Task<int> CountAsync(Rig rig) =>
        (await rig.GetAsync(rig.Worker, "/doorverwijzingen")).Is(200).Json.GetProperty("doorverwijzingen").GetArrayLength();
}
