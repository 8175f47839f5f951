using Gegevensdeling.Api.Routes;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Groeipakket;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Api;

/// <summary>Every route of the Groeipakket request, asked by its people and by every role at every body, over HTTP.</summary>
public sealed class GroeipakketMatrixTests
{
    [Fact]
    [Requirement("P15", "G21", "W21")]
    public async Task On_a_live_request_the_host_does_what_the_table_says_and_only_the_social_service_sees_the_answer()
    {
        await using var rig = await Rig.StartAsync();
        var live = await LiveCase.StartAsync(rig);

        // What shows content first, while all of it is there; receipts and certificates come with the end.
        var routes = Routes(rig).Where(route => !IsDocument(route) && !Uploads.IsOfDossier(route)).OrderByDescending(route => route.Reveals);
        var seen = await WalkAsync(live, routes);
        Assert.Equal(
            [
                "groeipakket-inhoud: kadaster-team bij opgroeien-regie",
                "groeipakketantwoord-begunstigden: sociale-dienst bij ocmw-turnhout",
                "groeipakketantwoord-bestand: sociale-dienst bij ocmw-turnhout",
                "groeipakketantwoord-openen: sociale-dienst bij ocmw-turnhout",
                "groeipakketantwoord-sleutel-tonen: dpo bij opgroeien-regie",
            ],
            seen.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    [Requirement("P15", "G21", "W21")]
    public async Task On_a_request_that_is_over_the_host_does_what_the_table_says_and_shows_nothing_to_anybody()
    {
        await using var rig = await Rig.StartAsync();
        var over = await (await LiveCase.StartAsync(rig)).EndAsync();
        Assert.Empty(await WalkAsync(over, Routes(rig)));
    }

    /// <summary>A reference of another kind is no reference here, not even for somebody who is party to both.</summary>
    [Fact]
    public async Task A_reference_of_another_kind_does_not_exist_on_a_route()
    {
        await using var rig = await Rig.StartAsync();
        var live = await LiveCase.StartAsync(rig);
        var referral = (await rig.ReferAsync()).Value;
        var wrong = new List<string>();
        foreach (var route in LawRoutes.Create(rig.Host.Law, rig.Host.Engine).Routes.Where(route => route.Path.Text.Contains("{verwijzing}", StringComparison.Ordinal)))
        {
            string[] others = !Uploads.IsGroeipakket(route) ? [live.Request, live.Answer] : Uploads.IsOfAnswer(route) ? [referral, live.Request] : [referral, live.Answer];
            foreach (var who in EveryRoleAt([live.Turnhout.Protocol.Registry(), live.Turnhout.Protocol.Service()]))
            {
                foreach (var other in others)
                {
                    var answer = await live.AskAsync(route, who, other);
                    if (answer.Code is not ("niet-bevoegd" or "niet-gevonden"))
                        wrong.Add($"{route.Name} met {other[..2]}: {who.Roles.Single().Word()} bij {who.Party}: {answer.Status} {answer.Code}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    /// <returns>Which route showed content, and to whom.</returns>
    private static async Task<IReadOnlyList<string>> WalkAsync(LiveCase on, IEnumerable<Route> routes)
    {
        var (wrong, seen) = (new List<string>(), new List<string>());
        foreach (var route in routes)
        {
            foreach (var who in Everybody(on))
            {
                var (answer, expected) = (await on.AskAsync(route, who), Expected(on, route, who));
                var actual = answer.Code switch { "niet-bevoegd" => "-", "niet-gevonden" or "protocol-onbekend" => "onbekend", _ => "mag" };
                if (answer.Status >= 500 || expected != actual)
                    wrong.Add($"{route.Name}: {who.Roles.Single().Word()} bij {who.Party}: {expected} verwacht, {answer.Status} {answer.Code}");
                if (route.Reveals && answer.Status == 200)
                    seen.Add($"{route.Name}: {who.Roles.Single().Word()} bij {who.Party}");
            }

            if ((await on.AskAsync(route, null)).Status is not 401 and var status)
                wrong.Add($"{route.Name}: zonder aanmelding {status}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        return seen;
    }

    private static string Expected(LiveCase on, Route route, Caller who)
    {
        var protocol = on.Turnhout.Protocol;
        var sides = route.Name == "groeipakketvraag-bezwaar" ? OfObjection(protocol.SideOf(who.Party))
            : Uploads.IsOfAnswer(route) || Uploads.IsOfDossier(route) ? protocol.SidesOfAnswer(who.Party)
            : protocol.SidesOfRequest(who.Party);
        return RealMatrix.Cell(((Access.Granted)route.Access).Action, who.Roles, sides);
    }

    /// <summary>An objection is made where the person is dealt with: Opgroeien regie sends, city and OCMW receive, in the request as in the answer.</summary>
    private static Sides OfObjection(GroeipakketSide? side) => side switch { GroeipakketSide.Registry => Sides.Sender, GroeipakketSide.Requester => Sides.Receiver, _ => Sides.None };

    private static IEnumerable<Caller> Everybody(LiveCase on)
    {
        var (turnhout, protocol) = (on.Turnhout, on.Turnhout.Protocol);
        Caller[] people =
        [
            turnhout.Service, turnhout.City, turnhout.Head, turnhout.ServiceDpo, SyntheticPeople.CityDpo(protocol), turnhout.Team, turnhout.TeamDpo, SyntheticPeople.TeamMember,
            on.Rig.Worker, SyntheticPeople.ReceivingDpo(on.Rig.Mechelen), SyntheticPeople.Operator,
        ];
        return people.Concat(EveryRoleAt(people.Select(person => person.Party).Distinct()));
    }

    private static IEnumerable<Caller> EveryRoleAt(IEnumerable<Exchanges.PartyId> parties) =>
        from party in parties
        from role in RoleWords.All
        select new Caller(party, new HashSet<Role> { role }, $"{party}/verzonnen-{role.Word()}", "Iemand", $"{role.Word()}@{party}.example");

    private static IEnumerable<Route> Routes(Rig rig) => LawRoutes.Create(rig.Host.Law, rig.Host.Engine).Routes.Where(Uploads.IsGroeipakket);

    private static bool IsDocument(Route route) => route.Name.EndsWith("bewijs", StringComparison.Ordinal);
}
