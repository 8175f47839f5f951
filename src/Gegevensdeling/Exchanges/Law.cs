using Gegevensdeling.Audit;
using Gegevensdeling.Audit.Exports;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance;
using Gegevensdeling.Governance.AccessReviews;
using Gegevensdeling.Governance.AnswerCorrections;
using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Evaluations;
using Gegevensdeling.Governance.ListCorrections;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Governance.Notices;
using Gegevensdeling.Governance.Objections;
using Gegevensdeling.Governance.PersonAnswers;
using Gegevensdeling.Governance.Proofs;
using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges;

/// <summary>Everything that the law asks of a host.</summary>
public sealed record Ports(
    IRegister Register,
    IBlobStore Blobs,
    IKeyStore Keys,
    ISystemKeys SystemKeys,
    IOutbox Outbox,
    IStaffDirectory Staff,
    IEvidenceStore Evidence,
    IAuditLog Audit,
    IIdempotencyStore Idempotency,
    IDropStore Drop)
{
    /// <summary>Further places of a host where something of an exchange can be: each is erased at, and every certificate names it (F2).</summary>
    public IReadOnlyList<ICopyPlace> MorePlaces { get; init; } = [];
}

/// <summary>The law, put together on a host's ports: the same on both hosts.</summary>
public sealed class Law
{
    private readonly ReferralSealing sealing;
    private readonly SealedContent content;
    private readonly RequestContent requestContent;
    private readonly OneOffEnd oneOff;
    private readonly IReadOnlyList<IExchangeFile> files;
    private readonly ReferralPseudonyms pseudonyms;
    private readonly ReferralReplacement replacement;
    private readonly LifeKind life;
    private readonly BreachKind breach;
    private readonly CorrectionKind correction = new();
    private readonly ObjectionEffects objectionEffects;
    private readonly PartyKeys partyKeys;
    private readonly QueryLimits queryLimits;
    private readonly SigningKeyTerms keyTerms;

    /// <param name="partyKeys">With which parties countersign; null where none of them does.</param>
    /// <param name="queryLimits">How often a day persons are asked about; null for the default.</param>
    /// <param name="keyTerms">When another key signs; null for the default.</param>
    public Law(Ports ports, ProtocolCatalog protocols, TimeProvider clock, PartyKeys? partyKeys = null, QueryLimits? queryLimits = null, SigningKeyTerms? keyTerms = null)
    {
        (this.partyKeys, this.queryLimits, this.keyTerms) = (partyKeys ?? PartyKeys.None, queryLimits ?? QueryLimits.Default, keyTerms ?? SigningKeyTerms.Default);
        (Ports, Protocols, Clock, Bindings) = (ports, protocols, clock, new(clock));
        Signing = new(ports.SystemKeys, clock);
        Ledger = new(ports.Register, ports.Audit, protocols);
        Referrals = new(ports.Register, Ledger, protocols);
        sealing = new(ports.Blobs, ports.Keys);
        pseudonyms = new(ports.Register, ports.SystemKeys);
        Evidence = new(ports.Register, Referrals, ports.Evidence, ports.Audit, Signing, clock);
        Requests = new(new RequestKind(), ports.Register, Ledger, protocols);
        Answers = new(new AnswerKind(), ports.Register, Ledger, protocols);
        Extracts = new(new ExtractKind(), ports.Register, Ledger, protocols);
        content = new(ports.Blobs, ports.Keys);
        Debtors = new(ports, Ledger, protocols, content, clock);
        files = [Referrals, Requests, Answers, Extracts, Debtors.Cycles, Debtors.Lists, Debtors.Copies];
        Eraser = new(RegisteredPlaces.Of(ports, Ledger, clock), files, ports.Register, Ledger, ports.Evidence, Signing, protocols, clock);
        Eraser.Bind(Bindings);
        replacement = new(Referrals, sealing, Eraser, clock);

        (life, breach) = (new LifeKind(protocols), new BreachKind());
        Dossiers = new(ports.Register, Ledger, protocols, [life, breach, correction, AnswerCorrectionKind, ListCorrectionKind, ObjectionKind, EvaluationKind, NoticeKind, AccessReviewKind, ProofKind]);
        Lives = new(life, Dossiers, protocols, clock);
        oneOff = new(ports.Register, Requests, Dossiers, protocols, clock);
        var post = new ExchangePost(ports.Outbox, ports.Staff, clock);
        objectionEffects = new([new ReferralObjections(Referrals, clock), new GroeipakketObjections(Requests, Answers, clock), new ListObjections(Debtors.Lists, Debtors.WriterOfEffects, clock)]);
        var effects = new Dictionary<string, DossierEffect>
        {
            [life.Word] = new LifeEffects(ports.Register, ports.SystemKeys, Referrals, new(Requests, Answers, Extracts, clock), new(Debtors.Cycles, Debtors.Lists, Debtors.Upkeep(Lives, Eraser), clock), Dossiers, clock).TakeAsync,
            [correction.Word] = new CorrectionEffects(
                Referrals, Dossiers, replacement, new ReplacedArchive(ports.Register, Referrals, sealing, pseudonyms, ports.Blobs, ports.Keys, ports.Outbox, ports.Evidence, Signing, clock), post, Lives, Eraser, clock).TakeAsync,
            [EvaluationKind.Word] = new EvaluationEffects(Dossiers, clock).TakeAsync,
            [AccessReviewKind.Word] = new AccessReviewEffects(Dossiers, clock).TakeAsync,
            [ObjectionKind.Word] = objectionEffects.TakeAsync,
            [AnswerCorrectionKind.Word] = new AnswerCorrectionEffects(Answers, Dossiers, clock).TakeAsync,
            [ListCorrectionKind.Word] = new ListCorrectionEffects(DebtorRecords, Dossiers, clock).TakeAsync,
        };
        var steps = new DossierActivities(ports.Register, Dossiers, new(post, Lives.AddressedAsync), effects, clock);
        steps.Bind(Bindings);
        new ReferralActivities(
            ports.Register, Referrals, sealing, post, Evidence, Eraser, Lives, new BreachAssessments(breach, Dossiers, steps, clock), clock).Bind(Bindings);

        Debtors.Bind(Bindings, post, Signing, Lives, Eraser);
        requestContent = new(content, ports.Keys);
        new RequestActivities(ports.Register, Requests, Answers, Extracts, requestContent, post, oneOff, clock).Bind(Bindings);
        new AnswerActivities(
            Answers, Requests, content, ports.Drop, post, new(ports.Evidence, Signing, clock), Lives, Eraser, clock).Bind(Bindings);

        // A handover is of an archive of one exchange: who is told is its kind's to know.
        var (referralKeys, groeipakketKeys) = (new ReferralKeyNotices(Referrals, post), new GroeipakketKeyNotices(Requests, Answers, post));
        Bindings.Bind(KeyHandoverActivities.Notify, async (input, cancellation) =>
            await Referrals.FindAsync(input.Exchange, cancellation) is null ? await groeipakketKeys.NotifyAsync(input, cancellation) : await referralKeys.NotifyAsync(input, cancellation));
    }

    public Ports Ports { get; }

    public ProtocolCatalog Protocols { get; }

    public TimeProvider Clock { get; }

    public SigningKeys Signing { get; }

    public SigningKeyRenewal KeyRenewal => new(Signing, keyTerms, Ports.Audit, Clock);

    public ExchangeLedger Ledger { get; }

    public ReferralFile Referrals { get; }

    public ReferralEvidence Evidence { get; }

    /// <summary>The one-off requests of Groeipakket protocols, their answers and the extracts they are looked up in.</summary>
    public ExchangeFile<RequestState, RequestCommand> Requests { get; }

    public ExchangeFile<AnswerState, AnswerCommand> Answers { get; }

    public ExchangeFile<ExtractState, ExtractCommand> Extracts { get; }

    /// <summary>The monthly exchange of debtor protocols.</summary>
    public DebtorLaw Debtors { get; }

    /// <summary>The dossiers around the exchanges.</summary>
    public DossierFile Dossiers { get; }

    /// <summary>Which protocols are in force, in which version.</summary>
    public ProtocolLives Lives { get; }

    public Eraser Eraser { get; }

    /// <summary>The code behind every activity of <see cref="LawCatalog"/>.</summary>
    public ActivityBindings Bindings { get; }

    public ReferralIntake Intake(IOrchestrationClient engine) => new(Ports.Register, Ledger, Referrals, sealing, pseudonyms, engine, Clock);

    public ReferralDesk Desk(IOrchestrationClient engine) => new(Ports.Register, Referrals, engine, Clock);

    public ReferralReading Reading(IOrchestrationClient engine) => new(Desk(engine), sealing, Ports.Keys, Ports.Blobs);

    public ExchangeDesk<RequestState, RequestCommand> RequestDesk(IOrchestrationClient engine) => new(Requests, Ports.Register, engine, Clock);

    public ExchangeDesk<AnswerState, AnswerCommand> AnswerDesk(IOrchestrationClient engine) => new(Answers, Ports.Register, engine, Clock);

    public ExchangeDesk<ExtractState, ExtractCommand> ExtractDesk(IOrchestrationClient engine) => new(Extracts, Ports.Register, engine, Clock);

    public RequestIntake RequestIntake(IOrchestrationClient engine) => new(Requests, RequestDesk(engine), AnswerDesk(engine), content, Eraser, Clock);

    public RequestKeys RequestKeys(IOrchestrationClient engine) => new(Requests, RequestDesk(engine), requestContent, Ports.Keys);

    public ExtractIntake ExtractIntake(IOrchestrationClient engine) => new(Extracts, ExtractDesk(engine), content, Eraser, Clock);

    public AnswerMaking AnswerMaking(IOrchestrationClient engine) =>
        new(Requests, RequestDesk(engine), Answers, AnswerDesk(engine), Extracts, requestContent, content, Eraser, Clock);

    public GroeipakketReading GroeipakketReading(IOrchestrationClient engine) =>
        new(Requests, RequestDesk(engine), Answers, AnswerDesk(engine), requestContent, content, Ports.Keys, Clock);

    public DossierDesk<LifeState, LifeCommand> Life(IOrchestrationClient engine) => new(life, Dossiers, engine, Clock);

    public BreachFile Breaches => new(breach, Dossiers, new(Ports.Register, Ports.Audit, Dossiers), Ports.Register);

    public DossierDesk<BreachState, BreachCommand> Breach(IOrchestrationClient engine) => new(breach, Dossiers, engine, Clock);
    /// <summary>The kind of the corrections (art. 7).</summary>
    public CorrectionKind Correction => correction;

    public DossierDesk<CorrectionState, CorrectionCommand> Corrections(IOrchestrationClient engine) => new(correction, Dossiers, engine, Clock);

    public CorrectionContent CorrectionContent(IOrchestrationClient engine) => new(Corrections(engine), Dossiers, Referrals, replacement, Ports.Register, engine, Clock);

    public AnswerCorrectionKind AnswerCorrectionKind { get; } = new();

    public DossierDesk<AnswerCorrectionState, AnswerCorrectionCommand> AnswerCorrections(IOrchestrationClient engine) => new(AnswerCorrectionKind, Dossiers, engine, Clock);

    public ListCorrectionKind ListCorrectionKind { get; } = new();

    public DossierDesk<ListCorrectionState, ListCorrectionCommand> ListCorrections(IOrchestrationClient engine) => new(ListCorrectionKind, Dossiers, engine, Clock);

    public DebtorRecords DebtorRecords => new(Ports.Register, Debtors.Lists);

    public DossierDesk<ObjectionState, ObjectionCommand> Objections(IOrchestrationClient engine) => new(ObjectionKind, Dossiers, engine, Clock);

    public ObjectionIntake ObjectionIntake(IOrchestrationClient engine) => new(ObjectionKind, Objections(engine), Dossiers, objectionEffects);

    public ListRowNaming ListRowNaming(IOrchestrationClient engine) => new(Debtors.Editing(engine), objectionEffects, Objections(engine));

    public ObjectionKind ObjectionKind { get; } = new();

    public EvaluationKind EvaluationKind { get; } = new();

    public EvaluationReports EvaluationReports => new(Ports.Register, Evidence, Lives, Protocols);

    public DossierDesk<EvaluationState, EvaluationCommand> Evaluations(IOrchestrationClient engine) => new(EvaluationKind, Dossiers, engine, Clock);

    public NoticeKind NoticeKind { get; } = new();

    public DossierDesk<NoticeState, NoticeCommand> Notices(IOrchestrationClient engine) => new(NoticeKind, Dossiers, engine, Clock);

    public AccessReviewKind AccessReviewKind { get; } = new();

    public DossierDesk<AccessReviewState, AccessReviewCommand> AccessReviews(IOrchestrationClient engine) => new(AccessReviewKind, Dossiers, engine, Clock);

    public ProofKind ProofKind { get; } = new();

    public DossierDesk<ProofState, ProofCommand> Proofs(IOrchestrationClient engine) => new(ProofKind, Dossiers, engine, Clock);

    /// <summary>The evidence packs of article 6.</summary>
    public EvidencePacks Packs => new(
        new(Ports.Register, Ports.Evidence, Referrals, [new PackGroeipakket(Requests, Answers, Extracts), new PackDebtors(Debtors.Cycles, Debtors.Copies)], Dossiers), Dossiers, Lives, breach, AccessReviewKind, Ports, Signing, Protocols, Clock);

    /// <summary>What the calendar and the files open.</summary>
    public RecurringDossiers Recurring => new(Lives, Dossiers, Protocols, EvaluationKind, AccessReviewKind, NoticeKind, Clock);

    /// <summary>The answer to the person concerned (F12).</summary>
    public PersonAnswering PersonAnswers(IOrchestrationClient engine) => new(
        [
            new HeldReferrals(Ports.Register, Ports.SystemKeys, Referrals, sealing),
            new HeldGroeipakket(Requests, Answers, Extracts, requestContent, content, Ports.Register),
            new HeldDebtors(Debtors, Debtors.Sealed(engine), Ports.Register, Clock),
        ],
        new(Ports.Idempotency, queryLimits), Lives, Ports.Audit, Clock);

    public AuditHeads AuditHeads => new(Ports.Audit, Ports.Evidence, Signing, Clock);

    /// <summary>Heads for the parties, and what they sign over them.</summary>
    public AuditCountersigning Countersigning => new(Ports.Evidence, Ports.Audit, Protocols, partyKeys, Clock);

    /// <summary>The audit events in the shapes of the registers.</summary>
    public AuditExport AuditExport => new(Ports.Audit, Ports.Register, files, Dossiers);

    /// <summary>What a register that was put back says beside what is there (D13).</summary>
    public RestoreCheck RestoreCheck => new(Ports.Register, Ports.Blobs, Ports.Keys, Inventory, files, Eraser, Clock);

    private StoreInventory Inventory => new(Ports.Blobs, Ports.Keys, Ports.Outbox, Ports.Drop);

    public Sweep Sweep(IOrchestrationClient engine) =>
        new(
            Ports.Register, Inventory, Ports.Outbox, Ports.Staff, Ledger, files, Eraser, new(Ports.Audit, Protocols, Clock), new(Ports.Register, Referrals, Protocols, Clock),
            new(breach, Dossiers, Protocols, Clock), Dossiers, Lives, Recurring, oneOff, new(Answers, Ports.Drop, new(Ports.Audit, Protocols, Clock)), Debtors.Upkeep(Lives, Eraser), KeyRenewal, engine, Protocols, Clock);
}
