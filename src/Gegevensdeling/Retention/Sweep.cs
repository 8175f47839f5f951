using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Governance;
using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;
using static Gegevensdeling.Telemetry.Instruments;

namespace Gegevensdeling.Retention;

/// <summary>What one run of the sweep did; counts only.</summary>
/// <param name="SentAgain">Facts whose orchestration was woken again.</param>
/// <param name="Erased">Exchanges past their term that were erased and certified.</param>
/// <param name="Open">Exchanges past their term whose erasure could not be proven: an alarm.</param>
/// <param name="Orphans">Copies that no row claims: an alarm.</param>
/// <param name="Purged">Engine histories that reached their own term.</param>
/// <param name="StaffForgotten">Staff references that lost their name (W23).</param>
/// <param name="Failed">The kind of each failure, of a step for one exchange only: an alarm. The next run tries again.</param>
public sealed record SweepReport(int SentAgain, int Erased, int Open, int Orphans, int Purged, int StaffForgotten, IReadOnlyList<string> Failed);

/// <summary>
/// The second enforcer (design 4): reads only the register, the stores' inventory and the retention rules, never engine state. An
/// orchestration that is stuck, lost or wrong cannot keep data alive. What fails for one exchange holds up no other.
/// </summary>
public sealed class Sweep(
    IRegister register, StoreInventory inventory, IOutbox outbox, IStaffDirectory staff, ExchangeLedger ledger, IReadOnlyList<IExchangeFile> files,
    Eraser eraser, SweepAudit audit, OverdueCount overdue, BreachOverdue breaches, DossierFile dossiers, ProtocolLives lives, RecurringDossiers recurring, OneOffEnd oneOff, ReceivedDrops drops,
    DebtorUpkeep debtors, SigningKeyRenewal signing, IOrchestrationClient engine,
    ProtocolCatalog protocols, TimeProvider clock)
{
    /// <summary>A fact that was not handled for this long is sent again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>An orphan is quarantined so long, with an alarm, before it is erased.</summary>
    private static readonly TimeSpan Quarantine = TimeSpan.FromDays(7);

    /// <summary>So many exchanges are looked at together: each on its own takes as long as all the rest of the sweep.</summary>
    private const int Together = 500;

    /// <param name="cancellation">Stops between two exchanges.</param>
    /// <param name="dossiers">False where only the exchanges are looked after, and not what the protocols themselves ask for.</param>
    /// <param name="history">False where a timer of its own purges histories (<see cref="PurgeHistoryAsync"/>).</param>
    public async Task<SweepReport> RunAsync(CancellationToken cancellation, bool history = true, bool dossiers = true)
    {
        using var span = Spans.StartActivity("sweep");
        var outcome = "failed";
        try
        {
            var report = await RunOnceAsync(history, dossiers, cancellation);
            outcome = "ok";
            return report;
        }
        finally
        {
            span?.SetTag("outcome", outcome);
            if (!cancellation.IsCancellationRequested)
                SweepRuns.Add(1, Tag("outcome", outcome));
        }
    }

    /// <summary>Only the histories that reached their own term (law 8).</summary>
    /// <returns>How many exchanges have none left, and the kind of each failure.</returns>
    public async Task<(int Purged, IReadOnlyList<string> Failed)> PurgeHistoryAsync(CancellationToken cancellation)
    {
        var run = new SweepRun(clock);
        var purged = await PurgeAsync(run, cancellation);
        run.ThrowWhereBroken();
        return (purged, run.Failed);
    }

    private async Task<SweepReport> RunOnceAsync(bool history, bool keepDossiers, CancellationToken cancellation)
    {
        var run = new SweepRun(clock);
        var sentAgain = await FinishFactsAsync(run, cancellation);
        var (erased, open) = await EraseDueAsync(run, cancellation);
        var orphans = await OrphansAsync(run, cancellation);
        var purged = history ? await PurgeAsync(run, cancellation) : 0;
        var forgotten = 0;
        await run.AloneAsync(async token => forgotten = await ForgetStaffAsync(token), cancellation);
        await run.AloneAsync(signing.KeepAsync, cancellation);
        await run.AloneAsync(overdue.MeasureAsync, cancellation);
        await run.AloneAsync(breaches.MeasureAsync, cancellation);
        foreach (var protocol in keepDossiers ? protocols.All : [])
        {
            await run.AloneAsync(token => lives.KeepAsync(protocol, engine, token), cancellation);
            await run.AloneAsync(token => recurring.KeepAsync(protocol, engine, token), cancellation);
            await run.AloneAsync(token => drops.DeleteAsync(protocol.Id, token), cancellation);
            await run.AloneAsync(token => oneOff.EndAsync(protocol, token), cancellation);
            await run.AloneAsync(token => debtors.KeepAsync(protocol, engine, token), cancellation);
        }

        run.ThrowWhereBroken();
        return new(sentAgain, erased, open, orphans, purged, forgotten, run.Failed);
    }

    private async Task<int> FinishFactsAsync(SweepRun run, CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var row in await run.ListAsync(token => register.UnfinishedAsync(clock.GetUtcNow() - Patience, token), cancellation))
        {
            if (!row.Audited)
                await run.AloneAsync(token => ledger.AuditAgainAsync(row, token), cancellation);
            if (row is { Wakes: true, Handled: false })
                await run.AloneAsync(async token => sent += await SendAgainAsync(row, token), cancellation);
        }

        return sent;
    }

    private async Task<int> SendAgainAsync(FactRow row, CancellationToken cancellation)
    {
        if (FactJson.Read(row.Json) is not { } recorded)
            return 0;
        if (recorded is DossierFact)
            return await SendDossierAgainAsync(row, cancellation);
        if (recorded is ErasureFact || await FileOfAsync(row.Exchange, cancellation) is not { } file)
            return 0;
        await file.WakeAgainAsync(row, engine, () => register.HandleAsync(row, clock, cancellation), cancellation);
        return 1;
    }

    private async Task<IExchangeFile?> FileOfAsync(ExchangeId exchange, CancellationToken cancellation) =>
        await register.FindAsync(exchange, cancellation) is { } head ? files.FirstOrDefault(file => file.Word == head.Kind) : null;

    /// <summary>A dossier that closed may have nobody left to hear it.</summary>
    private async Task<int> SendDossierAgainAsync(FactRow row, CancellationToken cancellation)
    {
        await DossierFile.WakeAsync(engine, row.Exchange, row.Id, cancellation);
        if (await dossiers.FindAsync(row.Exchange, cancellation) is { Closed: true })
            await register.HandleAsync(row, clock, cancellation);
        return 1;
    }

    private async Task<(int Erased, int Open)> EraseDueAsync(SweepRun run, CancellationToken cancellation)
    {
        var due = await run.ListAsync(token => register.DueAsync(clock.GetUtcNow(), token), cancellation);
        var (erased, open, before) = (0, 0, run.Failed.Count);
        foreach (var head in due)
        {
            await run.AloneAsync(async token =>
            {
                var left = await eraser.EraseAsync(head.Id, token);
                (erased, open) = left.Count == 0 ? (erased + 1, open) : (erased, open + 1);
            }, cancellation);
        }

        // What failed is past its term and not proven either.
        ErasureFailed.Add(run.Failed.Count - before);
        if (run.MayTell(open + run.Failed.Count - before))
            ErasureOpen.Record(open + run.Failed.Count - before);
        return (erased, open);
    }

    /// <summary>
    /// What no row claims is quarantined with an alarm. What came back of an exchange that is certified as erased (an effect that was
    /// under way) goes at once: its certificate must be true.
    /// </summary>
    private async Task<int> OrphansAsync(SweepRun run, CancellationToken cancellation)
    {
        var orphans = new HashSet<ExchangeId>();

        // Each store on its own: one that cannot be listed hides nothing of the others.
        foreach (var together in (await inventory.ExchangesAsync(list => run.ListAsync(list, cancellation))).Chunk(Together))
        {
            var failed = run.Failed.Count;
            await run.AloneAsync(token => LookAsync(together, token), cancellation);

            // Where one cannot be looked at, the others are.
            foreach (var alone in run.Failed.Count == failed ? [] : together)
                await run.AloneAsync(token => LookAsync([alone], token), cancellation);
        }

        async Task LookAsync(ExchangeId[] exchanges, CancellationToken token) => orphans.UnionWith(await register.UnclaimedAsync(exchanges, token));

        if (run.MayTell(orphans.Count))
            Orphans.Record(orphans.Count);
        var before = run.Failed.Count;
        foreach (var orphan in orphans)
        {
            await run.AloneAsync(async token =>
            {
                var (head, now) = (await register.FindAsync(orphan, token), clock.GetUtcNow());
                if (head is null && await register.OrphanSeenAsync(orphan, now, token) is var since && now - since < Quarantine)
                {
                    if (since == now)
                        await audit.RecordAsync(orphan, head, AuditAction.OrphanFound, "in-quarantaine", token);
                    return;
                }

                // First the event: killed in between it stands there twice, and never not at all.
                await audit.RecordAsync(orphan, head, AuditAction.Erased, head is null ? "wees" : "teruggekomen", token);
                await eraser.EraseAgainAsync(orphan, token);
                await register.OrphanGoneAsync(orphan, token);
            }, cancellation);
        }

        ErasureFailed.Add(run.Failed.Count - before);
        return orphans.Count;
    }

    /// <summary>Law 8 of the engines: history goes on its own term, each instance by its id; then the second certificate.</summary>
    private async Task<int> PurgeAsync(SweepRun run, CancellationToken cancellation)
    {
        var purged = 0;
        foreach (var head in await run.ListAsync(token => register.UnpurgedAsync(clock.GetUtcNow() - ShortestHistory + TimeSpan.FromTicks(1), token), cancellation))
            await run.AloneAsync(async token => purged += await PurgeAsync(head, token) ? 1 : 0, cancellation);
        return purged;
    }

    /// <summary>No history goes before this; each is looked at by its own protocol's term.</summary>
    private TimeSpan ShortestHistory => TimeSpan.FromDays(protocols.All.SelectMany(protocol => protocols.VersionsOf(protocol.Id)).Min(version => version.Retention.History.Days));

    private async Task<bool> PurgeAsync(ExchangeHead head, CancellationToken cancellation)
    {
        var protocol = protocols.Of(head);
        if (dossiers.KindOf(head.Kind) is not null)
            return await PurgeDossierAsync(head, protocol, cancellation);
        if (head.ErasedAt!.Value.AddDays(protocol.Retention.History.Days) > clock.GetUtcNow())
            return false;
        var running = new List<string>();
        foreach (var instance in (await eraser.SubjectAsync(head, cancellation)).Instances)
        {
            if (!await engine.PurgeAsync(instance, cancellation))
                running.Add(instance);
        }

        if (running.Count > 0)
        {
            await TellAgainAsync(head.Id, running, cancellation);

            // An orchestration that never ends must not go unseen: it counts as a failure, with an alarm.
            return head.ErasedAt.Value.AddDays(protocol.Retention.History.Days) + Quarantine < clock.GetUtcNow()
                ? throw new TimeoutException("The history of an erased exchange is past its term and its orchestration still runs")
                : false;
        }

        await outbox.ForgetAsync(head.Id, cancellation);
        await eraser.CertifyPurgeAsync(head, cancellation);
        return true;
    }

    /// <summary>A closed dossier stays; the history of its orchestration goes on the same term. It holds no personal data, so there is no certificate.</summary>
    private async Task<bool> PurgeDossierAsync(ExchangeHead head, Protocol protocol, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (head.ErasedAt!.Value.AddDays(protocol.Retention.History.Days) > now || !await engine.PurgeAsync(head.Id.Value, cancellation))
            return false;
        await dossiers.RecordOnceAsync(head.Id, new DossierFact.HistoryPurged(References.NewFact(), now, SystemActor.Value), cancellation);
        return true;
    }

    /// <summary>
    /// What still runs past its term may have missed a message: one of those that no orchestration marks as handled, since another message went with it. It
    /// gets all of them again; a duplicate changes nothing (law 3).
    /// </summary>
    private async Task TellAgainAsync(ExchangeId exchange, IReadOnlyCollection<string> running, CancellationToken cancellation)
    {
        if (await FileOfAsync(exchange, cancellation) is { } file)
            await file.TellAgainAsync(exchange, new OnlyMessagesTo(engine, running), cancellation);
    }

    /// <summary>W23: the longest term of all protocols counts, since one directory serves them all.</summary>
    private async Task<int> ForgetStaffAsync(CancellationToken cancellation)
    {
        var years = protocols.All.Max(protocol => protocol.Retention.StaffNames.Years);
        var forgotten = await staff.ForgetAsync(clock.GetUtcNow().Year - years - 1, cancellation);
        if (forgotten > 0)
            await audit.RecordAsync(null, null, AuditAction.StaffForgotten, null, cancellation);
        return forgotten;
    }

    /// <summary>An engine that starts nothing and brings messages to these instances only.</summary>
    private sealed class OnlyMessagesTo(IOrchestrationClient engine, IReadOnlyCollection<string> instances) : IOrchestrationClient
    {
        public Task<bool> StartAsync<TIn, TOut>(Orchestration<TIn, TOut> orchestration, string instanceId, TIn input, CancellationToken cancellation) => Task.FromResult(false);

        public Task SendAsync<TMessage>(string instanceId, TMessage message, CancellationToken cancellation)
            where TMessage : OrchestrationMessage => instances.Contains(instanceId) ? engine.SendAsync(instanceId, message, cancellation) : Task.CompletedTask;

        public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
