using Gegevensdeling.Audit;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.Proofs;

/// <summary>Who has to do with proof of the measures of article 6: the data protection officers. From whom to whom is the protocol's to say (<see cref="ProofDuty"/>).</summary>
public static class ProofActions
{
    private static readonly Grant Officer = new(Role.Dpo, Sides.Sender | Sides.Receiver);

    /// <summary>G16: a party's own account.</summary>
    public static ProtocolAction ReadOwn { get; } = new("bewijs-lezen", "art. 6", content: false, Officer);

    /// <summary>G15: 'op eenvoudig verzoek'.</summary>
    public static ProtocolAction Ask { get; } = new("bewijs-vragen", "art. 6", content: false, Officer);

    /// <summary>What was asked for.</summary>
    public static ProtocolAction ReadAsked { get; } = new("gevraagd-bewijs-lezen", "art. 6", content: false, Officer);

    public static IReadOnlyDictionary<string, AuditAction> AuditWords { get; } = new Dictionary<string, AuditAction>
    {
        [ReadOwn.Name] = AuditAction.EvidenceRequested,
        [Ask.Name] = AuditAction.FollowUpRecorded,
        [ReadAsked.Name] = AuditAction.EvidenceRequested,
    };
}
