using Gegevensdeling.Api.Routes;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Api;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>
/// Under Turnhout goes the Groeipakket request and nothing else. Maldegem is loaded and its people are known; until its exchange exists nothing goes under it, by any
/// route.
/// </summary>
public sealed class OtherProtocolsTests
{
    [Theory]
    [InlineData("turnhout-2021")]
    [InlineData("maldegem-2023")]
    [Requirement("G1", "F5")]
    public async Task No_route_admits_anything_under_a_protocol_that_is_not_of_its_exchange(string id)
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync();
        var wrong = new List<string>();
        foreach (var who in Everybody(rig, id))
        {
            foreach (var route in LawRoutes.Create(rig.Host.Law, rig.Host.Engine).Routes.Where(route => route.Access is Access.Granted { Action: var action } && IsOfAnother(route, action, id)))
            {
                var answer = await AskAsync(rig, route, who, id, exchange);
                if (answer.Status is not (403 or 404 or 422))
                    wrong.Add($"{route.Name}: {who.Roles.Single().Word()} bij {who.Party}: {answer.Status}");
            }
        }

        Assert.Empty(wrong);
        Assert.Empty(await rig.Host.Law.Ports.Register.OfProtocolAsync(new(id), liveOnly: false, Rig.Cancelled).ToListAsync(Rig.Cancelled));
    }

    /// <summary>Not even with every finding accepted: what is missing is the exchange, not a signature. Turnhout's are accepted as committed.</summary>
    [Theory]
    [InlineData("turnhout-2021")]
    [InlineData("maldegem-2023")]
    [Requirement("G1")]
    public async Task Acceptance_of_every_finding_does_not_open_a_way_for_a_referral(string id)
    {
        using var folder = new ProtocolCopy();
        var open = Protocols.ProtocolFindings.Check(Assert.IsType<Protocols.ProtocolFileResult.Loaded>(Protocols.ProtocolFile.Parse(
            $"{id}.json", await File.ReadAllBytesAsync(Path.Combine(folder.Path, $"{id}.json"), Rig.Cancelled))).Protocol);
        folder.Change(id, protocol => protocol["aanvaardeBevindingen"] = new System.Text.Json.Nodes.JsonArray([.. open.Select(finding => new System.Text.Json.Nodes.JsonObject
        {
            ["code"] = finding.Code, ["onderwerp"] = finding.Subject, ["bevinding"] = "Verzonnen.", ["door"] = "Iemand (voorbeeld)", ["op"] = "2023-04-01", ["waarom"] = "Voor deze test.",
            ["bron"] = "eigen", ["reden"] = "Voor deze test.",
        })]));
        await using var rig = await Rig.StartAsync(protocols: folder.Path);
        Assert.IsType<Protocols.ProtocolStanding.InForce>(rig.Host.Law.Protocols.At(new(id), rig.Clock.GetUtcNow()));
        (await rig.CreateAsync(Referrals.Body(Client.Any, id))).Refuses(422, "protocol-onbekend");
        Assert.Empty(await rig.Host.Law.Ports.Register.OfProtocolAsync(new(id), liveOnly: false, Rig.Cancelled).ToListAsync(Rig.Cancelled));
    }

    private static bool IsOfAnother(Route route, ProtocolAction action, string id) =>
        Uploads.IsGroeipakket(route) ? id != "turnhout-2021" : action.Content || route.Path.Text.StartsWith("/doorverwijzingen", StringComparison.Ordinal);

    /// <summary>Every role at every party of the protocol; at Opgroeien regie only what has no referral of its own to see.</summary>
    private static IEnumerable<Caller> Everybody(Rig rig, string id) =>
        from party in rig.Host.Law.Protocols.Find(new(id))!.Parties.Select(party => party.Id)
        where party != rig.Mechelen.Sender
        from role in RoleWords.All
        select new Caller(party, new HashSet<Role> { role }, $"{party}/verzonnen-{role.Word()}", "Iemand", "iemand@voorbeeld.example");

    private static async Task<Answer> AskAsync(Rig rig, Route route, Caller who, string protocol, ExchangeId exchange)
    {
        var path = route.Path.Text.Replace("{verwijzing}", exchange.Value, StringComparison.Ordinal).Replace("{protocol}", protocol, StringComparison.Ordinal) + Uploads.Query(route, new(protocol));
        if (route.Verb == Verb.Get)
            return await rig.GetAsync(who, path);
        var purpose = Rig.PurposeOf(rig.Host.Law.Protocols.Find(new(protocol))!, who.Party);
        return route.Name == "doorverwijzen"
            ? await rig.CreateAsync(Referrals.Body(Client.Any, protocol), who, purpose)
            : await rig.SendAsync(who, HttpMethod.Post, path, await Uploads.BodyAsync(route), purpose);
    }
}
