using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>What may be done to a sealed copy that exists.</summary>
public abstract record CopyCommand
{
    private CopyCommand()
    {
    }

    public sealed record Seal(SealedFile File) : CopyCommand;

    public sealed record End(CopyEnd Why) : CopyCommand;
}

/// <summary>
/// One sealed copy of personal data: a delivery of phase 1, or a version of the list. Each has a key, a certificate and an end of its own, so that what nobody
/// needs any more is provably gone while the list goes on (D5, D11, F2, F3).
/// </summary>
public sealed class CopyKind() : ExchangeKind<CopyState, CopyCommand>(Name)
{
    public const string Name = "debiteurenkopie";

    /// <summary>F11: who opened a copy is its own side's; that it was sealed and erased both know.</summary>
    public override AuditReach Reach => AuditReach.OwnAndSystem;

    public static Refusal Lapsed { get; } = new("kopie-vervallen", "art. 3", "Dit bestand is intussen vervallen. Lever het opnieuw.");

    public override CopyState After(CopyState state, ExchangeFact fact) => state.After(fact);

    public override ExchangeDecision Decide(ExchangeView<CopyState> view, CopyCommand command, DecisionMoment moment) => (view.State, command) switch
    {
        ({ End: not null }, CopyCommand.Seal) => new ExchangeDecision.Refuse(Lapsed),
        ({ End: not null }, _) => new ExchangeDecision.Already(),
        ({ File: not null }, CopyCommand.Seal) => new ExchangeDecision.Already(),
        (_, CopyCommand.Seal seal) => new ExchangeDecision.Record(new CopyFact.Sealed(moment.FactId, moment.Now, moment.Actor, seal.File.Id, seal.File.Sha256, seal.File.Bytes)),
        (_, CopyCommand.End end) => new ExchangeDecision.Record(new CopyFact.Ended(moment.FactId, moment.Now, moment.Actor, end.Why)),
        _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
    };

    /// <summary>
    /// D5: a delivery never outlives its month. D8: a version that counts has no term of its own: it is kept as long as collection runs, and each change makes the
    /// next one.
    /// </summary>
    public override ExchangeHead HeadAfter(ExchangeHead head, Protocol protocol, CopyState state) => head with
    {
        State = state.Word,
        EraseAfter = state.Erased is not null ? null
            : state.End is { } end ? end.At
            : state.File is null ? head.EraseAfter
            : state.Claim.Content == CopyContent.Delivery ? DebtorMonth.Of(state.Claim.At).Closes : null,
    };

    public override IReadOnlyList<Wake> WakesFor(ExchangeView<CopyState> view, ExchangeFact fact) => fact is CopyFact.Ended
        ? [(client, cancellation) => client.StartAsync(CopyEndOrchestration.Orchestration, view.Id.Value, new CopyEndInput(view.Id, fact.Id), cancellation)]
        : [];

    public override ErasureSubject SubjectOf(ExchangeView<CopyState> view) => DebtorErasure.SubjectOf(view);

    protected override CopyState Start(ExchangeFact first) => CopyState.Start(first);

    internal static ErasureReason ReasonOf(CopyState state) => state.End?.Why switch
    {
        CopyEnd.Compared => ErasureReason.NoLongerNeeded,
        CopyEnd.Superseded or CopyEnd.NotUsed => ErasureReason.Voided,
        CopyEnd.MonthOver => ErasureReason.TermEnded,
        CopyEnd.ProtocolEnded => ErasureReason.ProtocolEnded,
        null => state.File is null ? ErasureReason.Voided : ErasureReason.TermEnded,
        _ => throw new InvalidOperationException($"An end that no rule knows: {state.End?.Why}"),
    };
}
