using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.PortContracts;

/// <summary>What every register keeps to: the truth, one exchange a partition.</summary>
public abstract class RegisterContract
{
    protected static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    protected static readonly ExchangeId One = new("DV-AAAA-1111");

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract IRegister Register { get; }

    protected static ExchangeHead Head(ExchangeId id, int revision = 1, DateTimeOffset? eraseAfter = null) => new(
        id, "doorverwijzing", new("mechelen-2024"), 1, new("opgroeien-regie"), new("ocmw-mechelen"), "aangemaakt", Now, eraseAfter, null, null,
        ["pseudoniem-kanarie-een", "pseudoniem-kanarie-twee"], "zout-kanarie", [new("DV-LINK-KANARIE")], revision);

    protected static FactRow Fact(ExchangeId id, int sequence, string? fact = null, bool wakes = false) =>
        new(id, sequence, fact ?? $"feit-{sequence}", Now.AddMinutes(sequence), $$"""{"feit":"{{sequence}}"}""", wakes, Handled: false, Audited: false);

    [Fact]
    public async Task An_exchange_begins_once()
    {
        Assert.True(await Register.InsertAsync(Head(One), Fact(One, 1), Cancelled));
        Assert.False(await Register.InsertAsync(Head(One) with { State = "anders" }, Fact(One, 1, "ander"), Cancelled));
        var head = await Register.FindAsync(One, Cancelled);
        Assert.Equal(Head(One) with { Pseudonyms = head!.Pseudonyms, Links = head.Links }, head);
        Assert.Equal(Head(One).Pseudonyms, head.Pseudonyms);
        Assert.Equal(Head(One).Links, head.Links);
        Assert.Equal(Fact(One, 1), Assert.Single(await Register.FactsAsync(One, Cancelled)));
        Assert.Null(await Register.FindAsync(new("DV-NIET"), Cancelled));
        Assert.Empty(await Register.FactsAsync(new("DV-NIET"), Cancelled));
    }

    [Fact]
    public async Task A_fact_on_another_revision_or_with_a_known_id_changes_nothing()
    {
        await Register.InsertAsync(Head(One), Fact(One, 1), Cancelled);
        Assert.True(await Register.AppendAsync(Head(One, 2) with { State = "verzegeld" }, Fact(One, 2), Cancelled));
        Assert.False(await Register.AppendAsync(Head(One, 2) with { State = "te laat" }, Fact(One, 2, "ander"), Cancelled));
        Assert.False(await Register.AppendAsync(Head(One, 4) with { State = "te vroeg" }, Fact(One, 4), Cancelled));
        Assert.False(await Register.AppendAsync(Head(One, 3) with { State = "dubbel" }, Fact(One, 3, "feit-2"), Cancelled));
        Assert.False(await Register.AppendAsync(Head(new("DV-NIET"), 2), Fact(new("DV-NIET"), 2), Cancelled));
        Assert.Equal(("verzegeld", 2), ((await Register.FindAsync(One, Cancelled))!.State, (await Register.FactsAsync(One, Cancelled)).Count));
    }

    [Fact]
    public async Task Of_many_writers_on_one_revision_exactly_one_wins()
    {
        await Register.InsertAsync(Head(One), Fact(One, 1), Cancelled);
        var won = await Task.WhenAll(Enumerable.Range(0, 32).Select(writer => Register.AppendAsync(Head(One, 2), Fact(One, 2, $"van-{writer}"), Cancelled)));
        Assert.Single(won, true);
        Assert.Equal(2, (await Register.FactsAsync(One, Cancelled)).Count);
    }

    [Fact]
    public async Task What_is_not_handled_or_not_audited_is_unfinished()
    {
        await Register.InsertAsync(Head(One), Fact(One, 1), Cancelled);
        await Register.AppendAsync(Head(One, 2), Fact(One, 2, wakes: true), Cancelled);
        Assert.Equal(["feit-1"], await UnfinishedAsync(Now.AddMinutes(2)));
        Assert.Equal(["feit-1", "feit-2"], await UnfinishedAsync(Now.AddMinutes(3)));
        await Register.MarkAuditedAsync(One, "feit-1", Cancelled);
        await Register.MarkAuditedAsync(One, "feit-2", Cancelled);
        Assert.Equal(["feit-2"], await UnfinishedAsync(Now.AddMinutes(3)));
        await Register.MarkHandledAsync(One, "feit-2", Cancelled);
        Assert.Empty(await UnfinishedAsync(Now.AddMinutes(3)));
    }

    [Fact]
    [Requirement("R9")]
    public async Task Due_is_what_has_a_term_that_passed_and_nothing_without_one()
    {
        await Register.InsertAsync(Head(One, eraseAfter: Now.AddHours(1)), Fact(One, 1), Cancelled);
        var old = new ExchangeId("DV-OUD");
        await Register.InsertAsync(Head(old), Fact(old, 1), Cancelled);
        Assert.Empty(await Register.DueAsync(Now.AddMinutes(59), Cancelled).ToListAsync(Cancelled));
        Assert.Equal([One], (await Register.DueAsync(Now.AddYears(50), Cancelled).ToListAsync(Cancelled)).Select(head => head.Id));

        await Register.AppendAsync(Head(One, 2) with { ErasedAt = Now.AddHours(2), Pseudonyms = [], Salt = null, Links = [] }, Fact(One, 2), Cancelled);
        Assert.Empty(await Register.DueAsync(Now.AddYears(50), Cancelled).ToListAsync(Cancelled));
        Assert.Equal([One], (await Register.UnpurgedAsync(Now.AddHours(3), Cancelled).ToListAsync(Cancelled)).Select(head => head.Id));
        Assert.Equal([old], (await Register.OfProtocolAsync(new("mechelen-2024"), liveOnly: true, Cancelled).ToListAsync(Cancelled)).Select(head => head.Id));
        Assert.Equal(2, (await Register.OfProtocolAsync(new("mechelen-2024"), liveOnly: false, Cancelled).ToListAsync(Cancelled)).Count);
        Assert.Empty(await Register.OfProtocolAsync(new("kasterlee-2025"), liveOnly: false, Cancelled).ToListAsync(Cancelled));
        Assert.Equal([old], (await Register.OfKindAsync(new("mechelen-2024"), "doorverwijzing", liveOnly: true, Cancelled).ToListAsync(Cancelled)).Select(head => head.Id));
        Assert.Equal(2, (await Register.OfKindAsync(new("mechelen-2024"), "doorverwijzing", liveOnly: false, Cancelled).ToListAsync(Cancelled)).Count);
        Assert.Empty(await Register.OfKindAsync(new("mechelen-2024"), "gegevenslek", liveOnly: false, Cancelled).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Facts_of_many_are_those_of_each_oldest_first_and_none_of_who_has_none()
    {
        var (other, third) = (new ExchangeId("DV-ANDER"), new ExchangeId("DV-DERDE"));
        foreach (var id in new[] { One, other, third })
        {
            await Register.InsertAsync(Head(id), Fact(id, 1), Cancelled);
            await Register.AppendAsync(Head(id, 2), Fact(id, 2, wakes: true), Cancelled);
        }

        var facts = await Register.FactsOfAllAsync([other, new("DV-NIET"), One], Cancelled);
        Assert.Equal(await Register.FactsAsync(One, Cancelled), facts[One]);
        Assert.Equal(await Register.FactsAsync(other, Cancelled), facts[other]);
        Assert.Equal(2, facts.Count);
        Assert.Empty(facts[new("DV-NIET")]);
        Assert.Empty(await Register.FactsOfAllAsync([], Cancelled));
    }

    [Fact]
    [Requirement("F2")]
    public async Task Unclaimed_is_what_no_head_claims_and_what_is_erased()
    {
        var (gone, strange) = (new ExchangeId("DV-WEG"), new ExchangeId("vreemde \"naam\", één"));
        await Register.InsertAsync(Head(One), Fact(One, 1), Cancelled);
        await Register.InsertAsync(Head(gone), Fact(gone, 1), Cancelled);
        Assert.Equal([strange], await Register.UnclaimedAsync([One, strange, gone], Cancelled));
        await Register.AppendAsync(Head(gone, 2) with { ErasedAt = Now, Pseudonyms = [], Salt = null, Links = [] }, Fact(gone, 2), Cancelled);
        Assert.Equal([strange, gone], await Register.UnclaimedAsync([One, strange, gone], Cancelled));
        Assert.Empty(await Register.UnclaimedAsync([One], Cancelled));
        Assert.Empty(await Register.UnclaimedAsync([], Cancelled));
    }

    [Fact]
    public async Task An_orphan_keeps_the_moment_it_was_first_seen()
    {
        Assert.Equal(Now, await Register.OrphanSeenAsync(One, Now, Cancelled));
        Assert.Equal(Now, await Register.OrphanSeenAsync(One, Now.AddDays(3), Cancelled));
        await Register.OrphanGoneAsync(One, Cancelled);
        Assert.Equal(Now.AddDays(9), await Register.OrphanSeenAsync(One, Now.AddDays(9), Cancelled));
    }

    [Fact]
    [Requirement("G17")]
    public async Task Who_a_living_exchange_leads_to_can_be_replaced_and_nobody_comes_back_after_erasure()
    {
        await Register.InsertAsync(Head(One), Fact(One, 1), Cancelled);
        var right = Head(One) with { Pseudonyms = ["juist"], Salt = "zout", Links = [new("DV-ANDER")] };
        Assert.True(await Register.RenewPersonAsync(right, Cancelled));
        var renewed = (await Register.FindAsync(One, Cancelled))!;
        Assert.Equal((1, "juist", "zout", new ExchangeId("DV-ANDER")), (renewed.Revision, Assert.Single(renewed.Pseudonyms), renewed.Salt, Assert.Single(renewed.Links)));

        // An append by who read the head before does not undo it; after an erasure nothing is written.
        await Register.AppendAsync(Head(One, 2), Fact(One, 2), Cancelled);
        Assert.Equal(["juist"], (await Register.FindAsync(One, Cancelled))!.Pseudonyms);
        await Register.AppendAsync(Head(One, 3) with { Pseudonyms = [], Salt = null, Links = [] }, Fact(One, 3), Cancelled);
        Assert.False(await Register.RenewPersonAsync(right, Cancelled));
        Assert.Empty((await Register.FindAsync(One, Cancelled))!.Pseudonyms);
    }

    [Fact]
    [Requirement("F12", "D15")]
    public async Task The_leads_of_a_protocol_are_those_of_its_living_exchanges_and_of_no_other_protocol()
    {
        var (other, nobody, gone) = (new ExchangeId("DV-ANDER"), new ExchangeId("DV-NIEMAND"), new ExchangeId("DV-WEG"));
        await Register.InsertAsync(Head(One), Fact(One, 1), Cancelled);
        await Register.InsertAsync(Head(other) with { Protocol = new("kasterlee-2025") }, Fact(other, 1), Cancelled);
        await Register.InsertAsync(Head(nobody) with { Pseudonyms = [], Salt = null, Links = [] }, Fact(nobody, 1), Cancelled);
        await Register.InsertAsync(Head(gone), Fact(gone, 1), Cancelled);
        await Register.AppendAsync(Head(gone, 2) with { ErasedAt = Now, Pseudonyms = [], Salt = null, Links = [] }, Fact(gone, 2), Cancelled);

        var lead = Assert.Single(await Register.LeadsAsync(new("mechelen-2024"), Cancelled).ToListAsync(Cancelled));
        Assert.Equal((One, Head(One).Salt), (lead.Exchange, lead.Salt));
        Assert.Equal(Head(One).Pseudonyms, lead.Pseudonyms);
        Assert.DoesNotContain("kanarie", lead.ToString(), StringComparison.Ordinal);
        Assert.Equal([other], (await Register.LeadsAsync(new("kasterlee-2025"), Cancelled).ToListAsync(Cancelled)).Select(one => one.Exchange));
        Assert.Empty(await Register.LeadsAsync(new("turnhout-2021"), Cancelled).ToListAsync(Cancelled));
    }

    private async Task<IEnumerable<string>> UnfinishedAsync(DateTimeOffset before) =>
        (await Register.UnfinishedAsync(before, Cancelled).ToListAsync(Cancelled)).Select(row => row.Id);
}
