using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Stores;

/// <summary>A message to a person or a mailbox. Subject and text name nobody (W4); the exchange is named by its reference only.</summary>
/// <param name="Id">The step that sends it: sent again with the same id, it is the same message.</param>
/// <param name="To">One address, from the protocol file or the staff directory.</param>
/// <param name="Attachment">The sealed archive to attach, or null.</param>
public sealed record OutboundMessage(string Id, ExchangeId Exchange, string To, string Subject, string Text, BlobName? Attachment)
{
    /// <summary>Prints no address: it may be a member of staff's.</summary>
    public override string ToString() => $"{Exchange} {Id}";
}

/// <summary>Sends messages; the local one writes them to a folder.</summary>
public interface IOutbox
{
    Task SendAsync(OutboundMessage message, CancellationToken cancellation);

    /// <summary>Deletes the sealed archives that messages of this exchange still carry here; the messages themselves name nobody and stay.</summary>
    Task DeleteAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>How many messages of this exchange still carry an archive here.</summary>
    Task<int> CountAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>Forgets every message of this exchange: they carry addresses of staff, whose term has ended with the history's.</summary>
    Task ForgetAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>The exchanges of which a message still carries an archive here.</summary>
    IAsyncEnumerable<StoredCopy> ListAttachmentsAsync(CancellationToken cancellation);
}
