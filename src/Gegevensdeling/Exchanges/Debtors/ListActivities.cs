using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Orchestrations;
using static Gegevensdeling.Exchanges.Debtors.DebtorActivityTokens;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>The effects of the list: each does one thing, is the same thing when it runs twice (its step), and records it.</summary>
public sealed class ListActivities(
    ExchangeFile<ListState, ListCommand> lists, ExchangeFile<CycleState, CycleCommand> cycles, DebtorUpkeep upkeep, DebtorReceipts receipts, ExchangePost post, ProtocolLives lives,
    TimeProvider clock)
{
    public void Bind(ActivityBindings bindings) => bindings
        .Bind(EndOldVersions, EndOldVersionsAsync)
        .Bind(TellMarksChanged, TellMarksChangedAsync)
        .Bind(MoveList, MoveAsync)
        .Bind(AskReview, AskReviewAsync);

    private async Task<Done> EndOldVersionsAsync(DebtorStep step, CancellationToken cancellation)
    {
        await receipts.OfVersionsAsync((await lists.GetAsync(step.Exchange, cancellation)).State, cancellation);
        await upkeep.EndOldVersionsAsync(step.Exchange, cancellation);
        return Done.Value;
    }

    /// <summary>D3, D11: only what the OCMW released is told.</summary>
    private async Task<Done> TellMarksChangedAsync(DebtorStep step, CancellationToken cancellation)
    {
        var view = await lists.GetAsync(step.Exchange, cancellation);
        var released = view.State.Comparison?.Cycle is { } cycle && (await cycles.GetAsync(cycle, cancellation)).State.ReleasedAt is not null;
        if (released && await MayTellAsync(view, cancellation))
            await post.TellAsync(view.Id, step.Id, [post.Service(view.Protocol, view.Protocol.Municipality())], DebtorMails.MarksChanged(view.Id), cancellation);
        return Done.Value;
    }

    /// <summary>D12: from its date on nobody else can read it, whether this runs or not; here it is recorded and told.</summary>
    private async Task<Done> MoveAsync(DebtorStep step, CancellationToken cancellation)
    {
        var view = await lists.RecordOnceAsync(
            step.Exchange, step.Id,
            at => at.State is { End: null, MovedAt: null } && ListDecisions.MovesAt(at.State, at.Protocol) <= clock.GetUtcNow() ? new ListFact.Moved(step.Id, clock.GetUtcNow(), SystemActor.Value) : null,
            cancellation);
        if (view.State.MovedAt is null || !await MayTellAsync(view, cancellation))
            return Done.Value;
        var drive = view.Protocol.Party(view.Protocol.Debtors!.DriveOf).Name;
        await post.TellAsync(view.Id, step.Id, view.Protocol.Parties.Select(party => post.Service(view.Protocol, party.Id)), DebtorMails.Moved(view.Id, drive), cancellation);
        return Done.Value;
    }

    /// <summary>W18: both services, since a debt may prescribe meanwhile. Nothing resumes by itself.</summary>
    private async Task<Done> AskReviewAsync(DebtorStep step, CancellationToken cancellation)
    {
        var view = await lists.GetAsync(step.Exchange, cancellation);
        var today = LegalCalendar.DateOf(clock.GetUtcNow());
        var pauses = view.State.Current?.Counts.Reviews.Where(review => review.On <= today).Sum(review => review.Count) ?? 0;
        if (pauses == 0 || view.State.IsRestricted || !await MayTellAsync(view, cancellation))
            return Done.Value;
        await post.TellAsync(view.Id, step.Id, view.Protocol.Parties.Select(party => post.Service(view.Protocol, party.Id)), DebtorMails.Review(view.Id, pauses, today), cancellation);
        await lists.RecordOnceAsync(view.Id, step.Id, _ => new ListFact.ReviewAsked(step.Id, clock.GetUtcNow(), SystemActor.Value, pauses), cancellation);
        return Done.Value;
    }

    private async Task<bool> MayTellAsync(ExchangeView<ListState> view, CancellationToken cancellation) =>
        view.State.End is null && await lives.StopAsync(view.Protocol, clock.GetUtcNow(), cancellation) is null;
}
