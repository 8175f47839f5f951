using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>One sealed archive that a referral has or had.</summary>
public sealed record SealedArchiveFact(ArtefactId Id, string Sha256, long Bytes, bool Voided);

/// <summary>One key handover: who did what, never the key.</summary>
public sealed record Handover(int Number, StaffRef AskedBy, DateTimeOffset AskedAt, DateTimeOffset? RevealedAt, DateTimeOffset? ReceivedAt, bool Void);

/// <summary>What the facts of one referral add up to. Derived, never stored.</summary>
public sealed record ReferralState
{
    public required StaffRef Sender { get; init; }

    public required ConsentRecord Consent { get; init; }

    public required ArtefactId Claimed { get; init; }

    public IReadOnlyList<SealedArchiveFact> Archives { get; init; } = [];

    public IReadOnlyList<Handover> Handovers { get; init; } = [];

    /// <summary>The handover that is under way, if one is and the referral goes on.</summary>
    public Handover? OpenHandover => End is null && !IsRestricted ? Handovers.LastOrDefault(handover => !handover.Void) : null;

    public IReadOnlyList<ReferralFact.Declared> Declarations { get; init; } = [];

    /// <summary>The OCMW has declared each of its own copies gone.</summary>
    public bool OcmwDeclaredAll => OcmwCopies.All(copy => DeclarationOf(copy) is not null);

    /// <summary>Ended, mailed, and the OCMW has not said yet that its own copies are gone; asked until the history is purged.</summary>
    public bool AwaitsDeclaration => End is not null && Sent is not null && !OcmwDeclaredAll && !Purged;

    public bool Purged { get; init; }

    /// <summary>The word of the OCMW on one kind of copy; null where none was given since the last archive went out.</summary>
    public ReferralFact.Declared? DeclarationOf(DeclaredCopy copy) => Declarations.LastOrDefault(declared =>
        declared.Side == Side.Ocmw && declared.Copies.Contains(copy) && (Sent is null || declared.At >= Sent.At));

    /// <summary>'Sleutel gewist' of one side; null where none was given since the last key was revealed.</summary>
    public ReferralFact.KeyWiped? WipedBy(Side side) => Wiped.LastOrDefault(wiped =>
        wiped.Side == side && wiped.At >= Handovers.Max(handover => handover.RevealedAt));

    /// <summary>What the OCMW may hold of a referral outside this system (FAQ: its word suffices).</summary>
    public static IReadOnlyList<DeclaredCopy> OcmwCopies { get; } = [DeclaredCopy.Mailbox, DeclaredCopy.Downloads, DeclaredCopy.Paper];

    public IReadOnlyList<ReferralFact.KeyWiped> Wiped { get; init; } = [];

    /// <summary>Lost keys for which the archive is not sealed again yet.</summary>
    public int KeysToReplace { get; init; }

    /// <summary>The key was lost and the archive is not sealed again yet: the stored key is still the lost one (W6).</summary>
    public bool AwaitsReseal => KeysToReplace > 0;

    /// <summary>Every request that was to replace the content, oldest first.</summary>
    public IReadOnlyList<ReferralFact.ReplacementClaimed> Claims { get; init; } = [];

    /// <summary>Every replacement of the content (G17), oldest first.</summary>
    public IReadOnlyList<ReferralFact.Corrected> Corrections { get; init; } = [];

    /// <summary>The request that replaces the content now; null when none does, or the last one came to its end.</summary>
    public ReferralFact.ReplacementClaimed? Claim => Claims is [.., var last] && Archives.All(archive => archive.Id != last.Artefact) ? last : null;

    public ReferralFact.Sent? Sent { get; init; }

    public StaffRef? Owner { get; init; }

    /// <summary>The receipt: the first opening in the application, or the confirmation by hash.</summary>
    public ReferralFact? Receipt { get; init; }

    /// <summary>The first opening or confirmation of each archive: every file has its own receipt (F1).</summary>
    public IReadOnlyList<(ArtefactId Artefact, ReferralFact Fact)> Receipts { get; init; } = [];

    /// <summary>Somebody at the OCMW has seen the content, or may have: it was opened, or the key of the mailed archive was read aloud.</summary>
    public bool MaybeSeen => Receipt is not null || Handovers.Any(handover => handover.RevealedAt is not null);

    /// <summary>How often the OCMW was asked to declare its own copies gone.</summary>
    public int DeclarationReminders { get; init; }

    /// <summary>Passed on to a GBO partner (R17).</summary>
    public bool PassedOn { get; init; }

    public ReferralFact.ContactMade? Contact { get; init; }

    /// <summary>The client wants no help and the protocol leaves the moment of erasure to the OCMW (R14).</summary>
    public bool NoHelpWanted { get; init; }

    public ErasureReason? End { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public NotForUsReason? NotForUs { get; init; }

    public bool WithdrawnAtTeam { get; init; }

    /// <summary>Objections and restrictions that run: in which dossier, and at which side it was made (W22).</summary>
    public IReadOnlyList<(ExchangeId Dossier, Side Where)> Restrictions { get; init; } = [];

    /// <summary>The data are kept and nothing else is done with them (art. 18.2 GDPR).</summary>
    public bool IsRestricted => Restrictions.Count > 0;

    public bool Forgotten { get; init; }

    public ErasureFact.Erased? Erased { get; init; }

    public SealedArchiveFact? Current => Archives.LastOrDefault(archive => !archive.Voided);

    public bool Exists => Archives.Count > 0;

    /// <summary>The word of this state in lists and in the register's head.</summary>
    public string Word => this switch
    {
        { Erased: not null } => "gewist",
        { End: not null } => "wissen",
        { Exists: false } => "aangemaakt",
        { IsRestricted: true } => "beperkt",
        { Contact: not null } => "contact",
        { Receipt: not null } => "geopend",
        { Owner: not null } => "opgenomen",
        { Sent: not null } => "verzonden",
        _ => "verzegeld",
    };

    /// <summary>What the facts add up to.</summary>
    /// <exception cref="InvalidOperationException">The first fact is not the creation.</exception>
    public static ReferralState Of(IEnumerable<ExchangeFact> facts)
    {
        ReferralState? state = null;
        foreach (var fact in facts)
            state = state is null ? Start(fact) : state.After(fact);
        return state ?? throw new InvalidOperationException("A referral without facts");
    }

    public ReferralState After(ExchangeFact fact) => fact switch
    {
        ReferralFact referral => After(referral),
        ErasureFact.Forgotten => this with { Forgotten = true },
        ErasureFact.Erased erased => this with { Erased = erased },
        ErasureFact.HistoryPurged => this with { Purged = true },
        _ => this,
    };

    private static ReferralState Start(ExchangeFact fact) => fact is ReferralFact.Created created
        ? new() { Sender = created.By.Staff, Consent = created.Consent, Claimed = created.Artefact }
        : throw new InvalidOperationException("A referral begins with its creation");

    private ReferralState After(ReferralFact fact) => fact switch
    {
        ReferralFact.Created => this,
        ReferralFact.Sealed made => this with { Archives = [new(made.Artefact, made.Sha256, made.Bytes, Voided: false)] },
        ReferralFact.Resealed made => this with
        {
            KeysToReplace = Math.Max(0, KeysToReplace - 1),
            Archives = [.. Archives.Select(archive => archive with { Voided = true }), new(made.Artefact, made.Sha256, made.Bytes, Voided: false)],
        },
        ReferralFact.ReplacementClaimed claim => this with { Claims = [.. Claims, claim] },
        // F4: what was read aloud opens nothing any more; who opens the new archive with 7-Zip asks anew.
        ReferralFact.Corrected made => this with
        {
            Corrections = [.. Corrections, made],
            Handovers = [.. Voided()],
            Archives = [.. Archives.Select(archive => archive with { Voided = true }), new(made.Artefact, made.Sha256, made.Bytes, Voided: false)],
        },
        ReferralFact.Recalled => Ended(ErasureReason.Voided, fact.At),
        ReferralFact.Sent sent => this with { Sent = sent },
        // W4: with a takeover the open handover is void; the new owner asks anew.
        ReferralFact.Taken taken => this with { Owner = taken.By.Staff, Handovers = taken.Takeover ? [.. Voided()] : Handovers },
        ReferralFact.Opened opened => Received(opened.Artefact, fact),
        ReferralFact.Confirmed confirmed => Received(confirmed.Artefact, fact),
        ReferralFact.PassedOn => this with { PassedOn = true },
        ReferralFact.ContactMade contact => this with { Contact = Contact ?? contact },
        ReferralFact.ClientFileOpened => Ended(ErasureReason.ClientFile, fact.At),
        ReferralFact.NoHelpWanted no => no.Erase ? Ended(ErasureReason.NoHelpWanted, fact.At) : this with { NoHelpWanted = true },
        ReferralFact.NotForUs not => Ended(ErasureReason.NotForUs, fact.At) with { NotForUs = not.Reason },
        ReferralFact.Unreachable => Ended(ErasureReason.Unreachable, fact.At),
        ReferralFact.Withdrawn { Where: Side.Team } => Ended(ErasureReason.WithdrawnAtSender, fact.At) with { WithdrawnAtTeam = true },
        ReferralFact.Withdrawn => Ended(ErasureReason.WithdrawnAtReceiver, fact.At),
        ReferralFact.ProtocolEnded => Ended(ErasureReason.ProtocolEnded, fact.At),
        ReferralFact.Restricted made => this with { Restrictions = [.. Restrictions, (made.Dossier, made.Where)] },
        ReferralFact.RestrictionLifted lifted => this with { Restrictions = [.. Restrictions.Where(one => one.Dossier != lifted.Dossier)] },
        ReferralFact.ErasedOnRequest => Ended(ErasureReason.RequestedBySubject, fact.At),
        ReferralFact.WithdrawnAfterEnd => this with { WithdrawnAtTeam = true },
        ReferralFact.Declared declared => this with { Declarations = [.. Declarations, declared] },
        ReferralFact.KeyRequested asked => this with
        {
            Handovers = [.. Voided(), new(asked.Handover, asked.Receiver, asked.At, null, null, Void: false)],
        },
        ReferralFact.KeyRevealed shown => With(shown.Handover, handover => handover with { RevealedAt = shown.At }),
        ReferralFact.KeyReceived received => With(received.Handover, handover => handover with { ReceivedAt = received.At }),
        ReferralFact.KeyWiped wiped => this with { Wiped = [.. Wiped, wiped] },
        ReferralFact.KeyLost => this with { Handovers = [.. Voided()], KeysToReplace = KeysToReplace + 1 },
        ReferralFact.Reminded { Reminder: Reminder.Declaration } => this with { DeclarationReminders = DeclarationReminders + 1 },
        ReferralFact.Fetched or ReferralFact.Reminded or ReferralFact.BreachAssessmentAsked => this,
        _ => throw new InvalidOperationException($"A fact that no rule knows: {fact.GetType().Name}"),
    };

    private ReferralState Ended(ErasureReason end, DateTimeOffset at) =>
        End is null ? this with { End = end, EndedAt = at } : this;

    private ReferralState Received(ArtefactId artefact, ReferralFact fact) => this with
    {
        Receipt = Receipt ?? fact,
        Receipts = Receipts.Any(receipt => receipt.Artefact == artefact) ? Receipts : [.. Receipts, (artefact, fact)],
    };

    private IEnumerable<Handover> Voided() => Handovers.Select(handover => handover with { Void = true });

    private ReferralState With(int number, Func<Handover, Handover> change) =>
        this with { Handovers = [.. Handovers.Select(handover => handover.Number == number ? change(handover) : handover)] };
}
