using Gegevensdeling.Api.Routes;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Api;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;
using static Gegevensdeling.Local.Tests.Groeipakket.Turnhout;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>While the protocol of Turnhout is suspended, and once it has ended, no route moves anything of a request or an answer.</summary>
public sealed class StoppedTests
{
    [Fact]
    [Requirement("G10")]
    public async Task A_suspended_protocol_shows_and_moves_nothing_and_still_erases()
    {
        await using var rig = await Rig.StartAsync();
        var live = await LiveCase.StartAsync(rig);
        (await rig.PostAsync(live.Turnhout.TeamDpo, "/protocollen/turnhout-2021/schorsing", new { reden = "waarborgen-ontbreken" })).Is(204);
        await ContentRefusesAsync(live, "protocol-geschorst");

        Assert.Equal("beantwoord", State(await live.Turnhout.RequestAsync(live.Request)));
        (await live.Turnhout.PostAsync(live.Turnhout.Service, $"/groeipakketvragen/{live.Request}/annulering")).Is(204);
        await rig.TurnAsync(TimeSpan.FromMinutes(10)); // request and answer end at once: a step of the one that met the other is repeated
        Assert.Equal(("gewist", "gewist"), (State(await live.Turnhout.RequestAsync(live.Request)), State(await live.Turnhout.AnswerAsync(live.Answer))));
    }

    [Fact]
    [Requirement("G8", "G9")]
    public async Task A_protocol_that_was_ended_for_breach_shows_and_moves_nothing()
    {
        await using var rig = await Rig.StartAsync();
        var live = await LiveCase.StartAsync(rig);
        (await rig.PostAsync(SyntheticPeople.SendingSignatory, "/protocollen/turnhout-2021/einde", new { oorzaak = "inbreuk", vanaf = "2026-03-02", kenmerk = "E-1" })).Is(204);
        await ContentRefusesAsync(live, "protocol-beeindigd");
    }

    /// <summary>None is forgotten, since the table is walked.</summary>
    private static async Task ContentRefusesAsync(LiveCase live, string code)
    {
        var walked = 0;
        foreach (var route in LawRoutes.Create(live.Rig.Host.Law, live.Rig.Host.Engine).Routes.Where(route => Uploads.IsGroeipakket(route) && route.Access is Access.Granted { Action.Content: true }))
        {
            (await live.AskAsync(route, By(live.Turnhout, ((Access.Granted)route.Access).Action))).Refuses(422, code);
            walked++;
        }

        Assert.True(walked >= 10);
    }

    private static Caller By(Turnhout turnhout, ProtocolAction action) => action.Grants[0].Role switch
    {
        Role.SocialService => turnhout.Service,
        Role.RegistryTeam => turnhout.Team,
        Role.Dpo => turnhout.TeamDpo,
        var other => throw new InvalidOperationException(other.Word()),
    };
}
