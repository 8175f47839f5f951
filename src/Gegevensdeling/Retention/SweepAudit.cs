using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Retention;

/// <summary>The audit events of what the sweep does beside any fact: copies that no row claims, what came back after its certificate, names of staff whose term is over.</summary>
public sealed class SweepAudit(IAuditLog audit, ProtocolCatalog protocols, TimeProvider clock)
{
    /// <param name="exchange">The reference under which something was found; null for what is of no exchange.</param>
    /// <param name="head">Null where no row claims it: then it is of no protocol.</param>
    public Task RecordAsync(ExchangeId? exchange, ExchangeHead? head, AuditAction action, string? code, CancellationToken cancellation) => audit.AppendAsync(
        new(
            clock.GetUtcNow(), head?.Protocol ?? ReferralEvidence.NoProtocol, head?.ProtocolVersion ?? 0, exchange, SystemActor.Value, action,
            head is null ? "geen" : FactAudit.PurposeOf(protocols.Of(head), SystemActor.Value.Party), "art. 3", AuditOutcome.Ok, AuditEvent.NewCorrelation(), FactAudit.System, code),
        cancellation);
}
