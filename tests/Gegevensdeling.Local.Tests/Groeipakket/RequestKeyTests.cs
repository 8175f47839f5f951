using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;
using static Gegevensdeling.Local.Tests.Groeipakket.Turnhout;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>The key of the request: from DPO to DPO, tried at once, three times a handover, and kept nowhere but in the key store (C2, P4).</summary>
public sealed class RequestKeyTests
{
    private const string Key = "Sleutelbloem 4711 Turnhout";
    private const string Wrong = "Sleutelgat 4711 Turnhout";

    [Fact]
    [Requirement("P4")]
    public async Task A_wrong_key_is_told_at_once_with_the_tries_left_and_after_three_there_is_a_new_handover()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var request = Reference(await turnhout.AskAsync(await Children.SealedAsync(Children.Column(Children.Child(1)), Key), SevenZip));
        Assert.Contains("2 keer", (await EnterAsync(turnhout, request, Wrong)).Refuses(422, "sleutel-past-niet").Detail, StringComparison.Ordinal);
        Assert.Equal(2, (await turnhout.RequestAsync(request)).GetProperty("pogingenOver").GetInt32());
        Assert.Contains("één keer", (await EnterAsync(turnhout, request, Wrong)).Refuses(422, "sleutel-past-niet").Detail, StringComparison.Ordinal);
        (await EnterAsync(turnhout, request, Wrong)).Refuses(422, "pogingen-op");
        (await EnterAsync(turnhout, request, Key)).Refuses(422, "pogingen-op");
        Assert.Equal(("wacht-op-sleutel", 0), (State(await turnhout.RequestAsync(request)), (await turnhout.RequestAsync(request)).GetProperty("pogingenOver").GetInt32()));

        await rig.RestartAsync();
        (await EnterAsync(turnhout, request, Key)).Refuses(422, "pogingen-op");
        (await turnhout.OfRequestAsync(turnhout.ServiceDpo, request, "sleutel/opnieuw")).Is(204);
        (await EnterAsync(turnhout, request, Key)).Is(204);
        Assert.Equal("wacht-op-antwoord", State(await turnhout.RequestAsync(request)));
        (await EnterAsync(turnhout, request, Key)).Refuses(422, "sleutel-al-ingevoerd");
    }

    [Fact]
    [Requirement("P4")]
    public async Task Ten_at_once_are_no_more_than_three_tries()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var request = Reference(await turnhout.AskAsync(await Children.SealedAsync(Children.Column(Children.Child(1)), Key), SevenZip));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => EnterAsync(turnhout, request, $"{Wrong} {number}")));
        Assert.All(answers, answer => Assert.Contains(answer.Code, new[] { "sleutel-past-niet", "pogingen-op" }));
        var facts = await rig.Host.Law.Ports.Register.FactsAsync(new(request), Rig.Cancelled);
        Assert.Equal(3, facts.Count(row => FactJson.Read(row.Json) is RequestFact.KeyTried));
    }

    [Fact]
    [Requirement("P4")]
    public async Task The_key_comes_by_sms_or_telephone_and_from_nobody_but_the_dpo()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var request = Reference(await turnhout.AskAsync(await Children.SealedAsync(Children.Column(Children.Child(1)), Key), SevenZip));
        (await EnterAsync(turnhout, request, Key, "mail")).Is(400);
        (await EnterAsync(turnhout, request, Key, who: turnhout.Team)).Refuses(403, "niet-bevoegd");
        (await EnterAsync(turnhout, request, Key, who: turnhout.ServiceDpo)).Refuses(403, "niet-bevoegd");
        (await EnterAsync(turnhout, request, "een sleutel\nop twee regels")).Refuses(422, "sleutel-ongeldig");
        Assert.Equal(3, (await turnhout.RequestAsync(request)).GetProperty("pogingenOver").GetInt32());
        (await EnterAsync(turnhout, request, Key, "sms")).Is(204);
    }

    [Fact]
    [Requirement("P4", "F10")]
    public async Task Neither_the_key_nor_what_was_typed_instead_of_it_is_anywhere_but_in_the_key_store()
    {
        using var logs = new LogCapture();
        await using var rig = await Rig.StartAsync(logging: logs.Configure);
        var turnhout = new Turnhout(rig);
        var request = Reference(await turnhout.AskAsync(await Children.SealedAsync(Children.Column(Children.Child(1)), Key), SevenZip));
        await EnterAsync(turnhout, request, Wrong);
        (await EnterAsync(turnhout, request, Key)).Is(204);
        await turnhout.AnsweredAsync(request, Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), "")));
        await rig.TurnAsync(TimeSpan.FromDays(10));
        var store = Path.Combine(rig.Root, "sleutels");
        Assert.NotEmpty(new Haystack([Key]).Folder(store).Found); // the search finds it where it is
        var found = new Haystack([Key]).Folder(rig.Root, path => path.StartsWith(store, StringComparison.Ordinal)).Text("logs", logs.Text);
        var typed = new Haystack([Wrong]).Folder(rig.Root).Text("logs", logs.Text);
        foreach (var (_, path, answer) in rig.Heard)
            found.Bytes(path, answer.Raw);
        Assert.Empty(found.Found.Concat(typed.Found));

        (await turnhout.OfRequestAsync(turnhout.Service, request, "annulering")).Is(204);
        Assert.Empty(new Haystack([Key, Wrong]).Folder(rig.Root).Found);
    }

    [Fact]
    [Requirement("P3", "P4")]
    public async Task A_workbook_that_excel_itself_protected_opens_with_the_same_handover()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        foreach (var name in new[] { "libreoffice-protected.xlsx", "officecrypto-agile.xlsx" })
        {
            var request = Reference(await turnhout.AskAsync(Fixtures.Workbook(name), Workbook));
            Assert.Equal("wacht-op-sleutel", State(await turnhout.RequestAsync(request)));
            (await EnterAsync(turnhout, request, Wrong)).Refuses(422, "sleutel-past-niet");
            (await EnterAsync(turnhout, request, Fixtures.Password)).Is(204);
            Assert.True((await turnhout.RequestAsync(request)).GetProperty("juist").GetInt32() > 0);
            (await turnhout.OfRequestAsync(turnhout.Service, request, "annulering")).Is(204);
        }
    }

    [Fact]
    [Requirement("P4")]
    public async Task A_workbook_that_came_over_the_authenticated_route_needs_no_key()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var request = Reference(await turnhout.AskAsync(Children.Column(Children.Child(1)), Workbook));
        Assert.Equal("wacht-op-antwoord", State(await turnhout.RequestAsync(request)));
        (await EnterAsync(turnhout, request, Key)).Refuses(422, "geen-sleutel-nodig");
        Assert.Single(turnhout.Stored());
    }

    private static Task<Answer> EnterAsync(Turnhout turnhout, string request, string key, string channel = "telefoon", Gegevensdeling.Parties.Caller? who = null) =>
        turnhout.OfRequestAsync(who ?? turnhout.TeamDpo, request, "sleutel", new { sleutel = key, kanaal = channel });
}
