using System.Diagnostics.Metrics;
using System.Net;
using Azure.Data.Tables;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Stores;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Azure.Graph;

/// <summary>
/// Sends by Microsoft Graph from one mailbox and keeps no copy. Graph has no idempotency key: a table holds what became of each message, so that a message
/// is sent once, and at most twice, with the same <c>x-gegevensdeling-id</c>, where an answer was lost.
/// </summary>
/// <param name="sent">An existing table, for nothing else.</param>
public sealed partial class GraphOutbox(GraphOptions options, AzureConnection connection, IBlobStore blobs, TableClient sent, TimeProvider clock, ILogger<GraphOutbox> log)
    : IOutbox, IDisposable
{
    /// <summary>
    /// The largest archive that is mailed, in bytes: sendMail attaches less than 3 MB (learn.microsoft.com/graph/outlook-large-attachments), and in base64
    /// it must fit in a request of 4 MB. Larger ones need an upload session, which would leave a copy in Sent Items.
    /// </summary>
    public const int LargestAttachment = 3_000_000;

    /// <summary>Not known twice is enough: a third message would be noise, and silence is told by the alarm.</summary>
    private const int MostDoubts = 2;

    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);
    private static readonly Meter Meter = new("Gegevensdeling");
    private static readonly Counter<long> Unconfirmed = Meter.CreateCounter<long>(
        "gegevensdeling.message.unconfirmed", description: "Messages that count as handed over although Graph never confirmed them");

    private readonly SentMessages rows = new(sent);
    private readonly Lazy<GraphPost> post = new(() => new(options, connection));
    private long restUntil;

    /// <exception cref="GraphException">Graph is away, refuses or did not answer; try again later.</exception>
    /// <exception cref="ActivityFailureException"><c>TeGrootVoorMail</c>: the archive must go by SFTP.</exception>
    /// <exception cref="FileNotFoundException">The archive is gone.</exception>
    public async Task SendAsync(OutboundMessage message, CancellationToken cancellation)
    {
        var row = await rows.FindAsync(message.Exchange, message.Id, cancellation);
        if (row.State == SentState.Sent)
            return;
        if (row.State == SentState.Attempt)
            row = row with { State = SentState.Unconfirmed, Doubts = row.Doubts + 1 };
        if (row.Doubts < MostDoubts)
        {
            if (clock.GetUtcNow().UtcTicks < Interlocked.Read(ref restUntil))
                throw GraphException.Resting();

            // The second doubt is the last: the message goes once more only when Graph answers again, not into the same bad weather.
            if (row.Doubts > 0)
                await post.Value.AskAsync(cancellation);
            var archive = message.Attachment is { } name ? await ReadAsync(name, cancellation) : null;
            row = await TryAsync(message, archive, await rows.WriteAsync(row with { State = SentState.Attempt }, cancellation), cancellation);
        }

        if (row.Doubts >= MostDoubts && row.State == SentState.Unconfirmed)
        {
            Unconfirmed.Add(1);
            NeverConfirmed(log, message.Exchange, message.Id);
        }

        var user = options.TeamsUserOf(message.To);
        row = await rows.WriteAsync(row with { State = SentState.Sent, Notified = user is null ? NotifiedState.None : NotifiedState.Attempt }, CancellationToken.None);
        if (user is not null)
            await NotifyAsync(user, row, cancellation);
    }

    public Task DeleteAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>0: what was sent is the recipient's, and nothing of it stays here.</summary>
    public Task<int> CountAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => Task.FromResult(0);

    public Task ForgetAsync(ExchangeId exchange, CancellationToken cancellation) => rows.ForgetAsync(exchange, cancellation);

    public IAsyncEnumerable<StoredCopy> ListAttachmentsAsync(CancellationToken cancellation) => AsyncEnumerable.Empty<StoredCopy>();

    public void Dispose()
    {
        if (post.IsValueCreated)
            post.Value.Dispose();
    }

    /// <summary>One attempt. It returns when the message was accepted, or when nobody knew for the second time.</summary>
    private async Task<SentMessage> TryAsync(OutboundMessage message, byte[]? archive, SentMessage row, CancellationToken cancellation)
    {
        try
        {
            await post.Value.MailAsync(message, archive, cancellation);
            return row;
        }
        catch (GraphException failure) when (failure.InDoubt)
        {
            row = row with { State = SentState.Unconfirmed, Doubts = row.Doubts + 1 };
            if (row.Doubts >= MostDoubts)
                return row;
            await rows.WriteAsync(row, CancellationToken.None);
            throw;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // An answer, no connection or no token: certainly not sent, so that this attempt leaves no doubt.
            await rows.WriteAsync(row with { State = row.Doubts > 0 ? SentState.Unconfirmed : SentState.Open }, CancellationToken.None);
            if (failure is GraphException refused)
                Heed(refused);
            throw;
        }
    }

    private void Heed(GraphException refused)
    {
        if (refused.RetryAfter is { } rest)
            Interlocked.Exchange(ref restUntil, (clock.GetUtcNow() + (rest < LongestRest ? rest : LongestRest)).UtcTicks);
        if (refused.StatusCode == HttpStatusCode.RequestEntityTooLarge)
            throw TooLarge();
    }

    private async Task NotifyAsync(string user, SentMessage row, CancellationToken cancellation)
    {
        try
        {
            await post.Value.NotifyAsync(user, row.Exchange, cancellation);
            await rows.WriteAsync(row with { Notified = NotifiedState.Notified }, cancellation);
        }
#pragma warning disable CA1031 // the mail left: whatever Teams does may neither lose nor repeat it
        catch (Exception failure)
#pragma warning restore CA1031
        {
            NotNotified(log, row.Exchange, row.Id, failure.GetType().Name, (int?)(failure as GraphException)?.StatusCode);
        }
    }

    private async Task<byte[]> ReadAsync(BlobName name, CancellationToken cancellation)
    {
        await using var archive = await blobs.OpenAsync(name, cancellation) ?? throw new FileNotFoundException("The archive of this message is gone");
        var bytes = new byte[LargestAttachment + 1];
        var read = await archive.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return read <= LargestAttachment ? bytes[..read] : throw TooLarge();
    }

    private static ActivityFailureException TooLarge() => new(new FailureCode("TeGrootVoorMail"), retry: false);

    [LoggerMessage(1, LogLevel.Error, "Message {Message} of {Exchange} was sent twice and never confirmed; it counts as handed over and is not sent again")]
    private static partial void NeverConfirmed(ILogger log, ExchangeId exchange, string message);

    [LoggerMessage(2, LogLevel.Warning, "Teams was not told of message {Message} of {Exchange}: {ExceptionType} {Status}; the mail was sent")]
    private static partial void NotNotified(ILogger log, ExchangeId exchange, string message, string exceptionType, int? status);
}
