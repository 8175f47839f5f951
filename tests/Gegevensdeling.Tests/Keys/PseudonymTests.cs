using System.Text;
using System.Text.Json;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Keys;

public sealed class PseudonymTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("een sleutel van een test, 32 byt");

    private readonly string _salt = Pseudonym.NewSalt();

    [Theory]
    [Requirement("W8")]
    [InlineData("Renée", "Van den Bergh", "0470 12 34 56", "renee@voorbeeld.be")]
    [InlineData("renee", "vandenbergh", "+32470123456", " Renee@Voorbeeld.BE ")]
    [InlineData("RENE\u0301E", "Van-Den Bergh", "0032 470/12.34.56", "RENEE@VOORBEELD.BE")]
    [InlineData("\uff32enée", "van den bergh ", "(0470) 12 34 56", "renee@voorbeeld.be")]
    public void However_a_person_is_typed_the_pseudonyms_are_the_same(string firstName, string lastName, string telephone, string mail) =>
        Assert.Equal(
            Of(PersonNormalisation.Referral("Renée", "Van den Bergh", "0470 12 34 56", "renee@voorbeeld.be")),
            Of(PersonNormalisation.Referral(firstName, lastName, telephone, mail)));

    [Fact]
    [Requirement("W8")]
    public void One_shared_contact_is_enough_to_recognise_a_person()
    {
        var known = Of(PersonNormalisation.Referral("Renée", "Van den Bergh", "0470 12 34 56", "renee@voorbeeld.be"));
        Assert.True(Matches(known, PersonNormalisation.Referral("Renée", "Van den Bergh", "0470 12 34 56", null)));
        Assert.True(Matches(known, PersonNormalisation.Referral("Renée", "Van den Bergh", null, "renee@voorbeeld.be")));
        Assert.False(Matches(known, PersonNormalisation.Referral("Renée", "Van den Bergh", "0470 12 34 57", null)));
        Assert.False(Matches(known, PersonNormalisation.Referral("René", "Van den Bergh", "0470 12 34 56", null)));
    }

    [Fact]
    [Requirement("D15")]
    public void Another_salt_or_another_protocol_gives_another_pseudonym()
    {
        var person = PersonNormalisation.Referral("Renée", "Van den Bergh", "0470 12 34 56", null);
        Assert.NotEqual(Of(person), Pseudonym.Of(Key, Pseudonym.NewSalt(), person));
        Assert.NotEqual(Of(person), Pseudonym.Of(Encoding.ASCII.GetBytes("een andere sleutel"), _salt, person));
    }

    [Fact]
    public async Task Each_protocol_has_a_key_of_its_own_that_stays()
    {
        var keys = new MemorySystemKeys();
        var cancellation = TestContext.Current.CancellationToken;
        var first = await Pseudonym.KeyAsync(keys, new ProtocolId("a"), cancellation);
        Assert.Equal(first, await Pseudonym.KeyAsync(keys, new ProtocolId("a"), cancellation));
        Assert.NotEqual(first, await Pseudonym.KeyAsync(keys, new ProtocolId("b"), cancellation));
    }

    [Fact]
    public void The_parts_of_a_name_are_kept_apart() =>
        Assert.NotEqual(
            Of(PersonNormalisation.Referral("Jan", "Peeters", "0470 12 34 56", null)),
            Of(PersonNormalisation.Referral("JanPee", "ters", "0470 12 34 56", null)));

    [Theory]
    [InlineData("geen nummer")]
    [InlineData("12")]
    [InlineData("")]
    public void What_is_no_telephone_number_gives_no_pseudonym(string telephone) =>
        Assert.Empty(PersonNormalisation.Referral("Jan", "Peeters", telephone, null));

    [Theory]
    [InlineData("geen adres")]
    [InlineData("@voorbeeld.be")]
    [InlineData("a@b@c")]
    public void What_is_no_address_gives_no_pseudonym(string mail) => Assert.Empty(PersonNormalisation.Referral("Jan", "Peeters", null, mail));

    [Fact]
    public void A_normalised_person_prints_and_serialises_as_nothing()
    {
        var person = PersonNormalisation.Referral("Jan", "Peeters", "0470 12 34 56", null)[0];
        foreach (var shown in new[] { person.ToString(), JsonSerializer.Serialize(person) })
            Assert.DoesNotContain("peeters", shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_salt_is_never_given_twice() => Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => Pseudonym.NewSalt()).Distinct().Count());

    private IReadOnlyList<string> Of(IReadOnlyList<PersonForm> person) => Pseudonym.Of(Key, _salt, person);

    private bool Matches(IReadOnlyList<string> known, IReadOnlyList<PersonForm> person) => Pseudonym.Matches(Key, _salt, known, person);
}
