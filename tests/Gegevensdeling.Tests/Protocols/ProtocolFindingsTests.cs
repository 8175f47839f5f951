using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>What the linter computes on the four files, and what it must not say.</summary>
public sealed class ProtocolFindingsTests
{
    private static readonly string[] FoundByReading =
        ["teamnaam-verschilt", "verwijzing-onbestaand", "bewaartijd-tegenstrijdig", "verwijzing-verkeerd-artikel", "woonplaats-verblijfplaats", "verwijzing-nergens", "haakjes-vergeten"];

    [Theory]
    [InlineData("mechelen-2024.json", "e-mailadres-verschilt handtekening-voor-opmaak kbo-ongeldig ondertekenaar-geen-vertegenwoordiger")]
    [InlineData("kasterlee-2025.json", "overeenkomst-na-ondertekening vertegenwoordiger-tekent-niet")]
    public void A_committed_protocol_shows_its_known_defects_all_accepted_and_no_other(string file, string computed)
    {
        var findings = ProtocolFindings.Check(CommittedProtocols.Load(file));
        Assert.Equal(computed.Split(' '), findings.Select(finding => finding.Code).Except(FoundByReading).Order(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.True(finding.Accepted is { By.Length: > 0, Why.Length: > 0 }, finding.Code));
        Assert.All(findings, finding => Assert.True(finding is { Text.Length: > 0, WhatToDo.Length: > 0 }));
    }

    [Theory]
    [InlineData("mechelen-2024.json", "X1 X2 X3 X12 X13 X14 X15 X21")]
    [InlineData("kasterlee-2025.json", "X4 X5 X12 X13 X14 X15 X16 X21")]
    public void Every_defect_known_of_the_text_is_among_the_accepted(string file, string defects)
    {
        var codes = new Dictionary<string, string[]>
        {
            ["X1"] = ["e-mailadres-verschilt"],
            ["X2"] = ["kbo-ongeldig"],
            ["X3"] = ["handtekening-voor-opmaak", "ondertekenaar-geen-vertegenwoordiger"],
            ["X4"] = ["teamnaam-verschilt"],
            ["X5"] = ["overeenkomst-na-ondertekening"],
            ["X12"] = ["verwijzing-onbestaand"],
            ["X13"] = ["bewaartijd-tegenstrijdig"],
            ["X14"] = ["verwijzing-verkeerd-artikel"],
            ["X15"] = ["woonplaats-verblijfplaats"],
            ["X16"] = ["vertegenwoordiger-tekent-niet"],
            ["X21"] = ["verwijzing-nergens", "haakjes-vergeten"],
        };
        var accepted = CommittedProtocols.Load(file).AcceptedFindings.Select(finding => finding.Code).Distinct();
        Assert.Equal(defects.Split(' ').SelectMany(defect => codes[defect]).Order(StringComparer.Ordinal), accepted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Turnhout_shows_the_blank_advice_and_the_datum_without_column() =>
        Assert.Equal(
            [("advies-zonder-datum", "opgroeien-regie"), ("gegeven-zonder-kolom", "betalingsperiode")],
            ProtocolFindings.Check(CommittedProtocols.Turnhout).Select(finding => (finding.Code, finding.Subject!)));

    [Fact]
    public void Maldegem_shows_that_it_is_retroactive_and_names_nobody_for_breaches() =>
        Assert.Equal(
            [("inwerkingtreding-voor-ondertekening", null), ("contact-gegevenslek-ontbreekt", "gemeente-maldegem"), ("contact-gegevenslek-ontbreekt", "ocmw-maldegem")],
            ProtocolFindings.Check(CommittedProtocols.Maldegem).Select(finding => (finding.Code, finding.Subject)));

    [Fact]
    [Requirement("G7")]
    public void Six_months_satisfy_at_least_three_and_two_do_not()
    {
        Assert.DoesNotContain(ProtocolFindings.Check(CommittedProtocols.Mechelen), finding => finding.Code == "opzegtermijn-kort");
        Assert.Contains(ProtocolFindings.Check(WithNoticeMonths(2)), finding => finding is { Code: "opzegtermijn-kort", Severity: FindingSeverity.Advisory });
        Assert.DoesNotContain(ProtocolFindings.Check(WithNoticeMonths(3)), finding => finding.Code == "opzegtermijn-kort");
    }

    [Fact]
    public void Another_administrator_general_in_a_later_protocol_is_no_defect()
    {
        Protocol[] all = [CommittedProtocols.Mechelen, CommittedProtocols.Kasterlee];
        Assert.NotEqual(all[0].Parties[0].Representatives, all[1].Parties[0].Representatives);
        Assert.All(all, protocol => Assert.All(ProtocolFindings.Check(protocol, all), finding => Assert.NotNull(finding.Accepted)));
    }

    [Fact]
    public void A_body_that_gives_another_address_elsewhere_is_found()
    {
        var kasterlee = CommittedProtocols.Kasterlee;
        var odd = kasterlee.Contacts[0] with { Breach = kasterlee.Contacts[0].Breach! with { Mail = "dpo@opgroejen.be" } };
        var changed = kasterlee with { Contacts = [odd, kasterlee.Contacts[1]] };
        var finding = Assert.Single(ProtocolFindings.Check(changed, [CommittedProtocols.Mechelen, changed]), finding => finding.Code == "e-mailadres-verschilt");
        Assert.Equal("Er staat dpo@opgroejen.be, maar dpo@opgroeien.be in Mechelen art. 9; FAQ.", finding.Text);
        Assert.Null(finding.Accepted);
    }

    [Fact]
    public void A_missing_publication_is_found()
    {
        var unpublished = CommittedProtocols.Kasterlee with { Publications = [] };
        Assert.Equal(2, ProtocolFindings.Check(unpublished).Count(finding => finding.Code == "bekendmaking-ontbreekt"));
    }

    /// <summary>In words: ten digits of which the last two are 97 minus the first eight modulo 97.</summary>
    [Theory]
    [InlineData("0886.886.638", true)]
    [InlineData("0212.223.726", true)]
    [InlineData("0212.196.111", true)]
    [InlineData("0886.886.639", false)]
    [InlineData("0886.868.638", false)]
    [InlineData("BE0212.196.H1", false)]
    [InlineData("0212.223", false)]
    public void Enterprise_numbers_carry_check_digits(string number, bool valid)
    {
        var mechelen = CommittedProtocols.Mechelen;
        var party = mechelen.Parties[0] with { EnterpriseNumberPrinted = number };
        var findings = ProtocolFindings.Check(mechelen with { Parties = [party, mechelen.Parties[1]] });
        Assert.Equal(!valid, findings.Any(finding => finding is { Code: "kbo-ongeldig", Subject: "opgroeien-regie" }));
    }

    private static Protocol WithNoticeMonths(int months)
    {
        var duration = CommittedProtocols.Kasterlee.Duration;
        return CommittedProtocols.Kasterlee with { Duration = duration with { NoticePeriod = duration.NoticePeriod with { Months = months } } };
    }
}
