using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;
using static Gegevensdeling.Exchanges.Referral.ReferralActivityTokens;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>
/// The effects of a referral: each does one thing, is the same thing when it runs twice (its step), and records it. Ids go in, never
/// content.
/// </summary>
public sealed class ReferralActivities(
    IRegister register, ReferralFile file, ReferralSealing sealing, ExchangePost post, ReferralEvidence evidence, Eraser eraser, ProtocolLives lives,
    BreachAssessments breaches, TimeProvider clock)
{
    public void Bind(ActivityBindings bindings) => bindings
        .Bind(Send, SendAsync)
        .Bind(Remind, RemindAsync)
        .Bind(IssueReceipt, async (step, cancellation) =>
        {
            await evidence.IssueReceiptAsync(step.Exchange, cancellation);
            return Done.Value;
        })
        .Bind(TellOcmwWithdrawn, TellOcmwWithdrawnAsync)
        .Bind(TellTeamNotForUs, TellTeamNotForUsAsync)
        .Bind(AskBreachAssessment, AskBreachAssessmentAsync)
        .Bind(Reseal, ResealAsync)
        .Bind(MarkHandled, MarkHandledAsync)
        .Bind(KeyHandoverActivities.MarkHandled, (input, cancellation) => MarkHandledAsync(new(input.Exchange, input.FactId), cancellation));

    /// <summary>G10, W22: while the protocol is suspended or an objection runs nothing is sent; it waits, and goes when somebody released it.</summary>
    private static readonly FailureCode Stopped = new("UitwisselingStopgezet");

    /// <summary>R7: to the pinned mailbox and nowhere else; not at all once the referral has ended.</summary>
    private async Task<Done> SendAsync(ReferralStep step, CancellationToken cancellation)
    {
        var referral = await file.GetAsync(step.Exchange, cancellation);
        if (referral.State is { End: null, Current: { } current })
        {
            if (referral.State.IsRestricted || await lives.StopAsync(referral.Protocol, clock.GetUtcNow(), cancellation) is not null)
                throw new ActivityFailureException(Stopped);
            await post.MailAsync(step.Exchange, Id(step.Step), referral.Mailbox(), ReferralMails.Archive(step.Exchange, referral.Protocol, replaces: referral.State.Archives.Count > 1), cancellation, current.Id);
            await file.RecordStepAsync(
                step.Exchange, Id(step.Step), _ => new ReferralFact.Sent(Id(step.Step), clock.GetUtcNow(), SystemActor.Value, current.Id, "mail"), cancellation);
            await UndoIfEndedAsync(step.Exchange, cancellation);
        }

        foreach (var row in await register.FactsAsync(step.Exchange, cancellation))
        {
            if (FactJson.Read(row.Json) is ReferralFact.Sealed)
                await register.HandleAsync(row, clock, cancellation);
        }

        return Done.Value;
    }

    private async Task<Done> RemindAsync(ReminderStep step, CancellationToken cancellation)
    {
        var referral = await file.GetAsync(step.Exchange, cancellation);
        if (step.Reminder != Reminder.Declaration && (referral.State.End is not null || referral.State.IsRestricted))
            return Done.Value; // W22: nobody is asked to do what may not be done now

        // Recorded after it was sent: this very reminder went out before, and would now count itself among the earlier ones.
        if ((await register.FactsAsync(step.Exchange, cancellation)).Any(row => row.Id == Id(step.Step)))
            return Done.Value;
        foreach (var (index, (to, isSender)) in (await AddresseesAsync(referral, step.Reminder, cancellation)).Distinct().Index())
        {
            var text = ReferralMails.Remind(step.Exchange, referral.Protocol, step.Reminder, isSender, taken: referral.State.Owner is not null);
            await post.MailAsync(step.Exchange, $"{Id(step.Step)}-{index + 1}", to, text, cancellation);
        }

        await file.RecordStepAsync(
            step.Exchange, Id(step.Step), _ => new ReferralFact.Reminded(Id(step.Step), clock.GetUtcNow(), SystemActor.Value, step.Reminder), cancellation);
        return Done.Value;
    }

    private async Task<Done> TellOcmwWithdrawnAsync(ReferralStep step, CancellationToken cancellation)
    {
        var referral = await file.GetAsync(step.Exchange, cancellation);
        await post.MailAsync(step.Exchange, Id(step.Step), referral.Mailbox(), ReferralMails.Withdrawn(step.Exchange), cancellation);
        if (referral.State.Owner is { } owner && await post.MailOfAsync(owner, cancellation) is { } address)
            await post.MailAsync(step.Exchange, $"{Id(step.Step)}-behandelaar", address, ReferralMails.Withdrawn(step.Exchange), cancellation);
        foreach (var row in await register.FactsAsync(step.Exchange, cancellation))
        {
            if (FactJson.Read(row.Json) is ReferralFact.WithdrawnAfterEnd)
                await register.HandleAsync(row, clock, cancellation);
        }

        return Done.Value;
    }

    private async Task<Done> TellTeamNotForUsAsync(ReferralStep step, CancellationToken cancellation)
    {
        var referral = await file.GetAsync(step.Exchange, cancellation);
        if (await post.MailOfAsync(referral.State.Sender, cancellation) is { } sender)
            await post.MailAsync(step.Exchange, Id(step.Step), sender, ReferralMails.NotForUs(step.Exchange, referral.State.NotForUs!.Value), cancellation);
        return Done.Value;
    }

    private async Task<Done> AskBreachAssessmentAsync(ReferralStep step, CancellationToken cancellation)
    {
        var referral = await file.GetAsync(step.Exchange, cancellation);
        await breaches.OpenAsync(referral, Id(step.Step), cancellation);
        await file.RecordStepAsync(
            step.Exchange, Id(step.Step), _ => new ReferralFact.BreachAssessmentAsked(Id(step.Step), clock.GetUtcNow(), SystemActor.Value), cancellation);
        return Done.Value;
    }

    /// <summary>W6: the step names the new archive, so that a second run finds what the first one made.</summary>
    private async Task<Done> ResealAsync(ReferralStep step, CancellationToken cancellation)
    {
        var referral = await file.GetAsync(step.Exchange, cancellation);
        var next = new ArtefactId($"a-{Id(step.Step)}");
        if (referral.State is not { End: null, Current: { } current } || current.Id == next)
            return Done.Value;
        var (sha256, bytes) = await sealing.ResealAsync(new(step.Exchange, current.Id), new(step.Exchange, next), cancellation);
        await post.DeleteAttachmentsAsync(step.Exchange, cancellation);
        await file.RecordStepAsync(
            step.Exchange, Id(step.Step),
            _ => new ReferralFact.Resealed(Id(step.Step), clock.GetUtcNow(), SystemActor.Value, next, sha256, bytes, current.Id), cancellation);
        await UndoIfEndedAsync(step.Exchange, cancellation);
        return Done.Value;
    }

    /// <summary>The referral ended while this effect was under way, and the sweep may have looked before it: nothing comes back.</summary>
    private async Task UndoIfEndedAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        if ((await file.GetAsync(exchange, cancellation)).State.End is not null)
            await eraser.EraseAgainAsync(exchange, cancellation);
    }

    private async Task<Done> MarkHandledAsync(HandledStep step, CancellationToken cancellation)
    {
        await register.HandleAsync(step.Exchange, step.FactId, clock, cancellation);
        return Done.Value;
    }

    /// <summary>W3, W4: the sender telephones, the colleagues take it, then the head of service; afterwards the owner and the head.</summary>
    private async Task<IReadOnlyList<(string To, bool IsSender)>> AddresseesAsync(Referral referral, Reminder reminder, CancellationToken cancellation)
    {
        var ocmw = referral.Protocol.ContactsOf(referral.Protocol.Receiver);
        var team = referral.Protocol.ContactsOf(referral.Protocol.Sender).Colleagues?.Mail;
        var head = ocmw.HeadOfService?.Mail ?? referral.Mailbox();
        var colleagues = ocmw.Colleagues?.Mail ?? referral.Mailbox();
        var owner = referral.State.Owner is { } staffRef ? await post.MailOfAsync(staffRef, cancellation) : null;
        return reminder switch
        {
            Reminder.Unopened => [.. Senders(await post.MailOfAsync(referral.State.Sender, cancellation), team), .. owner is null ? [] : new[] { (owner, false) }],
            Reminder.Untaken => [(colleagues, false)],
            Reminder.UnopenedHeadOfService or Reminder.OutcomeHeadOfService => [(head, false)],
            Reminder.ContactAndOutcome or Reminder.DecideUnreachable => [(owner ?? referral.Mailbox(), false)],
            Reminder.Declaration => referral.State.DeclarationReminders == 0 ? [(owner ?? referral.Mailbox(), false)] : [(owner ?? referral.Mailbox(), false), (head, false)],
            _ => throw new InvalidOperationException($"A reminder without addressees: {reminder}"),
        };
    }

    /// <summary>The team member who referred, and the team, since somebody must telephone also when that person is away.</summary>
    private static IEnumerable<(string To, bool IsSender)> Senders(string? member, string? team) =>
        new[] { member, team }.OfType<string>().Select(to => (to, true));

    private static string Id(Guid step) => step.ToString("N");
}
