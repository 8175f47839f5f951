using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>How an answer was made (P5).</summary>
public enum AnswerWay
{
    /// <summary>Looked up in an extract of the Vlaams Kadaster Groeipakket.</summary>
    [JsonStringEnumMemberName("uittreksel")] Extract,

    /// <summary>Looked up by the team and filled in by hand.</summary>
    [JsonStringEnumMemberName("met-de-hand")] ByHand,
}

/// <summary>Why the answer has to go by mail (P9): a code, no free text (G19).</summary>
public enum MailReason
{
    [JsonStringEnumMemberName("firewall-ocmw")] Firewall,
    [JsonStringEnumMemberName("geen-sftp-programma")] NoProgram,
    [JsonStringEnumMemberName("storing-sftp")] Outage,
}

/// <summary>Why a key is given up (W6).</summary>
public enum AnswerKeyLostReason
{
    [JsonStringEnumMemberName("verloren")] Lost,
    [JsonStringEnumMemberName("verkeerd-genoteerd")] WrittenWrong,
    [JsonStringEnumMemberName("mogelijk-gekend")] MaybeKnown,
}

/// <summary>Everything that can be recorded of an answer (C2). Closed: a new case is an error in every rule that must know it.</summary>
public abstract record AnswerFact : GroeipakketFact
{
    private AnswerFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <summary>It is being made; nothing is sealed yet.</summary>
    public sealed record Claimed(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, ExchangeId Request) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Created, "C2");
    }

    /// <summary>Key and archive are stored.</summary>
    /// <param name="Yes">Rows of children who give right.</param>
    /// <param name="No">Rows of children who do not.</param>
    /// <param name="Skipped">Wrong rows that were left as they were.</param>
    /// <param name="Extract">From which it was looked up; null by hand.</param>
    public sealed record Sealed(
        string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Sha256, long Bytes, int Yes, int No, int Skipped, AnswerWay Way, ExchangeId? Extract = null) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Sealed, "C2", Way == AnswerWay.Extract ? "uittreksel" : "met-de-hand", Artefact: Artefact, Sha256: Sha256);
    }

    /// <summary>P9: the team asks to send it by mail, with the reason.</summary>
    public sealed record MailAsked(string Id, DateTimeOffset At, ActedBy By, MailReason Reason) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "C2", "mail-gevraagd");
    }

    /// <summary>P9: somebody else approves that, by name.</summary>
    public sealed record MailApproved(string Id, DateTimeOffset At, ActedBy By) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "C2", "mail-goedgekeurd");
    }

    /// <summary>The SFTP server, or the mailbox, accepted the file. That is not receipt.</summary>
    public sealed record Delivered(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Channel) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Delivered, "C2", Channel, Artefact: Artefact);
    }

    /// <summary>P8: the key is to go from the one DPO to the other.</summary>
    public sealed record HandoverBegun(string Id, DateTimeOffset At, ActedBy By, int Handover) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.KeyRequested, "C2");
    }

    /// <summary>Claimed before the key is shown: one reveal a handover (F4).</summary>
    public sealed record KeyRevealed(string Id, DateTimeOffset At, ActedBy By, int Handover, string Purpose) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.KeyRevealed, "C2", Purpose: Purpose);
    }

    public sealed record KeyReceived(string Id, DateTimeOffset At, ActedBy By, int Handover, Protocols.KeyChannel Channel) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.KeyHandedOver, "C2", Channel == Protocols.KeyChannel.Sms ? "sms" : "telefoon");
    }

    /// <summary>P14: 'sleutel gewist' of one side.</summary>
    public sealed record KeyWiped(string Id, DateTimeOffset At, ActedBy By, GroeipakketSide Side) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.KeyWipeDeclared, "C2");
    }

    /// <summary>W6: the key is lost, or may be known to others.</summary>
    public sealed record KeyLost(string Id, DateTimeOffset At, ActedBy By, AnswerKeyLostReason Reason) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.KeyLost, "W6");
    }

    /// <summary>A new archive under a new key; the old one is void and deleted.</summary>
    public sealed record Resealed(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Sha256, long Bytes, ArtefactId Voided) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Resealed, "W6", Artefact: Artefact, Sha256: Sha256);
    }

    /// <summary>Opened in the application; the first time is the receipt.</summary>
    public sealed record Opened(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Purpose) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Opened, "C2", Purpose: Purpose, Artefact: Artefact);
    }

    /// <summary>The sealed archive was fetched in the application, as it is.</summary>
    public sealed record Fetched(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Purpose) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.FileFetched, "C2", Purpose: Purpose, Artefact: Artefact);
    }

    /// <summary>Receipt confirmed by the SHA-256 of the archive.</summary>
    public sealed record Confirmed(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Sha256) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ReceiptConfirmed, "C2", Sha256: Sha256);
    }

    /// <summary>W15: the list of beneficiaries for the next step of the city was made.</summary>
    public sealed record Exported(string Id, DateTimeOffset At, ActedBy By, string Purpose) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Opened, "C2", "begunstigdenlijst", Purpose: Purpose);
    }

    /// <summary>P12: the service no longer needs the file.</summary>
    public sealed record Irrelevant(string Id, DateTimeOffset At, ActedBy By) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "art. 3", "niet-meer-nodig");
    }

    /// <summary>Another answer came in its place, or its request ended without it (W14).</summary>
    public sealed record Lapsed(string Id, DateTimeOffset At, ActedBy By) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "art. 5", "vervallen");
    }

    /// <summary>The protocol ended before it was received (G7 to G9).</summary>
    public sealed record ProtocolEnded(string Id, DateTimeOffset At, ActedBy By) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolEnded, "art. 12");
    }

    /// <summary>P12: the longest term is over.</summary>
    public sealed record TermEnded(string Id, DateTimeOffset At, ActedBy By) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "art. 3", "termijn-verstreken");
    }

    /// <summary>An objection or restriction runs: nothing is done with the file but keeping it (art. 18.2 GDPR, W22).</summary>
    public sealed record Restricted(string Id, DateTimeOffset At, ActedBy By, ExchangeId Dossier) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ObjectionRecorded, "art. 18, 21 AVG", "beperkt");
    }

    public sealed record RestrictionLifted(string Id, DateTimeOffset At, ActedBy By, ExchangeId Dossier) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ObjectionHandled, "art. 18 AVG", "opgeheven");
    }

    /// <summary>The service's word that its own copies are gone.</summary>
    public sealed record Declared(string Id, DateTimeOffset At, ActedBy By, IReadOnlyList<DeclaredCopy> Copies) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ErasureDeclared, "C2");
    }

    public sealed record Reminded(string Id, DateTimeOffset At, ActedBy By, AnswerReminder Reminder) : AnswerFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(Reminder == AnswerReminder.ReceiptHead ? AuditAction.Escalated : AuditAction.Reminded, "C2");
    }

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Claimed), "antwoord-aangemaakt"),
        new(typeof(Sealed), "antwoord-verzegeld"),
        new(typeof(MailAsked), "antwoord-mail-gevraagd"),
        new(typeof(MailApproved), "antwoord-mail-goedgekeurd"),
        new(typeof(Delivered), "antwoord-verzonden"),
        new(typeof(HandoverBegun), "antwoord-sleutel-begonnen"),
        new(typeof(KeyRevealed), "antwoord-sleutel-getoond"),
        new(typeof(KeyReceived), "antwoord-sleutel-ontvangen"),
        new(typeof(KeyWiped), "antwoord-sleutel-gewist"),
        new(typeof(KeyLost), "antwoord-sleutel-verloren"),
        new(typeof(Resealed), "antwoord-opnieuw-verzegeld"),
        new(typeof(Opened), "antwoord-geopend"),
        new(typeof(Fetched), "antwoord-opgehaald"),
        new(typeof(Confirmed), "antwoord-ontvangst-bevestigd"),
        new(typeof(Exported), "antwoord-begunstigdenlijst"),
        new(typeof(Irrelevant), "antwoord-niet-meer-nodig"),
        new(typeof(Lapsed), "antwoord-vervallen"),
        new(typeof(ProtocolEnded), "antwoord-protocol-beeindigd"),
        new(typeof(TermEnded), "antwoord-termijn-verstreken"),
        new(typeof(Restricted), "antwoord-beperkt"),
        new(typeof(RestrictionLifted), "antwoord-beperking-opgeheven"),
        new(typeof(Declared), "antwoord-verklaard"),
        new(typeof(Reminded), "antwoord-herinnerd"),
    ];
}

/// <summary>What somebody is reminded of while an answer goes on.</summary>
public enum AnswerReminder
{
    /// <summary>To the service: fetch the file and confirm receipt (P13).</summary>
    [JsonStringEnumMemberName("ontvangst")] Receipt,

    /// <summary>The same, to the head of service.</summary>
    [JsonStringEnumMemberName("ontvangst-hoofd")] ReceiptHead,

    /// <summary>To the service: is the file still needed (P12)?</summary>
    [JsonStringEnumMemberName("nog-nodig")] StillNeeded,

    /// <summary>To the service and its head: the term ends soon, and the file goes.</summary>
    [JsonStringEnumMemberName("termijn-nadert")] TermNears,

    /// <summary>To the DPO of Opgroeien regie: the team asks to send it by mail (P9).</summary>
    [JsonStringEnumMemberName("mail-goedkeuren")] MailApproval,

    /// <summary>To the service: declare that its own copies are gone.</summary>
    [JsonStringEnumMemberName("verklaring")] Declaration,
}
