using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>How a month ended.</summary>
public enum CycleOutcome
{
    /// <summary>Every step was taken.</summary>
    [JsonStringEnumMemberName("volledig")] Complete,

    /// <summary>Nobody delivered: that is an outcome too.</summary>
    [JsonStringEnumMemberName("zonder-levering")] NothingDelivered,

    /// <summary>It was delivered, and a later step was not taken.</summary>
    [JsonStringEnumMemberName("onvolledig")] Incomplete,
}

/// <summary>Everything that can be recorded of one month (D1). Closed: a new case is an error in every rule that must know it.</summary>
public abstract record CycleFact : DebtorFact
{
    private CycleFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    public sealed record Opened(string Id, DateTimeOffset At, ActedBy By, DebtorMonth Month) : CycleFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Created, "art. 5");
    }

    /// <summary>Phase 1 (D2): committed to, before anybody knows the result.</summary>
    /// <param name="Copy">The sealed delivery.</param>
    /// <param name="Debtors">How many people.</param>
    /// <param name="Companies">Left out before delivery (W16).</param>
    /// <param name="WithoutNumber">The same: persons without a rijksregisternummer.</param>
    public sealed record DebtorsDelivered(string Id, DateTimeOffset At, ActedBy By, ExchangeId Copy, int Debtors, int Companies, int WithoutNumber) : CycleFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Delivered, "art. 3", "fase-1");
    }

    /// <summary>The OCMW committed to its list before the comparison; the numbers themselves are in memory only (F11).</summary>
    /// <param name="Clients">How many numbers.</param>
    /// <param name="Withheld">Of these, not to be disclosed (W17).</param>
    /// <param name="Commitment">Over all numbers, under the key of the month: 64 hex digits. Without that key, which goes with the month, it says nothing.</param>
    public sealed record ClientsDelivered(string Id, DateTimeOffset At, ActedBy By, int Clients, int Withheld, string Commitment) : CycleFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Delivered, "art. 3", "clientnummers");
    }

    /// <summary>Phase 2: this system compared. Counts only.</summary>
    /// <param name="Matched">Debtors who are clients.</param>
    /// <param name="Withheld">Debtors who are clients and are not disclosed (W17).</param>
    /// <param name="NamesDiffer">W19: for the OCMW's eyes.</param>
    /// <param name="Lapsed">Who stood in the list and no longer does.</param>
    /// <param name="Version">Of the list.</param>
    public sealed record Compared(string Id, DateTimeOffset At, ActedBy By, int Matched, int Withheld, int NamesDiffer, int Lapsed, int Version) : CycleFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "art. 3", "vergeleken");
    }

    /// <summary>The literal phase 1: the OCMW reads the whole list.</summary>
    public sealed record DeliveryOpened(string Id, DateTimeOffset At, ActedBy By, string Purpose) : CycleFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Opened, "art. 3", "fase-1", Purpose);
    }

    /// <summary>The literal phase 2: the OCMW marked its clients.</summary>
    public sealed record Marked(string Id, DateTimeOffset At, ActedBy By, int Clients, int Lapsed, int Version) : CycleFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "art. 3", "gemarkeerd");
    }

    /// <summary>The OCMW lets the municipality have the marks (D3).</summary>
    /// <param name="Listed">How many; null in what was recorded before that was counted.</param>
    public sealed record Released(string Id, DateTimeOffset At, ActedBy By, int? Listed = null) : CycleFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Delivered, "art. 3", "fase-2");
    }

    /// <summary>D6: the municipality paused and resumed accordingly.</summary>
    public sealed record Confirmed(string Id, DateTimeOffset At, ActedBy By) : CycleFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ReceiptConfirmed, "art. 3", "fase-2");
    }

    /// <summary>Phase 3 (D4).</summary>
    /// <param name="Persons">Of whom it tells.</param>
    /// <param name="Debts">How many file numbers.</param>
    public sealed record Detailed(string Id, DateTimeOffset At, ActedBy By, int Persons, int Debts, int Version) : CycleFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Delivered, "art. 3", "fase-3");
    }

    public sealed record Closed(string Id, DateTimeOffset At, ActedBy By, CycleOutcome Outcome) : CycleFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "art. 5", "maand-afgesloten");
    }

    /// <summary>The protocol ended (G7 to G9).</summary>
    public sealed record ProtocolEnded(string Id, DateTimeOffset At, ActedBy By) : CycleFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolEnded, "art. 11");
    }

    public sealed record Reminded(string Id, DateTimeOffset At, ActedBy By, CycleReminder Reminder) : CycleFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(Reminder == CycleReminder.Head ? AuditAction.Escalated : AuditAction.Reminded, "art. 5");
    }

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Opened), "maand-geopend"),
        new(typeof(DebtorsDelivered), "maand-debiteuren-geleverd"),
        new(typeof(ClientsDelivered), "maand-clienten-geleverd"),
        new(typeof(Compared), "maand-vergeleken"),
        new(typeof(DeliveryOpened), "maand-levering-geopend"),
        new(typeof(Marked), "maand-gemarkeerd"),
        new(typeof(Released), "maand-vrijgegeven"),
        new(typeof(Confirmed), "maand-bevestigd"),
        new(typeof(Detailed), "maand-details-geleverd"),
        new(typeof(Closed), "maand-afgesloten"),
        new(typeof(ProtocolEnded), "maand-protocol-beeindigd"),
        new(typeof(Reminded), "maand-herinnerd"),
    ];
}

/// <summary>What somebody is reminded of in a month: always of the step that is waited for.</summary>
public enum CycleReminder
{
    /// <summary>Whoever is to take the step.</summary>
    [JsonStringEnumMemberName("stap")] Step,

    /// <summary>The head of that service.</summary>
    [JsonStringEnumMemberName("hoofd")] Head,
}
