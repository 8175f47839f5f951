using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>One handover of the answer's key: who did what, never the key.</summary>
public sealed record AnswerHandover(int Number, DateTimeOffset Since, ActedBy? ShownBy, DateTimeOffset? RevealedAt, DateTimeOffset? ReceivedAt, bool Void);

/// <summary>What the facts of one answer add up to. Derived, never stored.</summary>
public sealed record AnswerState
{
    public required AnswerFact.Claimed Claim { get; init; }

    public AnswerFact.Sealed? Made { get; init; }

    /// <summary>Every archive, the one that counts last.</summary>
    public IReadOnlyList<SealedFile> Files { get; init; } = [];

    public SealedFile? Current => Files is [.., var last] ? last : null;

    public bool Exists => Made is not null;

    public AnswerFact.MailAsked? MailAsked { get; init; }

    public AnswerFact.MailApproved? MailApproved { get; init; }

    public IReadOnlyList<AnswerFact.Delivered> Deliveries { get; init; } = [];

    /// <summary>How the archive that counts went out last.</summary>
    public AnswerFact.Delivered? Delivery => Deliveries.LastOrDefault(one => one.Artefact == Current?.Id);

    public IReadOnlyList<AnswerHandover> Handovers { get; init; } = [];

    public AnswerHandover? OpenHandover => End is null && !IsRestricted ? Handovers.LastOrDefault(one => !one.Void) : null;

    /// <summary>Lost keys for which the archive is not sealed again yet.</summary>
    public int KeysToReplace { get; init; }

    public IReadOnlyList<AnswerFact.KeyWiped> Wiped { get; init; } = [];

    /// <summary>The first opening or confirmation of each archive: every file has its own receipt (F1).</summary>
    public IReadOnlyList<(ArtefactId Artefact, AnswerFact Fact)> Receipts { get; init; } = [];

    public bool Received => Receipts.Count > 0;

    public IReadOnlyList<ExchangeId> Restrictions { get; init; } = [];

    public bool IsRestricted => Restrictions.Count > 0;

    public IReadOnlyList<AnswerFact.Declared> Declarations { get; init; } = [];

    public ErasureReason? End { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public ErasureFact.Erased? Erased { get; init; }

    /// <summary>The service can get at the archive that counts.</summary>
    public bool IsThere => Delivery is not null || Received;

    /// <summary>When content last left this system, delivered, opened, fetched or listed; null while it did not.</summary>
    public DateTimeOffset? LastOut { get; init; }

    /// <summary>Something left this system, so the service may hold copies that only it can see.</summary>
    public bool MayBeElsewhere => LastOut is not null;

    /// <summary>What the service may hold of an answer outside this system.</summary>
    public static IReadOnlyList<DeclaredCopy> ServiceCopies { get; } = [DeclaredCopy.Mailbox, DeclaredCopy.Downloads, DeclaredCopy.Paper];

    public AnswerFact.Declared? DeclarationOf(DeclaredCopy copy) => Declarations.LastOrDefault(declared => declared.Copies.Contains(copy) && declared.At >= LastOut);

    public bool DeclaredAll => ServiceCopies.All(copy => DeclarationOf(copy) is not null);

    /// <summary>'Sleutel gewist' of one side; null where none was given since the last key was revealed.</summary>
    public AnswerFact.KeyWiped? WipedBy(GroeipakketSide side) => Wiped.LastOrDefault(wiped => wiped.Side == side && wiped.At >= Handovers.Max(one => one.RevealedAt));

    /// <summary>The word in lists and in the register's head.</summary>
    public string Word => this switch
    {
        { Erased: not null } => "gewist",
        { End: not null } => "wissen",
        { Exists: false } => "aangemaakt",
        { IsRestricted: true } => "beperkt",
        { Received: true } => "ontvangen",
        { Delivery: not null } => "verzonden",
        _ => "verzegeld",
    };

    public static AnswerState Start(ExchangeFact first) => first is AnswerFact.Claimed claim
        ? new() { Claim = claim }
        : throw new InvalidOperationException("An answer begins with its claim");

    public AnswerState After(ExchangeFact fact) => fact switch
    {
        AnswerFact answer => After(answer),
        ErasureFact.Erased erased => this with { Erased = erased },
        _ => this,
    };

    private AnswerState After(AnswerFact fact) => fact switch
    {
        AnswerFact.Sealed made => this with { Made = made, Files = [new(made.Artefact, made.Sha256, made.Bytes)] },
        AnswerFact.MailAsked asked => this with { MailAsked = asked },
        AnswerFact.MailApproved approved => this with { MailApproved = approved },
        AnswerFact.Delivered delivered => this with { Deliveries = [.. Deliveries, delivered], LastOut = fact.At },
        AnswerFact.HandoverBegun begun => this with { Handovers = [.. Voided(), new(begun.Handover, begun.At, null, null, null, Void: false)] },
        AnswerFact.KeyRevealed shown => With(shown.Handover, one => one with { RevealedAt = shown.At, ShownBy = shown.By }),
        AnswerFact.KeyReceived received => With(received.Handover, one => one with { ReceivedAt = received.At }),
        AnswerFact.KeyWiped wiped => this with { Wiped = [.. Wiped, wiped] },
        AnswerFact.KeyLost => this with { Handovers = [.. Voided()], KeysToReplace = KeysToReplace + 1 },
        AnswerFact.Resealed made => this with { KeysToReplace = Math.Max(0, KeysToReplace - 1), Files = [.. Files, new(made.Artefact, made.Sha256, made.Bytes)] },
        AnswerFact.Opened opened => ReceivedBy(opened.Artefact, fact) with { LastOut = fact.At },
        AnswerFact.Confirmed confirmed => ReceivedBy(confirmed.Artefact, fact),
        AnswerFact.Irrelevant => Ended(ErasureReason.NoLongerNeeded, fact.At),
        AnswerFact.Lapsed => Ended(ErasureReason.Voided, fact.At),
        AnswerFact.ProtocolEnded => Ended(ErasureReason.ProtocolEnded, fact.At),
        AnswerFact.TermEnded => Ended(ErasureReason.TermEnded, fact.At),
        AnswerFact.Restricted made => this with { Restrictions = [.. Restrictions, made.Dossier] },
        AnswerFact.RestrictionLifted lifted => this with { Restrictions = [.. Restrictions.Where(one => one != lifted.Dossier)] },
        AnswerFact.Declared declared => this with { Declarations = [.. Declarations, declared] },
        AnswerFact.Fetched or AnswerFact.Exported => this with { LastOut = fact.At },
        AnswerFact.Claimed or AnswerFact.Reminded => this,
        _ => throw new InvalidOperationException($"A fact that no rule knows: {fact.GetType().Name}"),
    };

    private AnswerState Ended(ErasureReason end, DateTimeOffset at) => End is null ? this with { End = end, EndedAt = at } : this;

    private AnswerState ReceivedBy(ArtefactId artefact, AnswerFact fact) =>
        Receipts.Any(receipt => receipt.Artefact == artefact) ? this : this with { Receipts = [.. Receipts, (artefact, fact)] };

    private IEnumerable<AnswerHandover> Voided() => Handovers.Select(one => one with { Void = true });

    private AnswerState With(int number, Func<AnswerHandover, AnswerHandover> change) => this with { Handovers = [.. Handovers.Select(one => one.Number == number ? change(one) : one)] };
}
