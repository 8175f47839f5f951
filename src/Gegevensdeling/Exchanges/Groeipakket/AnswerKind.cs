using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>The answer: from its receipt on the copy of the social service.</summary>
public sealed class AnswerKind() : ExchangeKind<AnswerState, AnswerCommand>(Name)
{
    public const string Name = "groeipakketantwoord";

    /// <summary>The answer that this order makes: the same one at every repetition of it.</summary>
    public static ExchangeId IdOf(ExchangeId request, string factId) => References.Of("GA", $"{request} {factId}");

    public override AuditReach Reach => AuditReach.Both;

    public override AnswerState After(AnswerState state, ExchangeFact fact) => state.After(fact);

    public override ExchangeDecision Decide(ExchangeView<AnswerState> view, AnswerCommand command, DecisionMoment moment) => AnswerDecisions.Decide(view, command, moment);

    public override ExchangeHead HeadAfter(ExchangeHead head, Protocol protocol, AnswerState state) => head with
    {
        State = state.Word,
        EraseAfter = state.Erased is not null ? null : state.EndedAt ?? (state.Exists ? UntilOf(protocol, state.Claim.At) : head.EraseAfter),
    };

    public override IReadOnlyList<Wake> WakesFor(ExchangeView<AnswerState> view, ExchangeFact fact) => fact switch
    {
        AnswerFact.MailAsked => [Send(view, new AnswerMessage.MailAsked(fact.Id))],
        AnswerFact.MailApproved => [Send(view, new AnswerMessage.MailApproved(fact.Id))],
        AnswerFact.HandoverBegun begun when fact.By.Staff != StaffRef.System => [.. Close(view, fact, but: begun.Handover), Send(view, new AnswerMessage.HandoverBegun(fact.Id, begun.Handover))],
        AnswerFact.KeyRevealed shown => [Tell(view, shown.Handover, new KeyHandoverMessage.Revealed(fact.Id))],
        AnswerFact.KeyReceived received => [Tell(view, received.Handover, new KeyHandoverMessage.Received(fact.Id))],
        AnswerFact.KeyWiped wiped => [.. Wiped(view, wiped)],
        AnswerFact.KeyLost => [.. Close(view, fact, but: 0), Send(view, new AnswerMessage.KeyLost(fact.Id))],
        AnswerFact.Opened or AnswerFact.Confirmed => view.State.Receipts.Any(receipt => receipt.Fact.Id == fact.Id) ? [Send(view, new AnswerMessage.Received(fact.Id))] : [],
        AnswerFact.Irrelevant or AnswerFact.Lapsed or AnswerFact.ProtocolEnded or AnswerFact.TermEnded =>
            [.. Close(view, fact, but: 0), StartOf(view), Send(view, new AnswerMessage.Ended(fact.Id, view.State.End!.Value))],
        AnswerFact.Declared => view.State is { End: not null, DeclaredAll: true } ? [Send(view, new AnswerMessage.Declared(fact.Id))] : [],
        _ => [],
    };

    public override ErasureSubject SubjectOf(ExchangeView<AnswerState> view) => AnswerErasure.SubjectOf(view);

    /// <summary>Starts the orchestration of an answer, once its request names it.</summary>
    public static Wake StartOf(ExchangeView<RequestState> request, RequestFact.Answered fact) => StartOf(fact.Answer, request.Protocol, fact.MadeAt);

    protected override AnswerState Start(ExchangeFact first) => AnswerState.Start(first);

    /// <summary>P12: the strictest term of both sides, from the day on which the copy came into being.</summary>
    public static DateTimeOffset UntilOf(Protocol protocol, DateTimeOffset made)
    {
        var (registry, service) = (GroeipakketTerms.Until(protocol, protocol.Registry(), made), GroeipakketTerms.Until(protocol, protocol.Service(), made));
        return registry < service ? registry : service;
    }

    // What ends before it was on its way has no orchestration yet, and needs one to be erased.
    private static Wake StartOf(ExchangeView<AnswerState> view) => StartOf(view.Id, view.Protocol, view.State.Claim.At);

    private static Wake StartOf(ExchangeId answer, Protocol protocol, DateTimeOffset made)
    {
        var input = new AnswerInput(answer, GroeipakketTerms.Of(protocol), UntilOf(protocol, made), Course: null);
        return (client, cancellation) => client.StartAsync(AnswerOrchestration.Orchestration, answer.Value, input, cancellation);
    }

    private static Wake Send(ExchangeView<AnswerState> view, AnswerMessage message) => (client, cancellation) => client.SendAsync(view.Id.Value, message, cancellation);

    private static Wake Tell(ExchangeView<AnswerState> view, int handover, KeyHandoverMessage message) =>
        (client, cancellation) => client.SendAsync($"{view.Id}:{GroeipakketNames.Handover(handover)}", message, cancellation);

    private static IEnumerable<Wake> Close(ExchangeView<AnswerState> view, ExchangeFact fact, int but) =>
        view.State.Handovers.Where(one => one.Number != but).Select(one => Tell(view, one.Number, new KeyHandoverMessage.Closed(fact.Id)));

    /// <summary>Wiped is wiped: also for the handovers that were interrupted or overtaken before this one.</summary>
    private static IEnumerable<Wake> Wiped(ExchangeView<AnswerState> view, AnswerFact.KeyWiped wiped)
    {
        var shown = view.State.Handovers.Where(one => one.RevealedAt is not null).Select(one => one.Number).ToList();
        return shown.Select(number => Tell(view, number, new KeyHandoverMessage.Wiped(wiped.Id, ByGiver: wiped.Side == GroeipakketSide.Registry, Last: number == shown[^1])));
    }
}
