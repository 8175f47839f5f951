using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>
/// What time and the rules ask of a debtor protocol, whoever forgot: the month is opened (D1), a delivery that was compared is ended (D5), and so is what a later version
/// replaced (D11). The sweep asks for it, and so do the orchestrations; done again, it changes nothing.
/// </summary>
public sealed class DebtorUpkeep(
    ExchangeFile<CycleState, CycleCommand> cycles, ExchangeFile<ListState, ListCommand> lists, ExchangeFile<CopyState, CopyCommand> copies, MonthKeys keys, ProtocolLives lives, Eraser eraser,
    TimeProvider clock)
{
    /// <summary>For the sweep.</summary>
    /// <param name="protocol">The latest version, of any kind.</param>
    public async Task KeepAsync(Protocol protocol, IOrchestrationClient engine, CancellationToken cancellation)
    {
        if (protocol.Debtors is null)
            return;
        await OpenAsync(protocol.Id, engine, cancellation);
        foreach (var copy in await copies.ListAsync(protocol.Id, liveOnly: true, cancellation))
        {
            if (await EndOfAsync(copy, cancellation) is { } why)
                await EndAsync(copy.Id, why, cancellation);
        }
    }

    /// <summary>D1: once a month, also when the host was down on the first; not while the protocol is suspended or over (G10).</summary>
    public async Task OpenAsync(ProtocolId protocol, IOrchestrationClient engine, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (month, id) = (DebtorMonth.Of(now), CycleKind.IdOf(protocol, DebtorMonth.Of(now)));
        if (await cycles.FindAsync(id, cancellation) is not null || await lives.GoverningAsync(protocol, now, cancellation) is not GoverningVersion.Found { Protocol: var governs })
            return;
        var opened = new CycleFact.Opened(References.FactOf($"{id} geopend"), now, SystemActor.Value, month);
        if (!await cycles.BeginAsync(id, governs, governs.Municipality(), governs.SocialWelfare(), opened, month.Closes, cancellation))
            return;
        await keys.OfAsync(id, cancellation);
        foreach (var wake in cycles.Kind.WakesFor(await cycles.GetAsync(id, cancellation), opened))
            await wake(engine, cancellation);
    }

    /// <summary>Every delivery of a month that is compared or over, but the one that still counts.</summary>
    public async Task EndDeliveriesAsync(ExchangeId cycle, CancellationToken cancellation)
    {
        foreach (var delivery in (await cycles.GetAsync(cycle, cancellation)).State.Deliveries)
        {
            if (await copies.FindAsync(delivery.Copy, cancellation) is { } copy && await EndOfAsync(copy, cancellation) is { } why)
                await EndAsync(copy.Id, why, cancellation);
        }
    }

    /// <summary>Every version but the one that counts.</summary>
    public async Task EndOldVersionsAsync(ExchangeId list, CancellationToken cancellation)
    {
        var view = await lists.GetAsync(list, cancellation);
        foreach (var copy in (await copies.ListAsync(view.Head.Protocol, liveOnly: true, cancellation)).Where(copy => copy.State.Claim.Of == list))
        {
            if (await EndOfAsync(copy, cancellation) is { } why)
                await EndAsync(copy.Id, why, cancellation);
        }
    }

    private async Task<CopyEnd?> EndOfAsync(ExchangeView<CopyState> copy, CancellationToken cancellation) => copy.State.End is not null ? null
        : copy.State.Claim.Content == CopyContent.Delivery
            ? CopyRules.EndOfDelivery(copy, (await cycles.GetAsync(copy.State.Claim.Of, cancellation)).State, clock.GetUtcNow())
            : CopyRules.EndOfVersion(copy, (await lists.GetAsync(copy.State.Claim.Of, cancellation)).State, clock.GetUtcNow());

    private async Task EndAsync(ExchangeId copy, CopyEnd why, CancellationToken cancellation)
    {
        var step = References.FactOf($"{copy} einde");
        await copies.RecordOnceAsync(copy, step, at => at.State.End is null ? new CopyFact.Ended(step, clock.GetUtcNow(), SystemActor.Value, why) : null, cancellation);

        // At once (D5); what cannot be proven now the sweep and the copy's own orchestration try again.
        await eraser.EraseAsync(copy, cancellation);
    }
}
