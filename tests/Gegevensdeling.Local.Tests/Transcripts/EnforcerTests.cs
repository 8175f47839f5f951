using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Transcripts;

/// <summary>Deletion has two enforcers, and neither needs the other (design 4): each is seen alone, and both at once.</summary>
public sealed class EnforcerTests
{
    private static readonly TimeSpan PastPatience = TimeSpan.FromMinutes(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("R12", "R13", "F2", "F3")]
    public async Task The_sweep_erases_and_certifies_though_no_orchestration_ever_ran()
    {
        await using var story = await Story.BeginAsync("", orchestrations: false);
        var (withdrawn, going) = (await story.ReferAsync(), await story.ReferAsync("Boris", "Vanproefstede", "boris@proefpost.example"));
        await WithdrawAsync(story, withdrawn);
        Assert.Equal(1, (await story.SweepAsync()).Erased);
        await IsErasedAsync(story, withdrawn);
        Assert.Null((await story.ReferralAsync(going)).Head.ErasedAt);
        Assert.Equal(1, await story.Host.Law.Ports.Keys.CountAsync(going, Stop));
    }

    [Fact]
    [Requirement("R12", "F2")]
    public async Task The_orchestration_erases_and_certifies_though_the_sweep_never_ran()
    {
        await using var story = await Story.BeginAsync("");
        var referral = await story.ReferAsync();
        await WithdrawAsync(story, referral);
        await IsErasedAsync(story, referral);
    }

    [Fact]
    [Requirement("F2")]
    public async Task Both_at_once_leave_one_certificate_and_one_erasure()
    {
        await using var story = await Story.BeginAsync("", orchestrations: false);
        var referral = await story.ReferAsync();
        await WithdrawAsync(story, referral);
        await story.Host.Engine.StartProcessingAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => story.Host.Sweep.RunAsync(Stop)));
        await story.SettleAsync();
        await IsErasedAsync(story, referral);
        Assert.Single(await FactsAsync(story, referral), fact => fact is ErasureFact.Erased);
    }

    [Fact]
    [Requirement("R12")]
    public async Task An_engine_that_comes_back_after_the_sweep_still_tells_the_ocmw()
    {
        await using var story = await Story.BeginAsync("", orchestrations: false);
        var referral = await story.ReferAsync();
        await WithdrawAsync(story, referral);
        story.Jump(PastPatience);
        await story.SweepAsync();
        await story.Host.Engine.StartProcessingAsync();
        await story.SettleAsync();
        Assert.Contains(story.Messages, message => message.Exchange == referral && message.Subject.Contains("toestemming ingetrokken", StringComparison.Ordinal));
        Assert.DoesNotContain(story.Messages, message => message.Attachment is not null);
        await IsErasedAsync(story, referral);
    }

    [Fact]
    [Requirement("F2")]
    public async Task An_erasure_that_cannot_be_proven_stays_open_and_closes_when_it_can()
    {
        Clinging? clinging = null;
        await using var story = await Story.BeginAsync("", ports => ports with { Keys = clinging = new(ports.Keys) });
        clinging!.Clings = true;
        var referral = await story.ReferAsync();
        await WithdrawAsync(story, referral);
        var report = await story.SweepAsync();
        Assert.Equal((0, 1), (report.Erased, report.Open));
        Assert.Null((await story.ReferralAsync(referral)).Head.ErasedAt);
        Assert.Empty(await story.Host.Law.Ports.Evidence.NamesAsync(referral, Stop));
        Assert.Contains(await FactsAsync(story, referral), fact => fact is ErasureFact.StillFound { Places: [CopyPlaces.Key] });

        clinging.Clings = false;
        await story.TurnToAsync(story.Now.AddHours(2));
        await IsErasedAsync(story, referral);
    }

    [Fact]
    [Requirement("R9")]
    public async Task Without_an_outcome_nothing_is_swept_for_age_in_three_years()
    {
        await using var story = await Story.BeginAsync("", orchestrations: false);
        var referral = await story.ReferAsync();
        for (var month = 0; month < 36; month++)
        {
            story.Jump(TimeSpan.FromDays(31));
            var report = await story.SweepAsync();
            Assert.Equal((0, 0, 0), (report.Erased, report.Open, report.Orphans));
        }

        var ports = story.Host.Law.Ports;
        Assert.Equal((1, 1), (await ports.Keys.CountAsync(referral, Stop), await ports.Blobs.CountAsync(referral, Stop)));
    }

    [Fact]
    [Requirement("F2")]
    public async Task One_that_cannot_be_looked_at_hides_no_orphan_that_is_looked_at_with_it()
    {
        var (bad, orphan) = (new ExchangeId("DV-0000-0000-0001"), new ExchangeId("DV-0000-0000-0000"));
        await using var story = await Story.BeginAsync("", ports => ports with { Register = Unreadable.In(ports.Register, bad) }, orchestrations: false);
        foreach (var one in new[] { bad, orphan })
            await story.Host.Law.Ports.Keys.PutAsync(one, "niemands sleutel", Stop);
        var report = await story.SweepAsync();
        Assert.Equal(1, report.Orphans);
        Assert.Equal(["IOException", "IOException"], report.Failed);
    }

    [Fact]
    public async Task What_no_row_claims_is_quarantined_for_seven_days_and_then_erased()
    {
        await using var story = await Story.BeginAsync("", orchestrations: false);
        var (ports, orphan) = (story.Host.Law.Ports, new ExchangeId("DV-0000-0000-0000"));
        await ports.Keys.PutAsync(orphan, "niemands sleutel", Stop);
        await ports.Blobs.WriteAsync(new(orphan, new("a-1")), async (target, token) => await target.WriteAsync(new byte[] { 1 }, token), Stop);
        for (var day = 0; day < 7; day++)
        {
            Assert.Equal(1, (await story.SweepAsync()).Orphans);
            Assert.Equal((1, 1), (await ports.Keys.CountAsync(orphan, Stop), await ports.Blobs.CountAsync(orphan, Stop)));
            story.Jump(day < 6 ? TimeSpan.FromDays(1) : TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        }

        await story.SweepAsync();
        Assert.Equal(1, await ports.Keys.CountAsync(orphan, Stop));
        story.Jump(TimeSpan.FromSeconds(1));
        await story.SweepAsync();
        Assert.Equal((0, 0), (await ports.Keys.CountAsync(orphan, Stop), await ports.Blobs.CountAsync(orphan, Stop)));
        Assert.Equal(0, (await story.SweepAsync()).Orphans);
    }

    [Fact]
    public async Task A_referral_that_was_never_completely_sealed_is_gone_within_the_hours_of_the_protocol()
    {
        await using var story = await Story.BeginAsync("", ports => ports with { Blobs = new Full(ports.Blobs) }, orchestrations: false);
        await Assert.ThrowsAsync<IOException>(() => story.ReferAsync());
        var referral = story.Last;
        Assert.Equal(1, await story.Host.Law.Ports.Keys.CountAsync(referral, Stop));
        story.Jump(TimeSpan.FromHours(story.Protocol.Referral!.Erasure.WithinHours) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await story.SweepAsync()).Erased);
        story.Jump(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await story.SweepAsync()).Erased);
        await IsErasedAsync(story, referral);
    }

    [Fact]
    public async Task A_message_that_was_lost_is_sent_again_by_the_sweep_and_not_for_ever()
    {
        await using var story = await Story.BeginAsync("");
        var referral = await story.ReferAsync();
        var law = story.Host.Law;
        await law.Desk(new Losing(story.Host.Engine)).DoAsync(
            await story.ActorAsync(story.Team), referral, new ReferralCommand.Withdraw(Side.Team, Manner.Telephone, null), References.NewFact(), Stop);
        await story.SettleAsync();
        Assert.Null((await story.ReferralAsync(referral)).Head.ErasedAt);

        Assert.Equal(0, (await story.SweepAsync()).SentAgain); // the handler may still be on its way
        story.Jump(PastPatience);
        Assert.Equal(1, (await story.SweepAsync()).SentAgain);
        await IsErasedAsync(story, referral);
        Assert.Contains(story.Messages, message => message.Subject.Contains("toestemming ingetrokken", StringComparison.Ordinal));
        story.Jump(PastPatience);
        Assert.Equal(0, (await story.SweepAsync()).SentAgain);
    }

    [Fact]
    [Requirement("F4")]
    public async Task Nothing_is_left_to_send_again_after_a_whole_handover_of_the_key()
    {
        await using var story = await Story.BeginAsync("");
        var referral = await story.ReferAsync();
        await story.TakeAndOpenAsync(referral);
        await story.DoAsync(story.Worker, referral, new ReferralCommand.RequestKey(), "");
        await story.RevealAsync(referral);
        await story.DoAsync(story.Worker, referral, new ReferralCommand.ReceiveKey(), "");
        await story.DoAsync(story.Worker, referral, new ReferralCommand.WipeKey(Side.Ocmw), "");
        await story.DoAsync(story.Team, referral, new ReferralCommand.WipeKey(Side.Team), "");
        story.Jump(PastPatience);
        Assert.Equal(0, (await story.SweepAsync()).SentAgain);
    }

    [Fact]
    [Requirement("F4")]
    public async Task A_handover_that_missed_its_closing_hears_of_it_when_its_history_is_due()
    {
        await using var story = await Story.BeginAsync("");
        var referral = await story.ReferAsync();
        await story.TakeAndOpenAsync(referral);
        await story.DoAsync(story.Worker, referral, new ReferralCommand.RequestKey(), "");
        await story.Host.Law.Desk(new Losing(story.Host.Engine, to: $"{referral}:")).DoAsync(
            await story.ActorAsync(story.Team), referral, new ReferralCommand.Withdraw(Side.Team, Manner.Telephone, null), References.NewFact(), Stop);
        await story.SettleAsync();
        await IsErasedAsync(story, referral);
        await story.DoAsync(story.Worker, referral, new ReferralCommand.Declare(Side.Ocmw, [DeclaredCopy.Mailbox, DeclaredCopy.Downloads, DeclaredCopy.Paper]), "");

        story.Jump(TimeSpan.FromDays(story.Protocol.Retention.History.Days));
        Assert.Equal(0, (await story.SweepAsync()).Purged);
        await story.SettleAsync();
        Assert.Equal(1, (await story.SweepAsync()).Purged);
    }

    [Fact]
    [Requirement("F9")]
    public async Task A_fact_without_its_audit_event_is_audited_by_the_sweep()
    {
        Forgetful? forgetful = null;
        await using var story = await Story.BeginAsync("", ports => ports with { Audit = forgetful = new(ports.Audit) }, orchestrations: false);
        var referral = await story.ReferAsync();
        forgetful!.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => WithdrawAsync(story, referral));
        forgetful.Fails = false;
        Assert.DoesNotContain(Audit.AuditAction.Withdrawn, await ActionsAsync(story, referral));

        story.Jump(PastPatience);
        await story.SweepAsync();
        Assert.Single(await ActionsAsync(story, referral), Audit.AuditAction.Withdrawn);
        await IsErasedAsync(story, referral);
    }

    [Fact]
    public async Task One_exchange_that_cannot_be_erased_holds_up_no_other()
    {
        Stuck? stuck = null;
        await using var story = await Story.BeginAsync("", ports => ports with { Keys = stuck = new(ports.Keys) }, orchestrations: false);
        var (one, two) = (await story.ReferAsync(), await story.ReferAsync("Boris", "Vanproefstede", "boris@proefpost.example"));
        stuck!.On = one;
        await WithdrawAsync(story, one);
        await WithdrawAsync(story, two);
        var report = await story.SweepAsync();
        Assert.Equal((1, "IOException"), (report.Erased, Assert.Single(report.Failed)));
        await IsErasedAsync(story, two);
        Assert.Null((await story.ReferralAsync(one)).Head.ErasedAt);
        stuck.On = null;
        Assert.Equal(1, (await story.SweepAsync()).Erased);
        await IsErasedAsync(story, one);
    }

    private static Task<DeskResult> WithdrawAsync(Story story, ExchangeId referral) =>
        story.DoAsync(story.Team, referral, new ReferralCommand.Withdraw(Side.Team, Manner.Telephone, null), "");

    private static async Task IsErasedAsync(Story story, ExchangeId referral)
    {
        var ports = story.Host.Law.Ports;
        var head = (await ports.Register.FindAsync(referral, Stop))!;
        Assert.NotNull(head.ErasedAt);
        Assert.Equal((0, 0, 0), (await ports.Keys.CountAsync(referral, Stop), await ports.Blobs.CountAsync(referral, Stop), await ports.Outbox.CountAttachmentsAsync(referral, Stop)));
        Assert.True(head is { Salt: null, Pseudonyms: [], Links: [] });
        var document = System.Text.Encoding.UTF8.GetBytes((await ports.Evidence.FindAsync(referral, "wisbewijs-1", Stop))!);
        Assert.IsType<DocumentVerdict.ValidCertificate>(DocumentVerifier.Verify(document, await story.Host.Law.Signing.PublishedAsync(Stop)));
    }

    private static async Task<IReadOnlyList<ExchangeFact>> FactsAsync(Story story, ExchangeId referral) =>
        [.. (await story.Host.Law.Ports.Register.FactsAsync(referral, Stop)).Select(row => FactJson.Read(row.Json))];

    private static async Task<IReadOnlyList<Audit.AuditAction>> ActionsAsync(Story story, ExchangeId referral)
    {
        var actions = new List<Audit.AuditAction>();
        foreach (var chain in await story.Host.Law.Ports.Audit.ChainsAsync(Stop))
        {
            await foreach (var entry in story.Host.Law.Ports.Audit.ReadAsync(chain, Stop))
            {
                if (entry.Event.Exchange == referral)
                    actions.Add(entry.Event.Action);
            }
        }

        return actions;
    }

    /// <summary>A key store whose purge leaves something behind.</summary>
    private sealed class Clinging(IKeyStore inner) : KeyStoreBetween(inner)
    {
        public bool Clings { get; set; }

        public override Task PurgeAsync(ExchangeId exchange, CancellationToken cancellation) => Clings ? Task.CompletedTask : base.PurgeAsync(exchange, cancellation);
    }

    /// <summary>A key store that fails for one exchange.</summary>
    private sealed class Stuck(IKeyStore inner) : KeyStoreBetween(inner)
    {
        public ExchangeId? On { get; set; }

        public override Task PurgeAsync(ExchangeId exchange, CancellationToken cancellation) => exchange == On ? throw new IOException("planted") : base.PurgeAsync(exchange, cancellation);
    }

    /// <summary>A blob store on a full disk.</summary>
    private sealed class Full(IBlobStore inner) : IBlobStore
    {
        public Task WriteAsync(BlobName name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation) => throw new IOException("planted");

        public Task<Stream?> OpenAsync(BlobName name, CancellationToken cancellation) => inner.OpenAsync(name, cancellation);

        public Task DeleteAsync(ExchangeId exchange, CancellationToken cancellation) => inner.DeleteAsync(exchange, cancellation);

        public Task DeleteAsync(BlobName name, CancellationToken cancellation) => inner.DeleteAsync(name, cancellation);

        public IAsyncEnumerable<StoredCopy> ListAsync(CancellationToken cancellation) => inner.ListAsync(cancellation);

        public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => inner.CountAsync(exchange, cancellation);
    }

    /// <summary>Loses every message, as an engine was measured to do now and then.</summary>
    private sealed class Losing(IOrchestrationClient inner, string to = "") : IOrchestrationClient
    {
        public Task<bool> StartAsync<TIn, TOut>(Orchestration<TIn, TOut> orchestration, string instanceId, TIn input, CancellationToken cancellation) =>
            inner.StartAsync(orchestration, instanceId, input, cancellation);

        public Task SendAsync<TMessage>(string instanceId, TMessage message, CancellationToken cancellation)
            where TMessage : OrchestrationMessage =>
            instanceId.StartsWith(to, StringComparison.Ordinal) ? Task.CompletedTask : inner.SendAsync(instanceId, message, cancellation);

        public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation) => inner.PurgeAsync(instanceId, cancellation);
    }

    /// <summary>An audit log that cannot be written for a while.</summary>
    private sealed class Forgetful(Audit.IAuditLog inner) : Audit.IAuditLog
    {
        public bool Fails { get; set; }

        public Task AppendAsync(Audit.AuditEvent draft, CancellationToken cancellation) => Fails ? throw new IOException("planted") : inner.AppendAsync(draft, cancellation);

        public IAsyncEnumerable<Audit.ChainedAuditEvent> ReadAsync(string chain, CancellationToken cancellation) => inner.ReadAsync(chain, cancellation);

        public Task<IReadOnlyList<string>> ChainsAsync(CancellationToken cancellation) => inner.ChainsAsync(cancellation);
    }
}
