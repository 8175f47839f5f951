using Gegevensdeling.Api.Routes;
using Gegevensdeling.Local.Tests.Debtors;
using Gegevensdeling.Local.Tests.Governance;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Api;

/// <summary>Every route of corrections and objections around a debtor list, asked by every role at either party of Maldegem and at others, over HTTP.</summary>
public sealed class ListMatrixTests
{
    public static bool IsOfList(Route route) => route.Path.Text.Contains("/lijstverbeteringen", StringComparison.Ordinal) || IsOfObjection(route);

    [Fact]
    [Requirement("G17", "G21", "W21")]
    public async Task The_host_does_what_the_table_says_to_everybody()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ReleasedAsync([Person.Of(1), Person.Of(2)], [Person.Of(1)]);
        var office = new MaldegemOffice(rig);
        var dossier = (await office.DoAsync(office.Worker, "lijstverbeteringen", Samples.BodyOf("lijstfout-melden"))).Is(201).Json.GetProperty("verbetering").GetString()!;
        var objection = await maldegem.ObjectAsync(maldegem.Worker, Samples.BodyOf("debiteurenlijst-bezwaar")!);
        var (wrong, asked) = (new List<string>(), 0);
        foreach (var route in LawRoutes.Create(rig.Host.Law, rig.Host.Engine).Routes.Where(IsOfList))
        {
            var path = route.Path.Text.Replace("{protocol}", "maldegem-2023", StringComparison.Ordinal).Replace("{dossier}", IsOfObjection(route) ? objection : dossier, StringComparison.Ordinal);
            foreach (var who in Everybody())
            {
                var sides = who.Party.Value switch { "gemeente-maldegem" => Sides.Sender, "ocmw-maldegem" => Sides.Receiver, _ => Sides.None };
                var expected = RealMatrix.Cell(((Access.Granted)route.Access).Action, who.Roles, sides);
                var answer = await AskAsync(who, route, path);
                var actual = answer.Code switch { "niet-bevoegd" => "-", "niet-gevonden" => "onbekend", _ => "mag" };
                if (answer.Status >= 500 || expected != actual)
                    wrong.Add($"{route.Name}: {who.Roles.Single().Word()} bij {who.Party}: {expected} verwacht, {answer.Status} {answer.Code}");
                asked++;
            }

            if ((await AskAsync(null, route, path)).Status is not 401 and var status)
                wrong.Add($"{route.Name}: zonder aanmelding {status}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(asked > 600);

        Task<Answer> AskAsync(Caller? who, Route route, string path) => route.Verb == Verb.Get ? rig.GetAsync(who, path) : rig.PostAsync(who, path, Samples.BodyOf(route.Name), maldegem.PurposeOf(maldegem.Worker));
    }

    private static bool IsOfObjection(Route route) => route.Path.Text.StartsWith("/lijstbezwaren", StringComparison.Ordinal);

    private static IEnumerable<Caller> Everybody() =>
        from party in new[] { "gemeente-maldegem", "ocmw-maldegem", "ocmw-mechelen", "ocmw-turnhout", "opgroeien-regie", "gegevensdeling" }
        from role in RoleWords.All
        select new Caller(new(party), new HashSet<Role> { role }, $"{party}/verzonnen-{role.Word()}", "Iemand", $"{role.Word()}@{party}.example");
}
