using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

public sealed class ProtocolCatalogTests
{
    private static readonly PartyId Sender = new("opgroeien-regie");

    private static ProtocolCatalog All => Made(CommittedProtocols.Mechelen, CommittedProtocols.Kasterlee, CommittedProtocols.Turnhout, CommittedProtocols.Maldegem);

    [Fact]
    public void A_protocol_is_found_by_its_id()
    {
        Assert.Equal("Kasterlee", All.Find(new ProtocolId("kasterlee-2025"))!.Name);
        Assert.Null(All.Find(new ProtocolId("geel-2026")));
    }

    /// <summary>In words: the postcode decides, the other exchanges never answer, and nobody refers but the sender of the text.</summary>
    [Theory]
    [InlineData("opgroeien-regie", "2811", "mechelen-2024")]
    [InlineData("opgroeien-regie", "2460", "kasterlee-2025")]
    [InlineData("opgroeien-regie", "2300", null)]
    [InlineData("opgroeien-regie", "1000", null)]
    [InlineData("ocmw-mechelen", "2811", null)]
    [Requirement("W7")]
    public void A_family_is_referred_by_sender_and_postcode(string sender, string postcode, string? protocol) =>
        Assert.Equal(protocol, All.Referrals(new PartyId(sender), postcode).SingleOrDefault()?.Id.Value);

    [Fact]
    public void The_same_version_twice_is_refused_and_two_versions_stand_side_by_side()
    {
        Assert.Equal(["versie 1 van het protocol 'mechelen-2024' is twee keer geladen"], Conflicts(CommittedProtocols.Mechelen, CommittedProtocols.Mechelen));
        var first = CommittedProtocols.Mechelen;
        var second = first with { Version = 2 };
        var catalog = Assert.IsType<ProtocolCatalogResult.Made>(ProtocolCatalog.Create([second, first])).Catalog;
        Assert.Same(second, catalog.Find(second.Id));
        Assert.Same(first, catalog.Find(second.Id, 1));
        Assert.Equal([1, 2], catalog.VersionsOf(second.Id).Select(version => version.Version));
        Assert.Same(second, Assert.Single(catalog.All));
    }

    [Fact]
    public void Two_receivers_for_one_postcode_are_refused()
    {
        var kasterlee = CommittedProtocols.Kasterlee;
        var territory = kasterlee.Referral!.Territory with { Postcodes = ["2460", "2812"] };
        var overlapping = kasterlee with { Referral = kasterlee.Referral with { Territory = territory } };
        Assert.Equal(
            ["de postcode 2812 staat bij meer dan één ontvanger: mechelen-2024, kasterlee-2025"],
            Conflicts(CommittedProtocols.Mechelen, overlapping));
    }

    [Fact]
    public void A_successor_of_the_same_receiver_may_stand_beside_it()
    {
        var successor = CommittedProtocols.Mechelen with { Id = new ProtocolId("mechelen-2027") };
        Assert.Equal(2, Made(CommittedProtocols.Mechelen, successor).Referrals(Sender, "2800").Count);
    }

    [Fact]
    public void A_body_may_be_party_to_many_protocols() =>
        Assert.Equal(["kasterlee-2025", "mechelen-2024", "turnhout-2021"], All.OfParty(Sender).Select(protocol => protocol.Id.Value));

    private static ProtocolCatalog Made(params Protocol[] protocols) =>
        Assert.IsType<ProtocolCatalogResult.Made>(ProtocolCatalog.Create(protocols)).Catalog;

    private static IReadOnlyList<string> Conflicts(params Protocol[] protocols) =>
        Assert.IsType<ProtocolCatalogResult.Conflicting>(ProtocolCatalog.Create(protocols)).Reasons;
}
