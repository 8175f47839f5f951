using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Evidence;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Gegevensdeling.Tests.Keys;

public sealed class SigningKeysTests
{
    private readonly FakeTimeProvider _clock = new(Samples.Noon);
    private readonly MemorySystemKeys _store = new();

    private SigningKeys Keys => new(_store, _clock);

    [Fact]
    [Requirement("F1")]
    public async Task A_document_signed_before_a_rotation_verifies_after_it()
    {
        using var old = await Keys.CurrentAsync(TestContext.Current.CancellationToken);
        var document = Samples.Signed(old);
        var kid = await Keys.RotateAsync(TestContext.Current.CancellationToken);
        using var current = await Keys.CurrentAsync(TestContext.Current.CancellationToken);
        Assert.Equal(kid, current.Public.KeyId);
        Assert.NotEqual(old.Public.KeyId, current.Public.KeyId);
        var published = await Keys.PublishedAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, published.Count);
        Assert.IsType<DocumentVerdict.ValidReceipt>(DocumentVerifier.Verify(Samples.Bytes(document), published));
    }

    [Fact]
    public async Task Names_count_within_the_year_and_never_go_back()
    {
        await Keys.RotateAsync(TestContext.Current.CancellationToken);
        await Keys.RotateAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromDays(365));
        await Keys.RotateAsync(TestContext.Current.CancellationToken);
        await new SigningKeys(_store, new FakeTimeProvider(Samples.Noon.AddYears(-3))).RotateAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ["handtekening/2026-001", "handtekening/2026-002", "handtekening/2027-001", "handtekening/2027-002"],
            await _store.NamesAsync(SigningKeys.Prefix, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_current_key_stays_the_same_until_it_is_rotated()
    {
        using var first = await Keys.CurrentAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromDays(800));
        using var again = await Keys.CurrentAsync(TestContext.Current.CancellationToken);
        Assert.Equal(first.Public.KeyId, again.Public.KeyId);
    }

    /// <summary>In words: the first run in the year after its term makes the next key, no run before it does, and no run after it makes another.</summary>
    [Theory]
    [InlineData(1, "2026-12-31T23:59:59Z", "handtekening/2026-001")]
    [InlineData(1, "2027-01-01T00:00:00Z", "handtekening/2026-001 handtekening/2027-001")]
    [InlineData(2, "2027-12-31T23:59:59Z", "handtekening/2026-001")]
    [InlineData(2, "2028-01-01T00:00:00Z", "handtekening/2026-001 handtekening/2028-001")]
    [InlineData(1, "2031-07-01T00:00:00Z", "handtekening/2026-001 handtekening/2031-001")]
    [InlineData(1, "2020-01-01T00:00:00Z", "handtekening/2026-001")] // a clock that was set back
    [Requirement("F1")]
    public async Task A_key_is_renewed_at_its_term_and_not_before(int years, string now, string names)
    {
        using (await Keys.CurrentAsync(TestContext.Current.CancellationToken))
        {
            // the first one
        }

        var later = new SigningKeys(_store, At(now));
        for (var time = 0; time < 3; time++)
            await later.RenewWhereDueAsync(new() { Years = years }, TestContext.Current.CancellationToken);
        Assert.Equal(names.Split(' '), await _store.NamesAsync(SigningKeys.Prefix, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task There_is_nothing_to_renew_before_the_first_signature()
    {
        Assert.Null(await Keys.RenewWhereDueAsync(new(), TestContext.Current.CancellationToken));
        Assert.Empty(await _store.NamesAsync(SigningKeys.Prefix, TestContext.Current.CancellationToken));
    }

    [Fact]
    [Requirement("F1")]
    public async Task A_withdrawn_key_signs_no_more_stays_published_and_is_replaced_once()
    {
        using var known = await Keys.CurrentAsync(TestContext.Current.CancellationToken);
        var document = Samples.Signed(known);
        var terms = new SigningKeyTerms { Withdrawn = $"{new string('a', 43)}, {known.Public.KeyId}" };
        var renewed = await Keys.RenewWhereDueAsync(terms, TestContext.Current.CancellationToken);
        Assert.Equal(renewed, await Keys.RenewWhereDueAsync(terms, TestContext.Current.CancellationToken));
        using var current = await Keys.CurrentAsync(TestContext.Current.CancellationToken);
        Assert.Equal(renewed!.KeyId, current.Public.KeyId);
        Assert.NotEqual(known.Public.KeyId, current.Public.KeyId);
        var published = await Keys.PublishedAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, published.Count);
        Assert.IsType<DocumentVerdict.ValidReceipt>(DocumentVerifier.Verify(Samples.Bytes(document), published));
    }

    /// <summary>By name alone 1000 would stand before 999.</summary>
    [Fact]
    public async Task The_last_key_is_the_one_with_the_highest_number()
    {
        foreach (var name in new[] { "2026-999", "2026-1000", "2025-001" })
            await _store.GetOrCreateAsync(SigningKeys.Prefix + name, NewPkcs8, TestContext.Current.CancellationToken);
        await Keys.RotateAsync(TestContext.Current.CancellationToken);
        Assert.Contains("handtekening/2026-1001", await _store.NamesAsync(SigningKeys.Prefix, TestContext.Current.CancellationToken));
    }

    private static FakeTimeProvider At(string moment) => new(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

    private static byte[] NewPkcs8()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        Assert.Throws<System.Security.Cryptography.CryptographicException>(() => SigningKey.FromPkcs8(other.ExportPkcs8PrivateKey()));
    }
}
