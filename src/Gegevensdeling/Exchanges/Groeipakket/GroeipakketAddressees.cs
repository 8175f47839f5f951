using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Who hears what of a request and its answer.</summary>
public static class GroeipakketAddressees
{
    /// <summary>Team Kadaster &amp; Fluxen.</summary>
    public static string Team(this ExchangePost post, Protocol protocol) => post.Mailbox(protocol, protocol.Registry());

    /// <summary>Who asked, and the service of that body: somebody must hear it also when that person is away.</summary>
    public static async Task<IReadOnlyList<string?>> AskerAsync(this ExchangePost post, Protocol protocol, StaffRef asker, CancellationToken cancellation) =>
        [await post.MailOfAsync(asker, cancellation), post.Service(protocol)];

    /// <summary>The social service that alone sees the answer.</summary>
    public static string Service(this ExchangePost post, Protocol protocol) => post.Service(protocol, protocol.Service());

    public static string Head(this ExchangePost post, Protocol protocol) => post.Head(protocol, protocol.Service());
}
