using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges;

/// <summary>The protocol under which an exchange runs.</summary>
public static class ProtocolOfExchange
{
    /// <exception cref="InvalidOperationException">The protocol's file is no longer loaded, while exchanges under it exist.</exception>
    public static Protocol Of(this ProtocolCatalog protocols, ExchangeHead head) =>
        protocols.Find(head.Protocol) ?? throw new InvalidOperationException($"The protocol {head.Protocol} is not loaded, but exchanges under it exist");
}
