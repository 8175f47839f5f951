namespace Gegevensdeling.Api.Identity;

/// <summary>Which identity providers are believed, and what their words mean here. Checked at start by <see cref="IdentityCheck"/>.</summary>
public sealed class IdentityOptions
{
    public IReadOnlyList<IssuerOptions> Issuers { get; init; } = [];
}

/// <summary>One identity provider (OpenID Connect issuer).</summary>
public sealed class IssuerOptions
{
    /// <summary>The claim <c>iss</c>, exactly; for Entra ID <c>https://login.microsoftonline.com/{tenant}/v2.0</c>.</summary>
    public string Issuer { get; init; } = string.Empty;

    /// <summary>The claim <c>aud</c> of tokens made for this API.</summary>
    public string Audience { get; init; } = string.Empty;

    /// <summary>Address of the provider's metadata (OpenID Connect Discovery); its keys are fetched and refreshed. Either this or <see cref="Jwks"/>.</summary>
    public string? MetadataAddress { get; init; }

    /// <summary>The provider's public keys as a JSON Web Key Set (RFC 7517). Either this or <see cref="MetadataAddress"/>.</summary>
    public string? Jwks { get; init; }

    /// <summary>The claim that names the organisation: <c>tid</c> for an Entra tenant of one body, or an organisation claim.</summary>
    public string PartyClaim { get; init; } = "tid";

    /// <summary>Value of that claim to party id. A value that is not here has no party.</summary>
    public IReadOnlyDictionary<string, string> Parties { get; init; } = new Dictionary<string, string>();

    public string RolesClaim { get; init; } = "roles";

    /// <summary>Value of that claim to the word of a role. A value that is not here is no role.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();

    /// <summary>The person's lasting id; for Entra ID <c>oid</c>, since its <c>sub</c> differs per application.</summary>
    public string SubjectClaim { get; init; } = "sub";

    public string NameClaim { get; init; } = "name";

    public string MailClaim { get; init; } = "email";
}
