using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Lives;

/// <summary>The order of the steps, and every step that is refused.</summary>
public sealed class LifeDecisionsTests
{
    private static readonly DateOnly Today = new(2026, 3, 12);
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly Protocol Committed = CommittedProtocols.Mechelen;
    private static readonly PartyId Opgroeien = Committed.Sender;
    private static readonly PartyId Ocmw = Committed.Receiver;

    /// <summary>Nobody advised, signed or published yet.</summary>
    private static readonly Protocol Draft = Committed with
    {
        Advices = [.. Committed.Advices.Select(advice => advice with { Date = null })],
        Signing = Committed.Signing with { Date = Today, Signatures = [] },
        Publications = [],
    };

    [Theory]
    [InlineData("advies", null)]
    [InlineData("advies-morgen", "datum-in-toekomst")]
    [InlineData("ondertekening", "advies-ontbreekt")]
    [InlineData("bekendmaking", "toestand-niet-ondertekend")]
    [InlineData("bevinding", "bevinding-onbekend")]
    [InlineData("onderzoek", "toestand-niet-geschorst")]
    [InlineData("vrijgave", "toestand-niet-geschorst")]
    [InlineData("schorsing", null)]
    [InlineData("opzegging-voor-begin", "opzegging-voor-begin")]
    [InlineData("einde-voor-begin", "einde-voor-begin")]
    [InlineData("einde-wegens-inbreuk-ontvanger", "niet-bevoegd-eenzijdig")]
    [InlineData("lege-tekst", "tekst-ontbreekt")]
    [InlineData("lange-tekst", "tekst-te-lang")]
    [InlineData("tekst-met-nummer", "tekst-met-persoon")]
    [InlineData("tekst-met-regels", "tekst-ongeldig")]
    [Requirement("G3", "G5", "G9", "G10")]
    public void On_a_draft_only_what_comes_first_is_recorded(string step, string? refused) => Assert.Equal(refused, CodeOf(Decide(LifeState.None, Step(step), Draft)));

    [Fact]
    [Requirement("G3", "G5")]
    public void A_signature_follows_the_last_advice_and_an_advice_never_follows_a_signature()
    {
        var advised = With(new LifeFact.Advised("1", Now, By("a"), 1, Opgroeien, AdviceSense.Positive, new(2026, 3, 2), "A"), new LifeFact.Advised("2", Now, By("b"), 1, Ocmw, AdviceSense.WithRemarks, new(2026, 3, 10), "B"));
        Assert.Equal("ondertekening-voor-advies", CodeOf(Decide(advised, Sign(new(2026, 3, 9)), Draft)));
        Assert.Null(CodeOf(Decide(advised, Sign(new(2026, 3, 10)), Draft)));
        var signed = With([.. advised.Facts, new LifeFact.Signed("3", Now, By("c"), 1, Opgroeien, "Bruno Vanobbergen", "administrateur-generaal", "M", new(2026, 3, 10))]);
        Assert.IsType<DossierDecision.Already>(Decide(signed, Sign(new(2026, 3, 11)), Draft));
        Assert.Equal("advies-na-ondertekening", CodeOf(Decide(signed, new LifeCommand.Advise(Ocmw, AdviceSense.Negative, new(2026, 3, 11), "C"), Draft)));
        Assert.Equal("toestand-niet-ondertekend", CodeOf(Decide(signed, Step("bekendmaking"), Draft)));
    }

    [Fact]
    [Requirement("G10")]
    public void Who_suspended_or_investigated_does_not_release_and_neither_does_the_other_party()
    {
        var suspended = With(new LifeFact.Suspended("1", Now, By("een"), Ocmw, SuspensionReason.Breach));
        Assert.IsType<DossierDecision.Already>(Decide(suspended, Step("schorsing"), Committed));
        Assert.Equal("onderzoek-ontbreekt", CodeOf(Decide(suspended, Release(Ocmw, "drie"), Committed)));
        var investigated = With([.. suspended.Facts, new LifeFact.Investigated("2", Now, By("twee"), Ocmw, InvestigationOutcome.BreachFound, "O")]);
        Assert.Equal("zelfde-persoon", CodeOf(Decide(investigated, Release(Ocmw, "een"), Committed)));
        Assert.Equal("zelfde-persoon", CodeOf(Decide(investigated, Release(Ocmw, "twee"), Committed)));
        Assert.Equal("andere-partij", CodeOf(Decide(investigated, Release(Opgroeien, "drie"), Committed)));
        Assert.Null(CodeOf(Decide(investigated, Release(Ocmw, "drie"), Committed)));
    }

    [Fact]
    [Requirement("G10")]
    public void An_investigation_of_an_earlier_suspension_releases_no_later_one()
    {
        var twice = With(
            new LifeFact.Suspended("1", Now, By("een"), Ocmw, SuspensionReason.Breach), new LifeFact.Investigated("2", Now, By("twee"), Ocmw, InvestigationOutcome.NoBreach, "O"),
            new LifeFact.Released("3", Now, By("drie"), Ocmw, "Drie", "V"), new LifeFact.Suspended("4", Now.AddDays(1), By("een"), Ocmw, SuspensionReason.DataBreach));
        Assert.Equal("onderzoek-ontbreekt", CodeOf(Decide(twice, Release(Ocmw, "drie"), Committed)));
    }

    [Fact]
    [Requirement("G10")]
    public void Each_party_stops_it_for_itself_and_one_release_does_not_undo_the_other_suspension()
    {
        var one = With(new LifeFact.Suspended("1", Now, By("een"), Ocmw, SuspensionReason.Breach));
        var other = Assert.IsType<LifeFact.Suspended>(Assert.IsType<DossierDecision.Record>(Decide(one, new LifeCommand.Suspend(Opgroeien, SuspensionReason.DataBreach), Committed)).Fact);
        var half = With(
            [.. one.Facts, other, new LifeFact.Investigated("3", Now, By("twee"), Ocmw, InvestigationOutcome.NoBreach, "O"), new LifeFact.Released("4", Now, By("drie"), Ocmw, "Drie", "V")]);
        Assert.Equal("protocol-geschorst", StandingOf(Committed, half));
        Assert.DoesNotContain(StepsOf([Committed], half, Now), step => step.Code == "hervat:4");
        Assert.Equal("andere-partij", CodeOf(Decide(half, Release(Ocmw, "vier"), Committed)));
        var whole = With([.. half.Facts, new LifeFact.Released("5", Now, By("vier"), Opgroeien, "Vier", "V")]);
        Assert.Null(StandingOf(Committed, whole));
        Assert.Equal(["hervat:5"], StepsOf([Committed], whole, Now).Select(step => step.Code).Where(code => code.StartsWith("hervat", StringComparison.Ordinal)));
    }

    [Fact]
    [Requirement("G10")]
    public void A_suspension_shows_whatever_else_the_protocol_lacks_and_only_an_end_is_above_it()
    {
        var suspended = With(new LifeFact.Suspended("1", Now, By("een"), Ocmw, SuspensionReason.Breach));
        Assert.Equal("protocol-geschorst", StandingOf(Draft, suspended));
        Assert.Equal("protocol-geschorst", StandingOf(Committed, suspended));
        var ended = With([.. suspended.Facts, new LifeFact.Terminated("2", Now, By("een"), Opgroeien, EndCause.GroundLapsed, Today, "E")]);
        Assert.Equal("protocol-beeindigd", StandingOf(Committed, ended));
    }

    [Theory]
    [Requirement("G8", "G9")]
    [InlineData(EndCause.DataDestroyed, "Turnhout art. 12")]
    [InlineData(EndCause.GroundLapsed, "Turnhout art. 12")]
    [InlineData(EndCause.Breach, "Turnhout art. 8")]
    public void An_end_cites_the_article_that_ends_it(EndCause cause, string article)
    {
        var turnhout = CommittedProtocols.Turnhout;
        var ended = With(new LifeFact.Terminated("1", Now, By("een"), Opgroeien, cause, Today, "E")).Applied(turnhout);
        Assert.Equal(article, turnhout.Cite(ended.Duration.Termination!));
    }

    [Fact]
    [Requirement("G7", "G8")]
    public void A_draft_neither_hastens_nor_delays_the_end_of_what_was_signed()
    {
        var noticed = With(new LifeFact.NoticeGiven("1", Now, By("een"), Ocmw, new(2026, 3, 2), "B"));
        foreach (var months in new[] { 1, 12 })
        {
            Protocol[] versions = [Committed, Draft with { Version = 2, Duration = Draft.Duration with { NoticePeriod = Draft.Duration.NoticePeriod with { Months = months } } }];
            Assert.DoesNotContain(StepsOf(versions, noticed, new(2026, 9, 2, 21, 59, 0, TimeSpan.Zero)), step => step.Code == LifePlan.WindDown);
            Assert.Contains(StepsOf(versions, noticed, new(2026, 9, 2, 22, 1, 0, TimeSpan.Zero)), step => step.Code == LifePlan.WindDown);
        }
    }

    [Fact]
    [Requirement("X1", "F5")]
    public void A_finding_that_another_protocol_shows_can_be_accepted()
    {
        var odd = ProtocolFindingsTests.Misprinted(CommittedProtocols.Kasterlee);
        Protocol[] all = [Committed, odd];
        var finding = ProtocolFindings.Check(odd, all).Single(one => one.Accepted is null && ProtocolFindings.Check(odd).All(other => (other.Code, other.Subject) != (one.Code, one.Subject)));
        var kind = new LifeKind(Assert.IsType<ProtocolCatalogResult.Made>(ProtocolCatalog.Create(all)).Catalog);
        Assert.IsType<DossierDecision.Record>(kind.Decide(
            null, new LifeCommand.AcceptFinding(finding.Code, finding.Subject, "Iemand", "nagekeken"), new(LifeKind.IdOf(odd.Id), odd, new string('f', 32), Now, Today, By("wie"))));
    }

    [Fact]
    [Requirement("G8", "G9")]
    public void After_an_end_nothing_is_recorded_any_more()
    {
        var ended = With(new LifeFact.Terminated("1", Now, By("een"), Opgroeien, EndCause.GroundLapsed, Today, "E"));
        foreach (var step in new[] { "advies", "schorsing", "opzegging", "einde" })
            Assert.Equal("al-beeindigd", CodeOf(Decide(ended, Step(step), Committed)));
    }

    private static LifeCommand Step(string step) => step switch
    {
        "advies" => new LifeCommand.Advise(Opgroeien, AdviceSense.Positive, Today, "A-1"),
        "advies-morgen" => new LifeCommand.Advise(Opgroeien, AdviceSense.Positive, Today.AddDays(1), "A-1"),
        "ondertekening" => Sign(Today),
        "bekendmaking" => new LifeCommand.Publish(Opgroeien, "https://www.opgroeien.be/protocol", Today),
        "bevinding" => new LifeCommand.AcceptFinding("bestaat-niet", null, "Iemand", "zomaar"),
        "onderzoek" => new LifeCommand.Investigate(Ocmw, InvestigationOutcome.NoBreach, "O"),
        "vrijgave" => Release(Ocmw, "drie"),
        "schorsing" => new LifeCommand.Suspend(Ocmw, SuspensionReason.Breach),
        "opzegging" => new LifeCommand.GiveNotice(Ocmw, Today, "B"),
        "opzegging-voor-begin" => new LifeCommand.GiveNotice(Ocmw, new(2024, 3, 31), "B"),
        "einde" => new LifeCommand.Terminate(Opgroeien, EndCause.Breach, Today, "E"),
        "einde-voor-begin" => new LifeCommand.Terminate(Opgroeien, EndCause.GroundLapsed, new(2024, 3, 31), "E"),
        "einde-wegens-inbreuk-ontvanger" => new LifeCommand.Terminate(Ocmw, EndCause.Breach, Today, "E"),
        "lege-tekst" => new LifeCommand.GiveNotice(Ocmw, Today, " "),
        "lange-tekst" => new LifeCommand.GiveNotice(Ocmw, Today, new string('x', 201)),
        "tekst-met-nummer" => new LifeCommand.GiveNotice(Ocmw, Today, "brief over 85.07.30-033.28"),
        "tekst-met-regels" => new LifeCommand.GiveNotice(Ocmw, Today, "een\ntwee"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step),
    };

    private static LifeCommand.Sign Sign(DateOnly on) => new(Opgroeien, "Bruno Vanobbergen", "administrateur-generaal", "decreet", on);

    private static LifeCommand.Release Release(PartyId party, string person) => new(party, "Iemand", "V", new HashSet<StaffRef> { new(person) });

    private static DossierDecision Decide(LifeState state, LifeCommand command, Protocol protocol) =>
        LifeDecisions.Decide(state, command, new(LifeKind.IdOf(protocol.Id), protocol, new string('f', 32), Now, Today, By("wie")), []);

    private static string? StandingOf(Protocol version, LifeState life) => (LifeStanding.At(version, "tekst", life, [], Now) as ProtocolStanding.NotInForce)?.Refusal.Code;

    private static IReadOnlyList<DossierStep> StepsOf(Protocol[] versions, LifeState life, DateTimeOffset now) =>
        LifePlan.Of(versions, version => LifeStanding.At(version, "tekst", life, [], now), null, life, new HashSet<string>(), now).Steps;

    private static string? CodeOf(DossierDecision decision) => (decision as DossierDecision.Refuse)?.Refusal.Code;

    private static LifeState With(params LifeFact[] facts) => new(facts);

    private static ActedBy By(string staff) => new(Ocmw, "dpo", new(staff));
}
