using Azure;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Azure.Graph;

/// <summary>How far one message came.</summary>
internal enum SentState
{
    /// <summary>Certainly not sent.</summary>
    Open,

    /// <summary>Being sent. Whoever finds it so came after a process that died.</summary>
    Attempt,

    /// <summary>Sent or not: nobody knows.</summary>
    Unconfirmed,

    /// <summary>Handed over, and never sent again.</summary>
    Sent,
}

/// <summary>What became of the notification beside it; tried once, for the mail says the same.</summary>
internal enum NotifiedState
{
    None,
    Attempt,
    Notified,
    Failed,
}

/// <summary>One row of the table: ids and states, no address and no text.</summary>
/// <param name="Doubts">How often nobody knew: 0 to 2.</param>
/// <param name="Turn">Of the last write, by which a writer knows its own when the acknowledgement is lost.</param>
internal sealed record SentMessage(ExchangeId Exchange, string Id, SentState State, int Doubts, NotifiedState Notified, string Turn, ETag Tag);
