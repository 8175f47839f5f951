using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Objections;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Exchanges;
using Gegevensdeling.Tests.Exchanges.Debtors;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Objections;

/// <summary>
/// The rule in words: an objection to the list of debtors stops the whole list until the OCMW said which row it is; then that row alone is kept, until it was decided and
/// the person was told. Whether the person is listed at all the municipality never reads.
/// </summary>
public sealed class ListObjectionRulesTests
{
    private static readonly ExchangeId Dossier = new("BZ-0000-0000-0001"), Other = new("BZ-0000-0000-0002");

    private static readonly PartyId Town = new("gemeente-maldegem"), Centre = new("ocmw-maldegem");

    private static readonly DateTimeOffset Monday = Referrals.Begin;

    /// <summary>right, verdict, ground -> recorded (=) or the refusal; the row is named.</summary>
    [Theory]
    [InlineData(ObjectionRight.Objection, ObjectionVerdict.RowUnused, null, "=")]
    [InlineData(ObjectionRight.Objection, ObjectionVerdict.Upheld, null, "beslissing-past-niet")]
    [InlineData(ObjectionRight.Objection, ObjectionVerdict.Lifted, ObjectionGround.Retracted, "beslissing-past-niet")]
    [InlineData(ObjectionRight.Objection, ObjectionVerdict.Rejected, ObjectionGround.CompellingGrounds, "=")]
    [InlineData(ObjectionRight.Restriction, ObjectionVerdict.RowUnused, null, "=")]
    [InlineData(ObjectionRight.Restriction, ObjectionVerdict.Upheld, null, "=")]
    [InlineData(ObjectionRight.Restriction, ObjectionVerdict.Lifted, ObjectionGround.AccuracyVerified, "=")]
    [Requirement("W22")]
    public void A_row_goes_stays_restricted_or_is_used_again(ObjectionRight right, ObjectionVerdict verdict, ObjectionGround? ground, string expected)
    {
        var command = new ObjectionCommand.Decide(Side.Ocmw, verdict, ground, "2026/14");
        Assert.Equal(expected, Code(new ObjectionKind().Decide(Named(right), command, Moment())));

        // Before that, what would reach no row is refused.
        var reachesNone = expected == "=" && verdict is ObjectionVerdict.RowUnused or ObjectionVerdict.Upheld;
        Assert.Equal(reachesNone ? "rij-niet-genoemd" : expected, Code(new ObjectionKind().Decide(State(right), command, Moment())));
    }

    [Fact]
    [Requirement("W22")]
    public void Which_row_it_is_can_be_said_again_until_it_is_decided_and_always_while_the_list_waits_for_it()
    {
        Assert.Equal("=", Code(new ObjectionKind().Decide(State(ObjectionRight.Objection), new ObjectionCommand.NameRow(), Moment())));
        Assert.Equal("=", Code(new ObjectionKind().Decide(Named(ObjectionRight.Objection), new ObjectionCommand.NameRow(), Moment())));
        Assert.Equal("=", Code(new ObjectionKind().Decide(State(ObjectionRight.Objection) with { Decision = Decided(ObjectionVerdict.Rejected) }, new ObjectionCommand.NameRow(), Moment())));
        Assert.Equal("al-beslist", Code(new ObjectionKind().Decide(Named(ObjectionRight.Objection) with { Decision = Decided(ObjectionVerdict.Rejected) }, new ObjectionCommand.NameRow(), Moment())));
    }

    [Fact]
    [Requirement("W22")]
    public void Every_working_day_the_OCMW_is_asked_which_row_it_is_until_it_said_so()
    {
        var asked = new List<string>();
        for (var day = 0; day < 6; day++)
            asked.AddRange(Plan(State(ObjectionRight.Objection), Monday.AddDays(day)).OfType<DossierStep.Tell>().Where(tell => tell.Code.StartsWith("rij-te-noemen", StringComparison.Ordinal)).Select(tell => tell.Code));
        Assert.Equal(["rij-te-noemen:1", "rij-te-noemen:2", "rij-te-noemen:3", "rij-te-noemen:4", "rij-te-noemen:4"], asked);
        var tells = Plan(State(ObjectionRight.Objection), Monday.AddDays(1)).OfType<DossierStep.Tell>().Single(tell => tell.Code == "rij-te-noemen:1").To;
        Assert.Equal([new Audience.Service(Centre), new Audience.HeadOfService(Centre)], tells);
        var late = Plan(State(ObjectionRight.Objection), Monday.AddDays(3)).OfType<DossierStep.Tell>().Single(tell => tell.Code == "rij-te-noemen:3").To;
        Assert.Equal([.. tells, new Audience.Dpo(Centre), new Audience.Dpo(Town)], late);
        Assert.DoesNotContain("rij-te-noemen", string.Join(' ', Plan(Named(ObjectionRight.Objection), Monday.AddDays(3)).Select(step => step.Code)), StringComparison.Ordinal);

        // Also while a restriction was upheld and lasts: the list still waits.
        var lasting = State(ObjectionRight.Restriction) with { Decision = Decided(ObjectionVerdict.Upheld), Informed = Informed };
        Assert.Contains("rij-te-noemen:3", Plan(lasting, Monday.AddDays(3)).Select(step => step.Code));
        Assert.DoesNotContain(ObjectionPlan.Lift, Plan(lasting, Monday.AddDays(3)).Select(step => step.Code));
    }

    [Fact]
    [Requirement("W22")]
    public void Both_sides_hear_of_it_at_once_wherever_it_was_made_and_the_row_is_freed_once_the_person_knows()
    {
        foreach (var where in new[] { Side.Ocmw, Side.Team })
        {
            var plan = Plan(State(ObjectionRight.Objection, where), Monday);
            Assert.Equal([new Audience.Service(Town)], plan.OfType<DossierStep.Tell>().Single(tell => tell.Code == "team-gemeld").To);
            Assert.Equal(where == Side.Team, plan.Any(step => step.Code == "ocmw-gemeld"));
            Assert.Contains(new Audience.HeadOfService(where == Side.Team ? Town : Centre), plan.OfType<DossierStep.Tell>().Single(tell => tell.Code == "gemeld").To);
        }

        var decided = Named(ObjectionRight.Objection) with { Decision = Decided(ObjectionVerdict.RowUnused) };
        Assert.DoesNotContain(ObjectionPlan.Lift, Plan(decided, Monday).Select(step => step.Code));
        Assert.Contains(ObjectionPlan.Lift, Plan(decided with { Informed = Informed }, Monday).Select(step => step.Code));
        Assert.Equal(
            [new Audience.Service(Centre), new Audience.HeadOfService(Centre), new Audience.Service(Town)],
            Plan(decided, Monday).OfType<DossierStep.Tell>().Single(tell => tell.Code == "rij-niet-meer-gebruiken").To);
    }

    [Fact]
    [Requirement("W22")]
    public void No_message_calls_the_list_a_referral_or_a_file()
    {
        ObjectionState[] states =
        [
            State(ObjectionRight.Objection), State(ObjectionRight.Restriction, Side.Team), Named(ObjectionRight.Objection),
            .. new[] { ObjectionVerdict.RowUnused, ObjectionVerdict.Rejected, ObjectionVerdict.Upheld, ObjectionVerdict.Lifted }.SelectMany(verdict => new[]
            {
                State(ObjectionRight.Restriction) with { Decision = Decided(verdict) },
                Named(ObjectionRight.Restriction, Side.Team) with { Decision = Decided(verdict), Informed = Informed, DoneAt = Monday },
            }),
        ];
        var texts = states.SelectMany(state => new[] { 0, 2, 40, 120 }.SelectMany(days => Plan(state, Monday.AddDays(days)))).OfType<DossierStep.Tell>().Select(tell => $"{tell.Text.Subject} {tell.Text.Text}").Distinct().ToList();
        Assert.True(texts.Count > 12, $"{texts.Count} texts");
        Assert.All(texts, text => Assert.DoesNotMatch("doorverwijzing|het bestand|termijn van één jaar|\\{|\\}", text));
    }

    [Fact]
    [Requirement("W22", "D11")]
    public void A_list_of_which_the_row_is_not_named_takes_and_shows_nothing_but_that_name()
    {
        var waiting = Months.List(Months.Version(1), Restricted(Dossier), Restricted(Other));
        Assert.Equal("beperkt", waiting.Word);
        ListCommand[] stopped = [Make(ListChange.Compared), Make(ListChange.Detailed), Make(ListChange.Paid), new ListCommand.Open(true, "p"), new ListCommand.FetchMarks(true, "p"), new ListCommand.Export("p")];
        Assert.All(stopped, command => Assert.Equal("toestand-beperkt", Code(waiting, command)));
        Assert.Null(Code(waiting, Make(ListChange.Restricted, Dossier)));
        Assert.Equal("bezwaar-afgehandeld", Code(waiting, Make(ListChange.RowUnused, Dossier)));

        // Both named: it goes on. Named again, a dossier is held once.
        var named = Months.List(
            Months.Version(1), Restricted(Dossier), Restricted(Other), Months.Version(2, ListChange.Restricted) with { Restriction = Dossier }, Months.Version(3, ListChange.Restricted) with { Restriction = Other },
            Months.Version(4, ListChange.Restricted) with { Restriction = Dossier });
        Assert.Equal((0, 2), (named.Waiting.Count, named.Held.Count));
        Assert.All(stopped[3..], command => Assert.Null(Code(named, command)));
        Assert.Null(Code(named, Make(ListChange.RowUnused, Dossier, 4)));
        Assert.Equal("bezwaar-afgehandeld", Code(named, Make(ListChange.Restricted, new("BZ-0000-0000-0003"), 4)));

        // Freed, also while the list waits for another.
        var freed = Months.List(
            Months.Version(1), Restricted(Dossier), Months.Version(2, ListChange.Restricted) with { Restriction = Dossier }, Restricted(Other),
            Months.Version(3, ListChange.RestrictionLifted) with { Restriction = Dossier }, new ListFact.RestrictionLifted(Months.Fact(), Monday, SystemActor.Value, Other));
        Assert.Equal((0, 0, 3), (freed.Waiting.Count, freed.Held.Count, freed.Number));
    }

    private static string Code(DossierDecision decision) => decision is DossierDecision.Refuse { Refusal.Code: var code } ? code : "=";

    private static string? Code(ListState list, ListCommand command) =>
        ListDecisions.Decide(Months.View(list), command, new(Months.Fact(), Monday, Referrals.Worker)) is ExchangeDecision.Refuse { Refusal.Code: var code } ? code : null;

    private static ListCommand.Make Make(ListChange why, ExchangeId? dossier = null, int from = 1) => new(from, Months.CopyOf(from + 1), why, new(3, 3, 0, 0, []), 0, null, null, dossier);

    private static ListFact.Restricted Restricted(ExchangeId dossier) => new(Months.Fact(), Monday, SystemActor.Value, dossier);

    private static IReadOnlyList<DossierStep> Plan(ObjectionState state, DateTimeOffset at) => ObjectionPlan.Of(Dossier, Months.Maldegem, state, at).Steps;

    private static ObjectionState State(ObjectionRight right, Side where = Side.Ocmw) => new(new ObjectionFact.Made(
        Referrals.NextId(), Monday, Referrals.Worker, ListKind.IdOf(Months.Maldegem.Id), where, right, Manner.Mail, right == ObjectionRight.Restriction ? RestrictionGround.Unlawful : null));

    private static ObjectionState Named(ObjectionRight right, Side where = Side.Ocmw) => State(right, where) with { RowIsNamed = true };

    private static ObjectionFact.Decided Decided(ObjectionVerdict verdict) => new(Referrals.NextId(), Monday, Referrals.Worker, verdict, "2026/14");

    private static ObjectionFact.Informed Informed => new(Referrals.NextId(), Monday, Referrals.Worker, Manner.Mail, new(2026, 3, 2));

    private static DossierContext Moment() => new(Dossier, Months.Maldegem, Referrals.NextId(), Monday, new(2026, 3, 2), Referrals.Worker);
}
