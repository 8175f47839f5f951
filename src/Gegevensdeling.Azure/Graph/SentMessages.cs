using Azure;
using Azure.Data.Tables;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Azure.Graph;

/// <summary>The table of what was sent: partition the exchange, row the message.</summary>
internal sealed class SentMessages(TableClient table)
{
    private const string State = "Toestand";
    private const string Doubts = "Twijfels";
    private const string Notified = "Melding";
    private const string Turn = "Beurt";

    // What stands in the table, in the order of the enumerations; renamed or reordered only with the rows that exist.
    private static readonly string[] States = ["open", "poging", "onbevestigd", "verzonden"];
    private static readonly string[] Notifications = ["geen", "poging", "gemeld", "mislukt"];

    public async Task<SentMessage> FindAsync(ExchangeId exchange, string id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(exchange.Value, id, cancellationToken: cancellation);
        return found.HasValue && found.Value is { } row
            ? new(
                exchange, id, (SentState)Array.IndexOf(States, row.GetString(State)), row.GetInt32(Doubts) ?? 0,
                (NotifiedState)Array.IndexOf(Notifications, row.GetString(Notified)), row.GetString(Turn), row.ETag)
            : new(exchange, id, SentState.Open, 0, NotifiedState.None, "", default);
    }

    /// <summary>Writes, unless somebody else wrote since it was read.</summary>
    /// <exception cref="RequestFailedException">409 or 412: another process has this message in hand.</exception>
    public async Task<SentMessage> WriteAsync(SentMessage message, CancellationToken cancellation)
    {
        var turn = Guid.NewGuid().ToString("N");
        var row = new TableEntity(message.Exchange.Value, message.Id)
        {
            [State] = States[(int)message.State],
            [Doubts] = message.Doubts,
            [Notified] = Notifications[(int)message.Notified],
            [Turn] = turn,
        };
        try
        {
            var answer = message.Tag == default
                ? await table.AddEntityAsync(row, cancellation)
                : await table.UpdateEntityAsync(row, message.Tag, TableUpdateMode.Replace, cancellation);
            return message with { Turn = turn, Tag = answer.Headers.ETag ?? throw new InvalidOperationException("A write without an ETag") };
        }
        catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
        {
            // The client tried again after a lost acknowledgement and met its own write.
            var now = await FindAsync(message.Exchange, message.Id, cancellation);
            if (now.Turn != turn)
                throw;
            return now;
        }
    }

    public async Task ForgetAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {exchange.Value}"), cancellationToken: cancellation))
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
    }
}
