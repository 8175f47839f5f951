using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Objections;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Exchanges;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Objections;

/// <summary>The rules around an objection or a restriction, without a host.</summary>
public sealed class ObjectionRulesTests
{
    private static readonly ObjectionKind Kind = new();
    private static readonly ExchangeId Dossier = new("BZ-0000-0000-0001");
    private static readonly DateTimeOffset Begin = Referrals.Begin;

    [Theory]
    [InlineData("2026-03-02", 1, "2026-04-02")] // a Thursday
    [InlineData("2026-01-31", 1, "2026-03-02")] // 28 February is a Saturday
    [InlineData("2026-10-01", 1, "2026-11-02")] // All Saints' is a Sunday
    [InlineData("2026-03-02", 3, "2026-06-02")]
    [Requirement("W22", "W20")]
    public void The_answer_is_due_a_month_after_the_request_or_three_on_a_working_day(string made, int months, string due)
    {
        var at = new DateTimeOffset(DateOnly.Parse(made, System.Globalization.CultureInfo.InvariantCulture).ToDateTime(new(9, 0)), TimeSpan.FromHours(1));
        var state = State(Made(ObjectionRight.Objection) with { At = at });
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), (months == 3 ? state with { Extension = Extended() } : state).Due);
    }

    /// <summary>Art. 12.3 GDPR: 'binnen een maand na ontvangst'.</summary>
    [Fact]
    [Requirement("W22", "W20")]
    public void The_month_counts_from_the_day_on_which_the_request_was_received_and_not_from_the_record()
    {
        var make = new ObjectionCommand.Make(Referrals.Id, Side.Ocmw, ObjectionRight.Objection, null, Manner.Telephone, Ended: false, null, new(2026, 2, 20), new(2026, 2, 16));
        var made = Assert.IsType<ObjectionFact.Made>(Assert.IsType<DossierDecision.Record>(Kind.Decide(null, make, Now())).Fact);
        Assert.Equal((new DateOnly(2026, 2, 20), new DateOnly(2026, 3, 20)), (State(made).ReceivedOn, State(made).Due));
        Assert.Equal(new DateOnly(2026, 4, 2), State((ObjectionFact.Made)((DossierDecision.Record)Kind.Decide(null, make with { ReceivedOn = null }, Now())).Fact).Due);
        Assert.Equal("datum-in-toekomst", Said(Kind.Decide(null, make with { ReceivedOn = new(2026, 3, 3) }, Now())));
        Assert.Equal("datum-te-vroeg", Said(Kind.Decide(null, make with { ReceivedOn = new(2026, 2, 15) }, Now())));
    }

    /// <summary>right, decided before, verdict, ground -> the fact or the refusal.</summary>
    [Theory]
    [InlineData(ObjectionRight.Objection, null, ObjectionVerdict.Upheld, null, "bezwaar-beslist")]
    [InlineData(ObjectionRight.Objection, null, ObjectionVerdict.Upheld, ObjectionGround.LegalClaim, "grond-niet-verwacht")]
    [InlineData(ObjectionRight.Objection, null, ObjectionVerdict.Rejected, ObjectionGround.LegalClaim, "bezwaar-beslist")]
    [InlineData(ObjectionRight.Objection, null, ObjectionVerdict.Rejected, ObjectionGround.AccuracyVerified, "grond-past-niet")]
    [InlineData(ObjectionRight.Objection, null, ObjectionVerdict.Rejected, null, "grond-ontbreekt")]
    [InlineData(ObjectionRight.Objection, null, ObjectionVerdict.Lifted, ObjectionGround.Retracted, "beslissing-past-niet")]
    [InlineData(ObjectionRight.Objection, ObjectionVerdict.Upheld, ObjectionVerdict.Upheld, null, "=")]
    [InlineData(ObjectionRight.Objection, ObjectionVerdict.Upheld, ObjectionVerdict.Rejected, ObjectionGround.LegalClaim, "al-beslist")]
    [InlineData(ObjectionRight.Restriction, null, ObjectionVerdict.Lifted, ObjectionGround.Retracted, "bezwaar-beslist")]
    [InlineData(ObjectionRight.Restriction, null, ObjectionVerdict.Lifted, null, "grond-ontbreekt")]
    [InlineData(ObjectionRight.Restriction, null, ObjectionVerdict.Rejected, ObjectionGround.ManifestlyUnfounded, "bezwaar-beslist")]
    [InlineData(ObjectionRight.Restriction, ObjectionVerdict.Upheld, ObjectionVerdict.Upheld, null, "=")]
    [InlineData(ObjectionRight.Restriction, ObjectionVerdict.Upheld, ObjectionVerdict.Rejected, ObjectionGround.LegalClaim, "al-beslist")]
    [InlineData(ObjectionRight.Restriction, ObjectionVerdict.Upheld, ObjectionVerdict.Lifted, ObjectionGround.ObjectionDecided, "bezwaar-beslist")]
    [InlineData(ObjectionRight.Restriction, ObjectionVerdict.Lifted, ObjectionVerdict.Upheld, null, "al-beslist")]
    [Requirement("W22")]
    public void A_decision_fits_the_right_and_names_its_ground(ObjectionRight right, ObjectionVerdict? before, ObjectionVerdict verdict, ObjectionGround? ground, string expected)
    {
        var state = before is { } earlier ? State(Made(right), Decided(earlier)) : State(Made(right));
        Assert.Equal(expected, Said(Kind.Decide(state, new ObjectionCommand.Decide(Side.Ocmw, verdict, ground, "2026/14"), Now())));
    }

    [Fact]
    [Requirement("W22")]
    public void Steps_out_of_order_or_by_the_other_party_are_refused()
    {
        var (made, decided) = (State(Made(ObjectionRight.Objection)), State(Made(ObjectionRight.Objection), Decided(ObjectionVerdict.Rejected)));
        var inform = new ObjectionCommand.Inform(Side.Ocmw, Manner.Mail, new(2026, 3, 2));
        Assert.Equal("nog-niet-beslist", Said(Kind.Decide(made, inform, Now())));
        Assert.Equal("bezwaar-verwittigd", Said(Kind.Decide(decided, inform, Now())));
        Assert.Equal("andere-partij", Said(Kind.Decide(decided, inform with { Side = Side.Team }, Now())));
        Assert.Equal("datum-in-toekomst", Said(Kind.Decide(decided, inform with { On = new(2026, 3, 3) }, Now())));
        Assert.Equal("datum-voor-beslissing", Said(Kind.Decide(decided, inform with { On = new(2026, 3, 1) }, Now())));
        Assert.Equal("=", Said(Kind.Decide(decided with { Informed = Informed() }, inform, Now())));
        var extend = new ObjectionCommand.Extend(Side.Ocmw, ExtensionReason.Complex);
        Assert.Equal("bezwaar-verlengd", Said(Kind.Decide(made, extend, Now())));
        Assert.Equal("al-beslist", Said(Kind.Decide(decided, extend, Now())));
        Assert.Equal("al-verlengd", Said(Kind.Decide(made with { Extension = Extended() }, extend, Now())));
        Assert.Equal("termijn-voorbij", Said(Kind.Decide(made, extend, Now(Begin.AddDays(40)))));
        Assert.Equal("niet-gevonden", Said(Kind.Decide(null, extend, Now())));
    }

    [Fact]
    [Requirement("W22", "W12")]
    public void An_objection_that_was_made_twice_or_on_what_ended_is_refused_but_never_shows_the_team_an_end()
    {
        var make = new ObjectionCommand.Make(Referrals.Id, Side.Ocmw, ObjectionRight.Objection, null, Manner.Telephone, Ended: false, null);
        Assert.Equal("bezwaar-gemaakt", Said(Kind.Decide(null, make, Now())));
        Assert.Equal("doorverwijzing-beeindigd", Said(Kind.Decide(null, make with { Ended = true }, Now())));
        Assert.Equal("bezwaar-gemaakt", Said(Kind.Decide(null, make with { Ended = true, Where = Side.Team }, Now())));
        Assert.Equal("al-in-behandeling", Said(Kind.Decide(null, make with { Running = Dossier }, Now())));
        Assert.Equal("grond-ontbreekt", Said(Kind.Decide(null, make with { Right = ObjectionRight.Restriction }, Now())));
        Assert.Equal("bezwaar-gemaakt", Said(Kind.Decide(null, make with { Right = ObjectionRight.Restriction, Ground = RestrictionGround.Unlawful }, Now())));
        Assert.Equal("grond-niet-verwacht", Said(Kind.Decide(null, make with { Ground = RestrictionGround.Unlawful }, Now())));
    }

    [Fact]
    [Requirement("W22")]
    public void The_plan_stops_first_reminds_before_the_term_and_lifts_only_after_the_person_was_told()
    {
        var made = Made(ObjectionRight.Objection);
        Assert.Equal("beperken gemeld", Codes(Begin, made));
        Assert.Equal("beperken gemeld herinnering:1:1", Codes(Begin.AddDays(18), made)); // 14 days before 2 April
        Assert.Equal("beperken gemeld herinnering:1:2", Codes(Begin.AddDays(27), made));
        Assert.Equal("beperken gemeld te-laat:1:0", Codes(Begin.AddDays(32), made));
        Assert.Equal("beperken gemeld te-laat:1:1", Codes(Begin.AddDays(43), made));
        Assert.Equal("beperken gemeld", Codes(Begin.AddDays(40), made, Extended()));
        var (no, yes) = (Decided(ObjectionVerdict.Rejected), Decided(ObjectionVerdict.Upheld));
        Assert.Equal($"beperken gemeld verwittigen:{no.Id}", Codes(Begin, made, no));
        Assert.Equal($"beperken gemeld verwittigen:{no.Id} niet-verwittigd:{no.Id}:1", Codes(Begin.AddDays(4), made, no));
        Assert.Equal("beperken gemeld opheffen", Codes(Begin, made, no, Informed()));
        Assert.Equal($"beperken gemeld verwittigen:{yes.Id} wissen", Codes(Begin, made, yes));
        var restriction = Made(ObjectionRight.Restriction);
        Assert.Equal("beperken gemeld", Codes(Begin, restriction, yes, Informed()));
        Assert.Equal("beperken gemeld herzien:1", Codes(Begin.AddDays(95), restriction, yes, Informed()));
        Assert.Equal(new DateTimeOffset(2026, 3, 18, 23, 0, 0, TimeSpan.Zero), Plan(Begin, made).Next);
    }

    [Fact]
    [Requirement("W22", "R13")]
    public void Only_what_was_made_at_the_team_is_told_to_the_other_side()
    {
        foreach (var facts in new DossierFact[][] { [], [Decided(ObjectionVerdict.Upheld)], [Decided(ObjectionVerdict.Rejected), Informed()] })
        {
            var told = Plan(Begin.AddDays(60), [Made(ObjectionRight.Objection), .. facts]).Steps.OfType<DossierStep.Tell>().SelectMany(step => step.To);
            Assert.DoesNotContain(told, to => to is Audience.Dpo { Party: var one } && one == Referrals.Mechelen.Sender);
            Assert.DoesNotContain(told, to => to is Audience.Service { Party: var one } && one == Referrals.Mechelen.Sender);
            Assert.DoesNotContain(told, to => to is Audience.HeadOfService { Party: var one } && one == Referrals.Mechelen.Sender);
        }

        Assert.Contains("ocmw-gemeld", Codes(Begin, Made(ObjectionRight.Objection) with { Where = Side.Team }), StringComparison.Ordinal);
        Assert.Contains("ocmw-gewist", Codes(Begin, Made(ObjectionRight.Objection) with { Where = Side.Team }, Decided(ObjectionVerdict.Upheld)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OCMW 2026/14 (bis)", true)]
    [InlineData("a", false)]
    [InlineData(" 2026", false)]
    [InlineData("zie jan@voorbeeld.example", false)]
    [InlineData("85073003328", false)]
    [InlineData("dossier 85.07.30-033.28", false)]
    [InlineData("regel\nregel", false)]
    [InlineData("<b>2026</b>", false)]
    public void A_reference_says_where_and_never_who(string text, bool taken) => Assert.Equal(taken, OfficeReference.Refuse(text) is null);

    private static string Codes(DateTimeOffset now, params DossierFact[] facts) => string.Join(' ', Plan(now, facts).Steps.Select(step => step.Code));

    private static DossierPlan Plan(DateTimeOffset now, params DossierFact[] facts) => ObjectionPlan.Of(Dossier, Referrals.Mechelen, State(facts), now);

    private static ObjectionState State(params DossierFact[] facts) => ObjectionState.Of([.. facts]);

    private static ObjectionFact.Made Made(ObjectionRight right) => new(Referrals.NextId(), Begin, Referrals.Worker, Referrals.Id, Side.Ocmw, right, Manner.Telephone, right == ObjectionRight.Restriction ? RestrictionGround.Unlawful : null);

    private static ObjectionFact.Extended Extended() => new(Referrals.NextId(), Begin, Referrals.Worker, ExtensionReason.Complex);

    private static ObjectionFact.Decided Decided(ObjectionVerdict verdict) => new(Referrals.NextId(), Begin, Referrals.Worker, verdict, "2026/14");

    private static ObjectionFact.Informed Informed() => new(Referrals.NextId(), Begin, Referrals.Worker, Manner.Telephone, new(2026, 3, 2));

    private static DossierContext Now(DateTimeOffset? at = null) =>
        new(Dossier, Referrals.Mechelen, Referrals.NextId(), at ?? Begin, Gegevensdeling.Calendar.LegalCalendar.DateOf(at ?? Begin), Referrals.Worker);

    private static string Said(DossierDecision decision) => decision switch
    {
        DossierDecision.Record record => FactJson.WordFor(record.Fact),
        DossierDecision.Already => "=",
        DossierDecision.Refuse refuse => refuse.Refusal.Code,
        _ => throw new InvalidOperationException("a fourth answer"),
    };
}
