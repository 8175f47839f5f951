using System.Globalization;
using System.Text.Json;
using FsCheck.Xunit;
using Gegevensdeling.Keys;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Keys;

[Requirement("F4")]
public sealed class TelephoneKeyTests
{
    [Fact]
    public void A_key_has_at_least_128_random_bits() =>
        Assert.True(KeyGroup.Count * KeyGroup.Random * Math.Log2(KeyGroup.Alphabet.Length) >= 128);

    [Fact]
    public void A_key_has_no_characters_that_look_alike()
    {
        foreach (var alike in new[] { "0OQD", "1IL", "2Z", "5S", "6G", "8B", "UVY" })
            Assert.True(alike.Count(character => KeyGroup.Alphabet.Contains(character, StringComparison.Ordinal)) <= 1, alike);
        Assert.Equal(23, KeyGroup.Alphabet.Distinct().Count());
    }

    [Property(MaxTest = 200)]
    public bool A_new_key_is_right_and_stays_exactly_as_it_is(int _)
    {
        var key = TelephoneKey.Create();
        return TelephoneKey.Check(key.Reveal()) is KeyCheck.Valid(var read) && read.Reveal() == key.Reveal() && key.Reveal().Length == 41;
    }

    [Fact]
    public void Every_wrong_character_in_a_group_is_found()
    {
        foreach (var (group, number) in Groups())
        {
            for (var position = 0; position < group.Length; position++)
            {
                foreach (var wrong in KeyGroup.Alphabet.Where(character => character != group[position]))
                    Assert.False(KeyGroup.IsRight(number, Replace(group, position, wrong)));
            }
        }
    }

    [Fact]
    public void Every_swap_of_two_characters_in_a_group_is_found()
    {
        foreach (var (group, number) in Groups())
        {
            for (var left = 0; left < group.Length; left++)
            {
                for (var right = left + 1; right < group.Length; right++)
                {
                    var swapped = Replace(Replace(group, left, group[right]), right, group[left]);
                    Assert.Equal(swapped == group, KeyGroup.IsRight(number, swapped));
                }
            }
        }
    }

    /// <summary>The check is linear, so every pair of values in every pair of neighbouring places decides it for all groups.</summary>
    [Fact]
    public void Every_pair_of_neighbours_that_differ_is_found_when_swapped()
    {
        for (var place = 0; place + 1 < KeyGroup.Random; place++)
        {
            foreach (var first in KeyGroup.Alphabet)
            {
                foreach (var second in KeyGroup.Alphabet.Where(other => other != first))
                {
                    var random = Replace(Replace("22222", place, first), place + 1, second);
                    var group = KeyGroup.Complete(3, random);
                    Assert.False(KeyGroup.IsRight(3, Replace(Replace(group, place, second), place + 1, first)));
                }
            }
        }
    }

    [Fact]
    public void A_group_is_right_in_its_own_place_only()
    {
        foreach (var (group, number) in Groups())
            Assert.Equal([number], Enumerable.Range(1, KeyGroup.Count).Where(place => KeyGroup.IsRight(place, group)));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("\u2013")]
    public void Lower_case_and_other_separators_are_forgiven(string separator)
    {
        var key = TelephoneKey.Create();
        var typed = $"  {key.Reveal().Replace("-", separator, StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture)} ";
        Assert.Equal(key.Reveal(), Assert.IsType<KeyCheck.Valid>(TelephoneKey.Check(typed)).Key.Reveal());
    }

    [Fact]
    public void The_groups_that_are_wrong_are_named_and_nothing_of_the_key_is()
    {
        var key = TelephoneKey.Create().Reveal();
        var groups = key.Split('-');
        (groups[1], groups[4]) = (groups[4], groups[1]);
        var wrong = Assert.IsType<KeyCheck.WrongGroups>(TelephoneKey.Check(string.Join('-', groups)));
        Assert.Equal([2, 5], wrong.Groups);
        Assert.Equal("De groepen 2 en 5 kloppen niet. Laat die groepen opnieuw voorlezen.", wrong.Text);
        Assert.Equal("De sleutel heeft zes groepen van zes tekens; hier staan er 5.", Assert.IsType<KeyCheck.WrongGroups>(TelephoneKey.Check(key[..34])).Text);
    }

    [Fact]
    public void A_key_is_spelled_group_by_group_in_words()
    {
        var key = Assert.IsType<KeyCheck.Valid>(TelephoneKey.Check(string.Join('-', Enumerable.Range(1, 6).Select(number => KeyGroup.Complete(number, "2AX9W"))))).Key;
        var lines = key.Spell();
        Assert.Equal(7, lines.Count);
        Assert.Contains("Ook de streepjes horen bij de sleutel.", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Groep 1: cijfer twee, A van Anna, X van Xantippe, cijfer negen, W van Willem, ", lines[1], StringComparison.Ordinal);
        Assert.All(KeyGroup.Alphabet, character => Assert.NotEmpty(TelephoneAlphabet.Word(character)));
    }

    [Fact]
    public void Printing_or_serialising_a_key_shows_nothing_of_it()
    {
        var key = TelephoneKey.Create();
        var group = key.Reveal()[..6];
        var check = new KeyCheck.Valid(key);
        foreach (var shown in new[] { key.ToString(), $"{key}", check.ToString(), JsonSerializer.Serialize(key), JsonSerializer.Serialize(check) })
            Assert.DoesNotContain(group, shown, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Group, int Number)> Groups()
    {
        var random = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            var number = 1 + (i % KeyGroup.Count);
            yield return (KeyGroup.Complete(number, string.Create(5, random, static (span, source) =>
            {
                for (var at = 0; at < span.Length; at++)
                    span[at] = KeyGroup.Alphabet[source.Next(23)];
            })), number);
        }
    }

    private static string Replace(string text, int position, char character) => $"{text[..position]}{character}{text[(position + 1)..]}";
}
