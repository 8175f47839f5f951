using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors.Listing;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>Why a version was made (D11): the closed list of reasons.</summary>
public enum ListChange
{
    /// <summary>Phase 2 of a month: debtors compared with clients, or marked by the OCMW.</summary>
    [JsonStringEnumMemberName("vergeleken")] Compared,

    /// <summary>Phase 3 of a month.</summary>
    [JsonStringEnumMemberName("fase-3")] Detailed,

    /// <summary>The client wants no solution (art. 3, phase 2).</summary>
    [JsonStringEnumMemberName("geen-oplossing-gewenst")] NoSolutionWanted,

    /// <summary>None was reached.</summary>
    [JsonStringEnumMemberName("geen-oplossing-bereikt")] NoSolutionReached,

    /// <summary>The client works on a solution after all: collection pauses again.</summary>
    [JsonStringEnumMemberName("toch-oplossing")] SolutionAfterAll,

    /// <summary>W18: the pause was looked at and goes on.</summary>
    [JsonStringEnumMemberName("pauze-verlengd")] PauseExtended,

    /// <summary>Several marks at once.</summary>
    [JsonStringEnumMemberName("markeringen")] Marks,

    /// <summary>D8: paid.</summary>
    [JsonStringEnumMemberName("betaald")] Paid,

    /// <summary>D8: a solution was carried out.</summary>
    [JsonStringEnumMemberName("opgelost")] Solved,

    /// <summary>D8: collection ended, for whatever reason.</summary>
    [JsonStringEnumMemberName("invordering-gestopt")] CollectionEnded,

    /// <summary>The person is no client of the OCMW any more, or never was.</summary>
    [JsonStringEnumMemberName("geen-client")] NoClient,

    /// <summary>W22: the row of who objected is only kept.</summary>
    [JsonStringEnumMemberName("beperkt")] Restricted,

    /// <summary>W22: it was decided that the row is used again.</summary>
    [JsonStringEnumMemberName("beperking-opgeheven")] RestrictionLifted,

    /// <summary>W22: well founded, and the row is gone.</summary>
    [JsonStringEnumMemberName("rij-niet-meer-gebruiken")] RowUnused,
}

/// <summary>Everything that can be recorded of the one list of a protocol (D11). Closed.</summary>
public abstract record ListFact : DebtorFact
{
    private ListFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    public sealed record Begun(string Id, DateTimeOffset At, ActedBy By) : ListFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Created, "art. 6", "lijst");
    }

    /// <summary>A version that counts from now on: by whom, when and why.</summary>
    /// <param name="Number">From 1.</param>
    /// <param name="Copy">Its sealed content.</param>
    /// <param name="Lapsed">Who stood in the version before and no longer does.</param>
    /// <param name="Cycle">The month of which it is the outcome; null for an interim change.</param>
    /// <param name="DeliveredAt">When phase 1 of that month was delivered, where the comparison made it: the month of article 6 counts from then (D12).</param>
    /// <param name="Restriction">The dossier for which a row was restricted or freed (W22); also where the person is not on the list, so that nobody sees from outside which it was.</param>
    public sealed record VersionMade(
        string Id, DateTimeOffset At, ActedBy By, int Number, ExchangeId Copy, ListChange Why, ListCounts Counts, int Lapsed, ExchangeId? Cycle = null, DateTimeOffset? DeliveredAt = null,
        ExchangeId? Restriction = null) : ListFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "art. 6", ListChanges.WordOf(Why));
    }

    /// <summary>An objection or restriction runs, and nobody said yet which row it is: the whole list is only kept (art. 18.2 GDPR, W22).</summary>
    public sealed record Restricted(string Id, DateTimeOffset At, ActedBy By, ExchangeId Dossier) : ListFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ObjectionRecorded, "art. 18, 21 AVG", "beperkt");
    }

    /// <summary>Decided before anybody said which row it is.</summary>
    public sealed record RestrictionLifted(string Id, DateTimeOffset At, ActedBy By, ExchangeId Dossier) : ListFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ObjectionHandled, "art. 18 AVG", "opgeheven");
    }

    /// <summary>The OCMW read the list.</summary>
    public sealed record Opened(string Id, DateTimeOffset At, ActedBy By, int Number, string Purpose) : ListFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Opened, "art. 6", "lijst", Purpose);
    }

    /// <summary>The municipality took the marks, as a workbook or for its accounting (D3, D6).</summary>
    public sealed record MarksFetched(string Id, DateTimeOffset At, ActedBy By, int Number, bool Accounting, string Purpose) : ListFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Opened, "art. 3", Accounting ? "boekhouding" : "vermeldingen", Purpose);
    }

    /// <summary>D16: everything that the protocol holds, taken along.</summary>
    public sealed record Exported(string Id, DateTimeOffset At, ActedBy By, int Number, string Purpose) : ListFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Opened, "art. 6", "overdracht", Purpose);
    }

    /// <summary>D12: it stands on the drive that is not shared; the others read it no more.</summary>
    public sealed record Moved(string Id, DateTimeOffset At, ActedBy By) : ListFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "art. 6", "dienstenschijf");
    }

    /// <summary>W18: pauses are to be looked at.</summary>
    public sealed record ReviewAsked(string Id, DateTimeOffset At, ActedBy By, int Pauses) : ListFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Reminded, "art. 3", "pauzes");
    }

    /// <summary>The protocol ended (G7 to G9).</summary>
    public sealed record ProtocolEnded(string Id, DateTimeOffset At, ActedBy By) : ListFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolEnded, "art. 11");
    }

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Begun), "lijst-begonnen"),
        new(typeof(VersionMade), "lijst-versie"),
        new(typeof(Restricted), "lijst-beperkt"),
        new(typeof(RestrictionLifted), "lijst-beperking-opgeheven"),
        new(typeof(Opened), "lijst-geopend"),
        new(typeof(MarksFetched), "lijst-vermeldingen-opgehaald"),
        new(typeof(Exported), "lijst-uitgevoerd"),
        new(typeof(Moved), "lijst-verplaatst"),
        new(typeof(ReviewAsked), "lijst-pauzes-te-herzien"),
        new(typeof(ProtocolEnded), "lijst-protocol-beeindigd"),
    ];
}
