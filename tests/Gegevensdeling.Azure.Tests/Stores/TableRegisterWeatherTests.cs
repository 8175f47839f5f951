using Gegevensdeling.Azure.Stores;
using Gegevensdeling.Azure.Tests.BadWeather;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Stores;

/// <summary>Lost acknowledgements and killed processes, at every request in turn.</summary>
public sealed class TableRegisterWeatherTests(Cloud cloud) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly ExchangeId One = new("DV-AAAA-1111");

    private readonly OwnStorage storage = new(cloud);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await storage.Register().EnsureAsync(Cancelled);

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Whichever_acknowledgement_is_lost_a_fact_is_written_once_and_its_writer_knows()
    {
        var weather = new LostAcknowledgement(storage.Transport);
        IRegister register = new TableRegister(storage.Register(weather));
        var lost = 0;
        for (var write = 0; write < 8; write++)
        {
            var id = new ExchangeId($"DV-{write}");
            weather.LoseAt(write);
            Assert.True(await register.InsertAsync(Head(id), Fact(id, 1), Cancelled));
            lost += weather.Lost ? 1 : 0;
            weather.LoseAt(write);
            Assert.True(await register.AppendAsync(Forgotten(id, 2), Fact(id, 2), Cancelled));
            lost += weather.Lost ? 1 : 0;
            Assert.False(await register.AppendAsync(Forgotten(id, 2), Fact(id, 2), Cancelled));
            foreach (var fact in new[] { "feit-1", "feit-2" })
            {
                weather.LoseAt(write);
                await register.MarkAuditedAsync(id, fact, Cancelled);
                lost += weather.Lost ? 1 : 0;
            }

            Assert.Equal([1, 2], (await register.FactsAsync(id, Cancelled)).Select(fact => fact.Sequence));
            Assert.Empty((await register.FindAsync(id, Cancelled))!.Pseudonyms);
        }

        Assert.Equal(5 + 4 + 1 + 2, lost);
        Assert.Empty(await register.UnfinishedAsync(Now.AddYears(1), Cancelled).ToListAsync(Cancelled));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("F2")]
    public async Task Killed_at_any_request_of_a_beginning_nothing_is_lost_and_nothing_of_a_person_stays_behind(bool afterEffect)
    {
        IRegister living = new TableRegister(storage.Register());
        var deaths = 0;
        for (var at = 0; at < 10; at++)
        {
            var id = new ExchangeId($"DV-{at}");
            var killed = new Killed(storage.Transport, at, afterEffect);
            await RunAsync(killed, () => new TableRegister(storage.Register(killed)).InsertAsync(Head(id, eraseAfter: Now), Fact(id, 1), Cancelled));
            deaths += killed.IsDead ? 1 : 0;

            var stands = await living.FindAsync(id, Cancelled);
            Assert.Equal(stands is not null, (await living.DueAsync(Now, Cancelled).ToListAsync(Cancelled)).Any(head => head.Id == id));
            Assert.Equal(stands is not null, (await living.UnfinishedAsync(Now.AddDays(1), Cancelled).ToListAsync(Cancelled)).Any(fact => fact.Exchange == id));
            Assert.Equal(stands is not null, (await living.OfProtocolAsync(new("mechelen-2024"), liveOnly: true, Cancelled).ToListAsync(Cancelled)).Any(head => head.Id == id));
            if (stands is not null)
                Assert.NotEmpty(stands.Pseudonyms);

            // The same request comes again, or never.
            if (stands is null && at % 2 == 0)
                Assert.True(await living.InsertAsync(Head(id, eraseAfter: Now), Fact(id, 1), Cancelled));
        }

        Assert.InRange(deaths, 6, 7);
        await living.DueAsync(Now.AddDays(2), Cancelled).ToListAsync(Cancelled);
        var known = await living.OfProtocolAsync(new("mechelen-2024"), liveOnly: true, Cancelled).Select(head => head.Id.Value).ToListAsync(Cancelled);
        var persons = await storage.Register().Persons.QueryAsync<global::Azure.Data.Tables.TableEntity>(cancellationToken: Cancelled).Select(row => row.RowKey).ToListAsync(Cancelled);
        Assert.Equal(known.Order(StringComparer.Ordinal), persons.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Requirement("F2")]
    public async Task Killed_at_any_request_of_a_forgetting_the_person_is_seen_or_gone_and_goes_with_the_next_try(bool afterEffect)
    {
        IRegister living = new TableRegister(storage.Register());
        var deaths = 0;
        for (var at = 0; at < 8; at++)
        {
            var id = new ExchangeId($"DV-{at}");
            await living.InsertAsync(Head(id, eraseAfter: Now), Fact(id, 1), Cancelled);
            var killed = new Killed(storage.Transport, at, afterEffect);
            await RunAsync(killed, () => new TableRegister(storage.Register(killed)).AppendAsync(Forgotten(id, 2) with { EraseAfter = Now }, Fact(id, 2), Cancelled));
            deaths += killed.IsDead ? 1 : 0;

            Assert.Contains(await living.DueAsync(Now, Cancelled).ToListAsync(Cancelled), head => head.Id == id);
            if (at % 2 == 0)
            {
                // As RegisterPlace does: as long as something is left, forget again.
                while (await living.FindAsync(id, Cancelled) is { Pseudonyms.Count: > 0 } left)
                    Assert.True(await living.AppendAsync(Forgotten(id, left.Revision + 1), Fact(id, left.Revision + 1), Cancelled));
            }
            else if ((await living.FactsAsync(id, Cancelled)).Count == 2)
            {
                // The sweep's look at what is unfinished mends it too.
                await living.UnfinishedAsync(Now, Cancelled).ToListAsync(Cancelled);
            }
            else
            {
                continue;
            }

            Assert.Empty((await living.FindAsync(id, Cancelled))!.Pseudonyms);
            Assert.DoesNotContain(id.Value, await OwnStorage.TextAsync(storage.Register().Persons), StringComparison.Ordinal);
        }

        Assert.Equal(6, deaths); // the first write of a process announces its protocol
    }

    [Fact]
    public async Task A_mark_of_the_dead_is_taken_away_and_a_write_that_was_on_its_way_is_not_lost_by_that()
    {
        IRegister living = new TableRegister(storage.Register());
        await living.InsertAsync(Head(One), Fact(One, 1), Cancelled);
        await living.MarkAuditedAsync(One, "feit-1", Cancelled);

        // The writer has marked; before its transaction the sweep looks, and takes the mark for one of the dead.
        var between = new Between(storage.Transport, Transaction(2), () => living.UnfinishedAsync(Now, Cancelled).ToListAsync(Cancelled).AsTask());
        Assert.True(await new TableRegister(storage.Register(between)).AppendAsync(Head(One, 2, eraseAfter: Now), Fact(One, 2), Cancelled));
        Assert.True(between.Happened);
        Assert.Equal([One], (await living.DueAsync(Now, Cancelled).ToListAsync(Cancelled)).Select(head => head.Id));
        Assert.Equal(["feit-2"], (await living.UnfinishedAsync(Now.AddDays(1), Cancelled).ToListAsync(Cancelled)).Select(fact => fact.Id));
    }

    [Fact]
    public async Task A_writer_that_was_overtaken_does_not_hide_the_term_that_came_after_its_own()
    {
        IRegister living = new TableRegister(storage.Register());
        await living.InsertAsync(Head(One), Fact(One, 1), Cancelled);
        var between = new Between(
            storage.Transport, Transaction(3),
            async () => Assert.True(await living.AppendAsync(Head(One, 3, eraseAfter: Now), Fact(One, 3), Cancelled)));
        Assert.True(await new TableRegister(storage.Register(between)).AppendAsync(Head(One, 2), Fact(One, 2), Cancelled));
        Assert.True(between.Happened);
        Assert.Equal([One], (await living.DueAsync(Now, Cancelled).ToListAsync(Cancelled)).Select(head => head.Id));
    }

    [Fact]
    [Requirement("F2")]
    public async Task A_beginning_that_comes_after_the_erasure_of_its_twin_brings_no_person_back()
    {
        IRegister living = new TableRegister(storage.Register());
        var between = new Between(storage.Transport, request => request.Method.Method == "PUT" && request.Uri.ToString().Contains("PartitionKey='mechelen-2024'", StringComparison.Ordinal), async () =>
        {
            Assert.True(await living.InsertAsync(Head(One), Fact(One, 1), Cancelled));
            Assert.True(await living.AppendAsync(Forgotten(One, 2), Fact(One, 2), Cancelled));
        });
        Assert.False(await new TableRegister(storage.Register(between)).InsertAsync(Head(One), Fact(One, 1) with { Id = "tweede" }, Cancelled));
        Assert.True(between.Happened);
        Assert.Empty((await living.FindAsync(One, Cancelled))!.Pseudonyms);
        Assert.Empty(await OwnStorage.TextAsync(storage.Register().Persons));
    }

    /// <summary>Terms are found by a range of row keys: what a look costs hangs on what is due, and not on how many exchanges there are.</summary>
    [Fact]
    public async Task A_look_at_what_is_due_costs_what_is_due_whatever_else_there_is()
    {
        IRegister living = new TableRegister(storage.Register());
        await living.InsertAsync(Head(One, eraseAfter: Now), Fact(One, 1), Cancelled);
        await living.MarkAuditedAsync(One, "feit-1", Cancelled);
        var before = await RequestsAsync(register => register.DueAsync(Now, Cancelled).ToListAsync(Cancelled));
        for (var other = 0; other < 30; other++)
        {
            var id = new ExchangeId($"DV-LATER-{other}");
            await living.InsertAsync(Head(id, eraseAfter: Now.AddDays(1)), Fact(id, 1), Cancelled);
            await living.MarkAuditedAsync(id, "feit-1", Cancelled);
        }

        Assert.Equal(before, await RequestsAsync(register => register.DueAsync(Now, Cancelled).ToListAsync(Cancelled)));
        Assert.Equal(3, await RequestsAsync(register => register.UnfinishedAsync(Now.AddDays(1), Cancelled).ToListAsync(Cancelled)));
        Assert.Equal(3, await RequestsAsync(register => register.UnpurgedAsync(Now.AddDays(1), Cancelled).ToListAsync(Cancelled)));

        // A term that moved: the signpost of the old one costs one look, and is taken down by it.
        await living.AppendAsync(Head(One, 2, eraseAfter: Now.AddDays(1)), Fact(One, 2), Cancelled);
        await living.MarkAuditedAsync(One, "feit-2", Cancelled);
        Assert.Empty(await living.DueAsync(Now, Cancelled).ToListAsync(Cancelled));
        Assert.Equal(3, await RequestsAsync(register => register.DueAsync(Now, Cancelled).ToListAsync(Cancelled)));
        Assert.Equal(31, (await living.DueAsync(Now.AddDays(1), Cancelled).ToListAsync(Cancelled)).Count);
    }

    private async Task<int> RequestsAsync<T>(Func<IRegister, ValueTask<T>> look)
    {
        var requests = 0;
        await look(new TableRegister(storage.Register(new Between(storage.Transport, _ => ++requests < 0, () => Task.CompletedTask))));
        return requests;
    }

    /// <summary>The so-manieth entity group transaction: of an append the mark, the head with its fact, and the true hints.</summary>
    private static Func<global::Azure.Core.Request, bool> Transaction(int number)
    {
        var seen = 0;
        return request => request.Method.Method == "POST" && ++seen == number;
    }

    private static async Task RunAsync(Killed killed, Func<Task<bool>> work)
    {
        try
        {
            Assert.True(await work());
        }
        catch (KilledException)
        {
            Assert.True(killed.IsDead);
        }
    }

    private static ExchangeHead Head(ExchangeId id, int revision = 1, DateTimeOffset? eraseAfter = null) => new(
        id, "doorverwijzing", new("mechelen-2024"), 1, new("opgroeien-regie"), new("ocmw-mechelen"), "aangemaakt", Now, eraseAfter, null, null, ["pseudoniem"], "zout", [], revision);

    private static ExchangeHead Forgotten(ExchangeId id, int revision) => Head(id, revision) with { Pseudonyms = [], Salt = null };

    private static FactRow Fact(ExchangeId id, int sequence) => new(id, sequence, $"feit-{sequence}", Now, "{}", Wakes: false, Handled: false, Audited: false);
}
