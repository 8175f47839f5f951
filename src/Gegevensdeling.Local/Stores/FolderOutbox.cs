using System.Globalization;
using System.Runtime.CompilerServices;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;
using MimeKit;

namespace Gegevensdeling.Local.Stores;

/// <summary>
/// Writes each message to a folder and sends nothing to anybody: <c>{exchange}/{message}.eml</c>, the text, and
/// <c>{message}.7z.eml</c> where a sealed archive goes with it. A message that is sent again replaces itself.
/// </summary>
public sealed class FolderOutbox(string root, IBlobStore blobs, TimeProvider clock) : IOutbox
{
    private const string WithArchive = ".7z.eml";
    private static readonly MailboxAddress Sender = new("Gegevensdeling", "niet-beantwoorden@gegevensdeling.example");

    public async Task SendAsync(OutboundMessage message, CancellationToken cancellation)
    {
        using var mail = new MimeMessage();
        mail.From.Add(Sender);
        mail.To.Add(MailboxAddress.Parse(message.To));
        mail.Subject = message.Subject;
        mail.Date = clock.GetUtcNow();
        mail.MessageId = $"{message.Id}@gegevensdeling.example";
        var body = new BodyBuilder { TextBody = message.Text };
        if (message.Attachment is { } name)
            await AttachAsync(body, name, cancellation);
        mail.Body = body.ToMessageBody();

        var folder = FolderOf(message.Exchange);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileNames.Safe(message.Id) + (message.Attachment is null ? ".eml" : WithArchive));
        await using (var file = new FileStream(path + "~", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await mail.WriteToAsync(file, cancellation);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + "~", path, overwrite: true);
    }

    public Task DeleteAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        foreach (var path in Carrying(exchange))
            FolderFiles.Delete(path);
        return Task.CompletedTask;
    }

    public Task<int> CountAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => Task.FromResult(Carrying(exchange).Length);

    public Task ForgetAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        FolderFiles.DeleteFolder(FolderOf(exchange));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredCopy> ListAttachmentsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var folder in Directory.Exists(root) ? Directory.GetDirectories(root) : [])
        {
            var exchange = new ExchangeId(Path.GetFileName(folder));
            if (Carrying(exchange) is [var first, ..])
                yield return new(exchange, new(File.GetLastWriteTimeUtc(first), TimeSpan.Zero));
        }
    }

    private async Task AttachAsync(BodyBuilder body, BlobName name, CancellationToken cancellation)
    {
        await using var archive = await blobs.OpenAsync(name, cancellation)
            ?? throw new FileNotFoundException("The archive of this message is gone");
        var fileName = string.Create(CultureInfo.InvariantCulture, $"{name.Exchange}.7z");
        await body.Attachments.AddAsync(fileName, archive, new ContentType("application", "x-7z-compressed"), cancellation);
    }

    private string[] Carrying(ExchangeId exchange) =>
        [.. (FolderFiles.In(FolderOf(exchange)) ?? []).Where(file => file.Contains(WithArchive, StringComparison.Ordinal))];

    private string FolderOf(ExchangeId exchange) => Path.Combine(root, FileNames.Safe(exchange.Value));
}
