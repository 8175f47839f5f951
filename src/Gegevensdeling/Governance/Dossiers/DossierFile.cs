using Gegevensdeling.Exchanges;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>Reads dossiers of every kind from the register and records what happens to them.</summary>
public sealed class DossierFile(IRegister register, ExchangeLedger ledger, ProtocolCatalog protocols, IReadOnlyList<IDossierKind> kinds)
{
    /// <summary>The kind with this word; null for an exchange.</summary>
    public IDossierKind? KindOf(string word) => kinds.FirstOrDefault(kind => kind.Word == word);

    /// <summary>The dossier, or null where there is none of that id.</summary>
    public async Task<DossierView?> FindAsync(ExchangeId id, CancellationToken cancellation)
    {
        if (await register.FindAsync(id, cancellation) is not { } head || KindOf(head.Kind) is null)
            return null;
        var facts = await register.FactsAsync(id, cancellation);
        return new(head, protocols.Of(head), [.. facts.Take(head.Revision).Select(row => FactJson.Read(row.Json))]);
    }

    /// <exception cref="InvalidOperationException">There is no such dossier.</exception>
    public async Task<DossierView> GetAsync(ExchangeId id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ?? throw new InvalidOperationException("No such dossier");

    /// <summary>Every dossier of one kind and protocol, oldest first.</summary>
    public async Task<IReadOnlyList<DossierView>> ListAsync(IDossierKind kind, ProtocolId protocol, bool openOnly, CancellationToken cancellation)
    {
        var found = new List<DossierView>();
        foreach (var head in await register.OfKindAsync(protocol, kind.Word, openOnly, cancellation).ToListAsync(cancellation))
            found.Add(await GetAsync(head.Id, cancellation));
        return found;
    }

    /// <summary>The heads of the open dossiers of one kind and protocol: readable also where a dossier itself is not.</summary>
    public IAsyncEnumerable<ExchangeHead> OpenHeadsAsync(IDossierKind kind, ProtocolId protocol, CancellationToken cancellation) =>
        register.OfKindAsync(protocol, kind.Word, liveOnly: true, cancellation);

    /// <summary>Opens a dossier with its first fact, under this version of the protocol.</summary>
    /// <returns>The dossier, or null when it existed.</returns>
    public async Task<DossierView?> OpenAsync(IDossierKind kind, ExchangeId id, Protocol protocol, DossierFact first, CancellationToken cancellation)
    {
        var head = kind.HeadAfter(
            new(id, kind.Word, protocol.Id, protocol.Version, protocol.Sender, protocol.Receiver, string.Empty, first.At, null, null, null, [], null, [], 1), [first]);
        return await ledger.BeginAsync(head, first, cancellation, wakes: true) ? new(head, protocol, [first]) : null;
    }

    /// <summary>Records a fact.</summary>
    /// <returns>The dossier after it, or null when somebody else recorded something first or this very fact.</returns>
    public async Task<DossierView?> RecordAsync(DossierView dossier, DossierFact fact, CancellationToken cancellation)
    {
        ExchangeFact[] facts = [.. dossier.Facts, fact];
        var head = KindOf(dossier.Head.Kind)!.HeadAfter(dossier.Head, facts);
        return await ledger.AppendAsync(head, fact, wakes: !fact.IsSystems, cancellation) ? dossier with { Head = head, Facts = facts } : null;
    }

    /// <summary>Records what the system did, once.</summary>
    public async Task RecordOnceAsync(ExchangeId id, DossierFact fact, CancellationToken cancellation)
    {
        while (true)
        {
            var dossier = await GetAsync(id, cancellation);
            if (dossier.Facts.Any(known => known.Id == fact.Id) || await RecordAsync(dossier, fact, cancellation) is not null)
                return;
        }
    }

    /// <summary>Starts the orchestration of a dossier, or wakes it. Sent again, it changes nothing.</summary>
    public static async Task WakeAsync(IOrchestrationClient engine, ExchangeId dossier, string factId, CancellationToken cancellation)
    {
        if (!await engine.StartAsync(DossierOrchestration.Orchestration, dossier.Value, new DossierInput(dossier), cancellation))
            await engine.SendAsync<DossierMessage>(dossier.Value, new DossierMessage.Recorded(factId), cancellation);
    }
}
