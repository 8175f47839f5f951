using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Proofs;

/// <summary>What happens around one request for proof (G15).</summary>
public abstract record ProofFact : DossierFact
{
    private ProofFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    internal override AuditOfFact Audited => new(AuditAction.FollowUpRecorded, "art. 6", "bewijs-gevraagd");

    /// <summary>A party asked; the system gives it without anybody's approval ('op eenvoudig verzoek').</summary>
    /// <param name="For">Who asked.</param>
    /// <param name="Of">Whose duty it is: their officers are told.</param>
    public sealed record Asked(string Id, DateTimeOffset At, ActedBy By, PartyId For, IReadOnlyList<PartyId> Of) : ProofFact(Id, At, By);

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } = [new(typeof(Asked), "bewijs-gevraagd")];
}
