using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>
/// A host that dies before an effect and starts again on the same data, for each kind of effect once: who got no answer asks again with the same Idempotency-Key, and in
/// the end there is what there is when nobody died. Several deaths a play, so that all of them are soon over.
/// </summary>
public sealed class DyingTests(ITestOutputHelper output)
{
    private const int Plays = 6;

    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 4).Select(Person.Of)];

    /// <summary>Shown once: who saw nothing asks anew, and that is recorded. A version or a delivery that was being made twice leaves the trace of the one that was not used.</summary>
    private static readonly string[] Anew = ["lijst-geopend", "lijst-vermeldingen-opgehaald"];

    [Fact]
    public async Task Dead_before_each_kind_of_effect_it_ends_the_same()
    {
        var undisturbed = await PlayAsync([]);
        Assert.Contains("DM gewist", undisturbed.Lines);
        Assert.True(undisturbed.Kinds.Count > 60, $"{undisturbed.Kinds.Count} kinds of effects");
        var (differences, deaths) = (new List<string>(), 0);
        for (var play = 0; play < Plays; play++)
        {
            var deadly = undisturbed.Kinds.Where((_, index) => index % Plays == play).ToList();
            var after = await PlayAsync(deadly);
            deaths += after.Deaths;
            var (missing, extra) = (Minus(undisturbed.Lines, after.Lines), Minus(after.Lines, undisturbed.Lines).Where(line => !Anew.Any(one => line.Contains(one, StringComparison.Ordinal))).ToList());
            if (missing.Count + extra.Count > 0)
                differences.Add($"play {play}: MISSING {string.Join(", ", missing)} EXTRA {string.Join(", ", extra)}");
        }

        output.WriteLine($"{deaths} deaths, {undisturbed.Kinds.Count} kinds of effects");
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(deaths > undisturbed.Kinds.Count * 3 / 4, $"only {deaths} deaths of {undisturbed.Kinds.Count}");
    }

    private static async Task<(IReadOnlyList<string> Lines, IReadOnlyList<string> Kinds, int Deaths)> PlayAsync(IReadOnlyList<string> deadly)
    {
        var (mortal, steps) = (new Mortal(), 0);
        await using var rig = await Rig.StartAsync(between: mortal.Between);
        var maldegem = await Maldegem.OpenAsync(rig);
        mortal.Kinds.Clear();
        mortal.Deadly.UnionWith(deadly);

        var delivery = (await DoAsync(key => maldegem.DeliverAsync(Sheets.Debtors(Everybody), key: key))).Json.GetProperty("verwijzing").GetString()!;
        await DoAsync(key => maldegem.DeliverAsync(Sheets.Debtors(Everybody[..3]), replaces: delivery, key: key));
        await DoAsync(key => maldegem.ClientsAsync(Sheets.Clients(Everybody[..2]), key: key));
        await DoAsync(Post(maldegem.Worker, $"/debiteurenmaanden/{maldegem.Month}/vrijgave"));
        await DoAsync(Post(maldegem.Town, $"/debiteurenlijsten/{maldegem.List}/vermeldingen"));
        await DoAsync(Post(maldegem.Town, $"/debiteurenmaanden/{maldegem.Month}/bevestiging"));
        await DoAsync(key => maldegem.UploadAsync(maldegem.Town, $"/schuldgegevens?protocol={maldegem.Protocol.Id}&maand={maldegem.MonthNow}", Sheets.Details((Everybody[0], "0012345", "100,00")), key));
        await DoAsync(Post(maldegem.Worker, $"/debiteurenlijsten/{maldegem.List}/openen"));
        await DoAsync(Post(maldegem.Worker, $"/debiteurenlijsten/{maldegem.List}/vermelding", new { rijksregisternummer = Everybody[1].Number, reden = "geen-oplossing-gewenst" }));
        await DoAsync(Post(maldegem.Town, $"/debiteurenlijsten/{maldegem.List}/afsluiting", new { rijksregisternummer = Everybody[0].Number, reden = "betaald" }));
        await TurnAsync(new DateTimeOffset(2026, 4, 1, 0, 30, 0, TimeSpan.Zero) - rig.Clock.GetUtcNow()); // the month closes
        await TurnAsync(TimeSpan.FromDays(2)); // the list moves
        mortal.Deadly.Clear();
        await TurnAsync(TimeSpan.FromHours(3));
        return (await LinesAsync(rig, maldegem), mortal.Kinds, mortal.Deaths);

        async Task<Answer> DoAsync(Func<string, Task<Answer>> ask)
        {
            var key = $"stap-{++steps}";
            var outcome = await ask(key);
            for (var again = 0; mortal.IsDead || (again > 0 && outcome.Status >= 300); again++)
            {
                Assert.True(again < 40, $"step {steps}: {outcome.Status} {outcome.Code}");
                await ReviveAsync();
                if (outcome.Status >= 300)
                    outcome = await ask(outcome.Status == 409 ? $"{key}-{again}" : key);
            }

            Assert.True(outcome.Status < 300, $"step {steps}: {outcome.Status} {outcome.Code}");
            return outcome;
        }

        // From one thing that is due to the next: a dead process does not live through the rest of a month.
        async Task TurnAsync(TimeSpan time)
        {
            for (var moment = rig.Clock.GetUtcNow() + time; rig.Clock.GetUtcNow() < moment;)
            {
                var now = rig.Clock.GetUtcNow();
                var due = rig.Host.Engine.NextDue is { } next && next < moment ? next : moment;
                await rig.TurnAsync(due > now ? due - now : TimeSpan.Zero);
                await SweepAsync();
                while (mortal.IsDead)
                    await ReviveAsync();
            }
        }

        async Task ReviveAsync()
        {
            await rig.StopAsync();
            mortal.Live();
            await rig.BackAsync();
            await SweepAsync();
            if (!mortal.IsDead)
                await rig.TurnAsync(TimeSpan.FromMinutes(2));
            await SweepAsync();
        }

        async Task SweepAsync()
        {
            try
            {
                await rig.SweepAsync();
            }
            catch (IOException) when (mortal.IsDead)
            {
                // it died in between
            }
        }

        Func<string, Task<Answer>> Post(Gegevensdeling.Parties.Caller who, string path, object? body = null) => key => rig.PostAsync(who, path, body, maldegem.PurposeOf(who), key);
    }

    /// <summary>States, facts, evidence and files of every exchange, and what the municipality and the OCMW see.</summary>
    private static async Task<IReadOnlyList<string>> LinesAsync(Rig rig, Maldegem maldegem)
    {
        var (lines, ports) = (new List<string>(), rig.Host.Law.Ports);
        foreach (var head in await maldegem.HeadsAsync())
        {
            var label = head.Id.Value[..2];
            lines.Add($"{label} {head.State}");
            lines.AddRange((await ports.Register.FactsAsync(head.Id, Rig.Cancelled)).Select(row => $"{label} {FactJson.WordFor(FactJson.Read(row.Json))}"));
            lines.AddRange((await ports.Evidence.NamesAsync(head.Id, Rig.Cancelled)).Select(name => $"{label} {name}"));
            lines.Add($"{label}: {await ports.Keys.CountAsync(head.Id, Rig.Cancelled)} {await ports.Blobs.CountAsync(head.Id, Rig.Cancelled)}");
        }

        lines.AddRange((await maldegem.StoredAsync()).Select(_ => "bestand"));
        lines.AddRange((await maldegem.RowsAsync()).Select(row => string.Join(';', row)));
        return lines;
    }

    private static List<string> Minus(IReadOnlyList<string> from, IReadOnlyList<string> what)
    {
        var rest = from.ToList();
        foreach (var line in what)
            rest.Remove(line);
        return rest;
    }
}
