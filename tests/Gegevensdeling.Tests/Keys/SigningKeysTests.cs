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

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        Assert.Throws<System.Security.Cryptography.CryptographicException>(() => SigningKey.FromPkcs8(other.ExportPkcs8PrivateKey()));
    }
}
