using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Stores;
using static Gegevensdeling.Exchanges.Groeipakket.GroeipakketActivityTokens;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>The effects of a request: each does one thing, is the same thing when it runs twice (its step), and records it.</summary>
public sealed class RequestActivities(
    IRegister register, ExchangeFile<RequestState, RequestCommand> requests, ExchangeFile<AnswerState, AnswerCommand> answers, ExchangeFile<ExtractState, ExtractCommand> extracts,
    RequestContent content, ExchangePost post,
    OneOffEnd oneOff, TimeProvider clock)
{
    public void Bind(ActivityBindings bindings) => bindings
        .Bind(CheckRows, CheckRowsAsync)
        .Bind(AskTeam, AskTeamAsync)
        .Bind(RemindOfRequest, RemindAsync)
        .Bind(EndRequestAtTerm, EndAtTermAsync)
        .Bind(TellRequestEnded, TellEndedAsync)
        .Bind(HearExtract, async (step, cancellation) =>
        {
            await MarkStoredAsync(step.Exchange, cancellation);
            return Done.Value;
        })
        .Bind(EndProtocol, async (step, cancellation) =>
        {
            await oneOff.EndAsync(step.Exchange, cancellation);
            return Done.Value;
        })
        .Bind(MarkHandled, async (step, cancellation) =>
        {
            await register.HandleAsync(step.Exchange, step.FactId, clock, cancellation);
            return Done.Value;
        });

    /// <summary>P2, W13: judged once; who is to do something hears it.</summary>
    private async Task<CheckedRows> CheckRowsAsync(GroeipakketStep step, CancellationToken cancellation)
    {
        await MarkStoredAsync(step.Exchange, cancellation);
        var view = await requests.GetAsync(step.Exchange, cancellation);
        if (view.State.End is null && view.State.Check is null)
            view = await JudgeAsync(view, step, cancellation);
        if (view.State is not { End: null, Check: { } rows })
            return new(CheckOutcome.Over, view.State.End ?? ErasureReason.Voided);
        if (view.State.IsReady)
            await post.TellAsync(view.Id, step.Id, [post.Team(view.Protocol)], GroeipakketMails.Ready(view.Id, rows), cancellation);
        else
            await post.TellAsync(view.Id, step.Id, await post.AskerAsync(view.Protocol, view.State.Claim.By.Staff, cancellation), GroeipakketMails.WrongRows(view.Id, rows), cancellation);
        return new(view.State.IsReady ? CheckOutcome.Ready : CheckOutcome.WrongRows, End: null);
    }

    private async Task<ExchangeView<RequestState>> JudgeAsync(ExchangeView<RequestState> view, GroeipakketStep step, CancellationToken cancellation)
    {
        var (now, by) = (clock.GetUtcNow(), SystemActor.Value);
        switch (await content.ReadAsync(view, cancellation))
        {
            case FileResult<CheckedRequest>.Done { Value.Counts: var rows }:
                return await requests.RecordOnceAsync(
                    view.Id, step.Id, at => at.State.End is null ? new RequestFact.Checked(step.Id, now, by, rows.Rows, rows.Right, rows.Wrong, rows.Warnings) : null, cancellation);
            case FileResult<CheckedRequest>.Refused { Refusal: var refusal }:
                await post.TellAsync(view.Id, step.Id, await post.AskerAsync(view.Protocol, view.State.Claim.By.Staff, cancellation), GroeipakketMails.Rejected(view.Id, refusal), cancellation);
                return await requests.RecordOnceAsync(view.Id, step.Id, at => at.State.End is null ? new RequestFact.Rejected(step.Id, now, by, refusal.Code) : null, cancellation);
            default:
                var after = await requests.GetAsync(view.Id, cancellation);
                return after.State is { End: null, Erased: null } ? throw new FileNotFoundException("The file of a request or its key is gone") : after;
        }
    }

    private async Task<Done> AskTeamAsync(GroeipakketStep step, CancellationToken cancellation)
    {
        var view = await requests.GetAsync(step.Exchange, cancellation);
        if (view.State is { End: null, Check: { } rows })
            await post.TellAsync(view.Id, step.Id, [post.Team(view.Protocol)], GroeipakketMails.Ready(view.Id, rows), cancellation);
        return Done.Value;
    }

    private async Task<Done> RemindAsync(RequestReminderStep step, CancellationToken cancellation)
    {
        var (view, id) = (await requests.GetAsync(step.Exchange, cancellation), step.Step.ToString("N"));
        if (step.Reminder != RequestReminder.Declaration && (view.State.End is not null || view.State.IsRestricted))
            return Done.Value; // W22: nobody is asked to do what may not be done now
        IReadOnlyList<string?> to = step.Reminder switch
        {
            RequestReminder.WrongRows => await post.AskerAsync(view.Protocol, view.State.Claim.By.Staff, cancellation),
            RequestReminder.TermNears => [post.Team(view.Protocol), .. await post.AskerAsync(view.Protocol, view.State.Claim.By.Staff, cancellation)],
            RequestReminder.Answer or RequestReminder.Declaration => [post.Team(view.Protocol)],
            _ => throw new InvalidOperationException($"A reminder without addressees: {step.Reminder}"),
        };
        await post.TellAsync(view.Id, id, to, GroeipakketMails.Remind(view.Id, step.Reminder, GroeipakketTerms.Until(view.Protocol, view.Protocol.Registry(), view.State.Claim.At)), cancellation);
        await requests.RecordOnceAsync(view.Id, id, _ => new RequestFact.Reminded(id, clock.GetUtcNow(), SystemActor.Value, step.Reminder), cancellation);
        return Done.Value;
    }

    private async Task<EndedAtTerm> EndAtTermAsync(GroeipakketStep step, CancellationToken cancellation)
    {
        var view = await requests.RecordOnceAsync(
            step.Exchange, step.Id, at => at.State.End is null ? new RequestFact.TermEnded(step.Id, clock.GetUtcNow(), SystemActor.Value) : null, cancellation);
        return new(view.State.End ?? ErasureReason.TermEnded);
    }

    /// <summary>P13: the team hears that it is over, and the requester where it was not the one that ended it.</summary>
    private async Task<EndedRequest> TellEndedAsync(GroeipakketStep step, CancellationToken cancellation)
    {
        var view = await requests.GetAsync(step.Exchange, cancellation);

        // W14, P13: without its request no answer can be received any more, nor one that was sealed and never named. Who ended it did this too, unless that died in between.
        var all = (await answers.ListAsync(view.Protocol.Id, liveOnly: true, cancellation)).Where(one => one.State.Claim.Request == view.Id).Select(one => one.Id);
        foreach (var answer in all.Where(one => !view.State.Received || one != view.State.Answer))
            await answers.RecordOnceAsync(answer, step.Id, at => at.State.End is null ? new AnswerFact.Lapsed(step.Id, clock.GetUtcNow(), SystemActor.Value) : null, cancellation);
        // P13: once it was answered and received nothing is left to be looked up.
        foreach (var extract in view.State.Received ? await extracts.ListAsync(view.Head.Protocol, liveOnly: true, cancellation) : [])
            await extracts.RecordOnceAsync(extract.Id, step.Id, at => at.State.IsUsable ? new ExtractFact.Ended(step.Id, clock.GetUtcNow(), SystemActor.Value) : null, cancellation);
        if (view.State.RejectedFor is null)
        {
            IReadOnlyList<string?> to = view.State.End is ErasureReason.TermEnded or ErasureReason.ProtocolEnded
                ? [post.Team(view.Protocol), .. await post.AskerAsync(view.Protocol, view.State.Claim.By.Staff, cancellation)]
                : [post.Team(view.Protocol)];
            await post.TellAsync(view.Id, step.Id, to, GroeipakketMails.RequestEnded(view.Id, view.State), cancellation);
        }

        return new(view.State.Fetched);
    }

    /// <summary>The orchestration runs: what started it was heard.</summary>
    private async Task MarkStoredAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        foreach (var row in await register.FactsAsync(exchange, cancellation))
        {
            if (FactJson.Read(row.Json) is RequestFact.Stored or ExtractFact.Sealed)
                await register.HandleAsync(row, clock, cancellation);
        }
    }
}
