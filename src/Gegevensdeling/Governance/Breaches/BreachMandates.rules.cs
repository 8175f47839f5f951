using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>A data protection officer is a mandate; one may serve several parties (W2).</summary>
public static class BreachMandates
{
    /// <summary>The parties that the mandate of this party serves, itself among them: the same holder is reached at the same address.</summary>
    public static IReadOnlyList<PartyId> ServedWith(this Protocol protocol, PartyId party) =>
        [.. protocol.Parties.Where(other => string.Equals(other.DataProtectionOfficer.Mail, protocol.Party(party).DataProtectionOfficer.Mail, StringComparison.OrdinalIgnoreCase)).Select(other => other.Id)];
}
