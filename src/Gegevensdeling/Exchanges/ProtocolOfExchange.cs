using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges;

/// <summary>The version of the protocol under which an exchange runs: the one it started under.</summary>
public static class ProtocolOfExchange
{
    /// <exception cref="InvalidOperationException">The protocol's file is no longer loaded, while exchanges under it exist.</exception>
    public static Protocol Of(this ProtocolCatalog protocols, ExchangeHead head) =>
        protocols.Find(head.Protocol, head.ProtocolVersion)
            ?? throw new InvalidOperationException($"Version {head.ProtocolVersion} of the protocol {head.Protocol} is not loaded, but exchanges under it exist");
}
