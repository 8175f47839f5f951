using Gegevensdeling.Audit;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Evidence;
using Xunit;

namespace Gegevensdeling.Tests.Audit;

[Requirement("F9", "D17")]
public sealed class AuditChainTests
{
    [Fact]
    public void A_chain_that_nobody_touched_is_whole()
    {
        var chain = AuditSamples.Chain(50);
        var intact = Assert.IsType<AuditVerdict.Intact>(AuditChain.Verify(chain, AuditHead.Issue(chain[29].Tip, Samples.Noon)));
        Assert.Equal((50, chain[^1].Tip), (intact.Count, intact.Tip!.Value));
    }

    [Fact]
    public void Any_changed_fact_is_found_at_its_entry()
    {
        var changes = new Func<AuditEvent, AuditEvent>[]
        {
            entry => entry with { At = entry.At.AddMilliseconds(1) },
            entry => entry with { Until = null },
            entry => entry with { Exchange = null },
            entry => entry with { ProtocolVersion = 2 },
            entry => entry with { Protocol = new("ander") },
            entry => entry with { Actor = entry.Actor with { Role = "dpo" } },
            entry => entry with { Actor = entry.Actor with { Staff = new("m-2026-18") } },
            entry => entry with { Actor = entry.Actor with { Party = new("opgroeien") } },
            entry => entry with { Action = AuditAction.Erased },
            entry => entry with { Purpose = "ander" },
            entry => entry with { Ground = "art. 3" },
            entry => entry with { Outcome = AuditOutcome.Ok },
            entry => entry with { Code = null },
            entry => entry with { Correlation = "00" },
            entry => entry with { System = "ander" },
            entry => entry with { Artefact = null },
            entry => entry with { Sha256 = null },
        };
        Assert.Equal(typeof(AuditEvent).GetProperties().Count(property => property.Name != "EqualityContract"), changes.Length - 2); // three of the actor's
        foreach (var change in changes)
        {
            var chain = AuditSamples.Chain(9);
            chain[5] = chain[5] with { Event = change(chain[5].Event) };
            Broken(6, AuditDamage.Changed, chain);
        }
    }

    [Fact]
    public void An_entry_that_is_left_out_is_named()
    {
        var chain = AuditSamples.Chain(9);
        chain.RemoveAt(4);
        Broken(5, AuditDamage.Missing, chain);
        chain = AuditSamples.Chain(9);
        chain.RemoveAt(0);
        Broken(1, AuditDamage.Missing, chain);
    }

    [Fact]
    public void Entries_that_changed_places_are_named()
    {
        var chain = AuditSamples.Chain(9);
        (chain[3], chain[4]) = (chain[4], chain[3]);
        Broken(4, AuditDamage.Reordered, chain);
        chain = AuditSamples.Chain(9);
        chain.Insert(6, chain[2]);
        Broken(3, AuditDamage.Reordered, chain);
    }

    [Fact]
    public void A_chain_that_was_cut_off_is_found_against_its_signed_head()
    {
        var chain = AuditSamples.Chain(9);
        var head = AuditHead.Issue(chain[^1].Tip, Samples.Noon);
        Assert.IsType<AuditVerdict.Intact>(AuditChain.Verify(chain.Take(6)));
        Broken(7, AuditDamage.Truncated, chain.Take(6), head);
        Broken(1, AuditDamage.Truncated, [], head);
    }

    [Fact]
    public void A_chain_that_was_computed_anew_is_found_against_its_signed_head()
    {
        var head = AuditHead.Issue(AuditSamples.Chain(9)[^1].Tip, Samples.Noon);
        var forged = new List<ChainedAuditEvent>();
        for (var number = 0; number < 12; number++)
            forged.Add(AuditChain.Next(forged.Count == 0 ? null : forged[^1].Tip, AuditSamples.Draft(number)));
        Assert.IsType<AuditVerdict.Intact>(AuditChain.Verify(forged));
        Broken(9, AuditDamage.Rewritten, forged, head);
    }

    [Fact]
    public void An_entry_with_a_fresh_hash_breaks_the_link_of_the_next()
    {
        var chain = AuditSamples.Chain(9);
        chain[4] = AuditChain.Next(chain[3].Tip, chain[4].Event with { Purpose = "ander" });
        Broken(6, AuditDamage.Rewritten, chain);
    }

    [Fact]
    public void An_entry_of_another_chain_is_found()
    {
        var chain = AuditSamples.Chain(3);
        chain.Add(AuditChain.Next(null, AuditSamples.Draft() with { At = Samples.Noon.AddMonths(1) }));
        Broken(1, AuditDamage.ForeignChain, chain);
    }

    [Fact]
    public void An_event_of_another_month_does_not_follow()
    {
        var tip = AuditSamples.Chain(1)[0].Tip;
        Assert.Equal("voorbeeld-2026/2026-03", tip.Chain);
        Assert.Throws<ArgumentException>(() => AuditChain.Next(tip, AuditSamples.Draft() with { At = Samples.Noon.AddMonths(1) }));
    }

    [Fact]
    public void A_correlation_that_no_register_would_take_is_a_defect()
    {
        foreach (var wrong in new[] { "", "onbekend", "4BF92F3577B34DA6A3CE929D0E0E4736", "4bf92f3577b34da6a3ce929d0e0e473" })
            Assert.Throws<ArgumentException>(() => AuditChain.Next(null, AuditSamples.Draft() with { Correlation = wrong }));
        Assert.Equal(1, AuditChain.Next(null, AuditSamples.Draft() with { Correlation = AuditEvent.NewCorrelation() }).Sequence);
    }

    private static void Broken(long sequence, AuditDamage how, IEnumerable<ChainedAuditEvent> chain, AuditHead? head = null)
    {
        var broken = Assert.IsType<AuditVerdict.Broken>(AuditChain.Verify(chain, head));
        Assert.Equal((sequence, how), (broken.Sequence, broken.How));
        Assert.Contains(sequence.ToString(System.Globalization.CultureInfo.InvariantCulture), broken.Reason, StringComparison.Ordinal);
    }
}
