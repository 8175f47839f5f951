using Gegevensdeling.Audit;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What the audit chain says of each fact of a referral.</summary>
internal static class ReferralAudit
{
    public static AuditOfFact Of(ReferralFact fact) => fact switch
    {
        ReferralFact.Created => new(AuditAction.Created, "art. 5"),
        ReferralFact.Sealed made => new(AuditAction.Sealed, "art. 6", Artefact: made.Artefact, Sha256: made.Sha256),
        ReferralFact.Resealed made => new(AuditAction.Resealed, "W6", Artefact: made.Artefact, Sha256: made.Sha256),
        ReferralFact.ReplacementClaimed claim => new(AuditAction.DefectHandled, "art. 7", "vervanging-voorbehouden", Artefact: claim.Artefact),
        ReferralFact.Corrected made => new(AuditAction.Corrected, "art. 7", Artefact: made.Artefact, Sha256: made.Sha256),
        ReferralFact.Recalled => new(AuditAction.DefectHandled, "art. 7", "teruggenomen"),
        ReferralFact.Sent sent => new(AuditAction.Delivered, "art. 6", Artefact: sent.Artefact),
        ReferralFact.Taken taken => new(AuditAction.Taken, "art. 4", taken.Takeover ? "overname" : null),
        ReferralFact.Opened opened => new(AuditAction.Opened, "art. 2", Purpose: opened.Purpose, Artefact: opened.Artefact),
        ReferralFact.Fetched fetched => new(AuditAction.FileFetched, "art. 6", Purpose: fetched.Purpose, Artefact: fetched.Artefact),
        ReferralFact.Confirmed confirmed => new(AuditAction.ReceiptConfirmed, "art. 6", Sha256: confirmed.Sha256),
        ReferralFact.ContactMade contact => new(AuditAction.ContactRecorded, "art. 3", Word(contact.Manner)),
        ReferralFact.ClientFileOpened opened => new(AuditAction.InClientFile, "art. 3", Word(opened.Manner)),
        ReferralFact.NoHelpWanted no => new(AuditAction.OutcomeRecorded, "art. 3", Word(no.Manner)),
        ReferralFact.NotForUs => new(AuditAction.NotForUs, "art. 6"),
        ReferralFact.Unreachable => new(AuditAction.Unreachable, "art. 3"),
        ReferralFact.Withdrawn withdrawn => new(AuditAction.Withdrawn, "FAQ", Word(withdrawn.Manner)),
        ReferralFact.WithdrawnAfterEnd withdrawn => new(AuditAction.Withdrawn, "FAQ", Word(withdrawn.Manner)),
        ReferralFact.ProtocolEnded => new(AuditAction.ProtocolEnded, "art. 11"),
        ReferralFact.Restricted => new(AuditAction.ObjectionRecorded, "art. 18, 21 AVG", "beperkt"),
        ReferralFact.RestrictionLifted => new(AuditAction.ObjectionHandled, "art. 18 AVG", "opgeheven"),
        ReferralFact.ErasedOnRequest => new(AuditAction.ObjectionHandled, "art. 17, 21 AVG", "wissen"),
        ReferralFact.PassedOn => new(AuditAction.PassedOn, "art. 4"),
        ReferralFact.Declared => new(AuditAction.ErasureDeclared, "FAQ"),
        ReferralFact.Reminded reminded => new(IsEscalation(reminded.Reminder) ? AuditAction.Escalated : AuditAction.Reminded, "art. 3"),
        ReferralFact.BreachAssessmentAsked => new(AuditAction.BreachReported, "art. 9"),
        ReferralFact.KeyRequested => new(AuditAction.KeyRequested, "W1"),
        ReferralFact.KeyRevealed shown => new(AuditAction.KeyRevealed, "W1", Purpose: shown.Purpose),
        ReferralFact.KeyReceived => new(AuditAction.KeyHandedOver, "W1", "telefoon"),
        ReferralFact.KeyWiped => new(AuditAction.KeyWipeDeclared, "W1"),
        ReferralFact.KeyLost => new(AuditAction.KeyLost, "W6"),
        _ => throw new InvalidOperationException($"A fact that the audit does not know: {fact.GetType().Name}"),
    };

    private static string Word(Manner manner) => manner switch
    {
        Manner.Telephone => "telefoon",
        Manner.Mail => "mail",
        _ => "toepassing",
    };

    private static bool IsEscalation(Reminder reminder) => reminder is Reminder.UnopenedHeadOfService or Reminder.OutcomeHeadOfService;
}
