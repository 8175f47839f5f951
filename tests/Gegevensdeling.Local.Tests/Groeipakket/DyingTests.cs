using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Xunit;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>
/// A host that dies between two effects and starts again on the same data: who got no answer asks again with the same Idempotency-Key, and in the end there is
/// what there is when nobody died. (The engine's own commits are killed in the crash tests of the referral.)
/// </summary>
public sealed class DyingTests(ITestOutputHelper output)
{
    private const int Moments = 16;

    /// <summary>Shown once: who saw nothing asks anew, and that is recorded (F4, W6).</summary>
    private static readonly string[] ShownAnew = ["antwoord-sleutel-getoond", "antwoord-sleutel-begonnen", "antwoord-geopend", "aanvraag-sleutel-geprobeerd"];

    [Fact]
    public async Task Dead_at_moments_all_along_the_way_it_ends_the_same()
    {
        var undisturbed = await PlayAsync(int.MaxValue);
        Assert.Contains("GP 1: gewist", undisturbed.Lines);
        Assert.Contains("GA 1: gewist", undisturbed.Lines);
        var differences = new List<string>();
        for (var moment = 1; moment <= Moments; moment++)
        {
            var at = undisturbed.Effects * moment / (Moments + 1);
            var after = await PlayAsync(at);
            var (missing, extra) = (Minus(undisturbed.Lines, after.Lines), Minus(after.Lines, undisturbed.Lines).Where(line => !ShownAnew.Any(one => line.Contains(one, StringComparison.Ordinal))).ToList());
            if (missing.Count + extra.Count > 0)
                differences.Add($"{at} of {undisturbed.Effects}: MISSING {string.Join(", ", missing)} EXTRA {string.Join(", ", extra)}");
        }

        output.WriteLine($"{Moments} of {undisturbed.Effects} effects");
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static async Task<(IReadOnlyList<string> Lines, int Effects)> PlayAsync(int at)
    {
        var dying = new Dying();
        await using var rig = await Rig.StartAsync(between: dying.Between);
        var turnhout = new Turnhout(rig);
        await rig.SweepAsync();
        var before = dying.Effects;
        dying.At = at == int.MaxValue ? at : before + at;
        var (request, extract, answer, steps) = ("", "", "", 0);

        async Task<Answer> DoAsync(Func<string, Task<Answer>> ask, params string[] again)
        {
            var key = $"stap-{++steps}";
            var outcome = await ask(key);
            if (dying.Died)
            {
                (dying.At, var died) = (int.MaxValue, outcome.Status);
                await rig.RestartAsync();
                await rig.SweepAsync();
                outcome = died < 300 ? outcome : await ask(key);
                for (var attempt = 0; attempt < 3 && outcome.Status == 409; attempt++)
                {
                    foreach (var path in again)
                        (await turnhout.PostAsync(turnhout.TeamDpo, path)).Is(204);
                    outcome = await ask($"{key}-{attempt}");
                }

                await rig.TurnAsync(TimeSpan.FromMinutes(10));
                await rig.SweepAsync();
            }

            Assert.True(outcome.Status < 300, $"effect {at}, step {steps}: {outcome.Status} {outcome.Code}");
            return outcome;
        }

        Func<string, Task<Answer>> Post(Gegevensdeling.Parties.Caller who, string path, object? body = null) => key => rig.PostAsync(who, path, body, turnhout.PurposeOf(who), key);
        var file = await Children.SealedAsync(Children.Column("INSZ", Children.Child(1)), "Sleutel van Turnhout 1");
        request = Turnhout.Reference(await DoAsync(key => turnhout.AskAsync(file, Turnhout.SevenZip, key: key)));
        await DoAsync(Post(turnhout.TeamDpo, $"/groeipakketvragen/{request}/sleutel", new { sleutel = "Sleutel van Turnhout 1", kanaal = "telefoon" }));
        extract = Turnhout.Reference(await DoAsync(key => turnhout.UploadAsync(
            turnhout.Team, $"/kadasteruittreksels?protocol={turnhout.Protocol.Id}&peildatum=2026-03-02", Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), "")), "text/csv", key)));
        answer = Turnhout.Reference(await DoAsync(Post(turnhout.Team, $"/groeipakketvragen/{request}/opzoeking", new { uittreksel = extract })));
        var path = $"/groeipakketantwoorden/{answer}";
        await DoAsync(Post(turnhout.TeamDpo, $"{path}/sleutel/tonen"), $"{path}/sleutel/opnieuw");
        await DoAsync(Post(turnhout.ServiceDpo, $"{path}/sleutel/ontvangst", new { kanaal = "telefoon" }));
        await DoAsync(Post(turnhout.ServiceDpo, $"{path}/sleutel/verloren", new { reden = "verloren" }));
        await DoAsync(Post(turnhout.Service, $"{path}/openen"));
        await DoAsync(Post(turnhout.Service, $"{path}/niet-meer-nodig"));
        var effects = dying.Effects - before;
        for (var round = 0; round < 3; round++)
        {
            await rig.SweepAsync(); // the protocol ends, is wound up, and the extract that nobody needs any more goes
            await rig.TurnAsync(TimeSpan.FromHours(2));
        }

        await rig.SweepAsync();
        return (await LinesAsync(rig, turnhout, [request, answer, extract]), effects);
    }

    /// <summary>States, facts, evidence and files; what was sent is told by the facts of the handovers and the deliveries.</summary>
    private static async Task<IReadOnlyList<string>> LinesAsync(Rig rig, Turnhout turnhout, string[] exchanges)
    {
        var (lines, ports) = (new List<string>(), rig.Host.Law.Ports);
        foreach (var id in exchanges.Select(one => new ExchangeId(one)))
        {
            var label = $"{id.Value[..2]} 1";
            lines.Add($"{label}: {(await ports.Register.FindAsync(id, Rig.Cancelled))!.State}");
            lines.AddRange((await ports.Register.FactsAsync(id, Rig.Cancelled)).Select(row => $"{label} {FactJson.WordFor(FactJson.Read(row.Json))}"));
            lines.AddRange((await ports.Evidence.NamesAsync(id, Rig.Cancelled)).Select(name => $"{label} {name}"));
            lines.Add($"{label}: {await ports.Keys.CountAsync(id, Rig.Cancelled)} {await ports.Blobs.CountAsync(id, Rig.Cancelled)} {await ports.Drop.CountAsync(id, Rig.Cancelled)}");
        }

        lines.AddRange((await turnhout.StatesAsync()).Select(state => $"aanvraag {state}"));
        lines.AddRange(turnhout.Stored().Select(_ => "bestand"));
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
