using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>What the linter must not say, how addresses of one body are weighed, and how an acceptance finds its finding.</summary>
public sealed class ProtocolFindingsTests
{
    [Fact]
    [Requirement("G7")]
    public void The_six_months_of_Mechelen_satisfy_at_least_three()
    {
        Assert.Equal(6, CommittedProtocols.Mechelen.Duration.NoticePeriod.Months);
        Assert.DoesNotContain("opzegtermijn-kort", Lint.Keys(CommittedProtocols.Mechelen));
    }

    [Fact]
    public void Another_administrator_general_in_a_later_protocol_is_no_defect()
    {
        var leaders = CommittedProtocols.All.Take(3).Select(protocol => protocol.Parties[0].Representatives[0].Name);
        Assert.Equal(["Bruno Vanobbergen", "Leo Van Loo", "Katrien Verhegge"], leaders);
        Assert.All(CommittedProtocols.All, protocol => Assert.Equal(Lint.Keys(protocol), Lint.Keys(protocol, CommittedProtocols.All)));
    }

    [Fact]
    [Requirement("X1")]
    public void The_odd_one_out_has_the_finding_and_not_the_others()
    {
        Protocol[] all = [CommittedProtocols.Mechelen, Misprinted(CommittedProtocols.Kasterlee), CommittedProtocols.Turnhout];
        Assert.Equal(["Er staat dpo@opgroejen.be, maar dpo@opgroeien.be in Mechelen art. 9; FAQ."], Elsewhere(all[1], all));
        Assert.Empty(Elsewhere(all[0], all).Concat(Elsewhere(all[2], all)));
    }

    /// <summary>One mistake in a new file must not put an older protocol out of force.</summary>
    [Fact]
    [Requirement("X1")]
    public void Of_two_that_differ_the_younger_has_the_finding()
    {
        Protocol[] all = [CommittedProtocols.Mechelen, Misprinted(CommittedProtocols.Kasterlee)];
        Assert.Empty(Elsewhere(all[0], all));
        Assert.Single(Elsewhere(all[1], all));
    }

    [Fact]
    [Requirement("X1", "F5")]
    public void A_finding_among_others_keeps_the_protocol_from_being_in_force_in_the_catalogue()
    {
        var odd = Misprinted(CommittedProtocols.Kasterlee);
        var catalog = Assert.IsType<ProtocolCatalogResult.Made>(ProtocolCatalog.Create([CommittedProtocols.Mechelen, odd])).Catalog;
        var at = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.IsType<ProtocolStanding.InForce>(ProtocolRules.At(odd, at));
        Assert.Equal("bevinding-niet-aanvaard", Assert.IsType<ProtocolStanding.NotInForce>(catalog.At(odd.Id, at)).Refusal.Code);
        Assert.IsType<ProtocolStanding.InForce>(catalog.At(new("mechelen-2024"), at));
    }

    /// <summary>Before it was signed nothing could be accepted: the retroactive start of article 11 opens no day.</summary>
    [Fact]
    [Requirement("G3", "G6", "F5", "X9")]
    public void Maldegem_is_in_force_since_its_signing_with_each_finding_accepted_by_name_and_not_with_one_fewer()
    {
        var maldegem = CommittedProtocols.Maldegem;
        Assert.Null(RefusedInJune(maldegem));
        Assert.IsType<ProtocolStanding.InForce>(ProtocolRules.At(maldegem, new(2023, 3, 14, 12, 0, 0, TimeSpan.Zero)));
        Assert.IsType<ProtocolStanding.NotInForce>(ProtocolRules.At(maldegem, new(2023, 3, 13, 12, 0, 0, TimeSpan.Zero)));
        Assert.IsType<ProtocolStanding.NotInForce>(ProtocolRules.At(maldegem, new(2023, 1, 26, 12, 0, 0, TimeSpan.Zero)));
        Assert.All(maldegem.AcceptedFindings, accepted =>
            Assert.Equal(
                accepted.Code == "advies-na-inwerkingtreding" ? "advies-na-inwerkingtreding" : "bevinding-niet-aanvaard",
                RefusedInJune(maldegem with { AcceptedFindings = [.. maldegem.AcceptedFindings.Where(other => other != accepted)] })));
    }

    /// <summary>The advice of Turnhout has no date in its text. Each finding of it is accepted by name; take that of the advice back, and the others do not help.</summary>
    [Fact]
    [Requirement("G3", "F5")]
    public void Turnhout_is_in_force_since_each_of_its_findings_is_accepted_by_name_and_not_with_one_fewer()
    {
        var turnhout = CommittedProtocols.Turnhout;
        Assert.Null(RefusedInJune(turnhout));
        Assert.All(turnhout.AcceptedFindings, accepted =>
            Assert.Equal(
                accepted.Code == "advies-zonder-datum" ? "advies-zonder-datum" : "bevinding-niet-aanvaard",
                RefusedInJune(turnhout with { AcceptedFindings = [.. turnhout.AcceptedFindings.Where(other => other != accepted)] })));
    }

    [Fact]
    [Requirement("F5")]
    public void An_acceptance_matches_by_code_and_subject_and_one_of_another_subject_leaves_the_finding_open()
    {
        var mechelen = CommittedProtocols.Mechelen;
        var wrong = mechelen.AcceptedFindings.Select(accepted => accepted.Code == "kbo-ongeldig" ? accepted with { Subject = "opgroeien-regie" } : accepted);
        var findings = ProtocolFindings.Check(mechelen with { AcceptedFindings = [.. wrong] });
        Assert.Null(Assert.Single(findings, finding => finding.Code == "kbo-ongeldig").Accepted);
        Assert.Equal("kbo-ongeldig opgroeien-regie", Assert.Single(findings, finding => finding.Code == "aanvaard-maar-niet-gevonden").Subject);
    }

    [Fact]
    [Requirement("F5")]
    public void A_defect_that_only_a_person_can_read_stands_in_the_list_as_accepted()
    {
        var kasterlee = CommittedProtocols.Kasterlee;
        var read = kasterlee.AcceptedFindings[0] with { Code = "zin-onduidelijk", Subject = "art. 4" };
        var finding = ProtocolFindings.Check(kasterlee with { AcceptedFindings = [.. kasterlee.AcceptedFindings, read] })[^1];
        Assert.Equal(("zin-onduidelijk", FindingSeverity.Advisory, read), (finding.Code, finding.Severity, finding.Accepted));
    }

    [Fact]
    public void Two_defects_with_one_code_and_subject_are_one_finding_that_says_both()
    {
        var kasterlee = CommittedProtocols.Kasterlee;
        var second = kasterlee.Text.References.Single(reference => reference.Source == "art. 8") with { Source = "art. 4" };
        var finding = Assert.Single(
            ProtocolFindings.Check(kasterlee with { Text = kasterlee.Text with { References = [.. kasterlee.Text.References, second] } }),
            finding => finding is { Code: "verwijzing-onbestaand", Subject: "art. 4" });
        Assert.Equal("'artikel 2, 2°' bestaat niet: artikel 2 heeft geen punt 2°. 'artikel 5, 2°' bestaat niet: artikel 5 heeft geen punt 2°.", finding.Text);
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
    [Requirement("X2")]
    public void Enterprise_numbers_carry_check_digits(string number, bool valid)
    {
        var mechelen = CommittedProtocols.Mechelen;
        var party = mechelen.Parties[0] with { EnterpriseNumberPrinted = number };
        var findings = ProtocolFindings.Check(mechelen with { Parties = [party, mechelen.Parties[1]] });
        Assert.Equal(!valid, findings.Any(finding => finding is { Code: "kbo-ongeldig", Subject: "opgroeien-regie" }));
    }

    internal static Protocol Misprinted(Protocol protocol) => protocol with
    {
        Contacts = [protocol.Contacts[0] with { Breach = protocol.Contacts[0].Breach! with { Mail = "dpo@opgroejen.be" } }, .. protocol.Contacts.Skip(1)],
    };

    /// <summary>Null where the protocol is in force.</summary>
    private static string? RefusedInJune(Protocol protocol)
    {
        var catalog = Assert.IsType<ProtocolCatalogResult.Made>(ProtocolCatalog.Create([.. CommittedProtocols.All.Where(other => other.Id != protocol.Id), protocol])).Catalog;
        return (catalog.At(protocol.Id, new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero)) as ProtocolStanding.NotInForce)?.Refusal.Code;
    }

    private static IEnumerable<string> Elsewhere(Protocol protocol, IReadOnlyCollection<Protocol> all) =>
        ProtocolFindings.Check(protocol, all).Where(finding => finding.Code == "e-mailadres-elders-anders").Select(finding => finding.Text);
}
