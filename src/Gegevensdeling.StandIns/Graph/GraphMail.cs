namespace Gegevensdeling.StandIns.Graph;

/// <summary>A message that was accepted, as its reader would find it.</summary>
/// <param name="At">By the server's clock.</param>
/// <param name="To">The one recipient.</param>
/// <param name="SavedToSentItems">True keeps a copy, archive and all, in the sender's mailbox.</param>
/// <param name="Reference">The header <c>x-gegevensdeling-id</c>: two messages with the same one are one message, twice.</param>
public sealed record GraphMail(
    DateTimeOffset At, string To, string Subject, string Text, IReadOnlyList<GraphAttachment> Attachments, bool SavedToSentItems, string? Reference);

public sealed record GraphAttachment(string Name, string ContentType, byte[] Content);

/// <summary>A notification in somebody's activity feed.</summary>
/// <param name="User">As it stood in the address.</param>
public sealed record GraphActivity(string User, string ActivityType, string PreviewText, IReadOnlyDictionary<string, string> Parameters);
