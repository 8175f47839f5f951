using Gegevensdeling.Exchanges;
using Gegevensdeling.StandIns.Graph;
using MimeKit;

namespace Gegevensdeling.Local.Demo;

/// <summary>A message as it arrived at its reader.</summary>
internal sealed record SentMail(ExchangeId Exchange, DateTimeOffset At, string To, string Subject, string Text, byte[]? Archive, byte[] Raw)
{
    public static SentMail Read(string path, ExchangeId exchange)
    {
        var raw = File.ReadAllBytes(path);
        using var mail = MimeMessage.Load(new MemoryStream(raw));
        byte[]? archive = null;
        if (mail.Attachments.OfType<MimePart>().SingleOrDefault() is { Content: { } content })
        {
            using var decoded = new MemoryStream();
            content.DecodeTo(decoded);
            archive = decoded.ToArray();
        }

        return new(exchange, mail.Date, mail.To.Mailboxes.Single().Address, mail.Subject ?? string.Empty, mail.TextBody ?? string.Empty, archive, raw);
    }

    /// <summary>A message that Graph delivered, as a mail program would keep it.</summary>
    public static SentMail Of(GraphMail sent, ExchangeId exchange)
    {
        using var mail = new MimeMessage { Subject = sent.Subject, Date = sent.At };
        mail.From.Add(new MailboxAddress("Gegevensdeling", "niet-beantwoorden@gegevensdeling.example"));
        mail.To.Add(MailboxAddress.Parse(sent.To));
        var body = new BodyBuilder { TextBody = sent.Text };
        foreach (var attachment in sent.Attachments)
            body.Attachments.Add(attachment.Name, attachment.Content, ContentType.Parse(attachment.ContentType));
        mail.Body = body.ToMessageBody();
        using var raw = new MemoryStream();
        mail.WriteTo(raw);
        return new(exchange, sent.At, sent.To, sent.Subject, sent.Text, sent.Attachments.SingleOrDefault()?.Content, raw.ToArray());
    }
}
