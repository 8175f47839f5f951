using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Local.Host;

/// <summary>Where this host keeps everything.</summary>
public interface IHostPorts : IAsyncDisposable
{
    Ports Ports { get; }

    /// <summary>Makes the place of each party on the SFTP server, as the operator does in Azure (P10). Done again, it changes nothing.</summary>
    Task MakeDropAsync(IEnumerable<PartyId> parties, CancellationToken cancellation);

    /// <summary>True for what means 'later' there: the same request may succeed in a while.</summary>
    bool IsOutage(Exception exception);
}
