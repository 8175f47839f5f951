using Gegevensdeling.Local.Demo;
using Gegevensdeling.Local.Stores;
using Gegevensdeling.PortContracts;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Gegevensdeling.Local.Tests.Stores;

public sealed class FolderOutboxTests : OutboxContract, IDisposable
{
    private readonly string root = TestFolder.Create("berichten-").FullName;

    protected override IOutbox Outbox => new FolderOutbox(Folder, Blobs, new FakeTimeProvider());

    protected override IBlobStore Blobs => new FolderBlobStore(Path.Combine(root, "opslag"));

    protected override IReadOnlyList<(string To, string Subject, string Text, byte[]? Archive)> Sent =>
        [.. (Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.eml", SearchOption.AllDirectories) : [])
            .Select(path => SentMail.Read(path, One)).Select(mail => (mail.To, mail.Subject, mail.Text, mail.Archive))];

    private string Folder => Path.Combine(root, "berichten");

    [Fact]
    [Requirement("F2")]
    public async Task A_half_written_message_is_no_message_but_its_attachment_is_counted_and_deleted()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, One.Value)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "stap-1.7z.eml~"), "half", Cancelled);
        Assert.Empty(Sent);
        Assert.Equal(1, await Outbox.CountAttachmentsAsync(One, Cancelled));
        await Outbox.DeleteAttachmentsAsync(One, Cancelled);
        Assert.Empty(Directory.GetFiles(folder));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
