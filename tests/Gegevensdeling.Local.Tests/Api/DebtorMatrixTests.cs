using Gegevensdeling.Api.Routes;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Debtors;
using Gegevensdeling.Local.Tests.Governance;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Api;

/// <summary>Every route of the monthly debtor exchange, asked by its people and by every role at every body, over HTTP.</summary>
public sealed class DebtorMatrixTests
{
    [Fact]
    [Requirement("D9", "G21", "W21")]
    public async Task In_a_month_that_runs_the_host_does_what_the_table_says_and_shows_each_side_its_own_only()
    {
        await using var rig = await Rig.StartAsync();
        var on = await DebtorCase.StartAsync(rig);

        // What shows content first, while all of it is there.
        var seen = await WalkAsync(on, Routes(rig).OrderByDescending(route => route.Reveals));
        Assert.Equal(
            [
                "boekhouding-ophalen: debiteurenteam bij gemeente-maldegem",
                "debiteurenlijst-openen: debiteurenteam bij ocmw-maldegem",
                "debiteurenlijst-openen: hoofd-sociale-dienst bij ocmw-maldegem",
                "debiteurenlijst-openen: maatschappelijk-werker bij ocmw-maldegem",
                "debiteurenlijst-overdragen: hoofd-sociale-dienst bij ocmw-maldegem",
                "vermeldingen-ophalen: debiteurenteam bij gemeente-maldegem",
            ],
            seen.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    [Requirement("D9", "G21", "W21")]
    public async Task When_it_is_over_the_host_does_what_the_table_says_and_shows_nothing_to_anybody()
    {
        await using var rig = await Rig.StartAsync();
        var on = await DebtorCase.StartAsync(rig);
        var office = new MaldegemOffice(rig);
        (await office.DoAsync(office.TownSignatory, "einde", new { oorzaak = "inbreuk", vanaf = "2026-03-02", kenmerk = "E-1" })).Is(204);
        await rig.TurnAsync(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        Assert.Empty(await WalkAsync(on, Routes(rig)));
    }

    /// <summary>A reference of another kind is no reference here, not even for somebody who is party to both.</summary>
    [Fact]
    public async Task A_month_a_list_and_a_copy_do_not_exist_on_the_routes_of_another_kind()
    {
        await using var rig = await Rig.StartAsync();
        var on = await DebtorCase.StartAsync(rig);
        var (wrong, referral) = (new List<string>(), (await rig.ReferAsync()).Value);
        foreach (var route in LawRoutes.Create(rig.Host.Law, rig.Host.Engine).Routes.Where(route => route.Path.Text.Contains("{verwijzing}", StringComparison.Ordinal)))
        {
            var others = new[] { on.Month, on.List, on.Delivery, referral }.Where(one => !DebtorCase.IsOf(route) ? one != referral : !route.Path.Text.Contains(KindOf(one), StringComparison.Ordinal));
            foreach (var (who, other) in EveryRoleAt([new("gemeente-maldegem"), new("ocmw-maldegem")]).SelectMany(who => others.Select(other => (who, other))))
            {
                if ((await (Uploads.IsGroeipakket(route) ? AskAsync(rig, route, who, other) : on.AskAsync(route, who, other))).Code is not ("niet-bevoegd" or "niet-gevonden") and var code)
                    wrong.Add($"{route.Name} met {other[..2]}: {who.Roles.Single().Word()} bij {who.Party}: {code}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <returns>Which route showed content, and to whom.</returns>
    private static async Task<IReadOnlyList<string>> WalkAsync(DebtorCase on, IEnumerable<Route> routes)
    {
        var (wrong, seen) = (new List<string>(), new List<string>());
        foreach (var route in routes)
        {
            foreach (var who in Everybody(on))
            {
                var (answer, expected) = (await on.AskAsync(route, who), RealMatrix.Cell(((Access.Granted)route.Access).Action, who.Roles, on.Maldegem.Protocol.SidesOfDebtors(who.Party)));
                var actual = answer.Code switch { "niet-bevoegd" => "-", "niet-gevonden" or "protocol-onbekend" => "onbekend", _ => "mag" };
                if (IsDocument(route) && answer.Status == 404 && expected == "mag")
                    actual = "mag"; // there is none of it yet, for whoever may read it
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

    private static IEnumerable<Caller> Everybody(DebtorCase on)
    {
        var maldegem = on.Maldegem;
        Caller[] people =
        [
            maldegem.Town, maldegem.TownDpo, maldegem.Worker, maldegem.DebtTeam, maldegem.Head, maldegem.Dpo, on.Rig.Worker, SyntheticPeople.ReceivingDpo(on.Rig.Mechelen),
            SyntheticPeople.TeamMember, SyntheticPeople.SendingDpo, SyntheticPeople.Operator,
        ];
        return people.Concat(EveryRoleAt(people.Select(person => person.Party).Distinct()));
    }

    private static IEnumerable<Caller> EveryRoleAt(IEnumerable<Exchanges.PartyId> parties) =>
        from party in parties
        from role in RoleWords.All
        select new Caller(party, new HashSet<Role> { role }, $"{party}/verzonnen-{role.Word()}", "Iemand", $"{role.Word()}@{party}.example");

    private static async Task<Answer> AskAsync(Rig rig, Route route, Caller who, string reference)
    {
        var path = route.Path.Text.Replace("{verwijzing}", reference, StringComparison.Ordinal);
        return route.Verb == Verb.Get ? await rig.GetAsync(who, path) : await rig.SendAsync(who, HttpMethod.Post, path, await Uploads.BodyAsync(route), "preventieve-hulp");
    }

    private static string KindOf(string reference) => reference[..2] switch { "DM" => "/debiteurenmaanden", "DL" => "/debiteurenlijsten", "DB" or "DK" => "/debiteurenkopieen", _ => "/doorverwijzingen" };

    private static IEnumerable<Route> Routes(Rig rig) => LawRoutes.Create(rig.Host.Law, rig.Host.Engine).Routes.Where(DebtorCase.IsOf);

    private static bool IsDocument(Route route) => route.Name.EndsWith("bewijs", StringComparison.Ordinal);
}
