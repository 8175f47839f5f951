using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>The request: Opgroeien regie's copy of what the city or the OCMW asked.</summary>
public sealed class RequestKind() : ExchangeKind<RequestState, RequestCommand>(Name)
{
    public const string Name = "groeipakketvraag";

    /// <summary>EENMALIG (P1): the first request of a protocol has one possible id, and so has each replacement: two at once cannot both begin.</summary>
    /// <param name="number">From 1.</param>
    public static ExchangeId IdOf(ProtocolId protocol, int number) => References.Of("GP", $"{protocol} {number}");

    public override AuditReach Reach => AuditReach.Both;

    public override RequestState After(RequestState state, ExchangeFact fact) => state.After(fact);

    public override ExchangeDecision Decide(ExchangeView<RequestState> view, RequestCommand command, DecisionMoment moment) => RequestDecisions.Decide(view, command, moment);

    /// <summary>P12: complete, it has the term of Opgroeien regie from the day on which it came; ended, it goes at once.</summary>
    public override ExchangeHead HeadAfter(ExchangeHead head, Protocol protocol, RequestState state) => head with
    {
        State = state.Word,
        EraseAfter = state.Erased is not null ? null : state.EndedAt ?? (state.Exists ? GroeipakketTerms.Until(protocol, protocol.Registry(), state.Claim.At) : head.EraseAfter),
    };

    public override IReadOnlyList<Wake> WakesFor(ExchangeView<RequestState> view, ExchangeFact fact) => fact switch
    {
        RequestFact.Stored => [Start(view)],
        RequestFact.HandoverBegun begun => [.. Close(view, fact, but: begun.Handover), Send(view, new RequestMessage.HandoverBegun(fact.Id, begun.Handover))],

        // What the DPO of the requester read aloud arrived: for the handover that is shown and received in one.
        RequestFact.KeyEntered entered =>
        [
            Tell(view, entered.Handover, new KeyHandoverMessage.Revealed($"{fact.Id}-voorgelezen")),
            Tell(view, entered.Handover, new KeyHandoverMessage.Received($"{fact.Id}-ontvangen")),
            Send(view, new RequestMessage.KeyEntered(fact.Id)),
        ],
        RequestFact.KeyWiped wiped => view.State.Key is { } key
            ? [Tell(view, key.Handover, new KeyHandoverMessage.Wiped(fact.Id, ByGiver: wiped.Side == GroeipakketSide.Requester, Last: true))]
            : [],
        RequestFact.WentOn => [Send(view, new RequestMessage.WentOn(fact.Id))],
        RequestFact.Answered answered => [AnswerKind.StartOf(view, answered), Send(view, new RequestMessage.Answered(fact.Id))],
        RequestFact.AnswerReceived or RequestFact.Replaced or RequestFact.Cancelled or RequestFact.ProtocolEnded or RequestFact.Rejected or RequestFact.TermEnded =>
            [.. Close(view, fact, but: 0), Send(view, new RequestMessage.Ended(fact.Id, view.State.End!.Value))],
        RequestFact.Declared => view.State.End is not null ? [Send(view, new RequestMessage.Declared(fact.Id))] : [],
        _ => [],
    };

    public override ErasureSubject SubjectOf(ExchangeView<RequestState> view) => RequestErasure.SubjectOf(view);

    protected override RequestState Start(ExchangeFact first) => RequestState.Start(first);

    private static Wake Start(ExchangeView<RequestState> view)
    {
        var input = new RequestInput(
            view.Id, GroeipakketTerms.Of(view.Protocol), view.State.Claim.SealedByRequester, GroeipakketTerms.Until(view.Protocol, view.Protocol.Registry(), view.State.Claim.At), Course: null);
        return (client, cancellation) => client.StartAsync(RequestOrchestration.Orchestration, view.Id.Value, input, cancellation);
    }

    private static Wake Send(ExchangeView<RequestState> view, RequestMessage message) => (client, cancellation) => client.SendAsync(view.Id.Value, message, cancellation);

    private static Wake Tell(ExchangeView<RequestState> view, int handover, KeyHandoverMessage message) =>
        (client, cancellation) => client.SendAsync($"{view.Id}:{GroeipakketNames.Handover(handover)}", message, cancellation);

    private static IEnumerable<Wake> Close(ExchangeView<RequestState> view, ExchangeFact fact, int but) =>
        Enumerable.Range(1, view.State.Handover).Where(number => number != but).Select(number => Tell(view, number, new KeyHandoverMessage.Closed(fact.Id)));
}
