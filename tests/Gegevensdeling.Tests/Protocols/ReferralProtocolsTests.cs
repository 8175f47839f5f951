using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>Mechelen and Kasterlee as their texts have them.</summary>
public sealed class ReferralProtocolsTests
{
    public static TheoryData<string> Files => ["mechelen-2024.json", "kasterlee-2025.json"];

    /// <summary>Art. 6: policy with a plan, an officer, an entry in the record of processing; on record for the OCMW, and on the public page.</summary>
    [Theory]
    [InlineData("mechelen-2024.json")]
    [InlineData("kasterlee-2025.json")]
    [InlineData("turnhout-2021.json")]
    [InlineData("maldegem-2023.json")]
    [Requirement("G16")]
    public void The_measures_that_must_be_proven_are_on_record_for_the_receiver(string file)
    {
        var protocol = CommittedProtocols.Load(file);
        var measures = protocol.Measures.Where(measure => measure.Parties.Contains(protocol.Receiver)).Select(measure => measure.Code).ToList();
        Assert.Contains("veiligheidsplan", measures);
        Assert.All(protocol.Parties, party => Assert.False(string.IsNullOrWhiteSpace(party.DataProtectionOfficer.Name)));
    }

    [Fact]
    [Requirement("G6", "G7", "G4")]
    public void Dates_and_notice_are_those_of_the_texts()
    {
        var (mechelen, kasterlee) = (CommittedProtocols.Mechelen, CommittedProtocols.Kasterlee);
        Assert.Equal((new DateOnly(2024, 4, 1), 6), (mechelen.Duration.Start.Date, mechelen.Duration.NoticePeriod.Months));
        Assert.Equal((new DateOnly(2025, 3, 24), 3), (kasterlee.Duration.Start.Date, kasterlee.Duration.NoticePeriod.Months));
        Assert.Equal((new DateOnly(2024, 4, 1), new DateOnly(2025, 3, 24)), (mechelen.Agreement!.Date, kasterlee.Agreement!.Date));
        Assert.Equal([new DateOnly(2023, 12, 4), new DateOnly(2023, 11, 30)], mechelen.Advices.Select(advice => advice.Date!.Value));
        Assert.Equal([new DateOnly(2025, 2, 6), new DateOnly(2024, 11, 27)], kasterlee.Advices.Select(advice => advice.Date!.Value));
    }

    [Theory]
    [InlineData("mechelen-2024.json", "opkomst@mechelen.be")]
    [InlineData("kasterlee-2025.json", "sociaalhuis@kasterlee.be")]
    public void The_mailbox_is_the_one_of_article_6_and_the_archive_is_sealed(string file, string mailbox)
    {
        var protocol = CommittedProtocols.Load(file);
        var channel = Assert.Single(protocol.Flows[0].Channels);
        Assert.Equal((ChannelKind.Mail, mailbox, "art. 6"), (channel.Kind, channel.Address, channel.Source));
        Assert.Equal(new Encryption { Algorithm = "AES-256", Format = "7z" }, channel.Encryption);
        Assert.Equal(mailbox, protocol.ContactsOf(protocol.Receiver).Mailbox!.Address);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_five_fields_and_no_other_go_one_way(string file)
    {
        var protocol = CommittedProtocols.Load(file);
        var flow = Assert.Single(protocol.Flows);
        Assert.Equal(["voornaam", "naam", "adres", "telefoonnummer", "e-mailadres"], flow.Fields);
        Assert.Equal(flow.Fields, protocol.Fields.Select(field => field.Code));
        Assert.Equal(new PartyId("opgroeien-regie"), protocol.Sender);
    }

    [Theory]
    [InlineData("mechelen-2024.json", "2800 2801 2811 2812")]
    [InlineData("kasterlee-2025.json", "2460")]
    [Requirement("W7")]
    public void Residence_is_a_table_of_postcodes(string file, string postcodes)
    {
        var territory = CommittedProtocols.Load(file).Referral!.Territory;
        Assert.Equal(postcodes.Split(' '), territory.Postcodes);
        Assert.All(postcodes.Split(' '), postcode => Assert.True(territory.Contains(postcode)));
        Assert.False(territory.Contains("2300"));
        Assert.Equal([false, true, true, false], new[] { "0999", "1000", "1210", "1300" }.Select(territory.Brussels.Contains));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Requirement("G11", "G12")]
    public void Duration_court_and_retention_are_those_of_the_text(string file)
    {
        var protocol = CommittedProtocols.Load(file);
        Assert.Equal(DurationKind.AsTheAgreement, protocol.Duration.Kind);
        Assert.Equal(("Brussel", "Belgisch recht"), (protocol.Court.Place, protocol.Court.Law));
        Assert.Equal(
            [(RetentionEnd.OutcomeKnown, true, null), (RetentionEnd.Term, false, "10 Years")],
            protocol.Retention.Rules.Select(rule => (rule.End, rule.InThisSystem, rule.Term is { } term ? $"{term.Count} {term.Unit}" : null)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Requirement("G14", "W21")]
    public void The_operator_of_this_system_is_a_processor_of_each_party(string file)
    {
        var protocol = CommittedProtocols.Load(file);
        Assert.All(protocol.Parties, party => Assert.Contains(protocol.Processors, processor =>
            processor.Operator && processor.Parties.Contains(party.Id) && processor.Agreement.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Requirement("W22")]
    public void A_DPIA_the_information_text_and_the_leaflet_are_named(string file)
    {
        var protocol = CommittedProtocols.Load(file);
        Assert.True(protocol.ImpactAssessment is { Done: true, Reference.Length: > 0 });
        Assert.All(["rechtsgrond", "bewaard", "inzien", "intrekken", "klacht"], word => Assert.Contains(word, protocol.Information.Article14, StringComparison.Ordinal));
        Assert.All(["Wat geven wij door", "Aan wie", "Wat gebeurt er dan"], word => Assert.Contains(word, protocol.Information.Leaflet, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Requirement("R3", "R11", "R17")]
    public void The_FAQ_is_in_the_file_Brussels_to_the_CAW_the_clause_on_erasure_and_the_conditions_of_broad_intake(string file)
    {
        var referral = CommittedProtocols.Load(file).Referral!;
        Assert.Contains("CAW", referral.Territory.Brussels.PointTo, StringComparison.Ordinal);
        Assert.True(referral.Erasure is { Adopted: true, WithinHours: 24 });
        Assert.Contains("niet te worden teruggekoppeld naar de aanmelder", referral.Erasure.Text, StringComparison.Ordinal);
        Assert.True(referral.BroadIntake is { ConsentRequired: true, AgreementExists: false }); // until the OCMW says that there is one
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_we_do_not_know_stands_on_reserved_names(string file)
    {
        var contacts = CommittedProtocols.Load(file).Contacts;
        Assert.All(
            contacts.SelectMany(each => new[] { each.Colleagues, each.HeadOfService }).OfType<ContactAddress>(),
            address => Assert.True(address.IsOurs && address.Mail.EndsWith(".example", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_printed_wrong_stands_beside_what_is_used()
    {
        var mechelen = CommittedProtocols.Mechelen;
        Assert.Equal(("0212.196.111", "BE0212.196.H1"), (mechelen.Parties[1].EnterpriseNumber, mechelen.Parties[1].EnterpriseNumberPrinted));
        Assert.Equal(("dpo@opgroeien.be", "dpo@opgroejen.be"), (mechelen.Contacts[0].Breach!.Mail, mechelen.Contacts[0].Breach!.MailPrinted));
    }
}
