using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Local.Host;

/// <summary>Where this host keeps everything.</summary>
public interface IHostPorts : IAsyncDisposable
{
    Ports Ports { get; }

    /// <summary>True for what means 'later' there: the same request may succeed in a while.</summary>
    bool IsOutage(Exception exception);
}
