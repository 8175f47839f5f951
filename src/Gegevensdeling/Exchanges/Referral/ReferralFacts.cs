using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>How something reached us. What happened by telephone is recorded as such: who, when, no content (W5).</summary>
public enum Manner
{
    Application,
    Telephone,
    Mail,
}

/// <summary>Which of the two parties.</summary>
public enum Side
{
    Team,
    Ocmw,
}

/// <summary>Everything that can be recorded of a referral. Closed: a new case is a compile error in every rule that must know it.</summary>
public abstract record ReferralFact : ExchangeFact
{
    private ReferralFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <summary>Admitted, with the consent that carries it (R5); nothing is sealed yet.</summary>
    public sealed record Created(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, ConsentRecord Consent) : ReferralFact(Id, At, By);

    /// <summary>Key and archive are stored; from here on the referral exists.</summary>
    public sealed record Sealed(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Sha256, long Bytes) : ReferralFact(Id, At, By);

    /// <summary>The mailbox of article 6 accepted the archive. That is not delivery yet (W3).</summary>
    public sealed record Sent(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Channel) : ReferralFact(Id, At, By);

    /// <summary>A social worker owns the case from here on (W4). <paramref name="Takeover"/>: it was a colleague's.</summary>
    public sealed record Taken(string Id, DateTimeOffset At, ActedBy By, bool Takeover) : ReferralFact(Id, At, By);

    /// <summary>Opened in the application; the first time is the receipt (W3).</summary>
    public sealed record Opened(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Purpose) : ReferralFact(Id, At, By);

    /// <summary>Receipt confirmed by the SHA-256 of the archive, by who opened it with 7-Zip.</summary>
    public sealed record Confirmed(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Sha256) : ReferralFact(Id, At, By);

    /// <summary>The sealed archive was fetched in the application, as it is.</summary>
    public sealed record Fetched(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Purpose) : ReferralFact(Id, At, By);

    public sealed record ContactMade(string Id, DateTimeOffset At, ActedBy By, Manner Manner) : ReferralFact(Id, At, By);

    /// <summary>The client wants help: a client file exists, our copy goes (R10).</summary>
    public sealed record ClientFileOpened(string Id, DateTimeOffset At, ActedBy By, Manner Manner) : ReferralFact(Id, At, By);

    /// <summary>The client wants no help (R11). <paramref name="Erase"/>: the copy goes now.</summary>
    public sealed record NoHelpWanted(string Id, DateTimeOffset At, ActedBy By, Manner Manner, bool Erase) : ReferralFact(Id, At, By);

    /// <summary>Not a client of this OCMW; only the reference and this reason go back (W7).</summary>
    public sealed record NotForUs(string Id, DateTimeOffset At, ActedBy By, NotForUsReason Reason) : ReferralFact(Id, At, By);

    /// <summary>A named worker decides so after the OCMW's own term (W10).</summary>
    public sealed record Unreachable(string Id, DateTimeOffset At, ActedBy By) : ReferralFact(Id, At, By);

    /// <summary>Consent withdrawn, at the team (R12) or at the OCMW (R13).</summary>
    public sealed record Withdrawn(string Id, DateTimeOffset At, ActedBy By, Side Where, Manner Manner) : ReferralFact(Id, At, By);

    /// <summary>Withdrawn at the team when the referral had already ended: the OCMW is told and settles it with the client (W11).</summary>
    public sealed record WithdrawnAfterEnd(string Id, DateTimeOffset At, ActedBy By, Manner Manner) : ReferralFact(Id, At, By);

    /// <summary>The protocol ended before anybody opened it: nobody may open it any more, and it goes (G7, G8, G9).</summary>
    public sealed record ProtocolEnded(string Id, DateTimeOffset At, ActedBy By) : ReferralFact(Id, At, By);

    /// <summary>The person concerned objected or asked for restriction: nothing is done with the data any more but keeping them (art. 18.2 GDPR), until it is decided.</summary>
    /// <param name="Dossier">In which it is decided.</param>
    /// <param name="Where">At which side it was made; the other side's answers do not show it where it may not hear of it (R13).</param>
    public sealed record Restricted(string Id, DateTimeOffset At, ActedBy By, ExchangeId Dossier, Side Where) : ReferralFact(Id, At, By);

    /// <summary>It was decided, and the person was told before (art. 18.3 GDPR): the referral goes on.</summary>
    public sealed record RestrictionLifted(string Id, DateTimeOffset At, ActedBy By, ExchangeId Dossier) : ReferralFact(Id, At, By);

    /// <summary>The objection was well founded: the referral goes (art. 17.1 c, 21 GDPR).</summary>
    public sealed record ErasedOnRequest(string Id, DateTimeOffset At, ActedBy By, ExchangeId Dossier) : ReferralFact(Id, At, By);

    /// <summary>Passed on to a GBO partner with the client's consent (R17).</summary>
    public sealed record PassedOn(string Id, DateTimeOffset At, ActedBy By, DateOnly? On = null) : ReferralFact(Id, At, By);

    /// <summary>A party declares copies outside this system gone (FAQ: declaring it is enough).</summary>
    public sealed record Declared(string Id, DateTimeOffset At, ActedBy By, Side Side, IReadOnlyList<DeclaredCopy> Copies) : ReferralFact(Id, At, By);

    /// <summary>Somebody was reminded.</summary>
    public sealed record Reminded(string Id, DateTimeOffset At, ActedBy By, Reminder Reminder) : ReferralFact(Id, At, By);

    /// <summary>Both DPOs were asked to assess a possible breach (W7).</summary>
    public sealed record BreachAssessmentAsked(string Id, DateTimeOffset At, ActedBy By) : ReferralFact(Id, At, By);

    /// <summary>A handover begins. <paramref name="Receiver"/> is the social worker who asked, also when a team member starts it anew (W6).</summary>
    public sealed record KeyRequested(string Id, DateTimeOffset At, ActedBy By, int Handover, StaffRef Receiver) : ReferralFact(Id, At, By);

    /// <summary>Claimed before the key is shown: one reveal a handover (F4).</summary>
    public sealed record KeyRevealed(string Id, DateTimeOffset At, ActedBy By, int Handover, string Purpose) : ReferralFact(Id, At, By);

    public sealed record KeyReceived(string Id, DateTimeOffset At, ActedBy By, int Handover) : ReferralFact(Id, At, By);

    /// <summary>'Sleutel gewist', from one of both sides (F4).</summary>
    public sealed record KeyWiped(string Id, DateTimeOffset At, ActedBy By, int Handover, Side Side) : ReferralFact(Id, At, By);

    /// <summary>The key is lost: sealed again under a new one (W6).</summary>
    public sealed record KeyLost(string Id, DateTimeOffset At, ActedBy By, KeyLostReason Reason) : ReferralFact(Id, At, By);

    /// <summary>A new archive under a new key; the old one is void and deleted.</summary>
    public sealed record Resealed(string Id, DateTimeOffset At, ActedBy By, ArtefactId Artefact, string Sha256, long Bytes, ArtefactId Voided) : ReferralFact(Id, At, By);

    /// <summary>
    /// G17: from here on this request alone may put new content in the place of the old. Recorded before anything is sealed, so that nothing else seals
    /// meanwhile and whatever is written has a row that says whose it is.
    /// </summary>
    /// <param name="Dossier">The correction.</param>
    /// <param name="Request">The fact id of the request; a repetition has the same.</param>
    /// <param name="Artefact">The archive that it makes.</param>
    public sealed record ReplacementClaimed(string Id, DateTimeOffset At, ActedBy By, ExchangeId Dossier, string Request, ArtefactId Artefact) : ReferralFact(Id, At, By);

    /// <summary>G17: new content in a new archive under a new key; the old archive is void and deleted, and its key is gone.</summary>
    public sealed record Corrected(
        string Id, DateTimeOffset At, ActedBy By, ExchangeId Dossier, ArtefactId Artefact, string Sha256, long Bytes, ArtefactId Voided) : ReferralFact(Id, At, By);

    /// <summary>G17: superfluous, says the team that sent it: the copy goes.</summary>
    public sealed record Recalled(string Id, DateTimeOffset At, ActedBy By, ExchangeId Dossier) : ReferralFact(Id, At, By);

    internal static IReadOnlyList<JsonDerivedType> Cases { get; } =
    [
        new(typeof(Created), "aangemaakt"),
        new(typeof(Sealed), "verzegeld"),
        new(typeof(Sent), "verzonden"),
        new(typeof(Taken), "genomen"),
        new(typeof(Opened), "geopend"),
        new(typeof(Confirmed), "ontvangst-bevestigd"),
        new(typeof(Fetched), "bestand-opgehaald"),
        new(typeof(ContactMade), "contact"),
        new(typeof(ClientFileOpened), "clientdossier"),
        new(typeof(NoHelpWanted), "geen-hulp-gewenst"),
        new(typeof(NotForUs), "niet-voor-ons"),
        new(typeof(Unreachable), "onbereikbaar"),
        new(typeof(Withdrawn), "ingetrokken"),
        new(typeof(WithdrawnAfterEnd), "ingetrokken-na-einde"),
        new(typeof(ProtocolEnded), "protocol-beeindigd"),
        new(typeof(Restricted), "verwerking-beperkt"),
        new(typeof(RestrictionLifted), "beperking-opgeheven"),
        new(typeof(ErasedOnRequest), "gewist-op-verzoek"),
        new(typeof(PassedOn), "doorgegeven-gbo"),
        new(typeof(Declared), "verklaard"),
        new(typeof(Reminded), "herinnerd"),
        new(typeof(BreachAssessmentAsked), "beoordeling-gegevenslek"),
        new(typeof(KeyRequested), "sleutel-gevraagd"),
        new(typeof(KeyRevealed), "sleutel-getoond"),
        new(typeof(KeyReceived), "sleutel-ontvangen"),
        new(typeof(KeyWiped), "sleutel-gewist"),
        new(typeof(KeyLost), "sleutel-verloren"),
        new(typeof(Resealed), "opnieuw-verzegeld"),
        new(typeof(ReplacementClaimed), "vervanging-voorbehouden"),
        new(typeof(Corrected), "inhoud-vervangen"),
        new(typeof(Recalled), "teruggenomen"),
    ];
}
