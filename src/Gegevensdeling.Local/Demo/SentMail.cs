using Gegevensdeling.Exchanges;
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
}
