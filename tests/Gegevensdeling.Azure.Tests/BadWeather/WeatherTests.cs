using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.StandIns;
using Gegevensdeling.TestKit;
using Xunit;
using Sky = Gegevensdeling.StandIns.Weather;

namespace Gegevensdeling.Azure.Tests.BadWeather;

/// <summary>
/// A whole referral while one service is unreachable, slow, throttling, refusing, down, or loses the acknowledgement after the effect: at the
/// intake, while the archive is sent and while it is erased. It waits, tries again, and ends right when the weather clears.
/// </summary>
public sealed class WeatherTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly (string Name, Sky Weather)[] Skies =
    [
        ("unreachable", Sky.Unreachable), ("slow", Sky.Slow(TimeSpan.FromSeconds(5))), ("throttling", Sky.Throttling), ("down", Sky.Down), ("refusing", Sky.Refusing), ("acknowledgement lost", Sky.AcknowledgementLost),
    ];

    [Theory]
    [Requirement("R9")]
    [InlineData(Service.Blobs)]
    [InlineData(Service.Tables)]
    [InlineData(Service.Vault)]
    [InlineData(Service.Graph)]
    public async Task A_referral_ends_right_whatever_the_weather_was(Service service)
    {
        await using var cloud = await CloudRig.StartAsync();
        var front = cloud.Before(service);
        foreach (var (number, (name, weather)) in Skies.Index())
        {
            var before = front.Troubled;
            var reference = await ReferAsync(cloud, front, weather, Client.Of(number), $"weer-{number}");
            await EndAsync(cloud, front, weather, reference);
            Assert.True(front.Troubled > before, $"{name}: the weather was never met");
            Assert.InRange(await cloud.MailsWithArchiveAsync(reference), 1, weather == Sky.AcknowledgementLost ? 2 : 1);
        }
    }

    /// <summary>The weather turns before the request; the same request is repeated until it is accepted, and the archive is sent when it clears.</summary>
    private static async Task<ExchangeId> ReferAsync(CloudRig cloud, WeatherProxy front, Sky weather, Client client, string key)
    {
        var rig = cloud.Rig;
        front.Turn(weather);
        var answer = await rig.CreateAsync(Referrals.Body(client), key: key);
        if (answer.Status != 201)
            answer.Refuses(503, "tijdelijk-niet-beschikbaar");
        await rig.TurnAsync(TimeSpan.FromSeconds(20));
        front.Turn(Sky.Fair);
        var reference = new ExchangeId((await rig.CreateAsync(Referrals.Body(client), key: key)).Is(201).Json.GetProperty("verwijzing").GetString()!);
        await rig.TurnAsync(Patience);
        Assert.Equal(1, await rig.Host.Law.Ports.Keys.CountAsync(reference, Rig.Cancelled));
        Assert.Equal(1, await rig.Host.Law.Ports.Blobs.CountAsync(reference, Rig.Cancelled));
        return reference;
    }

    /// <summary>Nothing was erased early: it still opens. Then the weather turns once more, while it must be erased; the same outcome is repeated until it is recorded.</summary>
    private static async Task EndAsync(CloudRig cloud, WeatherProxy front, Sky weather, ExchangeId reference)
    {
        var (rig, ports) = (cloud.Rig, cloud.Rig.Host.Law.Ports);
        await rig.ContactAsync(reference);
        front.Turn(weather);
        var answer = await RecordOutcomeAsync(rig, reference);
        if (answer.Status != 204)
            answer.Refuses(503, "tijdelijk-niet-beschikbaar");
        await rig.TurnAsync(TimeSpan.FromSeconds(20));
        front.Turn(Sky.Fair);
        (await RecordOutcomeAsync(rig, reference)).Is(204);
        await rig.TurnAsync(Patience);
        Assert.True(await rig.IsErasedAsync(reference));
        Assert.Equal(0, await ports.Keys.CountAsync(reference, Rig.Cancelled));
        Assert.Equal(0, await ports.Blobs.CountAsync(reference, Rig.Cancelled));
        Assert.Contains("wisbewijs-1", await ports.Evidence.NamesAsync(reference, Rig.Cancelled));
    }

    private static Task<Answer> RecordOutcomeAsync(Rig rig, ExchangeId reference) => rig.PostAsync(
        rig.Worker, $"/doorverwijzingen/{reference}/uitkomst", new { wenstHulp = true, clientdossierAangemaakt = true, wijze = "telefoon" }, key: $"uitkomst-{reference}");
}
