using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Lives;

/// <summary>
/// One step in the life of a protocol. What the file says of the past (advices, signatures) needs no fact; what happens from now on is
/// recorded here, by whom may take the step. Signatories act in public office: their names stand in the published protocol too.
/// </summary>
public abstract record LifeFact : DossierFact
{
    private LifeFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <summary>The version that a step is about; null for what concerns every version.</summary>
    [JsonIgnore]
    public int? OfVersion => this switch
    {
        Registered { Version: var version } => version,
        Advised { Version: var version } => version,
        Signed { Version: var version } => version,
        Published { Version: var version } => version,
        MailboxConfirmed { Version: var version } => version,
        FindingAccepted { Version: var version } => version,
        _ => null,
    };

    /// <summary>A version of the file was seen for the first time. From here on its text may not change: a change is a new version.</summary>
    public sealed record Registered(string Id, DateTimeOffset At, ActedBy By, int Version, string Sha256) : LifeFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolStep, "art. 8 §1", "geregistreerd", Sha256: Sha256);
    }

    /// <summary>A data protection officer's advice, on the day of its confirmation (G3).</summary>
    /// <param name="Reference">Where the advice can be read; never its text.</param>
    public sealed record Advised(string Id, DateTimeOffset At, ActedBy By, int Version, PartyId Party, AdviceSense Sense, DateOnly Date, string Reference) : LifeFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolStep, "overweging E, F", "advies");
    }

    /// <summary>Signed for a party, by somebody with a mandate (G5).</summary>
    public sealed record Signed(
        string Id, DateTimeOffset At, ActedBy By, int Version, PartyId Party, string Name, string Office, string Mandate, DateOnly Date) : LifeFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolStep, "ondertekening", "ondertekend");
    }

    /// <summary>Published by a party on its website (G2).</summary>
    public sealed record Published(string Id, DateTimeOffset At, ActedBy By, int Version, PartyId Party, string Url, DateOnly Date) : LifeFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolStep, "overweging D", "bekendgemaakt");
    }

    /// <summary>Who reads the mailbox was confirmed (W4), by function.</summary>
    public sealed record MailboxConfirmed(string Id, DateTimeOffset At, ActedBy By, int Version, string ReadBy, DateOnly Date) : LifeFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolStep, "art. 6", "postbus-bevestigd");
    }

    /// <summary>An open finding of the linter, accepted by a named person with a reason (F5).</summary>
    public sealed record FindingAccepted(string Id, DateTimeOffset At, ActedBy By, int Version, string Code, string Name, string Why, string? Subject = null) : LifeFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolStep, "art. 8 §1", "bevinding-aanvaard");
    }

    /// <summary>The exchange stops at once until there are safeguards again (G9, G10).</summary>
    public sealed record Suspended(string Id, DateTimeOffset At, ActedBy By, PartyId Party, SuspensionReason Reason) : LifeFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolSuspended, "art. 8");
    }

    /// <summary>What happened exactly was investigated (G10).</summary>
    public sealed record Investigated(string Id, DateTimeOffset At, ActedBy By, PartyId Party, InvestigationOutcome Outcome, string Reference) : LifeFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolStep, "art. 8", "onderzocht");
    }

    /// <summary>A named person says that there are safeguards enough again (G10).</summary>
    public sealed record Released(string Id, DateTimeOffset At, ActedBy By, PartyId Party, string Name, string Reference) : LifeFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolReleased, "art. 8");
    }

    /// <summary>Written notice on this day (G7); the end is computed.</summary>
    public sealed record NoticeGiven(string Id, DateTimeOffset At, ActedBy By, PartyId Party, DateOnly Date, string Reference) : LifeFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolNotice, "art. 11");
    }

    /// <summary>Ended by law or for breach, from this day on (G8, G9).</summary>
    public sealed record Terminated(string Id, DateTimeOffset At, ActedBy By, PartyId Party, EndCause Cause, DateOnly Date, string Reference) : LifeFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolEnded, Cause switch { EndCause.Breach => "art. 8", EndCause.DataDestroyed => "art. 12", _ => "art. 11" });
    }

    /// <summary>Nothing of the protocol lives any more and its pseudonym key is gone: the dossier closes.</summary>
    public sealed record WoundUp(string Id, DateTimeOffset At, ActedBy By) : LifeFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolEnded, "art. 11", "afgewikkeld");
    }

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Registered), "protocol-geregistreerd"),
        new(typeof(Advised), "protocol-advies"),
        new(typeof(Signed), "protocol-ondertekend"),
        new(typeof(Published), "protocol-bekendgemaakt"),
        new(typeof(MailboxConfirmed), "protocol-postbus-bevestigd"),
        new(typeof(FindingAccepted), "protocol-bevinding-aanvaard"),
        new(typeof(Suspended), "protocol-geschorst"),
        new(typeof(Investigated), "protocol-onderzocht"),
        new(typeof(Released), "protocol-hervat"),
        new(typeof(NoticeGiven), "protocol-opgezegd"),
        new(typeof(Terminated), "protocol-einde-vastgelegd"),
        new(typeof(WoundUp), "protocol-afgewikkeld"),
    ];
}

/// <summary>Why an exchange is stopped for the time being.</summary>
public enum SuspensionReason
{
    [JsonStringEnumMemberName("inbreuk-protocol")] Breach,
    [JsonStringEnumMemberName("gegevenslek")] DataBreach,
    [JsonStringEnumMemberName("waarborgen-ontbreken")] SafeguardsMissing,
    [JsonStringEnumMemberName("vraag-toezichthouder")] Supervisor,
}

/// <summary>What an investigation came to.</summary>
public enum InvestigationOutcome
{
    [JsonStringEnumMemberName("inbreuk-vastgesteld")] BreachFound,
    [JsonStringEnumMemberName("geen-inbreuk")] NoBreach,
    [JsonStringEnumMemberName("onduidelijk")] Unclear,
}
