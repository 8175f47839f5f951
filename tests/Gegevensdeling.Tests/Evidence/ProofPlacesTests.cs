using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Evidence;

public sealed class ProofPlacesTests
{
    [Fact]
    [Requirement("G16")]
    public void Every_measure_of_every_protocol_has_its_place()
    {
        var codes = CommittedProtocols.All.SelectMany(protocol => protocol.Measures).Select(measure => measure.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(codes, ProofPlaces.Known.Keys.Order(StringComparer.Ordinal));
        Assert.All(ProofPlaces.Known.Values, places => Assert.NotEmpty(places));
        Assert.All(Enum.GetValues<ProofPlace>(), place => Assert.EndsWith(".", ProofPlaces.Explain(place), StringComparison.Ordinal));
    }

    /// <summary>F5: a new municipality is a new file and no code. What nobody mapped is the party's to show, and the pack says so.</summary>
    [Fact]
    [Requirement("G16", "F5")]
    public void A_measure_that_nobody_knows_is_left_to_the_party() =>
        Assert.Equal([ProofPlace.Party], ProofPlaces.Of(CommittedProtocols.All[0].Measures[0] with { Code = "iets-nieuws" }));
}
