using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Parties;

/// <summary>A signed-in member of staff. Lives as long as the request; what is kept of it is a <see cref="StaffRef"/> (W23).</summary>
/// <param name="Party">The body for which the person works, by the configured issuer and organisation.</param>
/// <param name="Roles">Never empty of meaning: without a role nothing is allowed.</param>
/// <param name="Subject">The identity provider's own id of the person.</param>
/// <param name="Mail">Null when the provider gives none.</param>
public sealed record Caller(PartyId Party, IReadOnlySet<Role> Roles, string Subject, string Name, string? Mail)
{
    /// <summary>Names nobody: a caller that ends up in a log by mistake must not.</summary>
    public override string ToString() => $"{Party}";
}
