using System.Collections.Concurrent;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>An outbox that also remembers every message once, by its id, as the real ones do.</summary>
internal sealed class Postbox(IOutbox inner) : IOutbox
{
    private readonly ConcurrentDictionary<(ExchangeId, string), OutboundMessage> sent = new();

    public IReadOnlyCollection<OutboundMessage> Sent => [.. sent.Values];

    /// <summary>How many messages have this in their subject.</summary>
    public int Count(string subject) => Sent.Count(message => message.Subject.Contains(subject, StringComparison.Ordinal));

    public async Task SendAsync(OutboundMessage message, CancellationToken cancellation)
    {
        await inner.SendAsync(message, cancellation);
        sent[(message.Exchange, message.Id)] = message;
    }

    public Task DeleteAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => inner.DeleteAttachmentsAsync(exchange, cancellation);

    public Task<int> CountAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => inner.CountAttachmentsAsync(exchange, cancellation);

    public Task ForgetAsync(ExchangeId exchange, CancellationToken cancellation) => inner.ForgetAsync(exchange, cancellation);

    public IAsyncEnumerable<StoredCopy> ListAttachmentsAsync(CancellationToken cancellation) => inner.ListAttachmentsAsync(cancellation);
}
