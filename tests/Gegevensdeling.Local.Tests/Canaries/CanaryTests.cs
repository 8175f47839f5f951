using System.Text.Json.Nodes;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>F10: synthetic persons in every course of a referral; before erasure found nowhere outside the sealed archive, after it nowhere.</summary>
public sealed class CanaryTests
{
    private static readonly Dictionary<string, Func<Rig, ExchangeId, Task>> Courses = new()
    {
        ["client file"] = async (rig, exchange) =>
        {
            await rig.ContactAsync(exchange);
            (await rig.DoAsync(rig.Worker, exchange, "uitkomst", new { wenstHulp = true, clientdossierAangemaakt = true, wijze = "telefoon" })).Is(204);
        },
        ["no help wanted"] = async (rig, exchange) =>
        {
            await rig.ContactAsync(exchange);
            (await rig.DoAsync(rig.Worker, exchange, "uitkomst", new { wenstHulp = false, wijze = "telefoon" })).Is(204);
        },
        ["not for us, after opening"] = async (rig, exchange) =>
        {
            await rig.OpenAsync(exchange);
            (await rig.DoAsync(rig.Worker, exchange, "niet-voor-ons", new { reden = "andere-gemeente" })).Is(204);
        },
        ["unreachable"] = async (rig, exchange) =>
        {
            await rig.OpenAsync(exchange);
            await rig.TurnAsync(LegalCalendar.AddWorkingDays(rig.Clock.GetUtcNow(), rig.Mechelen.Referral!.FollowUp.UnreachableAfter + 1) - rig.Clock.GetUtcNow());
            (await rig.DoAsync(rig.Worker, exchange, "onbereikbaar")).Is(204);
        },
        ["withdrawn at the team"] = async (rig, exchange) => (await rig.DoAsync(rig.Team, exchange, "intrekking", new { wijze = "telefoon" })).Is(204),
        ["withdrawn at the OCMW"] = async (rig, exchange) =>
        {
            await rig.OpenAsync(exchange);
            (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "mail" })).Is(204);
        },
        ["key read out, lost, sealed again"] = async (rig, exchange) =>
        {
            await rig.TakeAsync(exchange);
            (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Is(204);
            (await rig.DoAsync(rig.Team, exchange, "sleutel/tonen")).Is(200);
            (await rig.DoAsync(rig.Worker, exchange, "sleutel/ontvangst")).Is(204);
            (await rig.DoAsync(rig.Worker, exchange, "bestand")).Is(200);
            (await rig.DoAsync(rig.Worker, exchange, "sleutel/verloren", new { reden = "mogelijk-gekend" })).Is(204);
            (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
            (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "mail" })).Is(204);
        },
        ["erased by the sweep alone"] = async (rig, exchange) =>
        {
            await rig.Host.Engine.StopAsync(Rig.Cancelled);
            (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
            Assert.Equal(1, (await rig.SweepAsync()).Erased);
            await rig.Host.Engine.StartProcessingAsync();
            await rig.Host.Engine.WaitUntilIdleAsync(Rig.Cancelled);
        },
    };

    public static TheoryData<string> Ends => [.. Courses.Keys];

    [Theory]
    [MemberData(nameof(Ends))]
    [Requirement("F10", "F3", "W12")]
    public async Task A_person_is_found_nowhere_outside_the_archive_and_nowhere_after(string end)
    {
        await using var watched = await Watched.StartAsync();
        var rig = watched.Rig;
        Client[] clients = [Client.Of(200 + Courses.Keys.ToList().IndexOf(end)), Client.Of(300 + Courses.Keys.ToList().IndexOf(end))];
        await RefusedAsync(rig, clients[1]);
        var exchange = await rig.ReferAsync(clients[0]);
        watched.HoldsNothingOf(clients, $"{end}, sealed and sent");
        Assert.Single(watched.Keys);
        var head = (await rig.Host.Law.Ports.Register.FindAsync(exchange, Rig.Cancelled))!;
        string[] secrets = [.. head.Pseudonyms, head.Salt!];
        Assert.NotEmpty(new Haystack(secrets).Folder(rig.Root).Found); // as long as it lives the register knows it

        await Courses[end](rig, exchange);
        await EverybodyLooksAsync(rig, exchange);
        Assert.True(await rig.IsErasedAsync(exchange), end);
        watched.HasForgotten(clients, secrets, $"{end}, erased");

        await rig.TurnAsync(TimeSpan.FromDays(rig.Mechelen.Retention.History.Days + 1));
        await rig.SweepAsync();
        await rig.RestartAsync();
        watched.HasForgotten(clients, secrets, $"{end}, purged and restarted");
    }

    /// <summary>Refused requests leave nothing either.</summary>
    private static async Task RefusedAsync(Rig rig, Client client)
    {
        (await rig.CreateAsync(Referrals.Body(client).With("client.rijksregisternummer", "85073003328"))).Is(422);
        (await rig.CreateAsync(Referrals.Body(client).With("toestemming.gegeven", JsonValue.Create(false)))).Is(422);
        (await rig.CreateAsync(Referrals.Body(client, postcode: "9000"))).Is(422);
        (await rig.CreateAsync(Referrals.Body(client).With("client.telefoonnummer", client.Name))).Is(400);
        (await rig.CreateAsync(Referrals.Body(client).With("client.adres.straat", new JsonObject { [client.Name] = client.Mail }))).Is(400);
        (await rig.CreateAsync(Referrals.Body(client), rig.Worker)).Is(403);
        (await rig.AskAsync(rig.Team, HttpMethod.Post, "/doorverwijzingen", Referrals.Body(client).ToJsonString()[..^3], "x")).Is(400);
    }

    private static async Task EverybodyLooksAsync(Rig rig, ExchangeId exchange)
    {
        foreach (var who in new[] { rig.Team, rig.Worker, rig.Head, SyntheticPeople.SendingDpo, SyntheticPeople.ReceivingDpo(rig.Mechelen), SyntheticPeople.Operator })
        {
            foreach (var what in new[] { "aflevering", "sleutel", "ontvangstbewijs", "wisbewijs" })
                await rig.SeeAsync(who, exchange, what);
            await rig.GetAsync(who, "/doorverwijzingen");
            await rig.GetAsync(who, "/protocollen/mechelen-2024/evaluatie");
        }
    }
}
