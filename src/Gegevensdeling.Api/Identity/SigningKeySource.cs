using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Gegevensdeling.Api.Identity;

/// <summary>
/// The public keys of one issuer: fixed in the configuration, or fetched from its metadata and kept fresh by the system's clock. (The
/// library's own ConfigurationManager refreshes in the background, so that a token under a new key is refused at least once.)
/// </summary>
internal sealed class SigningKeySource : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    /// <summary>An unknown key id makes us ask again at most this often: tokens with invented ids must not make us a nuisance.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1);
    private readonly string? address;
    private readonly HttpDocumentRetriever documents;
    private readonly TimeProvider clock;
    private IReadOnlyCollection<SecurityKey>? keys;
    private DateTimeOffset nextAt;
    private DateTimeOffset nextForUnknownAt;

    /// <param name="issuer">Checked by <see cref="IdentityCheck"/>.</param>
    /// <param name="backchannel">Fetches the metadata; the host owns it.</param>
    public SigningKeySource(IssuerOptions issuer, HttpClient backchannel, TimeProvider clock)
    {
        (address, this.clock) = (issuer.MetadataAddress, clock);
        documents = new HttpDocumentRetriever(backchannel) { RequireHttps = true };
        if (address is null)
            keys = [.. new JsonWebKeySet(issuer.Jwks).GetSigningKeys()];
    }

    /// <summary>The keys, among them <paramref name="wanted"/> where the issuer has it.</summary>
    /// <exception cref="TimeoutException">The issuer cannot be reached and no keys are known: an outage, not a bad token.</exception>
    public async Task<IReadOnlyCollection<SecurityKey>> KeysAsync(string wanted, CancellationToken cancellation)
    {
        if (address is null || (keys is not null && !IsStale(wanted)))
            return keys!;

        await one.WaitAsync(cancellation);
        try
        {
            return keys is not null && !IsStale(wanted) ? keys : await FetchAsync(cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private bool IsStale(string wanted)
    {
        var now = clock.GetUtcNow();
        return now >= nextAt || (now >= nextForUnknownAt && !keys!.Any(key => key.KeyId == wanted));
    }

    private async Task<IReadOnlyCollection<SecurityKey>> FetchAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var first = keys is null;
        try
        {
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, cancellation);
            keys = [.. metadata.SigningKeys];
            (nextAt, nextForUnknownAt) = (now + Fresh, first ? now : now + Pause);
            return keys;
        }
        catch (Exception unreachable) when (unreachable is IOException or HttpRequestException or InvalidOperationException or ArgumentException)
        {
            (nextAt, nextForUnknownAt) = (now + Pause, now + Pause);
            return keys ?? throw new TimeoutException("the issuer's metadata cannot be read", unreachable); // known keys stay good
        }
    }
}
