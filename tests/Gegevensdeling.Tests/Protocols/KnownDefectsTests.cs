using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>The four files show their known defects, each computed from the data: mend the data and that finding goes, and no other.</summary>
public sealed class KnownDefectsTests
{
    [Fact]
    [Requirement("X1")]
    public void An_address_that_is_printed_wrong_is_found() => AreFoundAndMended("X1");

    [Fact]
    [Requirement("X2")]
    public void An_enterprise_number_that_cannot_exist_is_found() => AreFoundAndMended("X2");

    [Fact]
    [Requirement("X3")]
    public void A_signature_before_the_text_and_a_signer_who_is_no_representative_are_found() => AreFoundAndMended("X3");

    [Fact]
    [Requirement("X4")]
    public void A_team_with_two_names_is_found() => AreFoundAndMended("X4");

    [Fact]
    [Requirement("X5")]
    public void An_agreement_after_the_signing_is_found() => AreFoundAndMended("X5");

    [Fact]
    [Requirement("X6")]
    public void An_advice_without_date_is_found() => AreFoundAndMended("X6");

    [Fact]
    [Requirement("X7")]
    public void A_period_that_begins_in_two_ways_is_found() => AreFoundAndMended("X7");

    [Fact]
    [Requirement("X8")]
    public void A_field_without_a_column_is_found() => AreFoundAndMended("X8");

    [Fact]
    [Requirement("X9")]
    public void A_start_before_the_signing_and_before_the_advices_is_found() => AreFoundAndMended("X9");

    [Fact]
    [Requirement("X10")]
    public void One_file_for_phases_that_must_be_apart_is_found() => AreFoundAndMended("X10");

    [Fact]
    [Requirement("X11")]
    public void Missing_breach_contacts_and_a_missing_recital_are_found() => AreFoundAndMended("X11");

    [Fact]
    [Requirement("X12")]
    public void References_to_points_that_do_not_exist_are_found() => AreFoundAndMended("X12");

    [Fact]
    [Requirement("X13")]
    public void A_retention_that_the_FAQ_denies_is_found() => AreFoundAndMended("X13");

    [Fact]
    [Requirement("X14")]
    public void A_reference_to_the_wrong_article_is_found() => AreFoundAndMended("X14");

    [Fact]
    [Requirement("X15")]
    public void Two_words_for_the_competent_OCMW_are_found() => AreFoundAndMended("X15");

    [Fact]
    [Requirement("X16")]
    public void A_representative_who_does_not_sign_is_found() => AreFoundAndMended("X16");

    [Fact]
    [Requirement("X17")]
    public void Two_titles_for_one_function_are_found() => AreFoundAndMended("X17");

    [Fact]
    [Requirement("X18")]
    public void Two_dates_for_one_decision_are_found() => AreFoundAndMended("X18");

    [Fact]
    [Requirement("X19")]
    public void A_direction_that_the_title_does_not_cover_is_found() => AreFoundAndMended("X19");

    [Fact]
    [Requirement("X20")]
    public void A_term_without_length_and_a_notion_without_definition_are_found() => AreFoundAndMended("X20");

    [Fact]
    [Requirement("X21")]
    public void A_reference_to_nothing_and_leftover_brackets_are_found() => AreFoundAndMended("X21");

    [Fact]
    public async Task The_four_files_show_exactly_these_findings() =>
        await Approved.EqualAsync("bevindingen.approved.txt", string.Concat(CommittedProtocols.All.Select(Listed)));

    [Fact]
    public void Every_finding_on_the_four_files_is_a_known_defect_and_has_an_article_and_something_to_do()
    {
        foreach (var protocol in CommittedProtocols.All)
        {
            var findings = ProtocolFindings.Check(protocol, CommittedProtocols.All);
            Assert.Equal(Mends.Of(protocol).Select(mend => mend.Key).Order(StringComparer.Ordinal), findings.Select(finding => Lint.Key(finding.Code, finding.Subject)).Order(StringComparer.Ordinal));
            Assert.All(findings, finding => Assert.True(finding is { Severity: FindingSeverity.Blocking, Text.Length: > 0, WhatToDo.Length: > 0 } && finding.Article.StartsWith(protocol.Name, StringComparison.Ordinal), finding.Code));
        }
    }

    [Fact]
    public void Corrected_copies_show_none()
    {
        var corrected = CommittedProtocols.All.Select(Mends.Corrected).ToList();
        Assert.All(corrected, protocol => Assert.Empty(ProtocolFindings.Check(protocol, corrected)));
    }

    [Fact]
    [Requirement("F5")]
    public void Each_finding_of_the_four_protocols_is_accepted_by_name() =>
        Assert.All(CommittedProtocols.All.SelectMany(protocol => ProtocolFindings.Check(protocol)), finding =>
            Assert.True(finding.Accepted is { By.Length: > 0, Why.Length: > 0 }, finding.Code));

    /// <summary>Each finding of this number is there; with its mend alone it and its kind are gone, and nothing else is.</summary>
    private static void AreFoundAndMended(string number)
    {
        var mends = Mends.All.Where(mend => mend.Number == number).ToList();
        Assert.NotEmpty(mends);
        foreach (var mend in mends)
        {
            var protocol = CommittedProtocols.Load($"{mend.File}.json");
            var before = Lint.Keys(protocol, CommittedProtocols.All);
            Assert.Contains(mend.Key, before);
            var together = mends.Where(other => other.File == mend.File && other.Apply.Method == mend.Apply.Method && ReferenceEquals(other.Apply.Target, mend.Apply.Target)).Select(other => other.Key);
            Assert.Equal(before.Except(together), Lint.Keys(mend.Apply(protocol), CommittedProtocols.All));
        }
    }

    private static string Listed(Protocol protocol) => string.Concat(ProtocolFindings.Check(protocol, CommittedProtocols.All).Select(finding =>
        $"{protocol.Id}: {Number(protocol, finding)} {Lint.Key(finding.Code, finding.Subject)}, {finding.Article}: {finding.Text} [{(finding.Accepted is null ? "open" : "aanvaard")}]\n"));

    private static string Number(Protocol protocol, Finding finding) =>
        Mends.Of(protocol).FirstOrDefault(mend => mend.Code == finding.Code && mend.Subject == finding.Subject)?.Number ?? "ONBEKEND";
}
