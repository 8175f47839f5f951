using System.Runtime.CompilerServices;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Debtors;
using Gegevensdeling.Local.Tests.Governance;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Api;

public sealed class RealMatrixTests
{
    /// <summary>The processor's register (art. 30.2 GDPR): no content, no person.</summary>
    private const string OwnRegister = "verwerkersregister";

    [Fact]
    [Requirement("G21", "R2", "W12", "W21")]
    public async Task Every_role_on_every_side_may_what_the_approved_table_says()
    {
        await using var rig = await Rig.StartAsync();
        var text = RealMatrix.Render(LawRoutes.Create(rig.Host.Law, rig.Host.Engine));
        var (approved, received) = (Beside("wie-mag-wat.approved.txt"), Beside("wie-mag-wat.received.txt"));
        if (File.Exists(approved) && await File.ReadAllTextAsync(approved, Rig.Cancelled) == text)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, text, Rig.Cancelled);
        Assert.Fail($"The table of who may do what is another one: read {received} and approve it.");
    }

    [Fact]
    [Requirement("W21")]
    public async Task An_operator_has_no_route_but_the_public_ones_its_own_register_and_the_report_of_a_breach()
    {
        await using var rig = await Rig.StartAsync();
        foreach (var route in LawRoutes.Create(rig.Host.Law, rig.Host.Engine).Routes)
        {
            if (route.Access is Access.Granted { Action: var action } && route.Name != OwnRegister && action != BreachActions.Report)
                Assert.IsType<Verdict.Refused>(Authority.DecideAnywhere(new HashSet<Role> { Role.Operator }, action));
        }

        // Art. 33.2 GDPR: as a processor it tells, from its own body only, and sees nothing by it.
        Assert.False(BreachActions.Report.Content);
        Assert.Equal([new Grant(Role.Operator, Sides.Processor)], BreachActions.Report.Grants.Where(grant => grant.Role == Role.Operator));
        Assert.DoesNotContain(BreachActions.Report.Grants, grant => grant.Role != Role.Operator && grant.Sides.HasFlag(Sides.Processor));
    }

    /// <summary>Every route, asked by every invented person and by every role at every party: over HTTP, on a referral that was opened and has ended.</summary>
    [Fact]
    [Requirement("G21", "R2", "W12", "W21")]
    public async Task The_host_does_what_the_table_says_to_everybody()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync(Client.Of(901));
        await rig.ContactAsync(exchange);
        var dossier = await rig.AcknowledgedAsync(exchange);
        (await rig.ReplaceAsync(dossier, Client.Of(903))).Is(204);
        await EndAsync(rig, exchange);
        var dossiers = await Dossiers.OpenAsync(rig, dossier);
        // Those of files and lists stand in GroeipakketMatrixTests, ListMatrixTests and DebtorMatrixTests.
        var routes = LawRoutes.Create(rig.Host.Law, rig.Host.Engine).Routes.Where(route => !Uploads.IsGroeipakket(route) && !ListMatrixTests.IsOfList(route) && !DebtorCase.IsOf(route));
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            foreach (var who in Everybody(rig))
            {
                var answer = await AskAsync(rig, route, who, exchange, dossiers);
                var expected = Expected(rig, route, who);
                var actual = answer.Code switch { "niet-bevoegd" => "-", "niet-gevonden" or "protocol-onbekend" => "onbekend", _ => "mag" };
                if (answer.Status >= 500 || expected != actual)
                    wrong.Add($"{route.Name}: {who.Roles.Single().Word()} bij {who.Party}: {expected} verwacht, {answer.Status} {answer.Code}");
            }

            var anonymous = await AskAsync(rig, route, null, exchange, dossiers);
            if (anonymous.Status != (route.Access is Access.Open ? 200 : 401))
                wrong.Add($"{route.Name}: zonder aanmelding {anonymous.Status}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task EndAsync(Rig rig, ExchangeId exchange) =>
        (await rig.DoAsync(rig.Worker, exchange, "uitkomst", new { wenstHulp = false, wijze = "telefoon" })).Is(204);

    private static IEnumerable<Caller> Everybody(Rig rig)
    {
        Caller[] people =
        [
            SyntheticPeople.TeamMember, SyntheticPeople.SendingDpo, SyntheticPeople.Operator,
            .. new[] { rig.Mechelen, rig.Kasterlee }.SelectMany(protocol => new[]
            {
                SyntheticPeople.SocialWorker(protocol), SyntheticPeople.Colleague(protocol), SyntheticPeople.HeadOfService(protocol), SyntheticPeople.ReceivingDpo(protocol),
            }),
        ];
        PartyId[] parties = [.. people.Select(person => person.Party).Distinct()];
        return people.Concat(parties.SelectMany(party => RoleWords.All.Select(role =>
            new Caller(party, new HashSet<Role> { role }, $"{party}/verzonnen-{role.Word()}", "Iemand", "iemand@voorbeeld.example"))));
    }

    internal static Task<Answer> AskAsync(Rig rig, Route route, Caller? who, ExchangeId exchange, Dossiers dossiers)
    {
        var path = route.Path.Text.Replace("{verwijzing}", exchange.Value, StringComparison.Ordinal).Replace("{protocol}", "mechelen-2024", StringComparison.Ordinal)
            .Replace("{dossier}", dossiers.For(route), StringComparison.Ordinal).Replace("{kop}", "mechelen-2024_2026-03_2026-03-01", StringComparison.Ordinal);
        if (route.Verb == Verb.Get)
            return rig.GetAsync(who, path);
        var purpose = Rig.PurposeOf(rig.Mechelen, route.Name is "doorverwijzen" or "sleutel-tonen" or "fout-inhoud" ? rig.Mechelen.Sender : rig.Mechelen.Receiver);
        return rig.PostAsync(who, path, Samples.BodyOf(route.Name), purpose);
    }

    private static string Expected(Rig rig, Route route, Caller who)
    {
        if (route.Access is not Access.Granted { Action: var action })
            return "mag";
        if (route.Name is OwnRegister or "verwerkingsregister")
        {
            // No exchange and no side: a party of any protocol, and for its own register the operator, who is the processor of each.
            var stands = rig.Host.Law.Protocols.OfParty(who.Party).Count > 0 || (route.Name == OwnRegister && who.Roles.Contains(Role.Operator));
            return RealMatrix.Cell(action, who.Roles, stands ? Sides.Sender | Sides.Receiver : Sides.None);
        }

        var sides = (who.Party == rig.Mechelen.Sender ? Sides.Sender : Sides.None)
            | (who.Party == rig.Mechelen.Receiver || (route.Name == "lijst" && who.Party == rig.Kasterlee.Receiver) ? Sides.Receiver : Sides.None)
            | (who.Party == SyntheticPeople.OperatorParty && action == BreachActions.Report ? Sides.Processor : Sides.None);
        if (route.Name.StartsWith("toegangscontrole", StringComparison.Ordinal) && who.Party != rig.Mechelen.Receiver)
            sides = Sides.None; // the dossier that is asked for is the OCMW's own
        if (route.Name == "bewijs-pakket" && who.Party != rig.Mechelen.Sender)
            sides = Sides.None; // Opgroeien regie asked for it
        return RealMatrix.Cell(action, who.Roles, route.Name == "lijst" ? sides & Sides.Receiver : sides);
    }

    private static string Beside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
