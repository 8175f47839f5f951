using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Evidence;
using Xunit;

namespace Gegevensdeling.Tests.Audit;

/// <summary>What one party sees of the audit events of its protocols.</summary>
[Requirement("W12", "F9")]
public sealed class AuditSightTests
{
    private static readonly PartyId Reader = new("opgroeien-regie");

    private static readonly PartyId Other = new("ocmw-voorbeeld");

    [Fact]
    public void Its_own_staff_s_acts_a_party_always_sees_refusals_included_but_not_that_a_reference_of_others_exists()
    {
        var own = By(Reader, AuditAction.Opened) with { Outcome = AuditOutcome.Refused };
        foreach (var reach in new[] { AuditReach.Own, AuditReach.OwnAndSystem, AuditReach.Both })
            Assert.Equal(own, AuditSight.Shown(own, Reader, reach));
        Assert.Equal(own with { Exchange = null, Artefact = null, Sha256 = null }, AuditSight.Shown(own, Reader, AuditReach.Hidden));
    }

    [Fact]
    public void Of_an_exchange_of_which_it_sees_its_own_side_only_the_passage_of_the_file_and_key_is_shown()
    {
        AuditAction[] passage = [AuditAction.Sealed, AuditAction.Resealed, AuditAction.Delivered, AuditAction.NotDelivered, AuditAction.KeyRequested, AuditAction.KeyHandedOver];
        foreach (var action in Enum.GetValues<AuditAction>())
        {
            foreach (var actor in new[] { Other, SystemActor.Value.Party })
                Assert.Equal(passage.Contains(action), AuditSight.Shown(By(actor, action), Reader, AuditReach.Own) is not null);
        }
    }

    [Fact]
    [Requirement("F11")]
    public void Where_each_side_keeps_its_own_acts_to_itself_all_that_the_system_did_is_shown()
    {
        foreach (var action in Enum.GetValues<AuditAction>())
        {
            Assert.NotNull(AuditSight.Shown(By(SystemActor.Value.Party, action), Reader, AuditReach.OwnAndSystem));
            Assert.Equal(AuditSight.Shown(By(Other, action), Reader, AuditReach.Own), AuditSight.Shown(By(Other, action), Reader, AuditReach.OwnAndSystem));
        }
    }

    [Fact]
    public void Where_both_sides_know_everything_is_shown_but_how_often_the_other_looked_and_was_refused()
    {
        AuditAction[] readings = [AuditAction.Viewed, AuditAction.EvidenceRequested, AuditAction.FiguresRequested, AuditAction.AuditExported, AuditAction.HeadCountersigned];
        foreach (var action in Enum.GetValues<AuditAction>())
        {
            Assert.Equal(!readings.Contains(action), AuditSight.Shown(By(Other, action), Reader, AuditReach.Both) is not null);
            Assert.Null(AuditSight.Shown(By(Other, action) with { Outcome = AuditOutcome.Refused }, Reader, AuditReach.Both));
            Assert.NotNull(AuditSight.Shown(By(SystemActor.Value.Party, action), Reader, AuditReach.Both));
            Assert.Null(AuditSight.Shown(By(SystemActor.Value.Party, action), Reader, AuditReach.Hidden));
        }
    }

    [Fact]
    public void What_is_of_no_exchange_is_shown_of_the_system_and_of_itself()
    {
        Assert.NotNull(AuditSight.Shown(By(SystemActor.Value.Party, AuditAction.StaffForgotten) with { Exchange = null }, Reader, AuditReach.Own));
        Assert.Null(AuditSight.Shown(By(Other, AuditAction.Viewed) with { Exchange = null }, Reader, AuditReach.Own));
    }

    private static AuditEvent By(PartyId party, AuditAction action) => AuditSamples.Full() with { Actor = Samples.Worker with { Party = party }, Action = action, Outcome = AuditOutcome.Ok };
}
