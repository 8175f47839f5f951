using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>What the facts of one request add up to. Derived, never stored.</summary>
public sealed record RequestState
{
    public required RequestFact.Claimed Claim { get; init; }

    /// <summary>The day of the request: what is looked up is looked up as of that day (P5).</summary>
    public DateOnly AskedOn => Calendar.LegalCalendar.DateOf(Claim.At);

    public SealedFile? File { get; init; }

    public bool Exists => File is not null;

    /// <summary>The handover of the key that is under way or was the last; 0 where the request was sealed on arrival.</summary>
    public int Handover { get; init; }

    /// <summary>Tries of this handover.</summary>
    public int Tries { get; init; }

    public RequestFact.KeyEntered? Key { get; init; }

    /// <summary>The file can be read here.</summary>
    public bool IsReadable => Exists && (Key is not null || !Claim.SealedByRequester);

    public RequestFact.Checked? Check { get; init; }

    public string? RejectedFor { get; init; }

    public bool WentOn { get; init; }

    /// <summary>Judged, and nothing is left to decide before it is answered.</summary>
    public bool IsReady => Check is { Right: > 0 } check && (check.Wrong == 0 || WentOn);

    public bool Fetched => FetchedAt is not null;

    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>Every answer, the one that counts last.</summary>
    public IReadOnlyList<ExchangeId> Answers { get; init; } = [];

    public ExchangeId? Answer => Answers is [.., var last] ? last : null;

    public bool Received { get; init; }

    public int? ReplacedBy { get; init; }

    public IReadOnlyList<ExchangeId> Restrictions { get; init; } = [];

    public bool IsRestricted => Restrictions.Count > 0;

    public IReadOnlyList<RequestFact.KeyWiped> Wiped { get; init; } = [];

    public IReadOnlyList<RequestFact.Declared> Declarations { get; init; } = [];

    /// <summary>The team's word on one kind of copy, given after it last fetched the content.</summary>
    public RequestFact.Declared? DeclarationOf(DeclaredCopy copy) => Declarations.LastOrDefault(declared => declared.Copies.Contains(copy) && declared.At >= FetchedAt);

    public ErasureReason? End { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public ErasureFact.Erased? Erased { get; init; }

    /// <summary>The word in lists and in the register's head.</summary>
    public string Word => this switch
    {
        { Erased: not null } => "gewist",
        { End: not null } => "wissen",
        { Exists: false } => "aangemaakt",
        { IsRestricted: true } => "beperkt",
        { IsReadable: false } => "wacht-op-sleutel",
        { Check: null } => "wordt-gecontroleerd",
        { IsReady: false } => "wacht-op-aanvrager",
        { Answer: null } => "wacht-op-antwoord",
        _ => "beantwoord",
    };

    public static RequestState Start(ExchangeFact first) => first is RequestFact.Claimed claim
        ? new() { Claim = claim }
        : throw new InvalidOperationException("A request begins with its claim");

    public RequestState After(ExchangeFact fact) => fact switch
    {
        RequestFact request => After(request),
        ErasureFact.Erased erased => this with { Erased = erased },
        _ => this,
    };

    private RequestState After(RequestFact fact) => fact switch
    {
        RequestFact.Stored stored => this with { File = new(stored.Artefact, stored.Sha256, stored.Bytes), Handover = Claim.SealedByRequester ? 1 : 0 },
        RequestFact.HandoverBegun begun => this with { Handover = begun.Handover, Tries = 0 },
        RequestFact.KeyTried => this with { Tries = Tries + 1 },
        RequestFact.KeyEntered key => this with { Key = key },
        RequestFact.Checked check => this with { Check = check },
        RequestFact.Rejected rejected => Ended(ErasureReason.Voided, fact.At) with { RejectedFor = rejected.Code },
        RequestFact.WentOn => this with { WentOn = true },
        RequestFact.Fetched => this with { FetchedAt = fact.At },
        RequestFact.Answered answered => this with { Answers = [.. Answers, answered.Answer] },
        RequestFact.AnswerReceived => Ended(ErasureReason.ReceiptConfirmed, fact.At) with { Received = true },
        RequestFact.Replaced replaced => Ended(ErasureReason.Voided, fact.At) with { ReplacedBy = replaced.Next },
        RequestFact.Cancelled => Ended(ErasureReason.Voided, fact.At),
        RequestFact.ProtocolEnded => Ended(ErasureReason.ProtocolEnded, fact.At),
        RequestFact.TermEnded => Ended(ErasureReason.TermEnded, fact.At),
        RequestFact.Restricted made => this with { Restrictions = [.. Restrictions, made.Dossier] },
        RequestFact.RestrictionLifted lifted => this with { Restrictions = [.. Restrictions.Where(one => one != lifted.Dossier)] },
        RequestFact.KeyWiped wiped => this with { Wiped = [.. Wiped, wiped] },
        RequestFact.Declared declared => this with { Declarations = [.. Declarations, declared] },
        RequestFact.Claimed or RequestFact.Reminded => this,
        _ => throw new InvalidOperationException($"A fact that no rule knows: {fact.GetType().Name}"),
    };

    private RequestState Ended(ErasureReason end, DateTimeOffset at) => End is null ? this with { End = end, EndedAt = at } : this;
}
