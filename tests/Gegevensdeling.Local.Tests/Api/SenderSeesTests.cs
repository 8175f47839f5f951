using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Api;

/// <summary>W12: the team sees 'afgeleverd' or 'niet afgeleverd'. Everything that it can ask gives the same bytes whatever became of it at the OCMW.</summary>
public sealed class SenderSeesTests
{
    private static readonly (HttpMethod Verb, string Path, string? Route)[] Questions =
    [
        (HttpMethod.Get, "aflevering", null), (HttpMethod.Get, "sleutel", null), (HttpMethod.Get, "wisbewijs", null), (HttpMethod.Get, "ontvangstbewijs", null),
        (HttpMethod.Post, "sleutel/tonen", null), (HttpMethod.Post, "sleutel/onderbroken", null), (HttpMethod.Post, "sleutel/gewist", null),
        (HttpMethod.Post, "openen", null), (HttpMethod.Post, "bestand", null), (HttpMethod.Post, "opname", "opname"), (HttpMethod.Post, "contact", "contact"),
        (HttpMethod.Post, "uitkomst", "uitkomst"), (HttpMethod.Post, "sleutel/verloren", "sleutel-verloren"), (HttpMethod.Post, "intrekking", "intrekking"), (HttpMethod.Post, "intrekking", "intrekking"),
    ];

    [Fact]
    [Requirement("W12", "R2", "R13")]
    public async Task The_team_gets_the_same_answers_whatever_became_of_an_opened_referral()
    {
        await using var rig = await Rig.StartAsync();
        (string State, Func<ExchangeId, Task> Reach)[] states =
        [
            ("geopend", exchange => rig.OpenAsync(exchange)),
            ("contact", exchange => rig.ContactAsync(exchange)),
            ("clientdossier", exchange => OutcomeAsync(rig, exchange, new { wenstHulp = true, clientdossierAangemaakt = true, wijze = "telefoon" })),
            ("geen hulp", exchange => OutcomeAsync(rig, exchange, new { wenstHulp = false, wijze = "telefoon" })),
            ("ingetrokken bij het OCMW", async exchange =>
            {
                await rig.OpenAsync(exchange);
                (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
            }),
            ("onbereikbaar", async exchange =>
            {
                await rig.OpenAsync(exchange);
                await rig.TurnAsync(LegalCalendar.AddWorkingDays(rig.Clock.GetUtcNow(), rig.Mechelen.Referral!.FollowUp.UnreachableAfter + 1) - rig.Clock.GetUtcNow());
                (await rig.DoAsync(rig.Worker, exchange, "onbereikbaar")).Is(204);
            }),
        ];
        await SameAsync(rig, states, "afgeleverd");
    }

    [Fact]
    [Requirement("W12", "R13")]
    public async Task The_team_gets_the_same_answers_whatever_became_of_an_unopened_referral()
    {
        await using var rig = await Rig.StartAsync();
        (string State, Func<ExchangeId, Task> Reach)[] states =
        [
            ("verzonden", _ => Task.CompletedTask),
            ("genomen", exchange => rig.TakeAsync(exchange)),
            ("ingetrokken bij het OCMW", async exchange => (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204)),
            ("ingetrokken, historiek gewist", async exchange =>
            {
                (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
                await rig.TurnAsync(TimeSpan.FromDays(rig.Mechelen.Retention.History.Days + 1));
                await rig.Host.Sweep.RunAsync(Rig.Cancelled);
            }),
        ];
        await SameAsync(rig, states, "niet afgeleverd");
    }

    [Fact]
    [Requirement("W7", "W12")]
    public async Task Only_not_for_us_comes_back_and_then_only_its_reason_code()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        (await rig.DoAsync(rig.Worker, exchange, "niet-voor-ons", new { reden = "andere-dienst" })).Is(204);
        Assert.Equal($$"""{"verwijzing":"{{exchange}}","aflevering":"niet afgeleverd","teruggekeerd":"andere-dienst"}""", (await rig.SeeAsync(rig.Team, exchange, "aflevering")).Is(200).Text);
    }

    private static async Task SameAsync(Rig rig, (string State, Func<ExchangeId, Task> Reach)[] states, string delivery)
    {
        string? first = null;
        foreach (var (index, (state, reach)) in states.Index())
        {
            var exchange = await rig.ReferAsync(Client.Of(100 + index));
            await reach(exchange);
            Assert.Equal($$"""{"verwijzing":"{{exchange}}","aflevering":"{{delivery}}"}""", (await rig.SeeAsync(rig.Team, exchange, "aflevering")).Is(200).Text);
            var seen = await EverythingAsync(rig, exchange);
            first ??= seen;
            Assert.True(first == seen, $"{state}: the team can tell it from {states[0].State}:\n{first}\n---\n{seen}");
        }
    }

    [Fact]
    [Requirement("W12", "R16")]
    public async Task The_figures_of_the_team_say_nothing_of_outcomes()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await OutcomeAsync(rig, exchange, new { wenstHulp = false, wijze = "telefoon" });
        foreach (var who in new[] { rig.Team, SyntheticPeople.SendingDpo })
        {
            var figures = (await rig.GetAsync(who, "/protocollen/mechelen-2024/evaluatie")).Is(200).Json.GetProperty("cijfers").EnumerateArray();
            Assert.Equal(["doorverwijzingen", "afgeleverd", "niet afgeleverd"], figures.Select(figure => figure.GetProperty("wat").GetString()!));
        }
    }

    private static async Task<string> EverythingAsync(Rig rig, ExchangeId exchange)
    {
        var lines = new List<string>();
        foreach (var who in new[] { rig.Team, rig.Team with { Subject = "opgroeien-regie/collega" } })
        {
            foreach (var (verb, path, route) in Questions)
            {
                var answer = verb == HttpMethod.Get ? await rig.SeeAsync(who, exchange, path) : await rig.DoAsync(who, exchange, path, route is null ? null : Samples.BodyOf(route));
                lines.Add($"{verb} {path}: {answer.Comparable.Replace(exchange.Value, "VERWIJZING", StringComparison.Ordinal)}");
            }
        }

        lines.Add((await rig.SeeAsync(SyntheticPeople.SendingDpo, exchange, "wisbewijs")).Comparable);
        return string.Join('\n', lines);
    }

    private static async Task OutcomeAsync(Rig rig, ExchangeId exchange, object outcome)
    {
        await rig.ContactAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "uitkomst", outcome)).Is(204);
    }
}
