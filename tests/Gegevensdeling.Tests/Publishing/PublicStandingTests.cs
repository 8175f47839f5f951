using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Publishing;

[Requirement("G2")]
public sealed class PublicStandingTests
{
    private static readonly DateTimeOffset Before = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Running = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_running_protocol_says_since_when() =>
        Assert.Equal("In werking sinds 1 april 2024.", At(CommittedProtocols.Mechelen, Running).Say());

    [Fact]
    public void One_under_notice_says_its_last_day_and_afterwards_that_it_ended()
    {
        var mechelen = CommittedProtocols.Mechelen;
        var given = mechelen with { Duration = mechelen.Duration with { Notice = new() { Date = new(2026, 1, 31), By = mechelen.Receiver, Source = "art. 11" } } };
        Assert.Equal("In werking sinds 1 april 2024, tot en met 31 juli 2026.", At(given, Running).Say());
        Assert.Equal("Beëindigd. De laatste dag was 31 juli 2026.", At(given, Running.AddYears(1)).Say());
        Assert.Contains("Op 31 januari 2026, door OCMW Mechelen", Pages.Seen(Pages.Page(given)), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_was_terminated_says_its_last_day()
    {
        var mechelen = CommittedProtocols.Mechelen;
        var ended = mechelen with { Duration = mechelen.Duration with { Termination = new() { Date = new(2026, 2, 1), Cause = EndCause.Breach, By = mechelen.Sender, Source = "art. 8" } } };
        Assert.Equal("Beëindigd. De laatste dag was 31 januari 2026.", At(ended, Running).Say());
        Assert.Contains("Op 1 februari 2026: verwerking in strijd met het protocol, door Opgroeien regie", Pages.Seen(Pages.Page(ended)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_suspended_one_says_so()
    {
        var standing = PublicStanding.Of(CommittedProtocols.Mechelen, new ProtocolStanding.NotInForce(new(PublicStanding.SuspendedCode, "art. 8", "Intern onderzoek naar X.")));
        Assert.Equal((PublicState.Suspended, "Geschorst: er worden nu geen gegevens uitgewisseld."), (standing.State, standing.Say()));
    }

    [Fact]
    public void What_a_party_must_still_put_in_order_is_not_told()
    {
        var standing = At(CommittedProtocols.Mechelen, Before);
        Assert.Equal(new PublicStanding(PublicState.NotYet, null, null), standing);
        var open = PublicStanding.Of(CommittedProtocols.Mechelen, new ProtocolStanding.NotInForce(new("bevinding-niet-aanvaard", "art. 9", "Intern.")));
        Assert.Equal("Nog niet in werking: er worden geen gegevens uitgewisseld.", open.Say());
    }

    [Fact]
    public void Every_kind_of_protocol_has_its_page_and_its_own_part()
    {
        Assert.Contains("Gezinnen met postcode 2800, 2801, 2811 en 2812", Pages.Seen(Pages.Page(CommittedProtocols.Mechelen)), StringComparison.Ordinal);
        Assert.Contains("kinderen van 0 tot 25 jaar", Pages.Seen(Pages.Page(CommittedProtocols.Turnhout)), StringComparison.Ordinal);
        Assert.Contains("afgeschermde schijf van", Pages.Seen(Pages.Page(CommittedProtocols.Maldegem)), StringComparison.Ordinal);
    }

    private static PublicStanding At(Protocol protocol, DateTimeOffset at) => PublicStanding.Of(protocol, ProtocolRules.At(protocol, at));
}
