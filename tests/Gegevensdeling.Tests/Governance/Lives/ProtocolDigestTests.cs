using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Lives;

/// <summary>What counts as another text: what was signed, and nothing of how the file is written or who accepts its defects.</summary>
public sealed class ProtocolDigestTests
{
    private static LifeState Registered(Protocol protocol) => new([new LifeFact.Registered("1", default, Exchanges.Referrals.Worker, protocol.Version, Digest(protocol))]);

    [Fact]
    [Requirement("G1")]
    public void Another_text_under_the_same_number_is_seen_and_a_new_acceptance_is_none()
    {
        var mechelen = CommittedProtocols.Mechelen;
        Assert.Equal("protocol-gewijzigd", CodeOf(mechelen with { Duration = mechelen.Duration with { NoticePeriod = mechelen.Duration.NoticePeriod with { Months = 3 } } }));
        Assert.Equal("protocol-gewijzigd", CodeOf(mechelen with { Name = "Mechelen " }));
        Assert.Null(CodeOf(mechelen with { AcceptedFindings = [.. mechelen.AcceptedFindings, mechelen.AcceptedFindings[0] with { Code = "nog-een" }] }));
        Assert.Null(CodeOf(CommittedProtocols.Mechelen)); // read anew

        string? CodeOf(Protocol now) => (LifeStanding.At(now, Digest(now), Registered(mechelen), [], new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)) as ProtocolStanding.NotInForce)?.Refusal.Code;
    }

    private static string Digest(Protocol protocol) => ProtocolDigest.Sha256(protocol);
}
