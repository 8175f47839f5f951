using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>The one list of a protocol (D11): which version counts, and who made each, when and why. What is in it stands in the copies.</summary>
public sealed class ListKind() : ExchangeKind<ListState, ListCommand>(Name)
{
    public const string Name = "debiteurenlijst";

    /// <summary>F11: what the OCMW did with its own clients is not the municipality's to know.</summary>
    public override AuditReach Reach => AuditReach.OwnAndSystem;

    /// <summary>D10, D11: a protocol has one list.</summary>
    public static ExchangeId IdOf(ProtocolId protocol) => References.Of("DL", protocol.Value);

    public override ListState After(ListState state, ExchangeFact fact) => state.After(fact);

    public override ExchangeDecision Decide(ExchangeView<ListState> view, ListCommand command, DecisionMoment moment) => ListDecisions.Decide(view, command, moment);

    /// <summary>D8: no term of its own while collection runs.</summary>
    public override ExchangeHead HeadAfter(ExchangeHead head, Protocol protocol, ListState state) => head with
    {
        State = state.Word,
        EraseAfter = state.Erased is not null ? null : state.EndedAt,
    };

    public override IReadOnlyList<Wake> WakesFor(ExchangeView<ListState> view, ExchangeFact fact) => fact switch
    {
        ListFact.VersionMade made => [StartOf(view), Send(view, MessageOf(view, made))],
        ListFact.ProtocolEnded => [StartOf(view), Send(view, new ListMessage.Ended(fact.Id, ErasureReason.ProtocolEnded))],
        _ => [],
    };

    public override ErasureSubject SubjectOf(ExchangeView<ListState> view) => DebtorErasure.SubjectOf(view);

    protected override ListState Start(ExchangeFact first) => ListState.Start(first);

    private static ListMessage.VersionMade MessageOf(ExchangeView<ListState> view, ListFact.VersionMade made) => new(
        made.Id, made.Number, made.Counts.Reviews,
        made.DeliveredAt is null ? null : ListDecisions.MovesAt(view.State, view.Protocol),
        made.Restriction is null && ListChanges.OfMarks.Contains(made.Why)); // the dossier tells of the others itself

    private static Wake Send(ExchangeView<ListState> view, ListMessage message) => (client, cancellation) => client.SendAsync(view.Id.Value, message, cancellation);

    private static Wake StartOf(ExchangeView<ListState> view) =>
        (client, cancellation) => client.StartAsync(ListOrchestration.Orchestration, view.Id.Value, new ListInput(view.Id, DebtorTerms.Of(view.Protocol), ListCourse.Begun), cancellation);
}
