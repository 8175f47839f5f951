using System.Collections.Concurrent;
using FsCheck.Xunit;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>The comparison against the simplest one that could be written, and what it never gives away.</summary>
[Requirement("F11", "D5")]
public sealed class DebtorMatchTests
{
    [Property(MaxTest = 200)]
    public bool It_finds_what_a_naive_comparison_finds_in_the_order_of_the_delivery(byte[] debtors, byte[] clients, byte[] withheld)
    {
        var delivered = Case.Delivered([.. (debtors ?? []).Select(value => value % 40).Distinct()]);
        var hidden = (withheld ?? []).Select(value => value % 40).ToHashSet();
        var given = new ClientTable([.. (clients ?? []).Select(value => value % 40).Distinct().Select(person => new Client(Case.Number(person), null, null, hidden.Contains(person)))], FileReport.None);
        var outcome = DebtorMatch.Of(delivered, given, Case.Key);
        var known = delivered.Rows.Where(debtor => given.Rows.Any(client => client.Number == debtor.Number)).ToList();
        var open = known.Where(debtor => given.Rows.Any(client => client.Number == debtor.Number && !client.Withheld)).ToList();
        return outcome.Matched.Select(one => one.Debtor).SequenceEqual(open) && outcome.WithheldMatches == known.Count - open.Count;
    }

    [Fact]
    public void Many_thousands_are_compared_as_a_few_are()
    {
        const int Many = 30_000;
        DebtorTable debtors = new([.. Enumerable.Range(0, Many).Select(person => new Debtor(Number(person), "Jan", "Peeters"))], FileReport.None);
        ClientTable clients = new([.. Enumerable.Range(0, Many).Where(person => person % 3 == 0).Reverse().Select(person => new Client(Number(person), null, null, Withheld: false))], FileReport.None);
        var progress = new ConcurrentBag<long>();
        var outcome = DebtorMatch.Of(debtors, clients, Case.Key, progress.Add);
        Assert.Equal(debtors.Rows.Where((_, person) => person % 3 == 0), outcome.Matched.Select(one => one.Debtor));
        Assert.Equal(Many + (Many / 3), progress.Sum());
    }

    [Fact]
    public void With_nobody_on_one_side_nobody_is_found()
    {
        Assert.Empty(DebtorMatch.Of(Case.Delivered(), Case.ClientsOf(1, 2), Case.Key).Matched);
        Assert.Empty(DebtorMatch.Of(Case.Delivered(1, 2), Case.ClientsOf(), Case.Key).Matched);
        Assert.Throws<ArgumentOutOfRangeException>(() => DebtorMatch.Of(Case.Delivered(), Case.ClientsOf(), [1, 2, 3]));
    }

    [Fact]
    [Requirement("W17")]
    public void A_withheld_client_is_no_match_and_only_counted()
    {
        var clients = Case.Done(DebtorFiles.ClientsOf(Case.Numbers[..3], new HashSet<string> { Case.Numbers[1] }, Case.WithObjection));
        var outcome = DebtorMatch.Of(Case.Delivered(0, 1, 5), clients, Case.Key);
        Assert.Equal((Case.Number(0), 1), (Assert.Single(outcome.Matched).Debtor.Number, outcome.WithheldMatches));
    }

    /// <summary>The two names of the client beside Zoë Van den Bergh, and whether they are reported.</summary>
    [Theory]
    [InlineData(null, null, false)]
    [InlineData("Zoë", "Van den Bergh", false)]
    [InlineData("ZOE", "Vandenbergh", false)]
    [InlineData(null, "van-den-bergh", false)]
    [InlineData("Zoe", null, false)]
    [InlineData("An", "Van den Bergh", true)]
    [InlineData("Zoë", "Maes", true)]
    [InlineData(null, "Maes", true)]
    [Requirement("W19")]
    public void A_name_that_does_not_fit_is_reported_where_the_clients_have_names(string? first, string? last, bool differs)
    {
        DebtorTable debtors = new([new(Case.Number(0), "Zoë", "Van den Bergh")], FileReport.None);
        var outcome = DebtorMatch.Of(debtors, new([new(Case.Number(0), first, last, Withheld: false)], FileReport.None), Case.Key);
        Assert.Equal(differs, Assert.Single(outcome.Matched).NameDiffers);
    }

    [Fact]
    [Requirement("W16")]
    public void Nobody_is_matched_by_name()
    {
        DebtorTable debtors = new([new(Case.Number(0), "Zoë", "Maes")], FileReport.None);
        Assert.Empty(DebtorMatch.Of(debtors, new([new(Case.Number(1), "Zoë", "Maes", Withheld: false)], FileReport.None), Case.Key).Matched);
    }

    [Property(MaxTest = 100)]
    public bool A_commitment_does_not_depend_on_the_order(byte[] clients)
    {
        int[] persons = [.. (clients ?? []).Select(value => value % 40).Distinct()];
        return DebtorMatch.Commitment(Case.ClientsOf(persons), Case.Key) == DebtorMatch.Commitment(Case.ClientsOf([.. persons.Order().Reverse()]), Case.Key);
    }

    [Fact]
    public void A_commitment_changes_with_every_client_with_who_is_withheld_and_with_the_month()
    {
        var clients = Case.ClientsOf(0, 1, 2);
        ClientTable withheld = new([clients.Rows[0], clients.Rows[1], clients.Rows[2] with { Withheld = true }], FileReport.None);
        byte[] other = [.. Case.Key.Reverse()];
        string[] all =
        [
            DebtorMatch.Commitment(clients, Case.Key), DebtorMatch.Commitment(Case.ClientsOf(0, 1), Case.Key), DebtorMatch.Commitment(Case.ClientsOf(0, 1, 3), Case.Key),
            DebtorMatch.Commitment(Case.ClientsOf(), Case.Key), DebtorMatch.Commitment(withheld, Case.Key), DebtorMatch.Commitment(clients, other),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(all, commitment => Assert.Matches("^[0-9a-f]{64}$", commitment));
    }

    [Fact]
    public void A_commitment_is_what_another_program_makes_of_the_same()
    {
        // HMAC-SHA-256 of the purpose, and of the withheld and the others apart their count and the first half of the HMAC of each number, sorted
        var hashes = new[] { 0, 1 }.Select(person => Mac(System.Text.Encoding.ASCII.GetBytes(Case.Numbers[person]))[..16]).OrderBy(Convert.ToHexString, StringComparer.Ordinal);
        byte[] message = [.. "debiteuren: cliëntnummers, 1"u8, .. new byte[7], 2, .. hashes.SelectMany(hash => hash), .. new byte[8]];
        Assert.Equal(Convert.ToHexStringLower(Mac(message)), DebtorMatch.Commitment(Case.ClientsOf(1, 0), Case.Key));

        static byte[] Mac(byte[] text) => System.Security.Cryptography.HMACSHA256.HashData(Case.Key, text);
    }

    [Fact]
    public void What_held_hashes_is_wiped()
    {
        var numbers = KeyedNumbers.Of(Case.ClientsOf(0, 1, 2).Rows, client => client.Number, Case.Key, progress: null);
        var hashes = numbers.Hashes;
        Assert.DoesNotContain(UInt128.Zero, hashes);
        numbers.Dispose();
        Assert.All(hashes, hash => Assert.Equal(UInt128.Zero, hash));

        var table = new HashTable([7, 11]);
        Assert.Equal((0, 1, -1), (table.Find(7), table.Find(11), table.Find(3)));
        table.Dispose();
        Assert.Equal(-1, table.Find(7));
    }

    [Fact]
    public void Hashes_that_want_the_same_place_are_all_found()
    {
        UInt128[] hashes = [.. Enumerable.Range(1, 40).Select(at => ((UInt128)at << 64) | 5)];
        using var table = new HashTable(hashes);
        Assert.Equal(Enumerable.Range(0, 40), hashes.Select(table.Find));
        Assert.Equal(-1, table.Find(5));
    }

    private static long Number(int person) => long.Parse(SyntheticInsz.Adult(person), System.Globalization.CultureInfo.InvariantCulture);
}
