using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges;

/// <summary>What the audit chain says of a fact.</summary>
/// <param name="Action">The closed list's word for it.</param>
/// <param name="Ground">The article or rule.</param>
/// <param name="Code">A fixed word that says which kind, where one action has several.</param>
public sealed record AuditOfFact(AuditAction Action, string Ground, string? Code = null, string? Purpose = null, ArtefactId? Artefact = null, string? Sha256 = null);

/// <summary>One audit event a fact.</summary>
public static class FactAudit
{
    /// <summary>Name and version of this software in the audit chain.</summary>
    public static string System { get; } = $"gegevensdeling/{typeof(FactAudit).Assembly.GetName().Version?.ToString(3)}";

    public static AuditEvent EventFor(ExchangeHead head, ExchangeFact fact, Protocol protocol)
    {
        var told = fact switch
        {
            ErasureFact.Forgotten => new(AuditAction.Erased, "art. 3", "pseudoniemen"),
            ErasureFact.StillFound => new AuditOfFact(AuditAction.Erased, "art. 3", "nog-gevonden"),
            ErasureFact.Erased erased => new(AuditAction.Erased, "art. 3", null, Sha256: erased.CertificateSha256),
            ErasureFact.HistoryPurged purged => new(AuditAction.HistoryPurged, "art. 3", null, Sha256: purged.CertificateSha256),
            ReferralFact referral => ReferralAudit.Of(referral),
            GroeipakketFact groeipakket => groeipakket.Audited,
            DebtorFact debtor => debtor.Audited,
            DossierFact dossier => dossier.Audited,
            _ => throw new InvalidOperationException($"A fact that the audit does not know: {fact.GetType().Name}"),
        };
        return new(
            fact.At, head.Protocol, head.ProtocolVersion, head.Id, fact.By, told.Action, told.Purpose ?? PurposeOf(protocol, fact.By.Party), told.Ground,
            fact is ErasureFact.StillFound ? AuditOutcome.Failed : AuditOutcome.Ok, fact.Id, System, told.Code, told.Artefact, told.Sha256);
    }

    /// <summary>The purpose for which this party acts: its own in the protocol; the receiver's for the system itself (G20).</summary>
    public static string PurposeOf(Protocol protocol, PartyId party) =>
        (protocol.Purposes.FirstOrDefault(purpose => purpose.Parties.Contains(party))
            ?? protocol.Purposes.First(purpose => purpose.Parties.Contains(protocol.Receiver))).Code;
}
