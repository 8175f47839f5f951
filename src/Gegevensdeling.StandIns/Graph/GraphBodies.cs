using System.Text.Json.Nodes;

namespace Gegevensdeling.StandIns.Graph;

/// <summary>Reads what the two operations are given, as strictly as their pages describe it.</summary>
internal static class GraphBodies
{
    // learn.microsoft.com/graph/api/user-sendmail; resources/message, fileAttachment, internetMessageHeader.
    /// <exception cref="FormatException">Something that the page asks for is missing or wrong.</exception>
    public static GraphMail Mail(JsonNode? body, DateTimeOffset at)
    {
        var message = body?["message"] ?? throw new FormatException("message");
        if (message["body"] is not { } text || !string.Equals(Text(text["contentType"]), "text", StringComparison.OrdinalIgnoreCase))
            throw new FormatException("body");
        if (message["toRecipients"] is not JsonArray and not null || message["toRecipients"]?.AsArray() is not [{ } recipient])
            throw new FormatException("toRecipients");
        return new(
            at,
            Text(recipient["emailAddress"]?["address"]),
            Text(message["subject"]),
            Text(text["content"]),
            [.. (message["attachments"]?.AsArray() ?? []).Select(Attachment)],
            body["saveToSentItems"]?.GetValue<bool>() ?? true,
            (message["internetMessageHeaders"]?.AsArray() ?? []).Select(Header).Where(header => header.Key == "x-gegevensdeling-id").Select(header => header.Value).SingleOrDefault());
    }

    // learn.microsoft.com/graph/api/userteamwork-sendactivitynotification; resources/teamworkactivitytopic: webUrl is required when source is text.
    /// <exception cref="FormatException">Something that the page asks for is missing or wrong.</exception>
    public static GraphActivity Activity(string user, JsonNode? body)
    {
        var topic = body?["topic"] ?? throw new FormatException("topic");
        _ = Text(topic["value"]);
        if (Text(topic["source"]) is "text" && !Text(topic["webUrl"]).StartsWith("https://teams.microsoft.com/l/", StringComparison.Ordinal))
            throw new FormatException("webUrl");
        return new(
            user,
            Text(body["activityType"]),
            Text(body["previewText"]?["content"]),
            (body["templateParameters"]?.AsArray() ?? []).ToDictionary(pair => Text(pair?["name"]), pair => Text(pair?["value"]), StringComparer.Ordinal));
    }

    private static GraphAttachment Attachment(JsonNode? attachment) =>
        Text(attachment?["@odata.type"]) is "#microsoft.graph.fileAttachment"
            ? new(Text(attachment!["name"]), Text(attachment["contentType"]), Convert.FromBase64String(Text(attachment["contentBytes"])))
            : throw new FormatException("@odata.type");

    // Custom headers must start with x- ("The message can contain custom headers", user-sendmail, example 2).
    private static KeyValuePair<string, string> Header(JsonNode? header) =>
        Text(header?["name"]) is var name && name.StartsWith("x-", StringComparison.OrdinalIgnoreCase)
            ? new(name.ToLowerInvariant(), Text(header!["value"]))
            : throw new FormatException("internetMessageHeaders");

    private static string Text(JsonNode? node) => node is null ? throw new FormatException("a text is missing") : node.GetValue<string>();
}
