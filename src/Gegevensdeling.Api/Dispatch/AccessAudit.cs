using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>
/// Writes what the dispatcher saw to the audit chain: every refusal, every reading, and every request that failed. What changes something is audited
/// with the fact it records.
/// </summary>
public sealed class AccessAudit(IAuditLog audit, IRegister register, IStaffDirectory staff, ProtocolCatalog protocols)
{
    /// <summary>Fits <see cref="RecordAccess"/>.</summary>
    public async Task RecordAsync(AccessRecord record, CancellationToken cancellation)
    {
        var action = record.Action is { } word ? LawActions.AuditWords.GetValueOrDefault(word, AuditAction.Viewed) : AuditAction.Viewed;
        var reads = action is AuditAction.Viewed or AuditAction.EvidenceRequested or AuditAction.FiguresRequested or AuditAction.AuditExported;
        if (record.Outcome == AccessOutcome.Allowed && !reads)
            return;

        var head = record.Values.TryGetValue("verwijzing", out var reference) || record.Values.TryGetValue("dossier", out reference) ? await register.FindAsync(new(reference), cancellation) : null;
        var protocol = ProtocolOf(record, head);
        var year = (head?.CreatedAt ?? record.At).Year;
        var actor = new ActedBy(
            record.Caller.Party,
            record.Caller.Roles.Count == 0 ? "geen" : record.Caller.Roles.Min().Word(),
            await staff.ReferenceAsync(new(record.Caller.Party, record.Caller.Subject, record.Caller.Name, record.Caller.Mail), year, cancellation));
        await audit.AppendAsync(
            new(
                record.At, protocol?.Id ?? ReferralEvidence.NoProtocol, protocol?.Version ?? 0, head?.Id, actor, action,
                PurposeOf(record, protocol), record.Article ?? "art. 4",
                OutcomeOf(record.Outcome), record.Correlation, FactAudit.System, record.Refusal),
            cancellation);
    }

    private static AuditOutcome OutcomeOf(AccessOutcome outcome) => outcome switch
    {
        AccessOutcome.Allowed or AccessOutcome.Replayed => AuditOutcome.Ok,
        AccessOutcome.Refused => AuditOutcome.Refused,
        AccessOutcome.Failed => AuditOutcome.Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>A purpose stands in the chain only as a code of the protocol: the header could hold anything, also a person.</summary>
    private static string PurposeOf(AccessRecord record, Protocol? protocol) =>
        protocol is null ? "geen"
        : record.Purpose is null ? FactAudit.PurposeOf(protocol, record.Caller.Party)
        : protocol.Purposes.Any(purpose => purpose.Code == record.Purpose) ? record.Purpose
        : "onbekend-doel";

    /// <summary>The protocol of the exchange, of the path or the query, or the only one of the caller's body.</summary>
    private Protocol? ProtocolOf(AccessRecord record, ExchangeHead? head) =>
        head is not null ? protocols.Of(head)
        : record.Values.TryGetValue("protocol", out var named) ? protocols.Find(new(named))
        : protocols.OfParty(record.Caller.Party) is [var only] ? only
        : null;
}
