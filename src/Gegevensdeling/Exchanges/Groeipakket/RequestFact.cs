using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Everything that can be recorded of a request (C2). Closed: a new case is an error in every rule that must know it.</summary>
public abstract record RequestFact : GroeipakketFact
{
    private RequestFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <summary>Admitted (P1); nothing is stored yet.</summary>
    /// <param name="Number">From 1; a replacement has the next (W14).</param>
    /// <param name="SealedByRequester">It came sealed, and its key comes over another way (P4). Otherwise it was sealed on arrival.</param>
    /// <param name="Replaces">The request in the place of which this one comes.</param>
    public sealed record Claimed(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, int Number, bool SealedByRequester, ExchangeId? Replaces = null) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Created, "art. 5");
    }

    /// <summary>The sealed file is stored; from here on the request exists.</summary>
    public sealed record Stored(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Sha256, long Bytes) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Sealed, "art. 6", Artefact: Artefact, Sha256: Sha256);
    }

    /// <summary>The key is asked for once more, after the tries were used up or on request (P4).</summary>
    public sealed record HandoverBegun(string Id, DateTimeOffset At, ActedBy By, int Handover) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.KeyRequested, "C2");
    }

    /// <summary>A key is being tried: claimed before it is, so that nobody tries more often than the protocol file says. The key itself is never recorded.</summary>
    public sealed record KeyTried(string Id, DateTimeOffset At, ActedBy By, int Handover) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "C2", "sleutel-geprobeerd");
    }

    /// <summary>The key opens the file and is in the key store.</summary>
    public sealed record KeyEntered(string Id, DateTimeOffset At, ActedBy By, int Handover, Protocols.KeyChannel Channel) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.KeyHandedOver, "C2", Channel == Protocols.KeyChannel.Sms ? "sms" : "telefoon");
    }

    /// <summary>Each row was judged (P2, W13). Counts only.</summary>
    public sealed record Checked(string Id, DateTimeOffset At, ActedBy By, int Rows, int Right, int Wrong, int Warnings) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "C2", "gecontroleerd");
    }

    /// <summary>What is in the file cannot be a request: it goes, and the requester sends another.</summary>
    /// <param name="Code">Of the refusal.</param>
    public sealed record Rejected(string Id, DateTimeOffset At, ActedBy By, string Code) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "C2", "geweigerd");
    }

    /// <summary>The requester goes on without the wrong rows.</summary>
    public sealed record WentOn(string Id, DateTimeOffset At, ActedBy By) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "C2", "verder-zonder-foute-rijen");
    }

    /// <summary>The team fetched the content to look it up by hand (P5).</summary>
    public sealed record Fetched(string Id, DateTimeOffset At, ActedBy By, string Purpose) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Opened, "C2", Purpose: Purpose);
    }

    /// <summary>An answer is sealed and on its way; an earlier one is void (W14).</summary>
    /// <param name="MadeAt">When that answer was begun: its year counts from that day (P12).</param>
    public sealed record Answered(string Id, DateTimeOffset At, ActedBy By, ExchangeId Answer, DateTimeOffset MadeAt) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "C2", "beantwoord");
    }

    /// <summary>P13: receipt of the answer was confirmed; what Opgroeien regie holds goes.</summary>
    public sealed record AnswerReceived(string Id, DateTimeOffset At, ActedBy By, ExchangeId Answer) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ReceiptConfirmed, "C2");
    }

    /// <summary>W14: another request came in its place.</summary>
    public sealed record Replaced(string Id, DateTimeOffset At, ActedBy By, int Next) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "art. 5", "vervangen");
    }

    /// <summary>The requester asks no more.</summary>
    public sealed record Cancelled(string Id, DateTimeOffset At, ActedBy By) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Withdrawn, "art. 5");
    }

    /// <summary>The protocol ended before the answer was received (G7 to G9).</summary>
    public sealed record ProtocolEnded(string Id, DateTimeOffset At, ActedBy By) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ProtocolEnded, "art. 12");
    }

    /// <summary>P12: the longest term is over.</summary>
    public sealed record TermEnded(string Id, DateTimeOffset At, ActedBy By) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.StepTaken, "art. 3", "termijn-verstreken");
    }

    /// <summary>An objection or restriction runs: nothing is done with the file but keeping it (art. 18.2 GDPR, W22).</summary>
    public sealed record Restricted(string Id, DateTimeOffset At, ActedBy By, ExchangeId Dossier) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ObjectionRecorded, "art. 18, 21 AVG", "beperkt");
    }

    public sealed record RestrictionLifted(string Id, DateTimeOffset At, ActedBy By, ExchangeId Dossier) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ObjectionHandled, "art. 18 AVG", "opgeheven");
    }

    /// <summary>P14: 'sleutel gewist' of one side.</summary>
    public sealed record KeyWiped(string Id, DateTimeOffset At, ActedBy By, GroeipakketSide Side) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.KeyWipeDeclared, "C2");
    }

    /// <summary>The team's word that what it fetched is gone (P13).</summary>
    public sealed record Declared(string Id, DateTimeOffset At, ActedBy By, IReadOnlyList<DeclaredCopy> Copies) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.ErasureDeclared, "C2");
    }

    public sealed record Reminded(string Id, DateTimeOffset At, ActedBy By, RequestReminder Reminder) : RequestFact(Id, At, By)
    {
        internal override AuditOfFact Audited => new(AuditAction.Reminded, "C2");
    }

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Claimed), "aanvraag-aangemaakt"),
        new(typeof(Stored), "aanvraag-bewaard"),
        new(typeof(HandoverBegun), "aanvraag-sleutel-gevraagd"),
        new(typeof(KeyTried), "aanvraag-sleutel-geprobeerd"),
        new(typeof(KeyEntered), "aanvraag-sleutel-ingevoerd"),
        new(typeof(Checked), "aanvraag-gecontroleerd"),
        new(typeof(Rejected), "aanvraag-geweigerd"),
        new(typeof(WentOn), "aanvraag-verder"),
        new(typeof(Fetched), "aanvraag-opgehaald"),
        new(typeof(Answered), "aanvraag-beantwoord"),
        new(typeof(AnswerReceived), "aanvraag-antwoord-ontvangen"),
        new(typeof(Replaced), "aanvraag-vervangen"),
        new(typeof(Cancelled), "aanvraag-geannuleerd"),
        new(typeof(ProtocolEnded), "aanvraag-protocol-beeindigd"),
        new(typeof(TermEnded), "aanvraag-termijn-verstreken"),
        new(typeof(Restricted), "aanvraag-beperkt"),
        new(typeof(RestrictionLifted), "aanvraag-beperking-opgeheven"),
        new(typeof(KeyWiped), "aanvraag-sleutel-gewist"),
        new(typeof(Declared), "aanvraag-verklaard"),
        new(typeof(Reminded), "aanvraag-herinnerd"),
    ];
}

/// <summary>What somebody is reminded of while a request goes on.</summary>
public enum RequestReminder
{
    /// <summary>To the requester: correct the wrong rows, or go on without them.</summary>
    [JsonStringEnumMemberName("foute-rijen")] WrongRows,

    /// <summary>To team Kadaster &amp; Fluxen: the answer is waited for.</summary>
    [JsonStringEnumMemberName("antwoord")] Answer,

    /// <summary>Both sides: the term ends soon (P12).</summary>
    [JsonStringEnumMemberName("termijn-nadert")] TermNears,

    /// <summary>To the team: declare that what was fetched is gone (P13).</summary>
    [JsonStringEnumMemberName("verklaring")] Declaration,
}
