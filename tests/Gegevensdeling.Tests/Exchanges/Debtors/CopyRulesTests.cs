using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>
/// The rule in words: a delivery goes when it was compared, when another came in its place, and with its month; a version goes when a later one counts. What was
/// sealed and never taken up goes after a day. Only what counts, or is being made, stays.
/// </summary>
public sealed class CopyRulesTests
{
    [Fact]
    [Requirement("D5")]
    public void A_delivery_goes_with_what_made_it_useless()
    {
        var copy = Months.Copy(Months.Delivery, CopyContent.Delivery);
        var ends = Months.Every().ToDictionary(one => one.Name, one => CopyRules.EndOfDelivery(copy, one.State, Months.Begin));
        Assert.All(ends.Where(one => one.Key is "geleverd" or "cliëntnummers binnen, nog niet vergeleken" or "door het OCMW geopend"), one => Assert.Null(one.Value));
        Assert.All(ends.Where(one => one.Key is "vergeleken" or "gemarkeerd" or "vrijgegeven" or "bevestigd" or "fase 3 geleverd"), one => Assert.Equal(CopyEnd.Compared, one.Value));
        Assert.Equal(CopyEnd.ProtocolEnded, CopyRules.EndOfDelivery(copy, Months.Of(Months.Opened(), Months.Delivered(), new CycleFact.ProtocolEnded(Months.Fact(), Months.Begin, SystemActor.Value)), Months.Begin));
        Assert.Equal(CopyEnd.Superseded, CopyRules.EndOfDelivery(copy, Months.Of(Months.Opened(), Months.Delivered(), Months.Delivered(new("DB-0000-0000-0002"))), Months.Begin));
        Assert.Equal(CopyEnd.MonthOver, CopyRules.EndOfDelivery(copy, Months.Of(Months.Opened(), Months.Delivered()), Months.March.Closes));
    }

    [Theory]
    [InlineData(23, null)]
    [InlineData(24, CopyEnd.NotUsed)]
    public void What_was_sealed_and_never_taken_up_goes_after_a_day(int hours, CopyEnd? end)
    {
        var at = Months.Begin.AddHours(hours);
        Assert.Equal(end, CopyRules.EndOfDelivery(Months.Copy(new("DB-0000-0000-0009"), CopyContent.Delivery), Months.Of(Months.Opened(), Months.Delivered()), at));
        Assert.Equal(end, CopyRules.EndOfVersion(Months.Copy(Months.CopyOf(9), CopyContent.Version, number: 2), Months.List(Months.Version(1)), at));
    }

    [Fact]
    [Requirement("D11")]
    public void Of_the_versions_only_the_one_that_counts_stays()
    {
        var list = Months.List(Months.Version(1), Months.Version(2));
        Assert.Equal(CopyEnd.Superseded, CopyRules.EndOfVersion(Months.Copy(Months.CopyOf(1), CopyContent.Version), list, Months.Begin));
        Assert.Null(CopyRules.EndOfVersion(Months.Copy(Months.CopyOf(2), CopyContent.Version, number: 2), list, Months.Begin.AddYears(3)));
        Assert.Equal(CopyEnd.NotUsed, CopyRules.EndOfVersion(Months.Copy(Months.CopyOf(8), CopyContent.Version, number: 2), list, Months.Begin));
        var ended = Months.List(Months.Version(1), new ListFact.ProtocolEnded(Months.Fact(), Months.Begin, SystemActor.Value));
        Assert.Equal(CopyEnd.ProtocolEnded, CopyRules.EndOfVersion(Months.Copy(Months.CopyOf(1), CopyContent.Version), ended, Months.Begin));
    }

    [Fact]
    [Requirement("D5", "D8")]
    public void A_delivery_has_the_term_of_its_month_and_a_version_that_counts_has_none()
    {
        var kind = new CopyKind();
        var (delivery, version) = (Months.Copy(Months.Delivery, CopyContent.Delivery), Months.Copy(Months.CopyOf(1), CopyContent.Version));
        Assert.Equal(Months.March.Closes, kind.HeadAfter(delivery.Head, delivery.Protocol, delivery.State).EraseAfter);
        Assert.Null(kind.HeadAfter(version.Head, version.Protocol, version.State).EraseAfter);
        var ended = kind.After(version.State, new CopyFact.Ended(Months.Fact(), Months.Begin, SystemActor.Value, CopyEnd.Superseded));
        Assert.Equal(Months.Begin, kind.HeadAfter(version.Head, version.Protocol, ended).EraseAfter);
        Assert.Equal(ErasureReason.Voided, kind.SubjectOf(version with { State = ended }).Reason);
    }
}
