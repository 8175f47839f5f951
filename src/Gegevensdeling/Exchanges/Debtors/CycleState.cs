using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>The step that a month waits for.</summary>
public enum CyclePhase
{
    /// <summary>Phase 1 by the municipality.</summary>
    Debtors,

    /// <summary>The OCMW's numbers, or its marks where it compares itself.</summary>
    Clients,

    /// <summary>The OCMW lets the municipality have the marks.</summary>
    Release,

    /// <summary>The municipality paused and resumed.</summary>
    Confirm,

    /// <summary>Phase 3 by the municipality.</summary>
    Details,

    /// <summary>Nothing more this month.</summary>
    Done,
}

/// <summary>What the facts of one month add up to. Derived, never stored.</summary>
public sealed record CycleState
{
    public required CycleFact.Opened Opening { get; init; }

    public DebtorMonth Month => Opening.Month;

    /// <summary>Every delivery of phase 1, the one that counts last.</summary>
    public IReadOnlyList<CycleFact.DebtorsDelivered> Deliveries { get; init; } = [];

    public CycleFact.DebtorsDelivered? Delivery => Deliveries is [.., var last] ? last : null;

    /// <summary>Every list of client numbers to which the OCMW committed, the last one last.</summary>
    public IReadOnlyList<CycleFact.ClientsDelivered> Clients { get; init; } = [];

    public CycleFact.Compared? Compared { get; init; }

    public CycleFact.Marked? Marked { get; init; }

    public CycleFact.DeliveryOpened? Opened { get; init; }

    public CycleFact.Released? Released { get; init; }

    public DateTimeOffset? ReleasedAt => Released?.At;

    public DateTimeOffset? ConfirmedAt { get; init; }

    public CycleFact.Detailed? Detailed { get; init; }

    /// <summary>Debtors who are clients; null before phase 2. From the release on as many as the municipality gets marks of.</summary>
    public int? Listed => Released?.Listed ?? Compared?.Matched ?? Marked?.Clients;

    /// <summary>When phase 2 was done.</summary>
    public DateTimeOffset? ListedAt => Compared?.At ?? Marked?.At;

    public CycleOutcome? Outcome { get; init; }

    public ErasureReason? End { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public ErasureFact.Erased? Erased { get; init; }

    public CyclePhase Phase => this switch
    {
        { Delivery: null } => CyclePhase.Debtors,
        { Listed: null } => CyclePhase.Clients,
        { ReleasedAt: null } => CyclePhase.Release,
        { ConfirmedAt: null } => CyclePhase.Confirm,
        { Detailed: null, Listed: > 0 } => CyclePhase.Details,
        _ => CyclePhase.Done,
    };

    /// <summary>What the month came to, if it ended now.</summary>
    public CycleOutcome OutcomeNow => Phase switch
    {
        CyclePhase.Debtors => CycleOutcome.NothingDelivered,
        CyclePhase.Done => CycleOutcome.Complete,
        _ => CycleOutcome.Incomplete,
    };

    /// <summary>The word in lists and in the register's head.</summary>
    public string Word => this switch
    {
        { Erased: not null } or { End: not null } => (Outcome ?? OutcomeNow) switch // the sweep may be first
        {
            CycleOutcome.Complete => "afgesloten-volledig",
            CycleOutcome.NothingDelivered => "afgesloten-zonder-levering",
            _ => "afgesloten-onvolledig",
        },
        _ => Phase switch
        {
            CyclePhase.Debtors => "wacht-op-debiteuren",
            CyclePhase.Clients => "wacht-op-vergelijking",
            CyclePhase.Release => "wacht-op-vrijgave",
            CyclePhase.Confirm => "wacht-op-bevestiging",
            CyclePhase.Details => "wacht-op-gegevens",
            _ => "klaar",
        },
    };

    public static CycleState Start(ExchangeFact first) => first is CycleFact.Opened opened ? new() { Opening = opened } : throw new InvalidOperationException("A month begins with its opening");

    public CycleState After(ExchangeFact fact) => fact switch
    {
        CycleFact cycle => After(cycle),
        ErasureFact.Erased erased => this with { Erased = erased },
        _ => this,
    };

    private CycleState After(CycleFact fact) => fact switch
    {
        CycleFact.DebtorsDelivered delivered => this with { Deliveries = [.. Deliveries, delivered] },
        CycleFact.ClientsDelivered clients => this with { Clients = [.. Clients, clients] },
        CycleFact.Compared compared => this with { Compared = compared },
        CycleFact.DeliveryOpened opened => this with { Opened = Opened ?? opened },
        CycleFact.Marked marked => this with { Marked = marked },
        CycleFact.Released released => this with { Released = released },
        CycleFact.Confirmed => this with { ConfirmedAt = fact.At },
        CycleFact.Detailed detailed => this with { Detailed = detailed },
        CycleFact.Closed closed => Ended(ErasureReason.TermEnded, fact.At) with { Outcome = Outcome ?? closed.Outcome },
        CycleFact.ProtocolEnded => Ended(ErasureReason.ProtocolEnded, fact.At) with { Outcome = Outcome ?? OutcomeNow },
        CycleFact.Opened or CycleFact.Reminded => this,
        _ => throw new InvalidOperationException($"A fact that no rule knows: {fact.GetType().Name}"),
    };

    private CycleState Ended(ErasureReason end, DateTimeOffset at) => End is null ? this with { End = end, EndedAt = at } : this;
}
