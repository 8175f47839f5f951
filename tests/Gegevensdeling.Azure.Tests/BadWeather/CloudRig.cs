using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.StandIns;

namespace Gegevensdeling.Azure.Tests.BadWeather;

/// <summary>The local host on the Azure adapters, with weather in front of each service. Everything is its own: nothing is shared with another test.</summary>
internal sealed class CloudRig : IAsyncDisposable
{
    private readonly Dictionary<Service, WeatherProxy> fronts;

    private CloudRig(Rig rig, StandInCloud cloud, Dictionary<Service, WeatherProxy> fronts) => (Rig, Cloud, this.fronts) = (rig, cloud, fronts);

    public Rig Rig { get; }

    public StandInCloud Cloud { get; }

    public static async Task<CloudRig> StartAsync()
    {
        (StandInCloud Cloud, Dictionary<Service, WeatherProxy> Fronts)? opened = null;
        var rig = await Rig.StartAsync(stores: async (root, clock, cancellation) =>
        {
            var cloud = await StandInCloud.StartAsync(Directory.CreateDirectory(Path.Combine(root, "azure")).FullName, clock, cancellation);
            var fronts = new Dictionary<Service, WeatherProxy>();
            foreach (var (service, address) in new[] { (Service.Blobs, cloud.Azurite.Blobs), (Service.Tables, cloud.Azurite.Tables), (Service.Vault, cloud.ExchangeVault.Address), (Service.Graph, cloud.Graph.Address) })
                fronts[service] = await WeatherProxy.StartAsync(address, cloud.Certificate, cancellation);
            opened = (cloud, fronts);
            return await AzuritePorts.OnAsync(
                cloud, clock, cancellation,
                options => options with { Blobs = fronts[Service.Blobs].Address, Tables = fronts[Service.Tables].Address, ExchangeVault = fronts[Service.Vault].Address, Graph = fronts[Service.Graph].Address },
                connection => connection with { Retries = 1, RetryDelay = TimeSpan.FromMilliseconds(10), NetworkTimeout = TimeSpan.FromSeconds(2) });
        });
        return new(rig, opened!.Value.Cloud, opened.Value.Fronts);
    }

    public WeatherProxy Before(Service service) => fronts[service];

    public async Task<int> MailsWithArchiveAsync(ExchangeId exchange)
    {
        await Rig.Host.Engine.WaitUntilIdleAsync(Rig.Cancelled);
        return Cloud.Graph.Sent.Count(mail => mail.Attachments.Count > 0 && mail.Subject.Contains(exchange.Value, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        foreach (var front in fronts.Values)
            await front.DisposeAsync();
    }
}

/// <summary>What can fail by itself.</summary>
public enum Service
{
    Blobs,
    Tables,
    Vault,
    Graph,
}
