using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Notices;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Exchanges;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Notices;

/// <summary>'Elke eventuele mededeling van de gevraagde persoonsgegevens door OCMW Maldegem moet voorafgaandelijk worden gemeld' (art. 4), without a host.</summary>
[Requirement("D18")]
public sealed class OnwardRulesTests
{
    private static readonly NoticeKind Kind = new();
    private static readonly ExchangeId Dossier = new("WM-0000-0000-0001");
    private static readonly PartyId Centre = new("ocmw-maldegem");
    private static readonly PartyId Town = new("gemeente-maldegem");
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly OnwardDisclosure WithProtocol = new(OnwardReceiver.DebtMediator, "protocol schuldbemiddeling 2026/3", null);

    private static Protocol Maldegem => CommittedProtocols.Maldegem;

    /// <summary>from whom, the first day, its own protocol, why none -> recorded, or the refusal.</summary>
    [Theory]
    [InlineData("ocmw-maldegem", 1, "protocol 2026/3", null, "doorgifte-aangekondigd")]
    [InlineData("ocmw-maldegem", 1, null, NoProtocolReason.ClientAsks, "doorgifte-aangekondigd")]
    [InlineData("ocmw-maldegem", 0, "protocol 2026/3", null, "niet-vooraf")]
    [InlineData("ocmw-maldegem", -1, "protocol 2026/3", null, "niet-vooraf")]
    [InlineData("ocmw-maldegem", null, "protocol 2026/3", null, "vanaf-ontbreekt")]
    [InlineData("ocmw-maldegem", 1, null, null, "grond-ongeldig")]
    [InlineData("ocmw-maldegem", 1, "protocol 2026/3", NoProtocolReason.ClientAsks, "grond-ongeldig")]
    [InlineData("ocmw-maldegem", 1, "voor jan@voorbeeld.example", null, "kenmerk-ongeldig")]
    [InlineData("gemeente-maldegem", 1, "protocol 2026/3", null, "melding-niet-voorzien")]
    public void A_disclosure_is_announced_beforehand_by_the_party_of_article_4_with_its_ground(string from, int? days, string? protocol, NoProtocolReason? none, string expected)
    {
        var decision = Decide(null, Give(new(from), days is { } after ? Today.AddDays(after) : null, new(OnwardReceiver.OtherOcmw, protocol, none)));
        Assert.Equal(expected, Said(decision));
        if (decision is DossierDecision.Record { Fact: NoticeFact.Announced told })
            Assert.Equal((Centre, Town, Today.AddDays(1)), (told.From, Assert.Single(told.To), told.Since));
    }

    [Fact]
    public void An_announcement_says_to_whom_and_only_an_announcement_does()
    {
        Assert.Equal("doorgifte-ontbreekt", Said(Decide(null, Give(Centre, Today.AddDays(1), null))));
        Assert.Equal("geraakt-niet-verwacht", Said(Decide(null, Give(Centre, Today.AddDays(1), WithProtocol) with { Touches = [NoticeTouch.Finality] })));
        Assert.Equal("doorgifte-niet-verwacht", Said(Decide(null, Give(Centre, null, WithProtocol) with { Subject = NoticeSubject.Processors })));
        Assert.Equal("melding-niet-voorzien", Said(Kind.Decide(null, Give(Referrals.Mechelen.Receiver, Today.AddDays(1), WithProtocol), Now(Referrals.Mechelen, Today))));
    }

    /// <summary>The day it happened, the day it is recorded, who -> recorded, or the refusal. Announced on 2 March from 10 March on.</summary>
    [Theory]
    [InlineData("2026-03-10", "2026-03-10", "ocmw-maldegem", "doorgegeven-als-aangekondigd")]
    [InlineData("2026-03-12", "2026-04-01", "ocmw-maldegem", "doorgegeven-als-aangekondigd")]
    [InlineData("2026-03-09", "2026-03-10", "ocmw-maldegem", "doorgifte-voor-aankondiging")]
    [InlineData("2026-03-11", "2026-03-10", "ocmw-maldegem", "datum-in-toekomst")]
    [InlineData("2026-03-10", "2026-03-10", "gemeente-maldegem", "andere-partij")]
    public void Nothing_is_recorded_as_passed_on_that_was_not_announced_before(string on, string today, string who, string expected) =>
        Assert.Equal(expected, Said(Decide(State(Announced()), new NoticeCommand.PassOn(new(who), Day(on)), Day(today))));

    [Fact]
    public void Under_a_notice_of_something_else_nothing_is_passed_on_and_a_day_counts_once()
    {
        var change = new NoticeFact.Given(Referrals.NextId(), Referrals.Begin, Referrals.Worker, Centre, [Town], NoticeSubject.Processors, [], "2026/14");
        Assert.Equal("niet-aangekondigd", Said(Decide(State(change), new NoticeCommand.PassOn(Centre, Today))));
        var passed = new NoticeFact.PassedOn(Referrals.NextId(), Referrals.Begin.AddDays(9), Referrals.Worker, Centre, Day("2026-03-11"));
        Assert.Equal("=", Said(Decide(State(Announced(), passed), new NoticeCommand.PassOn(Centre, Day("2026-03-11")), Day("2026-03-20"))));
        Assert.Equal("doorgegeven-als-aangekondigd", Said(Decide(State(Announced(), passed), new NoticeCommand.PassOn(Centre, Day("2026-03-12")), Day("2026-03-20"))));
    }

    [Fact]
    public void It_stays_open_while_data_may_go_and_whoever_announced_it_stops_it()
    {
        var read = new NoticeFact.Acknowledged(Referrals.NextId(), Referrals.Begin.AddDays(1), Referrals.Sender, Town);
        Assert.Equal("gevolg-past-niet", Said(Settle(State(Announced(), read), Centre, NoticeConsequence.None)));
        Assert.Equal("wijziging-gevolg", Said(Settle(State(Announced()), Centre, NoticeConsequence.Stopped))); // also before anybody read it
        Assert.Equal("andere-partij", Said(Settle(State(Announced(), read), Town, NoticeConsequence.Stopped)));
        Assert.Equal("nog-niet-gelezen", Said(Settle(State(Announced()), Town, NoticeConsequence.ChangeProtocol)));
        Assert.Equal("wijziging-gevolg", Said(Settle(State(Announced(), read), Town, NoticeConsequence.ChangeProtocol)));
        var change = new NoticeFact.Given(Referrals.NextId(), Referrals.Begin, Referrals.Worker, Centre, [Town], NoticeSubject.ChangeOfLaw, [NoticeTouch.Duration], "2026/14");
        Assert.Equal("gevolg-past-niet", Said(Settle(State(change, read), Centre, NoticeConsequence.Stopped)));

        Assert.Equal("gemeld", Codes(Referrals.Begin, Announced()));
        Assert.Equal("gemeld herinnering:1", Codes(Referrals.Begin.AddDays(7), Announced()));
        Assert.Equal("gemeld gelezen", Codes(Referrals.Begin.AddDays(60), Announced(), read));
    }

    [Fact]
    public async Task It_is_told_in_plain_Dutch()
    {
        var read = new NoticeFact.Acknowledged(Referrals.NextId(), Referrals.Begin.AddDays(1), Referrals.Sender, Town);
        var stopped = new NoticeFact.Settled(Referrals.NextId(), Referrals.Begin.AddDays(90), Referrals.Worker, Centre, NoticeConsequence.Stopped, "beslissing 2026/9");
        var none = Announced() with { Disclosure = new(OnwardReceiver.Administrator, null, NoProtocolReason.ReceiverIsNoAuthority) };
        var told = new[] { Steps(7, Announced()), Steps(7, none), Steps(30, Announced(), read), Steps(90, Announced(), read, stopped) }.SelectMany(steps => steps).OfType<DossierStep.Tell>()
            .Select(one => $"--- {one.Code}, aan {string.Join(", ", one.To.Select(to => $"{to.GetType().Name} {to.Of}"))}\n{one.Text.Subject}\n{one.Text.Text}").Distinct();
        await Approved.EqualAsync("doorgifte.approved.txt", string.Concat(told));
    }

    private static NoticeFact.Announced Announced() => new(Referrals.NextId(), Referrals.Begin, Referrals.Worker, Centre, [Town], WithProtocol, Day("2026-03-10"), "beslissing 2026/2");

    private static NoticeCommand.Give Give(PartyId from, DateOnly? since, OnwardDisclosure? onward) => new(from, NoticeSubject.OnwardDisclosure, [], since, "beslissing 2026/2", onward);

    private static DossierDecision Settle(NoticeState state, PartyId who, NoticeConsequence consequence) => Decide(state, new NoticeCommand.Settle(who, consequence, "2026/9"));

    private static NoticeState State(params DossierFact[] facts) => NoticeState.Of([.. facts]);

    private static IReadOnlyList<DossierStep> Steps(int days, params DossierFact[] facts) => NoticePlan.Of(Dossier, Maldegem, State(facts), Referrals.Begin.AddDays(days)).Steps;

    private static string Codes(DateTimeOffset now, params DossierFact[] facts) => string.Join(' ', NoticePlan.Of(Dossier, Maldegem, State(facts), now).Steps.Select(step => step.Code));

    private static DossierDecision Decide(NoticeState? state, NoticeCommand command, DateOnly? today = null) => Kind.Decide(state, command, Now(Maldegem, today ?? Today));

    private static DossierContext Now(Protocol protocol, DateOnly today) => new(Dossier, protocol, Referrals.NextId(), Referrals.Begin, today, Referrals.Worker);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Said(DossierDecision decision) => decision switch
    {
        DossierDecision.Record record => FactJson.WordFor(record.Fact),
        DossierDecision.Already => "=",
        DossierDecision.Refuse refuse => refuse.Refusal.Code,
        _ => throw new InvalidOperationException("a fourth answer"),
    };
}
