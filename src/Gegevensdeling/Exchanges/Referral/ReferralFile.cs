using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>One referral as the register holds it.</summary>
public sealed record Referral(ExchangeHead Head, ReferralState State, Protocol Protocol)
{
    public ExchangeId Id => Head.Id;

    public ReferralTerms Terms => ReferralTerms.Of(Protocol);

    /// <summary>The pinned mailbox of article 6: the only address for the archive (R7).</summary>
    public string Mailbox() => Protocol.Flows[0].Channels.First(channel => channel.Kind == ChannelKind.Mail).Address;
}

/// <summary>Reads referrals from the register and records what happens to them.</summary>
public sealed class ReferralFile(IRegister register, ExchangeLedger ledger, ProtocolCatalog protocols) : IExchangeFile
{
    public string Word => ReferralHeads.Kind;

    /// <summary>W12: the receiver, and of the other side only that something left and arrived.</summary>
    public AuditReach ReachOf(ExchangeHead head, PartyId reader) => reader == head.Receiver ? AuditReach.Both : reader == head.Sender ? AuditReach.Own : AuditReach.Hidden;

    /// <summary>The referral, or null when there is none of that id.</summary>
    public async Task<Referral?> FindAsync(ExchangeId id, CancellationToken cancellation)
    {
        if (await register.FindAsync(id, cancellation) is not { Kind: ReferralHeads.Kind } head)
            return null;
        return Of(head, await register.FactsAsync(id, cancellation));
    }

    /// <summary>The referral of a head and facts that were read one after the other: the head may be older. An append checks the revision, so nothing is lost by it.</summary>
    public Referral Of(ExchangeHead head, IEnumerable<FactRow> facts) =>
        new(head, ReferralState.Of(facts.Take(head.Revision).Select(row => FactJson.Read(row.Json))), protocols.Of(head));

    /// <exception cref="InvalidOperationException">There is no such referral.</exception>
    public async Task<Referral> GetAsync(ExchangeId id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ?? throw new InvalidOperationException("No such referral");

    /// <summary>Records a fact.</summary>
    /// <returns>The referral after it, or null when somebody else recorded something first.</returns>
    public async Task<Referral?> RecordAsync(Referral referral, ReferralFact fact, CancellationToken cancellation)
    {
        var state = referral.State.After(fact);
        var next = new Referral(ReferralHeads.After(referral.Head, state), state, referral.Protocol);
        var wakes = ReferralWakes.For(referral.Id, referral.Terms, state, fact).Count > 0;
        return await ledger.AppendAsync(next.Head, fact, wakes, cancellation) ? next : null;
    }

    public async Task<ErasureSubject> SubjectAsync(ExchangeHead head, CancellationToken cancellation) =>
        ReferralErasure.SubjectOf(head, protocols.Of(head), ReferralState.Of((await register.FactsAsync(head.Id, cancellation)).Select(row => FactJson.Read(row.Json))));

    public async Task WakeAgainAsync(FactRow row, IOrchestrationClient engine, Func<Task> handled, CancellationToken cancellation)
    {
        var (referral, fact) = (await GetAsync(row.Exchange, cancellation), (ReferralFact)FactJson.Read(row.Json));
        foreach (var wake in ReferralWakes.For(row.Exchange, referral.Terms, referral.State, fact))
            await wake(engine, cancellation);

        // Erased by the other enforcer: nothing is left to decide, and nobody may be left to hear it.
        if ((referral.State.Erased is not null && fact is not ReferralFact.WithdrawnAfterEnd) || ReferralWakes.IsHandledOnceSent(fact))
            await handled();
    }

    public async Task TellAgainAsync(ExchangeId exchange, IOrchestrationClient engine, CancellationToken cancellation)
    {
        var referral = await GetAsync(exchange, cancellation);
        foreach (var fact in (await register.FactsAsync(exchange, cancellation)).Where(row => row.Wakes).Select(row => FactJson.Read(row.Json)).OfType<ReferralFact>())
        {
            foreach (var wake in ReferralWakes.For(exchange, referral.Terms, referral.State, fact))
                await wake(engine, cancellation);
        }
    }

    /// <summary>Records what an activity did, unless this very step recorded it before.</summary>
    public async Task RecordStepAsync(ExchangeId id, string step, Func<Referral, ReferralFact?> fact, CancellationToken cancellation)
    {
        while (true)
        {
            var referral = await GetAsync(id, cancellation);
            var facts = await register.FactsAsync(id, cancellation);
            if (facts.Any(row => row.Id == step) || fact(referral) is not { } recorded || await RecordAsync(referral, recorded, cancellation) is not null)
                return;
        }
    }
}
