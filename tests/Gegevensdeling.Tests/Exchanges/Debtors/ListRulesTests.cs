using FsCheck.Xunit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>What becomes of the one list from month to month and in between.</summary>
[Requirement("D11")]
public sealed class ListRulesTests
{
    private const DebtorMark Client = DebtorMark.Client, Continue = DebtorMark.Continue;

    private static readonly DateOnly Today = Case.Today;

    private static readonly ExchangeId First = new("BZ-0000-0000-0001"), Second = new("BZ-0000-0000-0002");

    private static readonly DebtorList List = new([Case.Listed(0, Client, Case.Debt("a"), Case.Debt("b")), Case.Listed(1, Continue), Case.Listed(2)]);

    [Fact]
    [Requirement("D5", "D8", "W18")]
    public void After_a_comparison_who_stays_keeps_all_who_is_new_is_paused_and_who_dropped_out_is_gone()
    {
        var list = ListRules.AfterMatch(List, [Matched(5), Matched(1), Matched(0)], Today, 3);
        Assert.Equal([Case.Number(5), Case.Number(1), Case.Number(0)], list.Rows.Select(row => row.Number));
        Assert.Equal((Client, Today, new DateOnly(2026, 7, 7), null, 0), (list.Rows[0].Mark, list.Rows[0].MarkedOn, list.Rows[0].ReviewOn, list.Rows[0].Street, list.Rows[0].Debts.Count));
        Assert.Equal(List.Rows[1], list.Rows[1]);
        Assert.Equal(List.Rows[0], list.Rows[2]);
    }

    [Fact]
    [Requirement("W19")]
    public void After_a_comparison_the_names_and_the_word_on_them_are_those_of_today()
    {
        MatchedDebtor renamed = new(new(Case.Number(0), "Janne", "Maes"), NameDiffers: true);
        var row = Assert.Single(ListRules.AfterMatch(List, [renamed], Today, 3).Rows);
        Assert.Equal(List.Rows[0] with { FirstName = "Janne", LastName = "Maes", NameDiffers = true }, row);
        Assert.False(Assert.Single(ListRules.AfterMatch(new([row]), [Matched(0)], Today, 3).Rows).NameDiffers);
    }

    [Fact]
    public void A_review_at_the_end_of_a_longer_month_is_on_the_last_day() =>
        Assert.Equal(new DateOnly(2026, 2, 28), Assert.Single(ListRules.AfterMatch(DebtorList.Empty, [Matched(0)], new DateOnly(2025, 11, 30), 3).Rows).ReviewOn);

    [Property(MaxTest = 100)]
    public bool Only_who_was_matched_is_on_the_list(byte[] before, byte[] matched)
    {
        DebtorList list = new([.. (before ?? []).Select(value => value % 40).Distinct().Select(person => Case.Listed(person))]);
        int[] persons = [.. (matched ?? []).Select(value => value % 40).Distinct()];
        return ListRules.AfterMatch(list, [.. persons.Select(Matched)], Today, 3).Rows.Select(row => row.Number).SequenceEqual(persons.Select(Case.Number));
    }

    [Fact]
    [Requirement("D3", "D5")]
    public void Where_the_receiver_compares_only_who_it_marked_stays()
    {
        var list = Case.Done(ListRules.AfterMarking(List, Case.Delivered(0, 1, 2, 3), Marks((0, Client), (1, Client), (3, Continue)), Today, Case.Maldegem));
        Assert.Equal([List.Rows[0], List.Rows[1] with { Mark = Client, MarkedOn = Today, ReviewOn = new DateOnly(2026, 7, 7) }], list.Rows.Take(2));
        Assert.Equal((Case.Number(3), Continue, Today, null), (list.Rows[2].Number, list.Rows[2].Mark, list.Rows[2].MarkedOn, list.Rows[2].ReviewOn));
        Assert.Equal(3, list.Rows.Count);
    }

    [Fact]
    [Requirement("D3")]
    public void A_mark_for_somebody_who_was_not_delivered_is_refused_with_its_row()
    {
        var refused = Case.Refused(ListRules.AfterMarking(List, Case.Delivered(0), Marks((0, Client), (1, Client), (2, Continue)), Today, Case.Maldegem));
        Assert.Equal("geen-geleverde-debiteur; 3 geen-geleverde-debiteur; 4 geen-geleverde-debiteur", Case.Say<DebtorList>(refused));
        Assert.Equal("Maldegem art. 3", refused.Refusal.Article);
    }

    [Fact]
    [Requirement("D6", "W18")]
    public void Marks_changed_in_between_keep_the_rest_and_dates_of_what_did_not_change()
    {
        var list = Case.Done(ListRules.Remarked(List, Marks((0, Continue), (1, Continue)), Today, Case.Maldegem));
        Assert.Equal([List.Rows[0] with { Mark = Continue, MarkedOn = Today, ReviewOn = null }, List.Rows[1], List.Rows[2]], list.Rows);
        Assert.Equal("niet-op-de-lijst; 3 niet-op-de-lijst", Case.Say(ListRules.Remarked(List, Marks((0, Continue), (9, Continue)), Today, Case.Maldegem)));
    }

    [Fact]
    [Requirement("D4")]
    public void Details_are_taken_for_listed_persons_and_one_row_of_another_refuses_them_all()
    {
        DetailTable details = new([Detail(2, 1, "x"), Detail(3, 1, "y"), Detail(4, 0, "a")]);
        var list = Case.Done(ListRules.Detailed(List, details, Case.Maldegem));
        Assert.Equal(["a"], list.Rows[0].Debts.Select(debt => debt.FileNumber));
        Assert.Equal(["x", "y"], list.Rows[1].Debts.Select(debt => debt.FileNumber));
        Assert.Equal(("Kerkstraat 1", List.Rows[2]), (list.Rows[1].Street, list.Rows[2]));

        var refused = Case.Refused(ListRules.Detailed(List, new([.. details.Rows, Detail(5, 9, "z")]), Case.Maldegem));
        Assert.Equal("niet-op-de-lijst; 5 niet-op-de-lijst", Case.Say<DebtorList>(refused));
        Assert.Equal("1 fout.\nRij 5: fout: deze persoon staat niet op de lijst van debiteuren die cliënt zijn. Haal de rij weg.", refused.Report.Text);
    }

    /// <summary>A change of one person, and what comes of it.</summary>
    private static readonly (string Words, Func<FileResult<DebtorList>> Change, string Outcome)[] Changes =
    [
        ("another mark", () => ListRules.Changed(List, Case.Number(1), Client, Today, Case.Maldegem), "0 Client 2026-06-02 ab; 1 Client 2026-07-07 ; 2 Client 2026-06-02 "),
        ("the mark it has", () => ListRules.Changed(List, Case.Number(1), Continue, Today, Case.Maldegem), "0 Client 2026-06-02 ab; 1 Continue  ; 2 Client 2026-06-02 "),
        ("collection goes on", () => ListRules.Changed(List, Case.Number(2), Continue, Today, Case.Maldegem), "0 Client 2026-06-02 ab; 1 Continue  ; 2 Continue  "),
        ("a mark of somebody else", () => ListRules.Changed(List, Case.Number(9), Client, Today, Case.Maldegem), "niet-op-de-lijst"),
        ("a longer pause", () => ListRules.Extended(List, Case.Number(0), Today, Case.Maldegem), "0 Client 2026-07-07 ab; 1 Continue  ; 2 Client 2026-06-02 "),
        ("a longer pause where there is none", () => ListRules.Extended(List, Case.Number(1), Today, Case.Maldegem), "geen-pauze"),
        ("a longer pause of somebody else", () => ListRules.Extended(List, Case.Number(9), Today, Case.Maldegem), "niet-op-de-lijst"),
        ("one debt paid", () => ListRules.Closed(List, Case.Number(0), "a", Case.Maldegem), "0 Client 2026-06-02 b; 1 Continue  ; 2 Client 2026-06-02 "),
        ("a debt that is not there", () => ListRules.Closed(List, Case.Number(0), "c", Case.Maldegem), "onbekend-dossier"),
        ("a debt before the details", () => ListRules.Closed(List, Case.Number(1), "a", Case.Maldegem), "onbekend-dossier"),
        ("everything of a person", () => ListRules.Closed(List, Case.Number(0), null, Case.Maldegem), "1 Continue  ; 2 Client 2026-06-02 "),
        ("the last debt", () => ListRules.Closed(Case.Done(ListRules.Closed(List, Case.Number(0), "a", Case.Maldegem)), Case.Number(0), "b", Case.Maldegem), "1 Continue  ; 2 Client 2026-06-02 "),
        ("of somebody else", () => ListRules.Closed(List, Case.Number(9), null, Case.Maldegem), "niet-op-de-lijst"),
    ];

    public static TheoryData<int> EveryChange => [.. Enumerable.Range(0, Changes.Length)];

    [Theory]
    [MemberData(nameof(EveryChange))]
    [Requirement("D6", "D8", "W18")]
    public void A_change_of_one_person_touches_nobody_else(int at)
    {
        var (words, change, outcome) = Changes[at];
        var said = change() switch
        {
            FileResult<DebtorList>.Refused(var refusal, _) => refusal.Code,
            var done => string.Join("; ", Case.Done(done).Rows.Select(row =>
                $"{Array.IndexOf(Case.Numbers, Gegevensdeling.Persons.InszText.Write(row.Number))} {row.Mark} {row.ReviewOn:yyyy-MM-dd} {string.Concat(row.Debts.Select(debt => debt.FileNumber))}")),
        };
        Assert.True(outcome == said, $"{words}: {said}");
    }

    [Fact]
    [Requirement("W23")]
    public void Counts_and_what_is_printed_say_nothing_of_anybody()
    {
        var counts = ListRules.CountsOf(List);
        Assert.Equal((3, 2, 1, 1), (counts.Rows, counts.Paused, counts.Continued, counts.Detailed));
        Assert.Equal([new ReviewCount(new DateOnly(2026, 6, 2), 2)], counts.Reviews);
        Assert.DoesNotMatch("Peeters|Markt|[0-9]{5}", $"{List} {List.Rows[0]} {List.Rows[0].Debts[0]} {counts} {Matched(0)} {Case.Delivered(1)} {Case.ClientsOf(1)}");
    }

    [Fact]
    [Requirement("W22", "D5")]
    public void A_comparison_leaves_a_restricted_row_as_it_is_and_keeps_it_whatever_came_out()
    {
        var list = Held(0);
        MatchedDebtor renamed = new(new(Case.Number(0), "Janne", "Maes"), NameDiffers: true);
        Assert.Equal(list.Rows[0], ListRules.AfterMatch(list, [renamed, Matched(1)], Today, 3).Rows[0]);
        var dropped = ListRules.AfterMatch(list, [Matched(1)], Today, 3);
        Assert.Equal([Case.Number(1), Case.Number(0)], dropped.Rows.Select(row => row.Number));
        Assert.Equal(list.Rows[0], Case.Done(ListRules.AfterMarking(list, Case.Delivered(0, 1), Marks((0, Continue), (1, Client)), Today, Case.Maldegem)).Rows[0]);
        Assert.Equal([Case.Number(1), Case.Number(0)], Case.Done(ListRules.AfterMarking(list, Case.Delivered(1), Marks((1, Client)), Today, Case.Maldegem)).Rows.Select(row => row.Number));
    }

    [Fact]
    [Requirement("W22")]
    public void The_municipality_hears_of_a_restricted_row_that_it_is_not_listed_and_the_OCMW_why()
    {
        var list = Held(0);
        Assert.Equal("niet-op-de-lijst; 2 niet-op-de-lijst", Case.Say(ListRules.Detailed(list, new([Detail(2, 0, "x"), Detail(3, 1, "y")]), Case.Maldegem)));
        Assert.Equal("niet-op-de-lijst", Case.Say(ListRules.Closed(list, Case.Number(0), null, Case.Maldegem)));
        Assert.Equal("rij-beperkt; 3 rij-beperkt", Case.Say(ListRules.Remarked(list, Marks((1, Client), (0, Continue)), Today, Case.Maldegem)));
        Assert.Equal("rij-beperkt", Case.Say(ListRules.Changed(list, Case.Number(0), Continue, Today, Case.Maldegem)));
        Assert.Equal("rij-beperkt", Case.Say(ListRules.Extended(list, Case.Number(0), Today, Case.Maldegem)));
        Assert.Equal("rij-beperkt", Case.Say(ListRules.Removed(list, Case.Number(0), Case.Maldegem)));
        Assert.Equal([Case.Number(0), Case.Number(2)], Case.Done(ListRules.Removed(list, Case.Number(1), Case.Maldegem)).Rows.Select(row => row.Number));
        Assert.Equal("niet-op-de-lijst", Case.Say(ListRules.Removed(list, Case.Number(9), Case.Maldegem)));
    }

    /// <summary>Whom a comparison no longer brings (paid, no client any more, withheld) no lifting brings back.</summary>
    [Fact]
    [Requirement("W22", "W17", "D8")]
    public void Who_was_not_in_the_last_comparison_goes_with_the_restriction_and_who_was_stays()
    {
        var dropped = ListRules.AfterMatch(Held(0), [Matched(1)], Today, 3);
        Assert.Equal([Case.Number(1)], Case.Done(ListRules.Freed(dropped, First)).Rows.Select(row => row.Number));
        var again = ListRules.AfterMatch(dropped, [Matched(1), Matched(0)], Today, 3);
        Assert.Equal([Case.Number(1), Case.Number(0)], Case.Done(ListRules.Freed(again, First)).Rows.Select(row => row.Number));
        var unmarked = Case.Done(ListRules.AfterMarking(Held(0), Case.Delivered(0, 1), Marks((1, Client)), Today, Case.Maldegem));
        Assert.Equal([Case.Number(1)], Case.Done(ListRules.Freed(unmarked, First)).Rows.Select(row => row.Number));
    }

    [Fact]
    [Requirement("W22")]
    public void Named_again_a_dossier_holds_the_later_row_alone()
    {
        var other = Case.Done(ListRules.Restricted(Held(0), Case.Number(2), First, Case.Maldegem));
        Assert.Equal([Case.Number(2)], other.Rows.Where(row => row.IsRestricted).Select(row => row.Number));
        Assert.Equal([First], Case.Done(ListRules.Restricted(other, Case.Number(2), First, Case.Maldegem)).Rows[2].Restrictions);
    }

    [Fact]
    [Requirement("W22")]
    public void A_row_is_used_again_when_no_dossier_holds_it_any_more_and_goes_where_the_objection_is_well_founded()
    {
        var twice = Case.Done(ListRules.Restricted(Held(0), Case.Number(0), Second, Case.Maldegem));
        Assert.True(Case.Done(ListRules.Freed(twice, First)).Rows[0].IsRestricted);
        var freed = Case.Done(ListRules.Freed(Case.Done(ListRules.Freed(twice, First)), Second));
        Assert.Equal(List.Rows[0] with { Restrictions = freed.Rows[0].Restrictions }, freed.Rows[0]);
        Assert.False(freed.Rows[0].IsRestricted);

        // Well founded: gone once nobody else asked that it be kept.
        var unused = Case.Done(ListRules.Freed(twice, First, unused: true));
        Assert.True(unused.Rows[0].IsRestricted);
        Assert.Equal([Case.Number(1), Case.Number(2)], Case.Done(ListRules.Freed(unused, Second)).Rows.Select(row => row.Number));
        Assert.Equal([Case.Number(1), Case.Number(2)], Case.Done(ListRules.Freed(Held(0), First, unused: true)).Rows.Select(row => row.Number));
        Assert.Equal(List.Rows, Case.Done(ListRules.Freed(List, First, unused: true)).Rows);
        Assert.Equal("niet-op-de-lijst", Case.Say(ListRules.Restricted(List, Case.Number(9), First, Case.Maldegem)));
    }

    [Fact]
    [Requirement("W22", "W18")]
    public void A_restricted_row_is_counted_apart_and_no_review_asks_about_it()
    {
        var counts = ListRules.CountsOf(Held(0));
        Assert.Equal((2, 1, 1, 0, 1), (counts.Rows, counts.Paused, counts.Continued, counts.Detailed, counts.Restricted));
        Assert.Equal([new ReviewCount(new DateOnly(2026, 6, 2), 1)], counts.Reviews);
    }

    private static DebtorList Held(int person) => Case.Done(ListRules.Restricted(List, Case.Number(person), First, Case.Maldegem));

    private static MatchedDebtor Matched(int person) => new(Case.Debtor(person), NameDiffers: false);

    private static MarkTable Marks(params (int Person, DebtorMark Mark)[] marks) => new([.. marks.Select((mark, at) => new MarkRow(at + 2, Case.Number(mark.Person), mark.Mark))]);

    private static DetailRow Detail(int row, int person, string file) => new(row, Case.Number(person), "Kerkstraat 1", Case.Debt(file));
}
