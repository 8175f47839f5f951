namespace Gegevensdeling.Exchanges;

/// <summary>The text of one message: what happened, what the reader does now. Never a name, a number or a field of the client (W4).</summary>
public sealed record MailText(string Subject, string Text);
