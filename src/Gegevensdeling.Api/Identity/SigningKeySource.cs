using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Gegevensdeling.Api.Identity;

/// <summary>The public keys of one issuer: fixed in the configuration, or fetched from its metadata and kept fresh.</summary>
internal sealed class SigningKeySource
{
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? metadata;
    private readonly IReadOnlyCollection<SecurityKey> fixedKeys = [];

    /// <param name="issuer">Checked by <see cref="IdentityCheck"/>.</param>
    /// <param name="backchannel">Fetches the metadata; the host owns it.</param>
    public SigningKeySource(IssuerOptions issuer, HttpClient backchannel)
    {
        if (issuer.MetadataAddress is { } address)
            metadata = new(address, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(backchannel) { RequireHttps = true });
        else
            fixedKeys = [.. new JsonWebKeySet(issuer.Jwks).GetSigningKeys()];
    }

    /// <summary>True when asking again may bring other keys.</summary>
    public bool CanRefresh => metadata is not null;

    /// <exception cref="TimeoutException">The issuer cannot be reached: an outage, not a bad token.</exception>
    public async Task<IReadOnlyCollection<SecurityKey>> KeysAsync(CancellationToken cancellation)
    {
        if (metadata is null)
            return fixedKeys;

        try
        {
            return [.. (await metadata.GetConfigurationAsync(cancellation)).SigningKeys];
        }
        catch (InvalidOperationException unreachable) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("the issuer's metadata cannot be read", unreachable);
        }
    }

    /// <summary>The issuer may have taken a new key into use. The manager bounds how often this really asks.</summary>
    public void Refresh() => metadata?.RequestRefresh();
}
