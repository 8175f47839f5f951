using Azure.Identity;
using Gegevensdeling.Azure.Graph;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.PortContracts;
using Gegevensdeling.StandIns;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Graph;

public sealed class GraphOutboxTests(Cloud cloud) : OutboxContract, IAsyncLifetime
{
    private static readonly OutboundMessage Reminder = new("stap-9", One, "team@voorbeeld.example", "Herinnering", "Bel.", null);

    private Post? post;

    protected override IOutbox Outbox => Post.Outbox;

    protected override IBlobStore Blobs => Post.Blobs;

    protected override bool KeepsMessages => false;

    protected override IReadOnlyList<(string To, string Subject, string Text, byte[]? Archive)> Sent =>
        [.. Post.Server.Sent.Select(mail => (mail.To, mail.Subject, mail.Text, mail.Attachments.SingleOrDefault()?.Content))];

    private Post Post => post!;

    public async ValueTask InitializeAsync() => post = await Post.OpenAsync(cloud, Cancelled);

    public ValueTask DisposeAsync() => Post.DisposeAsync();

    [Fact]
    [Requirement("F2")]
    public async Task No_copy_stays_in_the_mailbox_that_sends_and_the_table_names_nobody()
    {
        await ArchiveAsync(5);
        await Outbox.SendAsync(Reminder with { Attachment = Archive }, Cancelled);
        var mail = Assert.Single(Post.Server.Sent);
        Assert.False(mail.SavedToSentItems);
        Assert.Equal("stap-9", mail.Reference);
        var attachment = Assert.Single(mail.Attachments);
        Assert.Equal(("DV-AAAA-1111.7z", "application/x-7z-compressed"), (attachment.Name, attachment.ContentType));
        var row = Assert.Single(await Post.RowsAsync(Cancelled));
        Assert.Contains("Toestand=verzonden", row, StringComparison.Ordinal);
        Assert.DoesNotContain("@voorbeeld", row, StringComparison.Ordinal);
        await Outbox.ForgetAsync(One, Cancelled);
        Assert.Empty(await Post.RowsAsync(Cancelled));
    }

    [Fact]
    public async Task A_lost_acknowledgement_costs_one_duplicate_with_the_same_reference_and_no_more()
    {
        Post.Server.LoseNextAcknowledgements(1);
        Assert.True((await Assert.ThrowsAsync<GraphException>(() => Outbox.SendAsync(Reminder, Cancelled))).InDoubt);
        for (var time = 0; time < 3; time++)
            await Outbox.SendAsync(Reminder, Cancelled);
        Assert.Equal(["stap-9", "stap-9"], Post.Server.Sent.Select(mail => mail.Reference));
        Assert.Equal(0, Post.Alarms);
    }

    [Fact]
    public async Task Two_lost_acknowledgements_end_the_sending_and_raise_the_alarm_once()
    {
        Post.Server.LoseNextAcknowledgements(10);
        await Assert.ThrowsAsync<GraphException>(() => Outbox.SendAsync(Reminder, Cancelled));
        for (var time = 0; time < 3; time++)
            await Outbox.SendAsync(Reminder, Cancelled);
        Assert.Equal(2, Post.Server.Sent.Count);
        Assert.Equal(1, Post.Alarms);
        Assert.Equal("Error Message stap-9 of DV-AAAA-1111 was sent twice and never confirmed; it counts as handed over and is not sent again", Assert.Single(Post.Log.All));
    }

    [Fact]
    public async Task A_process_that_dies_while_it_sends_costs_one_duplicate_at_most()
    {
        for (var death = 0; death < 2; death++)
        {
            await Post.Open(at: Post.Server.Address).SendAsync(Reminder, Cancelled);
            await Post.ForgetOutcomeAsync(Reminder, Cancelled);
        }

        await Outbox.SendAsync(Reminder, Cancelled);
        Assert.Equal(["stap-9", "stap-9"], Post.Server.Sent.Select(mail => mail.Reference));
        Assert.Equal(1, Post.Alarms);
    }

    [Fact]
    public async Task A_host_that_stops_while_it_sends_leaves_the_attempt_in_the_table()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        Post.Front.Turn((verb, _) =>
        {
            if (verb == "POST")
                stopping.Cancel();
            return Weather.Slow(TimeSpan.FromMinutes(5));
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Post.Outside.SendAsync(Reminder, stopping.Token));
        Assert.Contains("Toestand=poging", Assert.Single(await Post.RowsAsync(Cancelled)), StringComparison.Ordinal);
        await Outbox.SendAsync(Reminder, Cancelled);
        Assert.Single(Post.Server.Sent);
    }

    [Fact]
    public async Task Throttled_it_leaves_Graph_alone_for_as_long_as_asked()
    {
        Post.Server.ThrottledFor = TimeSpan.FromSeconds(40);
        Post.Server.ThrottlesNext(1);
        Assert.Equal(TimeSpan.FromSeconds(40), (await Assert.ThrowsAsync<GraphException>(() => Outbox.SendAsync(Reminder, Cancelled))).RetryAfter);
        Post.Clock.Advance(TimeSpan.FromSeconds(39));
        await Assert.ThrowsAsync<GraphException>(() => Outbox.SendAsync(Reminder, Cancelled));
        Assert.Equal(1, Post.Server.Requests);
        Post.Clock.Advance(TimeSpan.FromSeconds(1));
        await Outbox.SendAsync(Reminder, Cancelled);
        Assert.Single(Post.Server.Sent);
    }

    [Fact]
    public async Task Refused_it_says_why_and_sends_once_when_the_role_is_back()
    {
        Post.Server.Refuses = true;
        for (var time = 0; time < 4; time++)
        {
            var refused = await Assert.ThrowsAsync<GraphException>(() => Outbox.SendAsync(Reminder, Cancelled));
            Assert.Equal("Graph answered 403 accessDenied: the identity of this host lacks the application role", refused.Message);
        }

        Post.Server.Refuses = false;
        await Outbox.SendAsync(Reminder, Cancelled);
        Assert.Single(Post.Server.Sent);
        Assert.Equal(0, Post.Alarms);
    }

    [Fact]
    public async Task An_identity_that_was_taken_away_loses_nothing()
    {
        var without = Post.Open(new Post.Revoked());
        for (var time = 0; time < 3; time++)
            await Assert.ThrowsAsync<CredentialUnavailableException>(() => without.SendAsync(Reminder, Cancelled));
        await Outbox.SendAsync(Reminder, Cancelled);
        Assert.Single(Post.Server.Sent);
    }

    [Theory]
    [InlineData("onbereikbaar")]
    [InlineData("plat")]
    public async Task A_Graph_that_is_away_leaves_no_doubt_however_often(string weather)
    {
        Post.Front.Turn(weather is "plat" ? Weather.Down : Weather.Unreachable);
        for (var time = 0; time < 4; time++)
            Assert.False((await Assert.ThrowsAsync<GraphException>(() => Post.Outside.SendAsync(Reminder, Cancelled))).InDoubt);
        Post.Front.Turn(Weather.Fair);
        await Post.Outside.SendAsync(Reminder, Cancelled);
        Assert.Single(Post.Server.Sent);
        Assert.Equal(0, Post.Alarms);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_a_doubt_and_the_message_goes_once_more()
    {
        await Outbox.SendAsync(Reminder with { Id = "stap-8" }, Cancelled); // code that runs for the first time takes a while of its own
        Post.Front.Turn(Weather.Slow(TimeSpan.FromMinutes(5)));
        Assert.True((await Assert.ThrowsAsync<GraphException>(() => Post.Open(patience: TimeSpan.FromSeconds(2)).SendAsync(Reminder, Cancelled))).InDoubt);
        Post.Front.Turn(Weather.Fair);
        await Outbox.SendAsync(Reminder, Cancelled);
        Assert.Single(Post.Server.Sent, mail => mail.Reference == "stap-9");
    }

    [Fact]
    public async Task An_archive_of_more_than_3_MB_is_not_mailed_and_one_of_3_MB_fits_in_a_request()
    {
        await ArchiveAsync(GraphOutbox.LargestAttachment + 1);
        var failure = await Assert.ThrowsAsync<ActivityFailureException>(() => Outbox.SendAsync(Reminder with { Attachment = Archive }, Cancelled));
        Assert.Equal(("TeGrootVoorMail", false), (failure.Code.Value, failure.Retry));
        Assert.Equal(0, Post.Server.Requests);
        await ArchiveAsync(GraphOutbox.LargestAttachment);
        await Outbox.SendAsync(Reminder with { Attachment = Archive }, Cancelled);
        Assert.Equal(GraphOutbox.LargestAttachment, Assert.Single(Assert.Single(Post.Server.Sent).Attachments).Content.Length);
    }

    [Fact]
    public async Task What_Graph_itself_finds_too_large_is_not_tried_again()
    {
        var failure = await Assert.ThrowsAsync<ActivityFailureException>(() => Outbox.SendAsync(Reminder with { Text = new('x', 4 * 1024 * 1024) }, Cancelled));
        Assert.Equal(("TeGrootVoorMail", false), (failure.Code.Value, failure.Retry));
    }

    [Fact]
    [Requirement("W4")]
    public async Task Whoever_has_Teams_is_told_there_as_well_once_and_by_the_reference_only()
    {
        for (var time = 0; time < 2; time++)
            await Outbox.SendAsync(Reminder with { To = "DPO@voorbeeld.example" }, Cancelled);
        await Outbox.SendAsync(Reminder with { Id = "stap-10" }, Cancelled);
        Assert.Equal(2, Post.Server.Sent.Count);
        var activity = Assert.Single(Post.Server.Activities);
        Assert.Equal((Post.DpoInEntra, "nieuwsVoorDpo", "Er is nieuws over een uitwisseling. U leest het in uw mailbox."), (activity.User, activity.ActivityType, activity.PreviewText));
        Assert.Equal("DV-AAAA-1111", Assert.Single(activity.Parameters).Value);
    }

    [Fact]
    public async Task Teams_failing_neither_loses_nor_repeats_the_mail()
    {
        for (var time = 0; time < 2; time++)
            await Outbox.SendAsync(Reminder with { To = Post.Stranger }, Cancelled);
        Assert.Single(Post.Server.Sent);
        Assert.Empty(Post.Server.Activities);
        Assert.Equal("Warning Teams was not told of message stap-9 of DV-AAAA-1111: GraphException 404; the mail was sent", Assert.Single(Post.Log.All));
    }

    private Task ArchiveAsync(int bytes) => Blobs.WriteAsync(Archive, async (target, token) => await target.WriteAsync(new byte[bytes], token), Cancelled);
}
