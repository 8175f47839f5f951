using Gegevensdeling.CrashHost;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Local.Demo;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Crash;

/// <summary>The two enforcers and the purge, on the host that is killed elsewhere: each promise by itself.</summary>
public sealed class StandingTests : IAsyncLifetime
{
    private readonly string folder = TestFolder.Create("gegevensdeling-crash-").FullName;

    private CrashPlace place = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => place = await CrashPlace.OpenAsync(folder, Killing.Protocols, Killer.None(), Cancelled);

    public async ValueTask DisposeAsync()
    {
        await place.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    [Requirement("F2")]
    [Requirement("F3")]
    public async Task After_a_withdrawal_every_place_is_empty_and_the_certificate_says_so()
    {
        var play = await PlayAsync(Script.Withdrawal, steps: 1);
        var before = (await place.Law.Ports.Register.FindAsync(play.Reference, Cancelled))!;
        Assert.Equal(1, await place.Law.Ports.Keys.CountAsync(play.Reference, Cancelled));
        Assert.Equal(1, await place.Law.Ports.Blobs.CountAsync(play.Reference, Cancelled));
        Assert.Equal(1, await place.Law.Ports.Outbox.CountAttachmentsAsync(play.Reference, Cancelled));
        await play.StepAsync(Cancelled);
        var after = (await place.Law.Ports.Register.FindAsync(play.Reference, Cancelled))!;
        Assert.NotNull(after.ErasedAt);
        Assert.Equal(0, await place.Law.Ports.Keys.CountAsync(play.Reference, Cancelled));
        Assert.Equal(0, await place.Law.Ports.Blobs.CountAsync(play.Reference, Cancelled));
        Assert.Equal(0, await place.Law.Ports.Outbox.CountAttachmentsAsync(play.Reference, Cancelled));
        Assert.Empty(after.Pseudonyms);
        Assert.Null(after.Salt);
        Assert.Empty(Traces.Find(Path.Combine(folder, "data"), [.. before.Pseudonyms, before.Salt!]));
    }

    [Fact]
    [Requirement("F2")]
    public async Task What_is_still_found_when_looking_again_keeps_the_erasure_open_without_a_certificate()
    {
        var play = await PlayAsync(Script.Withdrawal, steps: 1);
        var ports = place.Law.Ports with { Keys = new StubbornKeys(place.Law.Ports.Keys) };
        var law = new Law(ports, place.Law.Protocols, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(place.Now));
        Assert.Equal([CopyPlaces.Key], await law.Eraser.EraseAsync(play.Reference, Cancelled));
        Assert.Null((await ports.Register.FindAsync(play.Reference, Cancelled))!.ErasedAt);
        Assert.Empty(await ports.Evidence.NamesAsync(play.Reference, Cancelled));
    }

    [Fact]
    public async Task A_fact_whose_message_was_lost_is_told_again_by_the_sweep_until_it_is_handled()
    {
        var play = await PlayAsync(Script.Withdrawal, steps: 1);
        var actor = (await place.Law.Referrals.GetAsync(play.Reference, Cancelled)).State.Sender;
        var deaf = place.Law.Desk(new DeafEngine());
        await deaf.DoAsync(new(new("ocmw-mechelen"), "maatschappelijk-werker", actor), play.Reference, new ReferralCommand.Take(false), References.NewFact(), Cancelled);
        Assert.Single(await UnhandledAsync());
        await place.TurnToAsync(place.Now.AddMinutes(2), Cancelled);
        Assert.Equal(1, (await place.Sweep.RunAsync(Cancelled)).SentAgain);
        await place.Engine.WaitUntilIdleAsync(Cancelled);
        Assert.Empty(await UnhandledAsync());
        Assert.Equal(0, (await place.Sweep.RunAsync(Cancelled)).SentAgain);
    }

    [Fact]
    public async Task The_history_is_purged_after_its_own_term_and_not_before()
    {
        var play = await PlayAsync(Script.Withdrawal, steps: 4);
        var erased = (await place.Law.Ports.Register.FindAsync(play.Reference, Cancelled))!.ErasedAt!.Value;
        await place.TurnToAsync(erased.AddDays(play.Protocol.Retention.History.Days).AddMinutes(-1), Cancelled);
        Assert.Equal(0, (await place.Sweep.RunAsync(Cancelled)).Purged);
        Assert.NotNull(place.Engine.FindInstance(play.Reference.Value));
        await place.TurnToAsync(place.Now.AddMinutes(2), Cancelled);
        Assert.Equal(1, (await place.Sweep.RunAsync(Cancelled)).Purged);
        Assert.DoesNotContain(place.Engine.ListInstances(), instance => instance.InstanceId.StartsWith(play.Reference.Value, StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("W23")]
    public async Task Names_of_staff_are_forgotten_after_their_own_term_and_the_references_stay()
    {
        var play = await PlayAsync(Script.Withdrawal, steps: 5);
        var sender = (await place.Law.Referrals.GetAsync(play.Reference, Cancelled)).State.Sender;
        var years = place.Law.Protocols.All.Max(protocol => protocol.Retention.StaffNames.Years);
        await place.TurnToAsync(new(place.Now.Year + years, 12, 31, 12, 0, 0, TimeSpan.Zero), Cancelled);
        Assert.Equal(0, (await place.Sweep.RunAsync(Cancelled)).StaffForgotten);
        await place.TurnToAsync(place.Now.AddDays(2), Cancelled);
        Assert.Equal(2, (await place.Sweep.RunAsync(Cancelled)).StaffForgotten);
        Assert.Null(await place.Law.Ports.Staff.FindAsync(sender, Cancelled));
        Assert.Equal(sender, (await place.Law.Referrals.GetAsync(play.Reference, Cancelled)).State.Sender);
    }

    [Fact]
    public async Task With_the_engine_standing_still_the_sweep_erases_what_has_ended()
    {
        var play = await PlayAsync(Script.Swept, steps: 2);
        await place.Engine.StopAsync(Cancelled);
        await play.DoAsync(SyntheticPeople.SocialWorker(play.Protocol), "intrekking", """{"wijze":"telefoon"}""", Cancelled);
        Assert.Null((await place.Law.Ports.Register.FindAsync(play.Reference, Cancelled))!.ErasedAt);
        Assert.Equal(1, (await place.Sweep.RunAsync(Cancelled)).Erased);
        Assert.NotNull((await place.Law.Ports.Register.FindAsync(play.Reference, Cancelled))!.ErasedAt);
        Assert.Equal(0, await place.Law.Ports.Keys.CountAsync(play.Reference, Cancelled));
    }

    [Fact]
    [Requirement("W6")]
    public async Task After_a_lost_key_one_archive_and_one_key_are_left_and_they_fit()
    {
        var play = await PlayAsync(Script.Whole, steps: 11); // the last of these opens the archive with the key
        Assert.Equal(1, await place.Law.Ports.Blobs.CountAsync(play.Reference, Cancelled));
        Assert.Equal(1, await place.Law.Ports.Keys.CountAsync(play.Reference, Cancelled));
        Assert.Equal(1, await place.Law.Ports.Outbox.CountAttachmentsAsync(play.Reference, Cancelled));
    }

    private async Task<Play> PlayAsync(Script script, int steps)
    {
        var play = new Play(place, script, restarted: false);
        for (var step = 0; step < steps; step++)
            await play.StepAsync(Cancelled);
        return play;
    }

    private async Task<IReadOnlyList<string>> UnhandledAsync() =>
        [.. (await place.Law.Ports.Register.UnfinishedAsync(DateTimeOffset.MaxValue, Cancelled).ToListAsync(Cancelled)).Select(row => row.Id)];

    private sealed class DeafEngine : IOrchestrationClient
    {
        public Task<bool> StartAsync<TIn, TOut>(Orchestration<TIn, TOut> orchestration, string instanceId, TIn input, CancellationToken cancellation) => Task.FromResult(true);

        public Task SendAsync<TMessage>(string instanceId, TMessage message, CancellationToken cancellation)
            where TMessage : OrchestrationMessage => Task.CompletedTask;

        public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation) => Task.FromResult(false);
    }

    /// <summary>Says that it deleted, and did not.</summary>
    private sealed class StubbornKeys(Gegevensdeling.Stores.IKeyStore inner) : Gegevensdeling.Stores.IKeyStore
    {
        public Task PutAsync(ExchangeId exchange, string key, CancellationToken cancellation) => inner.PutAsync(exchange, key, cancellation);

        public Task<string?> GetAsync(ExchangeId exchange, CancellationToken cancellation) => inner.GetAsync(exchange, cancellation);

        public Task PurgeAsync(ExchangeId exchange, CancellationToken cancellation) => Task.CompletedTask;

        public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => inner.CountAsync(exchange, cancellation);

        public IAsyncEnumerable<Gegevensdeling.Stores.StoredCopy> ListAsync(CancellationToken cancellation) => inner.ListAsync(cancellation);
    }
}
