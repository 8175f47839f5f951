using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>A month: it holds no content, only the steps and their counts, and in the key store the key of that month (F11).</summary>
public sealed class CycleKind() : ExchangeKind<CycleState, CycleCommand>(Name)
{
    public const string Name = "debiteurenmaand";

    /// <summary>F11: when the other side compared or read is not this side's to know; that the key of the month is gone is.</summary>
    public override AuditReach Reach => AuditReach.OwnAndSystem;

    /// <summary>D1: a month of a protocol has one possible id, so however often the timer comes there is one cycle.</summary>
    public static ExchangeId IdOf(ProtocolId protocol, DebtorMonth month) => References.Of("DM", $"{protocol} {month}");

    public override CycleState After(CycleState state, ExchangeFact fact) => state.After(fact);

    public override ExchangeDecision Decide(ExchangeView<CycleState> view, CycleCommand command, DecisionMoment moment) => CycleDecisions.Decide(view, command, moment);

    public override ExchangeHead HeadAfter(ExchangeHead head, Protocol protocol, CycleState state) => head with
    {
        State = state.Word,
        EraseAfter = state.Erased is not null ? null : state.EndedAt ?? state.Month.Closes,
    };

    public override IReadOnlyList<Wake> WakesFor(ExchangeView<CycleState> view, ExchangeFact fact) => fact switch
    {
        CycleFact.Opened => [StartOf(view)],
        CycleFact.DebtorsDelivered => [Send(view, new CycleMessage.DebtorsDelivered(fact.Id))],
        CycleFact.Compared compared => [Send(view, new CycleMessage.Listed(fact.Id, compared.Matched > 0))],
        CycleFact.Marked marked => [Send(view, new CycleMessage.Listed(fact.Id, marked.Clients > 0))],
        CycleFact.Released released => [Send(view, new CycleMessage.Released(fact.Id, released.Listed is { } listed ? listed > 0 : null))],
        CycleFact.Confirmed => [Send(view, new CycleMessage.Confirmed(fact.Id))],
        CycleFact.Detailed => [Send(view, new CycleMessage.Detailed(fact.Id))],
        CycleFact.Closed or CycleFact.ProtocolEnded => [Send(view, new CycleMessage.Ended(fact.Id, view.State.End ?? ErasureReason.TermEnded))],
        _ => [],
    };

    public override ErasureSubject SubjectOf(ExchangeView<CycleState> view) => DebtorErasure.SubjectOf(view);

    protected override CycleState Start(ExchangeFact first) => CycleState.Start(first);

    private static Wake Send(ExchangeView<CycleState> view, CycleMessage message) => (client, cancellation) => client.SendAsync(view.Id.Value, message, cancellation);

    private static Wake StartOf(ExchangeView<CycleState> view)
    {
        var input = new CycleInput(view.Id, DebtorTerms.Of(view.Protocol), view.State.Month.Closes, Course: null);
        return (client, cancellation) => client.StartAsync(CycleOrchestration.Orchestration, view.Id.Value, input, cancellation);
    }
}
