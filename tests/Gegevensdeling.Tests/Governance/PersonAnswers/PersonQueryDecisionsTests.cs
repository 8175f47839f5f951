using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.PersonAnswers;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Governance.PersonAnswers;

/// <summary>A person is looked for in the form in which the protocol knows people, and not at all by who sent a referral.</summary>
public sealed class PersonQueryDecisionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly NamedPerson Someone = new() { FirstName = "Fientje", Name = "Verzonnekens", Phone = "0470 00 00 17" };

    private static readonly string Number = SyntheticInsz.Adult(7);

    [Fact]
    [Requirement("F12", "W16")]
    public void Each_kind_of_protocol_takes_one_form_and_refuses_the_others_by_name()
    {
        Assert.IsType<SoughtPerson.ByForms>(Found(CommittedProtocols.Mechelen, "ocmw-mechelen", Asked() with { Person = Someone }));
        Assert.IsType<SoughtPerson.ByNumber>(Found(CommittedProtocols.Turnhout, "ocmw-turnhout", Asked() with { Insz = Number }));
        Assert.IsType<SoughtPerson.ByNumber>(Found(CommittedProtocols.Maldegem, "gemeente-maldegem", Asked() with { Insz = $"{Number[..6]}-{Number[6..9]}.{Number[9..]}" }));
        Assert.Equal("insz-niet-in-protocol", Refused(CommittedProtocols.Mechelen, "ocmw-mechelen", Asked() with { Insz = Number, Person = Someone }));
        Assert.Equal("persoon-ontbreekt", Refused(CommittedProtocols.Mechelen, "ocmw-mechelen", Asked()));
        Assert.Equal("persoon-onvolledig", Refused(CommittedProtocols.Mechelen, "ocmw-mechelen", Asked() with { Person = Someone with { Phone = "geen" } }));
        Assert.Equal("persoon-onvolledig", Refused(CommittedProtocols.Mechelen, "ocmw-mechelen", Asked() with { Person = Someone with { Name = " - " } }));
        Assert.Equal("alleen-insz", Refused(CommittedProtocols.Maldegem, "ocmw-maldegem", Asked() with { Person = Someone, Insz = Number }));
        Assert.Equal("insz-ontbreekt", Refused(CommittedProtocols.Turnhout, "stad-turnhout", Asked()));
        Assert.Equal("insz-ongeldig", Refused(CommittedProtocols.Turnhout, "stad-turnhout", Asked() with { Insz = "80.01.01-001.00" }));
    }

    [Fact]
    [Requirement("W12", "R13")]
    public void Who_sends_referrals_is_given_a_reference_or_nothing_and_never_a_name()
    {
        Assert.Equal(new SoughtPerson.ByReference(new ExchangeId("DV-AAAA-1111-2222")), Found(CommittedProtocols.Mechelen, "opgroeien-regie", Asked() with { Reference = " DV-AAAA-1111-2222 " }));
        Assert.Equal(new SoughtPerson.ByReference(Exchange: null), Found(CommittedProtocols.Mechelen, "opgroeien-regie", Asked()));
        Assert.Equal("niet-op-naam", Refused(CommittedProtocols.Mechelen, "opgroeien-regie", Asked() with { Person = Someone }));
        Assert.Equal("insz-niet-in-protocol", Refused(CommittedProtocols.Mechelen, "opgroeien-regie", Asked() with { Insz = Number }));
    }

    [Theory]
    [Requirement("F12")]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-02-02", null)]
    [InlineData("2026-02-01", "identiteit-te-oud")]
    [InlineData("2026-03-03", "identiteit-datum")]
    public void The_identity_was_checked_within_the_month_and_not_tomorrow(string on, string? refusal)
    {
        var query = new PersonQuery { Identity = new(IdentityManner.ElectronicId, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)), Insz = Number };
        Assert.Equal(refusal, (PersonQueryDecisions.Decide(CommittedProtocols.Turnhout, new("ocmw-turnhout"), query, Now) as PersonQueryDecision.Refuse)?.Refusal.Code);
    }

    [Fact]
    [Requirement("F12")]
    public void Nothing_of_a_question_prints_the_person()
    {
        var query = Asked() with { Insz = Number, Person = Someone };
        foreach (var text in new[] { $"{query}", $"{query.Person}", $"{new SoughtPerson.ByNumber(1)}", $"{new HeldField("INSZ", Number)}" })
        {
            Assert.DoesNotContain(Number, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Someone.Name, text, StringComparison.Ordinal);
        }
    }

    private static PersonQuery Asked() => new() { Identity = new(IdentityManner.Counter, new(2026, 3, 1)) };

    private static SoughtPerson Found(Protocol protocol, string party, PersonQuery query) =>
        Assert.IsType<PersonQueryDecision.Search>(PersonQueryDecisions.Decide(protocol, new(party), query, Now)).Person;

    private static string Refused(Protocol protocol, string party, PersonQuery query) =>
        Assert.IsType<PersonQueryDecision.Refuse>(PersonQueryDecisions.Decide(protocol, new(party), query, Now)).Refusal.Code;
}
