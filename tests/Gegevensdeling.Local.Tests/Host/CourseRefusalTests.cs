using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Commands;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>What a referral that exists refuses, and that nothing is lost by it.</summary>
public sealed class CourseRefusalTests
{
    [Fact]
    [Requirement("F1")]
    public async Task A_receipt_of_another_file_is_refused()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.TakeAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "ontvangst", new { sha256 = new string('a', 64) })).Refuses(422, "ander-bestand");
        Assert.Equal("niet afgeleverd", (await rig.SeeAsync(rig.Team, exchange, "aflevering")).Json.GetProperty("aflevering").GetString());
        (await rig.SeeAsync(rig.Worker, exchange, "ontvangstbewijs")).Refuses(404, "niet-gevonden");
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
    }

    [Fact]
    [Requirement("F4")]
    public async Task A_key_is_shown_once_to_the_member_of_the_team_who_referred()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Refuses(422, "andere-behandelaar");
        await rig.TakeAsync(exchange);
        (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Refuses(422, "sleutel-niet-gevraagd");
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Is(204);
        (await rig.DoAsync(rig.Team with { Subject = "opgroeien-regie/iemand.anders" }, exchange, "sleutel/tonen")).Refuses(422, "niet-de-aanmelder");
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/tonen")).Refuses(403, "niet-bevoegd");
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/ontvangst")).Refuses(422, "sleutel-niet-getoond");
        (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Is(200);
        (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Refuses(409, "al-getoond");
    }

    [Fact]
    [Requirement("F7")]
    public async Task A_wrong_key_on_the_command_line_is_told_in_dutch_and_writes_nothing()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.TakeAsync(exchange);
        using var terminal = new Terminal();
        await File.WriteAllBytesAsync(terminal.Path("a.7z"), (await rig.DoAsync(rig.Worker, exchange, "bestand")).Is(200).Raw, Rig.Cancelled);
        Assert.Equal(3, await terminal.RunAsync("open", terminal.Path("a.7z"), "--key-file", terminal.Write("sleutel.txt", "verkeerd\n"), "--out", terminal.Path("uit")));
        Assert.Contains("sleutel", terminal.Error, StringComparison.Ordinal);
        Assert.Equal(["a.7z", "sleutel.txt"], terminal.Files());
    }

    [Fact]
    [Requirement("F1", "W3")]
    public async Task A_damaged_archive_is_refused_clearly_and_nothing_is_recorded_or_lost()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.TakeAsync(exchange);
        var path = Directory.GetFiles(Path.Combine(rig.Root, "opslag"), "*.7z", SearchOption.AllDirectories).Single();
        var whole = await File.ReadAllBytesAsync(path, Rig.Cancelled);
        foreach (var at in new[] { 10, whole.Length / 2, whole.Length - 1 })
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 1;
            await File.WriteAllBytesAsync(path, damaged, Rig.Cancelled);
            foreach (var action in new[] { "openen", "bestand" })
            {
                var answer = (await rig.DoAsync(rig.Worker, exchange, action)).Refuses(409, "bestand-beschadigd");
                Assert.Contains("beschadigd", answer.Detail, StringComparison.Ordinal);
            }
        }

        // A receipt of what could not be opened would be false.
        Assert.Equal("niet afgeleverd", (await rig.SeeAsync(rig.Team, exchange, "aflevering")).Json.GetProperty("aflevering").GetString());
        (await rig.SeeAsync(rig.Worker, exchange, "ontvangstbewijs")).Refuses(404, "niet-gevonden");
        await File.WriteAllBytesAsync(path, whole, Rig.Cancelled);
        Assert.Equal(Client.Any.Name, (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200).Json.GetProperty("client").GetProperty("naam").GetString());
    }

    [Fact]
    [Requirement("F1", "W3")]
    public async Task An_archive_without_its_key_is_refused_and_makes_no_receipt()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.TakeAsync(exchange);
        File.Delete(Directory.GetFiles(Path.Combine(rig.Root, "sleutels")).Single());
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Refuses(409, "bestand-beschadigd");
        Assert.Equal("niet afgeleverd", (await rig.SeeAsync(rig.Team, exchange, "aflevering")).Json.GetProperty("aflevering").GetString());
    }

    [Fact]
    [Requirement("R9")]
    public async Task What_has_ended_takes_nothing_more()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        (string Action, object? Body)[] actions =
        [
            ("opname", new { }), ("openen", null), ("bestand", null), ("ontvangst", new { sha256 = new string('a', 64) }), ("contact", new { wijze = "telefoon" }),
            ("uitkomst", new { wenstHulp = false, wijze = "telefoon" }), ("niet-voor-ons", new { reden = "verhuisd" }), ("onbereikbaar", null),
            ("intrekking", new { wijze = "telefoon" }), ("doorgave-gbo", new { toestemmingClient = true }), ("sleutel/vraag", null), ("sleutel/ontvangst", null),
        ];
        foreach (var (action, body) in actions)
            (await rig.DoAsync(rig.Worker, exchange, action, body)).Refuses(422, "doorverwijzing-beeindigd");
    }

    [Fact]
    [Requirement("D15")]
    public async Task An_unknown_reference_and_that_of_another_party_get_the_same_answer()
    {
        await using var rig = await Rig.StartAsync();
        var theirs = await rig.ReferAsync();
        var unknown = new ExchangeId("DV" + theirs.Value[2..].Select((c, at) => at == 3 ? (c == 'K' ? 'L' : 'K') : c).Aggregate(string.Empty, (text, c) => text + c));
        var (worker, head, dpo) = (SyntheticPeople.SocialWorker(rig.Kasterlee), SyntheticPeople.HeadOfService(rig.Kasterlee), SyntheticPeople.ReceivingDpo(rig.Kasterlee));
        foreach (var (who, what) in new[] { (worker, "ontvangstbewijs"), (worker, "wisbewijs"), (head, "wisbewijs"), (dpo, "ontvangstbewijs"), (worker, "sleutel") })
            Assert.Equal((await rig.SeeAsync(who, unknown, what)).Refuses(404, "niet-gevonden").Comparable, (await rig.SeeAsync(who, theirs, what)).Comparable);
        foreach (var (action, body) in new (string, object?)[] { ("opname", new { }), ("openen", null), ("intrekking", new { wijze = "telefoon" }) })
            Assert.Equal((await rig.DoAsync(worker, unknown, action, body)).Refuses(404, "niet-gevonden").Comparable, (await rig.DoAsync(worker, theirs, action, body)).Comparable);
        Assert.DoesNotContain(theirs.Value, (await rig.GetAsync(worker, "/doorverwijzingen")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("D15", "W8")]
    public async Task A_withdrawal_that_names_a_referral_of_another_ocmw_withdraws_nothing()
    {
        await using var rig = await Rig.StartAsync();
        var mine = await rig.ReferAsync(Client.Of(1));
        var theirs = await rig.ReferAsync(Client.Of(2), "kasterlee-2025", "2460");
        (await rig.DoAsync(rig.Worker, mine, "intrekking", new { wijze = "telefoon", betreft = new[] { mine.Value, theirs.Value } })).Refuses(404, "niet-gevonden");
        Assert.False(await rig.IsErasedAsync(theirs));
        Assert.False(await rig.IsErasedAsync(mine), "a refused request changed something");

        var ended = await rig.ReferAsync(Client.Of(3));
        (await rig.DoAsync(rig.Worker, ended, "niet-voor-ons", new { reden = "verhuisd" })).Is(204);
        foreach (var (path, named, code) in new[] { (ended, new[] { mine, ended }, "doorverwijzing-beeindigd"), (mine, new[] { mine, ended }, "doorverwijzing-beeindigd"), (mine, new[] { ended }, "andere-doorverwijzing") })
            (await rig.DoAsync(rig.Worker, path, "intrekking", new { wijze = "telefoon", betreft = named.Select(one => one.Value) })).Refuses(422, code);
        Assert.False(await rig.IsErasedAsync(mine), "a refused request changed something");
    }
}
