using System.Text;
using Gegevensdeling.Keys;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Keys;

/// <summary>The search over many exchanges finds exactly those in which the pseudonyms themselves say so.</summary>
public sealed class PseudonymSearchTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("een sleutel van een test, 32 byt");

    [Fact]
    [Requirement("F12", "D15")]
    public void It_finds_what_the_pseudonyms_match_under_each_salt_and_nothing_else()
    {
        var person = PersonNormalisation.Referral("Renée", "Van den Bergh", "0470 12 34 56", "renee@voorbeeld.be");
        var another = PersonNormalisation.Referral("Renée", "Van den Bergh", "0470 12 34 57", null);
        using var search = new PseudonymSearch(Key, PersonNormalisation.Referral("RENEE", "vandenbergh", null, "Renee@voorbeeld.be"));
        foreach (var _ in Enumerable.Range(0, 50))
        {
            var salt = Pseudonym.NewSalt();
            Assert.True(search.Matches(salt, Pseudonym.Of(Key, salt, person)));
            Assert.False(search.Matches(salt, Pseudonym.Of(Key, salt, another)));
            Assert.False(search.Matches(Pseudonym.NewSalt(), Pseudonym.Of(Key, salt, person)));
            Assert.False(search.Matches(salt, []));
        }

        Assert.Throws<ArgumentException>(() => search.Matches("kort", []));
    }
}
