using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>The law of this exchange, put together on a host's ports.</summary>
public sealed class DebtorLaw
{
    private readonly Ports ports;
    private readonly SealedContent content;
    private readonly TimeProvider clock;

    public DebtorLaw(Ports ports, ExchangeLedger ledger, ProtocolCatalog protocols, SealedContent content, TimeProvider clock)
    {
        (this.ports, this.content, this.clock) = (ports, content, clock);
        Cycles = new(new CycleKind(), ports.Register, ledger, protocols);
        Lists = new(new ListKind(), ports.Register, ledger, protocols);
        Copies = new(new CopyKind(), ports.Register, ledger, protocols);
    }

    public ExchangeFile<CycleState, CycleCommand> Cycles { get; }

    /// <summary>The one list of each protocol.</summary>
    public ExchangeFile<ListState, ListCommand> Lists { get; }

    /// <summary>The sealed deliveries and versions.</summary>
    public ExchangeFile<CopyState, CopyCommand> Copies { get; }

    public DebtorUpkeep Upkeep(ProtocolLives lives, Eraser eraser) => new(Cycles, Lists, Copies, new(ports.Keys), lives, eraser, clock);

    public void Bind(ActivityBindings bindings, ExchangePost post, SigningKeys signing, ProtocolLives lives, Eraser eraser)
    {
        var receipts = new DebtorReceipts(ports.Evidence, signing, Copies, clock);
        new CycleActivities(ports.Register, Cycles, Upkeep(lives, eraser), receipts, post, lives, clock).Bind(bindings);
        new ListActivities(Lists, Cycles, Upkeep(lives, eraser), receipts, post, lives, clock).Bind(bindings);
    }

    public ExchangeDesk<CycleState, CycleCommand> CycleDesk(IOrchestrationClient engine) => new(Cycles, ports.Register, engine, clock);

    public DebtorIntake Intake(IOrchestrationClient engine) => new(Cycles, CycleDesk(engine), Sealed(engine), clock);

    public ClientComparison Comparison(IOrchestrationClient engine) => new(Cycles, CycleDesk(engine), Sealed(engine), Writer(engine), new(ports.Keys), clock);

    public ClientMarking Marking(IOrchestrationClient engine) => new(Cycles, CycleDesk(engine), Sealed(engine), Writer(engine), clock);

    public DetailIntake Details(IOrchestrationClient engine) => new(Cycles, CycleDesk(engine), Writer(engine), clock);

    public MarksRelease Release(IOrchestrationClient engine) => new(Cycles, CycleDesk(engine), Lists);

    public ListEditing Editing(IOrchestrationClient engine) => new(Writer(engine), clock);

    public DebtorReading Reading(IOrchestrationClient engine) => new(Cycles, CycleDesk(engine), Lists, ListDesk(engine), Sealed(engine), clock);

    private ExchangeDesk<ListState, ListCommand> ListDesk(IOrchestrationClient engine) => new(Lists, ports.Register, engine, clock);

    public DebtorCopies Sealed(IOrchestrationClient engine) => new(Copies, new(Copies, ports.Register, engine, clock), content, clock);

    /// <summary>For effects, which have no engine at hand.</summary>
    public ListWriter WriterOfEffects => Writer(LeftToTheSweep.Engine);

    private ListWriter Writer(IOrchestrationClient engine) => new(Lists, ListDesk(engine), Sealed(engine), clock);
}
