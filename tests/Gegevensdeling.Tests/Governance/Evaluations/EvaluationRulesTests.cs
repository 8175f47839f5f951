using System.Globalization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Evaluations;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Exchanges;
using Xunit;

namespace Gegevensdeling.Tests.Governance.Evaluations;

/// <summary>When a protocol is evaluated, over which years, and what follows when nobody does it.</summary>
public sealed class EvaluationRulesTests
{
    private static readonly DateTimeOffset Begin = new(2026, 4, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly ExchangeId Dossier = new("EV-mechelen-2024-202604");
    private static readonly EvaluationKind Kind = new();

    /// <summary>Mechelen began on 1 April 2024 and is evaluated every twelve months.</summary>
    [Theory]
    [InlineData("2025-06-01", "2026-03-31", null)] // the first fell due before this system knew the protocol
    [InlineData("2025-06-01", "2026-04-01", "2026-04-01")]
    [InlineData("2025-06-01", "2027-03-31", "2026-04-01")]
    [InlineData("2025-06-01", "2027-04-02", "2027-04-01")]
    [InlineData("2026-04-01", "2026-04-01", null)]
    [InlineData("2024-04-01", "2025-03-31", null)]
    [Requirement("R16")]
    public void An_evaluation_falls_due_each_year_after_the_start_since_this_system_knows_the_protocol(string known, string today, string? due) =>
        Assert.Equal(due is null ? null : Day(due), EvaluationCalendar.DueOn(Referrals.Mechelen, Referrals.Mechelen.Duration.Start.Date, Day(known), Day(today)));

    [Theory]
    [InlineData(12, "2026-04-01", "2025")]
    [InlineData(24, "2026-04-01", "2024 2025")]
    [InlineData(6, "2026-10-01", "2025")]
    [InlineData(12, "2026-01-01", "2025")]
    [Requirement("R16")]
    public void Its_figures_are_those_of_whole_calendar_years(int months, string due, string years)
    {
        var referral = Referrals.Mechelen.Referral!;
        var protocol = Referrals.Mechelen with { Referral = referral with { Evaluation = referral.Evaluation with { EveryMonths = months } } };
        Assert.Equal(years, string.Join(' ', EvaluationCalendar.Years(protocol, Day(due))));
    }

    [Fact]
    [Requirement("R16")]
    public void Both_are_invited_reminded_asked_and_it_lapses_when_the_next_falls_due()
    {
        Assert.Equal("uitnodiging:1", Codes(Begin));
        Assert.Equal("uitnodiging:1 herinnering:1", Codes(Begin.AddDays(23)));
        Assert.Equal("uitnodiging:1 verslag-vragen:1", Codes(Begin.AddDays(40)));
        Assert.Equal("uitnodiging:1 te-laat:1:1", Codes(Begin.AddDays(70)));
        Assert.Equal("uitnodiging:1 te-laat:1:11 vervallen", Codes(Begin.AddDays(365)));
        Assert.Equal("gehouden", Codes(Begin.AddDays(70), Held()));
        Assert.Equal("uitnodiging:2", Codes(Begin.AddDays(1), new EvaluationFact.Moved(Referrals.NextId(), Begin, Referrals.Worker, Referrals.Mechelen.Receiver, new(2026, 5, 11))));
        Assert.Null(Plan(Begin.AddDays(70), Held()).Next);
    }

    [Fact]
    [Requirement("R16", "W12")]
    public void Small_numbers_and_the_small_rest_of_a_number_are_hidden_where_a_person_is_behind_each()
    {
        (string, bool)[] counted = [.. Repeat("bezwaar", 5, false), .. Repeat("bezwaar", 1, true), .. Repeat("gegevenslek", 2, false), .. Repeat("evaluatie", 1, true), .. Repeat(ReferralHeads.Kind, 20, false), .. Repeat(ReferralHeads.Kind, 6, true)];
        var (began, late) = EvaluationCounts.Of(counted, 5);
        Assert.Equal("bezwaar 6, evaluatie 1, gegevenslek -", Said(began));
        Assert.Equal("bezwaar -, doorverwijzing 6, evaluatie 1, gegevenslek -", Said(late));
    }

    [Fact]
    [Requirement("R16")]
    public void The_page_says_what_the_report_says_and_trusts_no_text()
    {
        var page = EvaluationPage.Write(new(
            Dossier, new("mechelen-2024"), 1, "Titel <script>", "OCMW & co", "uitgenodigd", new(2026, 4, 1), new(2026, 4, 30), [2025],
            [new(new("mechelen-2024"), 2025, 5, [new("doorverwijzingen", 7), new("onbereikbaar", null)], [new("rijksregisternummer", 6)])],
            [new("x", "art. 9", "Een <b>gebrek</b>.", null)], [new("bezwaar", null)], [], null, null, null));
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("OCMW &amp; co", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">onbereikbaar</th><td>verborgen</td>", page, StringComparison.Ordinal);
        Assert.Contains("Een &lt;b&gt;gebrek&lt;/b&gt;. <strong>Staat open.</strong>", page, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, bool)> Repeat(string kind, int times, bool late) => Enumerable.Repeat((kind, late), times);

    private static string Said(IReadOnlyList<Figure> figures) => string.Join(", ", figures.Select(figure => $"{figure.What} {figure.Count?.ToString(CultureInfo.InvariantCulture) ?? "-"}"));

    private static string Codes(DateTimeOffset now, params DossierFact[] facts) => string.Join(' ', Plan(now, facts).Steps.Select(step => step.Code));

    private static DossierPlan Plan(DateTimeOffset now, params DossierFact[] facts) => EvaluationPlan.Of(Dossier, Referrals.Mechelen, Kind.StateOf([Opened(), .. facts]), now);

    private static DossierFact Opened() => ((DossierDecision.Record)Kind.Decide(
        null, new EvaluationCommand.Open(new(2026, 4, 1)), new(Dossier, Referrals.Mechelen, Referrals.NextId(), Begin, new(2026, 4, 1), SystemActor.Value))).Fact;

    private static EvaluationFact.Held Held() => new(Referrals.NextId(), Begin, Referrals.Worker, Referrals.Mechelen.Receiver, new(2026, 4, 30), [EvaluationOutcome.FieldsDiscussed], "2026/3");

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
