using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;
using static Gegevensdeling.Exchanges.Groeipakket.GroeipakketActivityTokens;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>The effects of an answer: each does one thing, is the same thing when it runs twice (its step), and records it.</summary>
public sealed class AnswerActivities(
    ExchangeFile<AnswerState, AnswerCommand> answers, ExchangeFile<RequestState, RequestCommand> requests, SealedContent content, IDropStore drop, ExchangePost post,
    AnswerReceipts receipts, ProtocolLives lives, Eraser eraser, TimeProvider clock)
{
    /// <summary>G10, W22: while the protocol is suspended or an objection runs nothing is sent; it waits, and goes when somebody released it.</summary>
    private static readonly FailureCode Stopped = new("UitwisselingStopgezet");

    public void Bind(ActivityBindings bindings) => bindings
        .Bind(Deliver, DeliverAsync)
        .Bind(BeginHandover, BeginHandoverAsync)
        .Bind(CloseOnReceipt, CloseOnReceiptAsync)
        .Bind(RemindOfAnswer, RemindAsync)
        .Bind(ResealAnswer, ResealAsync)
        .Bind(EndAnswerAtTerm, EndAtTermAsync)
        .Bind(TellAnswerEnded, TellEndedAsync);

    /// <summary>P8, P9: to the place of the service on the SFTP server; by mail once that was approved. Not at all once it has ended.</summary>
    private async Task<Done> DeliverAsync(GroeipakketStep step, CancellationToken cancellation)
    {
        var view = await answers.GetAsync(step.Exchange, cancellation);
        // P13: after receipt nothing of it stands ready any more; the service opens it, or fetches it, in the application.
        if (view.State is not { End: null, Erased: null, Received: false, Current: { } current } || await answers.IsRecordedAsync(view.Id, step.Id, cancellation))
            return Done.Value;
        if (view.State.IsRestricted || await lives.StopAsync(view.Protocol, clock.GetUtcNow(), cancellation) is not null)
            throw new ActivityFailureException(Stopped);
        var channel = view.State.MailApproved is null ? "sftp" : "mail";
        if (view.State.Deliveries.Any(delivery => delivery.Artefact == current.Id && delivery.Channel == channel))
            return Done.Value; // approved while the first delivery waited, which then took that way itself
        if (channel == "sftp")
            await DropAsync(view, current, step, cancellation);
        else
            await post.TellAsync(view.Id, step.Id, [MailOf(view.Protocol)], GroeipakketMails.Archive(view.Id, view.State.Claim.Request), cancellation, current.Id);
        await answers.RecordOnceAsync(view.Id, step.Id, _ => new AnswerFact.Delivered(step.Id, clock.GetUtcNow(), SystemActor.Value, current.Id, channel), cancellation);
        await UndoIfEndedAsync(view.Id, cancellation);
        return Done.Value;
    }

    private async Task DropAsync(ExchangeView<AnswerState> view, SealedFile current, GroeipakketStep step, CancellationToken cancellation)
    {
        var name = new DropName(view.Protocol.Service(), view.Id, current.Id);
        await using var archive = await content.StoredAsync(view.Id, current, cancellation) ?? throw new FileNotFoundException("The archive to deliver is gone");
        await drop.WriteAsync(name, (target, token) => archive.CopyToAsync(target, token), cancellation);
        var request = await requests.GetAsync(view.State.Claim.Request, cancellation);
        var (asker, service) = (request.State.Claim.By, view.Protocol.Service());
        var ready = GroeipakketMails.Delivered(view.Id, view.State.Claim.Request, name.FileName);
        if (asker.Party == service)
        {
            await post.TellAsync(view.Id, step.Id, [post.Service(view.Protocol), .. await post.AskerAsync(view.Protocol, asker.Staff, cancellation)], ready, cancellation);
            return;
        }

        await post.TellAsync(view.Id, step.Id, [post.Service(view.Protocol)], ready, cancellation);
        var told = GroeipakketMails.DeliveredToService(view.Id, view.State.Claim.Request, view.Protocol.Party(service).Name);
        await post.TellAsync(view.Id, $"{step.Id}-aanvrager", (await post.AskerAsync(view.Protocol, asker.Staff, cancellation)).Where(to => to != post.Service(view.Protocol)), told, cancellation);
    }

    /// <summary>P8: begun by the system once the file is there.</summary>
    private async Task<BegunHandover> BeginHandoverAsync(GroeipakketStep step, CancellationToken cancellation)
    {
        var view = await answers.RecordOnceAsync(
            step.Exchange, step.Id,
            at => at.State is { End: null } && at.State.IsThere
                ? new AnswerFact.HandoverBegun(step.Id, clock.GetUtcNow(), SystemActor.Value, at.State.Handovers.Count + 1)
                : null,
            cancellation);
        return new(view.State.End is null ? view.State.Handovers.Count : null);
    }

    /// <summary>P13, F1: the receipt is signed; what Opgroeien regie holds of it on its SFTP server and of the request goes.</summary>
    private async Task<Done> CloseOnReceiptAsync(GroeipakketStep step, CancellationToken cancellation)
    {
        var view = await answers.GetAsync(step.Exchange, cancellation);
        await receipts.IssueAsync(view, cancellation);
        await requests.RecordOnceAsync(
            view.State.Claim.Request, step.Id,
            at => at.State is { End: null } && at.State.Answer == view.Id ? new RequestFact.AnswerReceived(step.Id, clock.GetUtcNow(), SystemActor.Value, view.Id) : null, cancellation);
        await drop.DeleteAsync(view.Id, cancellation);
        return Done.Value;
    }

    private async Task<Done> RemindAsync(AnswerReminderStep step, CancellationToken cancellation)
    {
        var (view, id) = (await answers.GetAsync(step.Exchange, cancellation), step.Step.ToString("N"));
        if (step.Reminder != AnswerReminder.Declaration && (view.State.End is not null || view.State.IsRestricted))
            return Done.Value; // W22: nobody is asked to do what may not be done now
        if (step.Reminder == AnswerReminder.Declaration && !view.State.MayBeElsewhere)
            return Done.Value;
        IReadOnlyList<string?> to = step.Reminder switch
        {
            AnswerReminder.Receipt or AnswerReminder.StillNeeded => [post.Service(view.Protocol)],
            AnswerReminder.ReceiptHead => [post.Head(view.Protocol)],
            AnswerReminder.MailApproval => [post.Dpo(view.Protocol, view.Protocol.Registry())],
            AnswerReminder.TermNears or AnswerReminder.Declaration => [post.Service(view.Protocol), post.Head(view.Protocol)],
            _ => throw new InvalidOperationException($"A reminder without addressees: {step.Reminder}"),
        };
        await post.TellAsync(view.Id, id, to, GroeipakketMails.Remind(view.Id, step.Reminder, AnswerKind.UntilOf(view.Protocol, view.State.Claim.At)), cancellation);
        await answers.RecordOnceAsync(view.Id, id, _ => new AnswerFact.Reminded(id, clock.GetUtcNow(), SystemActor.Value, step.Reminder), cancellation);
        return Done.Value;
    }

    /// <summary>W6: the step names the new archive, so that a second run finds what the first one made.</summary>
    private async Task<Done> ResealAsync(GroeipakketStep step, CancellationToken cancellation)
    {
        var view = await answers.GetAsync(step.Exchange, cancellation);
        var next = new ArtefactId($"a-{step.Id}");
        if (view.State is not { End: null, Erased: null, Current: { } current } || current.Id == next)
            return Done.Value;
        var made = await content.ResealAsync(view.Id, current, next, cancellation);
        await drop.DeleteAsync(view.Id, cancellation);
        await answers.RecordOnceAsync(
            view.Id, step.Id, _ => new AnswerFact.Resealed(step.Id, clock.GetUtcNow(), SystemActor.Value, made.Id, made.Sha256, made.Bytes, current.Id), cancellation);
        await UndoIfEndedAsync(view.Id, cancellation);
        return Done.Value;
    }

    private async Task<EndedAtTerm> EndAtTermAsync(GroeipakketStep step, CancellationToken cancellation)
    {
        var view = await answers.RecordOnceAsync(
            step.Exchange, step.Id, at => at.State.End is null ? new AnswerFact.TermEnded(step.Id, clock.GetUtcNow(), SystemActor.Value) : null, cancellation);
        return new(view.State.End ?? ErasureReason.TermEnded);
    }

    private async Task<Done> TellEndedAsync(GroeipakketStep step, CancellationToken cancellation)
    {
        var view = await answers.GetAsync(step.Exchange, cancellation);
        if (view.State.MayBeElsewhere)
            await post.TellAsync(view.Id, step.Id, [post.Service(view.Protocol)], GroeipakketMails.AnswerEnded(view.Id, view.State), cancellation);
        return Done.Value;
    }

    /// <summary>The answer ended while this effect was under way, and the sweep may have looked before it: nothing comes back.</summary>
    private async Task UndoIfEndedAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        if ((await answers.GetAsync(exchange, cancellation)).State.End is not null)
            await eraser.EraseAgainAsync(exchange, cancellation);
    }

    private static string MailOf(Protocol protocol) => protocol.AnswerFlow().Channels.First(channel => channel.Kind == ChannelKind.Mail).Address;
}
