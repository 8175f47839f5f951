using Gegevensdeling.Audit;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Kinds;

/// <summary>What the sweep and the eraser ask of every kind of exchange.</summary>
public interface IExchangeFile
{
    /// <summary>The kind's word in the register.</summary>
    string Word { get; }

    /// <summary>What a certificate says of this exchange beside what was looked at.</summary>
    Task<ErasureSubject> SubjectAsync(ExchangeHead head, CancellationToken cancellation);

    /// <summary>Wakes again who must hear of a fact that nobody marked as handled.</summary>
    /// <param name="handled">Nobody is left to mark it: the caller does.</param>
    Task WakeAgainAsync(FactRow row, IOrchestrationClient engine, Func<Task> handled, CancellationToken cancellation);

    /// <summary>Tells every fact of the exchange again, to instances that run past their term.</summary>
    Task TellAgainAsync(ExchangeId exchange, IOrchestrationClient engine, CancellationToken cancellation);

    /// <summary>What of the audit events of this exchange a party sees; its own side's alone, where a kind says nothing (W12).</summary>
    AuditReach ReachOf(ExchangeHead head, PartyId reader) => reader == head.Sender || reader == head.Receiver ? AuditReach.Own : AuditReach.Hidden;
}

/// <summary>Reads the exchanges of one kind from the register and records what happens to them.</summary>
public sealed class ExchangeFile<TState, TCommand>(ExchangeKind<TState, TCommand> kind, IRegister register, ExchangeLedger ledger, ProtocolCatalog protocols) : IExchangeFile
    where TState : class
{
    public ExchangeKind<TState, TCommand> Kind { get; } = kind;

    public string Word => Kind.Word;

    public AuditReach ReachOf(ExchangeHead head, PartyId reader) => reader == head.Sender || reader == head.Receiver ? Kind.Reach : AuditReach.Hidden;

    /// <summary>The exchange, or null when there is none of that id and kind.</summary>
    public async Task<ExchangeView<TState>?> FindAsync(ExchangeId id, CancellationToken cancellation)
    {
        if (await register.FindAsync(id, cancellation) is not { } head || head.Kind != Kind.Word)
            return null;
        var facts = await register.FactsAsync(id, cancellation);

        // Read one after the other: the head may be older than the facts. The append checks the revision, so nothing is lost by it.
        return new(head, Kind.StateOf(facts.Take(head.Revision).Select(row => FactJson.Read(row.Json))), protocols.Of(head));
    }

    /// <exception cref="InvalidOperationException">There is no such exchange.</exception>
    public async Task<ExchangeView<TState>> GetAsync(ExchangeId id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ?? throw new InvalidOperationException($"No such {Kind.Word}");

    /// <summary>The exchanges of this kind under one protocol, oldest first.</summary>
    public async Task<IReadOnlyList<ExchangeView<TState>>> ListAsync(ProtocolId protocol, bool liveOnly, CancellationToken cancellation)
    {
        var found = new List<ExchangeView<TState>>();
        foreach (var head in await register.OfKindAsync(protocol, Kind.Word, liveOnly, cancellation).ToListAsync(cancellation))
            found.Add(await GetAsync(head.Id, cancellation));
        return found;
    }

    /// <summary>Begins an exchange: insert-if-absent.</summary>
    /// <param name="eraseAfter">Until when what is not complete may exist; null where it is complete from the beginning, and its own facts give it its term.</param>
    /// <returns>False when it existed.</returns>
    public Task<bool> BeginAsync(ExchangeId id, Protocol protocol, PartyId sender, PartyId receiver, ExchangeFact first, DateTimeOffset? eraseAfter, CancellationToken cancellation)
    {
        var head = new ExchangeHead(
            id, Kind.Word, protocol.Id, protocol.Version, sender, receiver, "aangemaakt", first.At, eraseAfter, ErasedAt: null, PurgedAt: null, Pseudonyms: [], Salt: null, Links: [], Revision: 1);
        var wakes = Kind.WakesFor(new(head, Kind.StateOf([first]), protocol), first).Count > 0;
        return ledger.BeginAsync(head, first, cancellation, wakes);
    }

    /// <summary>Records a fact.</summary>
    /// <returns>The exchange after it, or null when somebody else recorded something first.</returns>
    public async Task<ExchangeView<TState>?> RecordAsync(ExchangeView<TState> view, ExchangeFact fact, CancellationToken cancellation)
    {
        var state = Kind.After(view.State, fact);

        // A fact after the purge may have woken an orchestration: its history goes in its turn.
        var head = Kind.HeadAfter(view.Head, view.Protocol, state) with { PurgedAt = null, Revision = view.Head.Revision + 1 };
        var after = new ExchangeView<TState>(head, state, view.Protocol);
        return await ledger.AppendAsync(head, fact, Kind.WakesFor(after, fact).Count > 0, cancellation) ? after : null;
    }

    /// <summary>Records what was done once, unless this very step recorded it before, or there is nothing to record any more.</summary>
    /// <returns>The exchange after it.</returns>
    public async Task<ExchangeView<TState>> RecordOnceAsync(ExchangeId id, string step, Func<ExchangeView<TState>, ExchangeFact?> fact, CancellationToken cancellation)
    {
        while (true)
        {
            var view = await GetAsync(id, cancellation);
            if (await IsRecordedAsync(id, step, cancellation) || fact(view) is not { } recorded)
                return view;
            if (await RecordAsync(view, recorded, cancellation) is { } after)
                return after;
        }
    }

    /// <summary>True when a fact of this id stands in the register.</summary>
    public async Task<bool> IsRecordedAsync(ExchangeId id, string factId, CancellationToken cancellation) =>
        (await register.FactsAsync(id, cancellation)).Any(row => row.Id == factId);

    public async Task<ErasureSubject> SubjectAsync(ExchangeHead head, CancellationToken cancellation) =>
        Kind.SubjectOf(new(head, Kind.StateOf((await register.FactsAsync(head.Id, cancellation)).Select(row => FactJson.Read(row.Json))), protocols.Of(head)));

    public async Task WakeAgainAsync(FactRow row, IOrchestrationClient engine, Func<Task> handled, CancellationToken cancellation)
    {
        var view = await GetAsync(row.Exchange, cancellation);
        foreach (var wake in Kind.WakesFor(view, FactJson.Read(row.Json)))
            await wake(engine, cancellation);

        // Erased by the other enforcer: nothing is left to decide, and nobody may be left to hear it.
        if (view.Head.ErasedAt is not null)
            await handled();
    }

    public async Task TellAgainAsync(ExchangeId exchange, IOrchestrationClient engine, CancellationToken cancellation)
    {
        var view = await GetAsync(exchange, cancellation);
        foreach (var fact in (await register.FactsAsync(exchange, cancellation)).Where(row => row.Wakes).Select(row => FactJson.Read(row.Json)))
        {
            foreach (var wake in Kind.WakesFor(view, fact))
                await wake(engine, cancellation);
        }
    }
}
