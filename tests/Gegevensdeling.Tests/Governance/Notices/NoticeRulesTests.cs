using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Notices;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Exchanges;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Notices;

/// <summary>Who tells whom of a change, as the four texts say it.</summary>
public sealed class NoticeRulesTests
{
    private static readonly NoticeKind Kind = new();
    private static readonly ExchangeId Dossier = new("WM-0000-0000-0001");

    /// <summary>'Beide partijen brengen elkaar' (Maldegem art. 9), as duties of the Mechelen file.</summary>
    private static readonly Protocol BothWays = With(duty => duty.Kind == DutyKind.ChangeOfLaw ? duty with { From = Parties, To = Parties } : duty);

    /// <summary>Turnhout: nothing in article 9, and 'enkel op expliciete aanvraag' in article 6.</summary>
    private static readonly Protocol Silent = With(duty => duty.Kind == DutyKind.Processors ? duty with { Text = "Partijen bezorgen elkaar, enkel op expliciete aanvraag, een overzicht." } : duty) is var asked
        ? asked with { Duties = [.. asked.Duties.Where(duty => duty.Kind != DutyKind.ChangeOfLaw)] }
        : throw new InvalidOperationException();

    private static IReadOnlyList<PartyId> Parties => [.. Referrals.Mechelen.Parties.Select(party => party.Id)];

    [Theory]
    [InlineData("mechelen", "ocmw-mechelen", NoticeSubject.ChangeOfLaw, "wijziging-gemeld")]
    [InlineData("mechelen", "opgroeien-regie", NoticeSubject.ChangeOfLaw, "melding-niet-voorzien")]
    [InlineData("maldegem", "opgroeien-regie", NoticeSubject.ChangeOfLaw, "wijziging-gemeld")]
    [InlineData("maldegem", "ocmw-mechelen", NoticeSubject.ChangeOfLaw, "wijziging-gemeld")]
    [InlineData("turnhout", "ocmw-mechelen", NoticeSubject.ChangeOfLaw, "melding-niet-voorzien")]
    [InlineData("turnhout", "ocmw-mechelen", NoticeSubject.Processors, "melding-niet-voorzien")]
    [InlineData("mechelen", "ocmw-mechelen", NoticeSubject.Processors, "wijziging-gemeld")]
    [Requirement("G13", "G14")]
    public void A_notice_goes_from_whom_to_whom_the_text_says(string text, string from, NoticeSubject subject, string expected)
    {
        var protocol = text switch { "maldegem" => BothWays, "turnhout" => Silent, _ => Referrals.Mechelen };
        var decision = Give(protocol, new(from), subject);
        Assert.Equal(expected, Said(decision));
        if (decision is DossierDecision.Record { Fact: NoticeFact.Given given })
            Assert.Equal(Parties.Where(party => party.Value != from), given.To);
    }

    [Fact]
    [Requirement("G13")]
    public void It_is_read_by_the_other_side_and_settled_after_that()
    {
        var given = (NoticeFact.Given)((DossierDecision.Record)Give(Referrals.Mechelen, Referrals.Mechelen.Receiver, NoticeSubject.ChangeOfLaw)).Fact;
        var read = new NoticeFact.Acknowledged(Referrals.NextId(), Referrals.Begin, Referrals.Sender, Referrals.Mechelen.Sender);
        Assert.Equal("eigen-melding", Said(Kind.Decide(State(given), new NoticeCommand.Acknowledge(Referrals.Mechelen.Receiver), Now())));
        Assert.Equal("wijziging-gelezen", Said(Kind.Decide(State(given), new NoticeCommand.Acknowledge(Referrals.Mechelen.Sender), Now())));
        Assert.Equal("=", Said(Kind.Decide(State(given, read), new NoticeCommand.Acknowledge(Referrals.Mechelen.Sender), Now())));
        var settle = new NoticeCommand.Settle(Referrals.Mechelen.Receiver, NoticeConsequence.EndsByLaw, "2026/2");
        Assert.Equal("nog-niet-gelezen", Said(Kind.Decide(State(given), settle, Now())));
        Assert.Equal("wijziging-gevolg", Said(Kind.Decide(State(given, read), settle, Now())));
        Assert.Equal("kenmerk-ongeldig", Said(Kind.Decide(State(given, read), settle with { Reference = "bel 0470 00 00 17 0000" }, Now())));
        Assert.Equal("gevolg-past-niet", Said(Kind.Decide(State(given with { Subject = NoticeSubject.Processors }, read), settle, Now())));
        Assert.Equal("geraakt-ontbreekt", Said(Kind.Decide(null, new NoticeCommand.Give(Referrals.Mechelen.Receiver, NoticeSubject.ChangeOfLaw, [], null, "2026/2"), Now())));

        Assert.Equal("gemeld", Codes(Referrals.Begin, given));
        Assert.Equal("gemeld herinnering:1", Codes(Referrals.Begin.AddDays(7), given));
        Assert.Equal("gemeld escalatie:herinnering:3", Codes(Referrals.Begin.AddDays(21), given));
        Assert.Equal("gemeld gelezen", Codes(Referrals.Begin.AddDays(7), given, read));
        Assert.Equal("gemeld gelezen gevolg-vragen:1", Codes(Referrals.Begin.AddDays(14), given, read));
    }

    [Fact]
    [Requirement("G14", "W21")]
    public void A_party_always_sees_its_own_processors_and_those_of_the_other_where_the_text_says()
    {
        var (mechelen, sender) = (Referrals.Mechelen, Referrals.Mechelen.Sender);
        Assert.Equal((true, 2), Seen(ProcessorOverview.Of(mechelen, sender, asked: false)));
        Assert.Equal((false, 1), Seen(ProcessorOverview.Of(Silent, sender, asked: false)));
        Assert.Equal((true, 2), Seen(ProcessorOverview.Of(Silent, sender, asked: true)));
        var none = mechelen with { Duties = [.. mechelen.Duties.Where(duty => duty.Kind != DutyKind.Processors)] };
        Assert.Equal((false, 1), Seen(ProcessorOverview.Of(none, sender, asked: true)));
        Assert.All(new[] { mechelen, Silent, none }, protocol => Assert.Contains(ProcessorOverview.Of(protocol, sender, asked: false).Processors, one => one.Operator));

        static (bool, int) Seen(ProcessorList list) => (list.Mutual, list.Processors.Count);
    }

    [Fact]
    [Requirement("G14")]
    public void Processors_differ_when_a_name_a_service_an_agreement_or_a_subprocessor_does_and_not_by_their_order()
    {
        var before = Referrals.Mechelen;
        Assert.Empty(ProcessorOverview.Changed(before, before with { Processors = [.. before.Processors.Reverse()] }));
        Assert.Equal([before.Receiver], ProcessorOverview.Changed(before, before with { Processors = [before.Processors[0]] }));
        Assert.Equal(Parties, ProcessorOverview.Changed(before, before with { Processors = [before.Processors[0] with { SubProcessors = [] }, before.Processors[1]] }));
        Assert.Equal([before.Receiver], ProcessorOverview.Changed(before, before with { Processors = [before.Processors[0], before.Processors[1] with { Agreement = "VWO-2" }] }));
    }

    private static Protocol With(Func<Duty, Duty> change) => Referrals.Mechelen with { Duties = [.. Referrals.Mechelen.Duties.Select(change)] };

    private static DossierDecision Give(Protocol protocol, PartyId from, NoticeSubject subject) => Kind.Decide(
        null, new NoticeCommand.Give(from, subject, subject == NoticeSubject.ChangeOfLaw ? [NoticeTouch.Duration] : [], null, "decreet 2026"), Now(protocol));

    private static NoticeState State(params DossierFact[] facts) => NoticeState.Of([.. facts]);

    private static string Codes(DateTimeOffset now, params DossierFact[] facts) => string.Join(' ', NoticePlan.Of(Dossier, Referrals.Mechelen, State(facts), now).Steps.Select(step => step.Code));

    private static DossierContext Now(Protocol? protocol = null) => new(Dossier, protocol ?? Referrals.Mechelen, Referrals.NextId(), Referrals.Begin, new(2026, 3, 2), Referrals.Worker);

    private static string Said(DossierDecision decision) => decision switch
    {
        DossierDecision.Record record => FactJson.WordFor(record.Fact),
        DossierDecision.Already => "=",
        DossierDecision.Refuse refuse => refuse.Refusal.Code,
        _ => throw new InvalidOperationException("a fourth answer"),
    };
}
