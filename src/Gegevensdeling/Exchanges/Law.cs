using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges;

/// <summary>Everything that the law asks of a host.</summary>
public sealed record Ports(
    IRegister Register,
    IBlobStore Blobs,
    IKeyStore Keys,
    ISystemKeys SystemKeys,
    IOutbox Outbox,
    IStaffDirectory Staff,
    IEvidenceStore Evidence,
    IAuditLog Audit,
    IIdempotencyStore Idempotency);

/// <summary>The law, put together on a host's ports: the same on both hosts.</summary>
public sealed class Law
{
    private readonly ReferralSealing sealing;

    public Law(Ports ports, ProtocolCatalog protocols, TimeProvider clock)
    {
        (Ports, Protocols, Clock, Bindings) = (ports, protocols, clock, new(clock));
        Signing = new(ports.SystemKeys, clock);
        Ledger = new(ports.Register, ports.Audit, protocols);
        Referrals = new(ports.Register, Ledger, protocols);
        sealing = new(ports.Blobs, ports.Keys);
        Evidence = new(ports.Register, Referrals, ports.Evidence, ports.Audit, Signing, clock);
        ICopyPlace[] places = [new KeyPlace(ports.Keys), new ArchivePlace(ports.Blobs), new OutboxPlace(ports.Outbox), new RegisterPlace(ports.Register, Ledger, clock)];
        Eraser = new(places, ports.Register, Ledger, ports.Evidence, Signing, protocols, clock);
        new ReferralActivities(ports.Register, Referrals, sealing, new ReferralPost(ports.Outbox, ports.Staff, clock), Evidence, Eraser, clock).Bind(Bindings);
        Eraser.Bind(Bindings);
    }

    public Ports Ports { get; }

    public ProtocolCatalog Protocols { get; }

    public TimeProvider Clock { get; }

    public SigningKeys Signing { get; }

    public ExchangeLedger Ledger { get; }

    public ReferralFile Referrals { get; }

    public ReferralEvidence Evidence { get; }

    public Eraser Eraser { get; }

    /// <summary>The code behind every activity of <see cref="LawCatalog"/>.</summary>
    public ActivityBindings Bindings { get; }

    public ReferralIntake Intake(IOrchestrationClient engine) => new(Ports.Register, Ledger, Referrals, sealing, Ports.SystemKeys, engine, Clock);

    public ReferralDesk Desk(IOrchestrationClient engine) => new(Ports.Register, Referrals, engine, Clock);

    public ReferralReading Reading(IOrchestrationClient engine) => new(Desk(engine), sealing, Ports.Keys, Ports.Blobs);

    public AuditHeads AuditHeads => new(Ports.Audit, Ports.Evidence, Signing, Clock);

    public Sweep Sweep(IOrchestrationClient engine) =>
        new(Ports.Register, Ports.Blobs, Ports.Keys, Ports.Outbox, Ports.Staff, Ledger, Referrals, Eraser, new(Ports.Register, Referrals, Protocols, Clock), engine, Protocols, Clock);
}
