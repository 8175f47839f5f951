using System.Globalization;
using Gegevensdeling.Azure.Stores;
using Gegevensdeling.Exchanges;
using Gegevensdeling.PortContracts;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Stores;

public sealed class TableRegisterTests(Cloud cloud) : RegisterContract, IAsyncLifetime
{
    private static readonly string[] Person = ["pseudoniem-kanarie-een", "pseudoniem-kanarie-twee", "zout-kanarie", "DV-LINK-KANARIE"];

    private readonly OwnStorage storage = new(cloud);
    private IRegister? register;

    protected override IRegister Register => register!;

    public async ValueTask InitializeAsync()
    {
        await storage.Register().EnsureAsync(Cancelled);
        register = new TableRegister(storage.Register());
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    [Requirement("F2", "F10")]
    public async Task What_leads_to_a_person_stands_apart_and_goes_at_the_erasure()
    {
        await Register.InsertAsync(Head(One), Fact(One, 1), Cancelled);
        var (everywhereElse, persons) = (await ElsewhereAsync(), await OwnStorage.TextAsync(storage.Register().Persons));
        Assert.All(Person, word => Assert.Contains(word, persons, StringComparison.Ordinal));
        Assert.All(Person, word => Assert.DoesNotContain(word, everywhereElse, StringComparison.Ordinal));
        await Register.AppendAsync(Forgotten(2), Fact(One, 2), Cancelled);
        Assert.Empty(await OwnStorage.TextAsync(storage.Register().Persons));
    }

    [Fact]
    public async Task A_link_goes_from_all_others_and_from_nowhere_else()
    {
        var (a, b, gone, stays) = (new ExchangeId("DV-A"), new ExchangeId("DV-B"), new ExchangeId("DV-GAAT"), new ExchangeId("DV-BLIJFT"));
        await Register.InsertAsync(Head(a) with { Links = [gone, stays] }, Fact(a, 1), Cancelled);
        await Register.InsertAsync(Head(b) with { Links = [gone] }, Fact(b, 1), Cancelled);
        Assert.Equal(2, await Register.CountLinksToAsync(gone, Cancelled));
        await Register.UnlinkAsync(gone, Cancelled);
        Assert.Equal((0, 1), (await Register.CountLinksToAsync(gone, Cancelled), await Register.CountLinksToAsync(stays, Cancelled)));
        Assert.Equal([stays], (await Register.FindAsync(a, Cancelled))!.Links);
        Assert.Empty((await Register.FindAsync(b, Cancelled))!.Links);
    }

    [Fact]
    public async Task Thirty_two_writers_who_read_again_all_get_their_fact_in_and_the_worklist_tells_the_truth()
    {
        await Register.InsertAsync(Head(One, eraseAfter: Now), Fact(One, 1), Cancelled);
        await Task.WhenAll(Enumerable.Range(0, 32).Select(async writer =>
        {
            for (var won = false; !won;)
            {
                var head = (await Register.FindAsync(One, Cancelled))!;
                var id = string.Create(CultureInfo.InvariantCulture, $"van-{writer}");
                won = await Register.AppendAsync(head with { Revision = head.Revision + 1 }, Fact(One, head.Revision + 1, id), Cancelled);
                if (won)
                    await Register.MarkAuditedAsync(One, id, Cancelled);
            }
        }));
        Assert.Equal(Enumerable.Range(1, 33), (await Register.FactsAsync(One, Cancelled)).Select(fact => fact.Sequence));
        Assert.Equal(["feit-1"], (await Register.UnfinishedAsync(Now.AddYears(1), Cancelled).ToListAsync(Cancelled)).Select(fact => fact.Id));
        Assert.Equal([One], (await Register.DueAsync(Now, Cancelled).ToListAsync(Cancelled)).Select(head => head.Id));

        await Register.AppendAsync(Forgotten(34) with { ErasedAt = Now, PurgedAt = Now }, Fact(One, 34), Cancelled);
        foreach (var fact in new[] { "feit-1", "feit-34" })
            await Register.MarkAuditedAsync(One, fact, Cancelled);
        Assert.Empty(await Register.UnfinishedAsync(Now.AddYears(1), Cancelled).ToListAsync(Cancelled));
        Assert.Empty(await Register.DueAsync(Now, Cancelled).ToListAsync(Cancelled)); // takes the signpost of its former term down
        Assert.DoesNotContain("lopend", await OwnStorage.TextAsync(storage.Register().Index), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_come_oldest_first_whatever_the_order_of_writing()
    {
        var moments = new[] { 5, 1, 4, 2, 3 };
        await Task.WhenAll(moments.Select(async minute =>
        {
            var id = new ExchangeId(string.Create(CultureInfo.InvariantCulture, $"DV-{9 - minute}"));
            await Register.InsertAsync(Head(id, eraseAfter: Now.AddMinutes(-minute)) with { CreatedAt = Now.AddMinutes(minute) }, Fact(id, 1) with { At = Now.AddMinutes(minute) }, Cancelled);
        }));
        Assert.Equal(["DV-8", "DV-7", "DV-6", "DV-5", "DV-4"], (await Register.OfProtocolAsync(new("mechelen-2024"), liveOnly: false, Cancelled).ToListAsync(Cancelled)).Select(head => head.Id.Value));
        Assert.Equal(["DV-4", "DV-5", "DV-6", "DV-7", "DV-8"], (await Register.DueAsync(Now, Cancelled).ToListAsync(Cancelled)).Select(head => head.Id.Value));
        Assert.Equal(["DV-8", "DV-7", "DV-6", "DV-5", "DV-4"], (await Register.UnfinishedAsync(Now.AddDays(1), Cancelled).ToListAsync(Cancelled)).Select(fact => fact.Exchange.Value));
    }

    [Fact]
    public async Task An_id_that_could_leave_its_place_never_begins_and_is_never_found()
    {
        foreach (var id in new[] { "a/b", "a\\b", "a#b", "a?b", "", "a b", "a'b" })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Register.InsertAsync(Head(new(id)), Fact(new(id), 1), Cancelled));
            Assert.Null(await Register.FindAsync(new(id), Cancelled));
            Assert.Empty(await Register.FactsAsync(new(id), Cancelled));
        }

        Assert.Empty(await ElsewhereAsync());
    }

    private static ExchangeHead Forgotten(int revision) => Head(One, revision) with { Pseudonyms = [], Salt = null, Links = [] };

    private async Task<string> ElsewhereAsync()
    {
        var (exchanges, _, index, orphans) = storage.Register();
        return string.Concat(await Task.WhenAll(new[] { exchanges, index, orphans }.Select(OwnStorage.TextAsync)));
    }
}
