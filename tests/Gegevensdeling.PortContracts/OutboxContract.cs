using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.PortContracts;

/// <summary>What every outbox keeps to.</summary>
public abstract class OutboxContract
{
    protected static readonly ExchangeId One = new("DV-AAAA-1111");
    protected static readonly BlobName Archive = new(One, new("a-1"));

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract IOutbox Outbox { get; }

    protected abstract IBlobStore Blobs { get; }

    /// <summary>The messages that left, as their readers see them.</summary>
    protected abstract IReadOnlyList<(string To, string Subject, string Text, byte[]? Archive)> Sent { get; }

    /// <summary>False where messages leave for good: then nothing is here to count or to delete.</summary>
    protected virtual bool KeepsMessages => true;

    [Fact]
    [Requirement("R7")]
    public async Task A_message_carries_the_archive_as_it_is_and_twice_is_once()
    {
        await Blobs.WriteAsync(Archive, async (target, token) => await target.WriteAsync(new byte[] { 1, 2, 3 }, token), Cancelled);
        for (var time = 0; time < 2; time++)
            await Outbox.SendAsync(new("stap-1", One, "postbus@ocmw.example", "Doorverwijzing é", "Tekst.", Archive), Cancelled);
        await Outbox.SendAsync(new("stap-2", One, "team@voorbeeld.example", "Herinnering", "Bel.", null), Cancelled);
        Assert.Equal(2, Sent.Count);
        var mail = Sent.Single(one => one.Archive is not null);
        Assert.Equal(("postbus@ocmw.example", "Doorverwijzing é", "Tekst."), (mail.To, mail.Subject, mail.Text.Trim()));
        Assert.Equal([1, 2, 3], mail.Archive!);
    }

    [Fact]
    [Requirement("F2")]
    public async Task Attachments_go_and_messages_that_name_nobody_stay()
    {
        await Blobs.WriteAsync(Archive, async (target, token) => await target.WriteAsync(new byte[] { 1, 2, 3 }, token), Cancelled);
        await Outbox.SendAsync(new("stap-1", One, "postbus@ocmw.example", "Doorverwijzing", "Tekst.", Archive), Cancelled);
        await Outbox.SendAsync(new("stap-2", One, "team@voorbeeld.example", "Herinnering", "Bel.", null), Cancelled);
        Assert.Equal(KeepsMessages ? 1 : 0, await Outbox.CountAttachmentsAsync(One, Cancelled));
        await Outbox.DeleteAttachmentsAsync(One, Cancelled);
        await Outbox.DeleteAttachmentsAsync(One, Cancelled);
        Assert.Equal(0, await Outbox.CountAttachmentsAsync(One, Cancelled));
        if (KeepsMessages)
            Assert.Null(Assert.Single(Sent).Archive);
        else
            Assert.Equal(2, Sent.Count);
        Assert.Equal(0, await Outbox.CountAttachmentsAsync(new("DV-NIET"), Cancelled));
    }

    [Fact]
    public async Task A_message_whose_archive_is_gone_is_not_sent()
    {
        await Assert.ThrowsAnyAsync<IOException>(() => Outbox.SendAsync(new("stap-1", One, "postbus@ocmw.example", "Doorverwijzing", "Tekst.", Archive), Cancelled));
        Assert.Empty(Sent);
    }
}
