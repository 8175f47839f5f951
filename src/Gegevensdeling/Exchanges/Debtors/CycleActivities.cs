using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Stores;
using static Gegevensdeling.Exchanges.Debtors.DebtorActivityTokens;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>The effects of a month: each does one thing, is the same thing when it runs twice (its step), and records it.</summary>
public sealed class CycleActivities(
    IRegister register, ExchangeFile<CycleState, CycleCommand> cycles, DebtorUpkeep upkeep, DebtorReceipts receipts, ExchangePost post, ProtocolLives lives, TimeProvider clock)
{
    public void Bind(ActivityBindings bindings) => bindings
        .Bind(TellOpened, TellOpenedAsync)
        .Bind(AskClients, (step, cancellation) => TellAsync(step, view => [(post.Service(view.Protocol, view.Protocol.SocialWelfare()), DebtorMails.ClientsAsked(view.Id, view.State.Month, view.State.Delivery!.Debtors, view.Protocol.Debtors!.Comparison))], cancellation))
        .Bind(EndDelivery, EndDeliveryAsync)
        .Bind(TellListed, (step, cancellation) => TellAsync(step, Listed, cancellation))
        .Bind(TellReleased, (step, cancellation) => TellAsync(step, view => [(post.Service(view.Protocol, view.Protocol.Municipality()), DebtorMails.Released(view.Id, view.State, view.Protocol))], cancellation))
        .Bind(TellDetailed, (step, cancellation) => TellAsync(step, view => [(post.Service(view.Protocol, view.Protocol.SocialWelfare()), DebtorMails.Detailed(view.Id, view.State))], cancellation))
        .Bind(RemindOfCycle, RemindAsync)
        .Bind(CloseCycle, CloseAsync)
        .Bind(MarkHandled, async (step, cancellation) =>
        {
            await register.HandleAsync(step.Exchange, step.FactId, clock, cancellation);
            return Done.Value;
        });

    private async Task<Done> TellOpenedAsync(DebtorStep step, CancellationToken cancellation)
    {
        foreach (var row in await register.FactsAsync(step.Exchange, cancellation))
        {
            if (FactJson.Read(row.Json) is CycleFact.Opened)
                await register.HandleAsync(row, clock, cancellation);
        }

        return await TellAsync(
            step,
            view =>
            [
                (post.Service(view.Protocol, view.Protocol.Municipality()), DebtorMails.OpenedToMunicipality(view.Id, view.State.Month)),
                (post.Service(view.Protocol, view.Protocol.SocialWelfare()), DebtorMails.OpenedToSocialWelfare(view.Id, view.State.Month)),
            ],
            cancellation);
    }

    /// <summary>Both DPOs see the counts, the OCMW what it is to do.</summary>
    private IReadOnlyList<(string To, MailText Text)> Listed(ExchangeView<CycleState> view) =>
    [
        (post.Service(view.Protocol, view.Protocol.SocialWelfare()), DebtorMails.ReleaseAsked(view.Id, view.State)),
        .. view.Protocol.Parties.Select(party => (post.Dpo(view.Protocol, party.Id), DebtorMails.CountsToDpo(view.Id, view.State))),
    ];

    /// <summary>D5, F1: the receipt is signed, and the delivery ends.</summary>
    private async Task<Done> EndDeliveryAsync(DebtorStep step, CancellationToken cancellation)
    {
        await receipts.OfDeliveryAsync((await cycles.GetAsync(step.Exchange, cancellation)).State, cancellation);
        await upkeep.EndDeliveriesAsync(step.Exchange, cancellation);
        return Done.Value;
    }

    private async Task<Done> RemindAsync(CycleReminderStep step, CancellationToken cancellation)
    {
        var (view, id) = (await cycles.GetAsync(step.Exchange, cancellation), step.Step.ToString("N"));
        if (view.State.End is not null || view.State.Phase == CyclePhase.Done || await lives.StopAsync(view.Protocol, clock.GetUtcNow(), cancellation) is not null)
            return Done.Value; // G10: nobody is asked to do what may not be done now
        var party = view.State.Phase is CyclePhase.Clients or CyclePhase.Release ? view.Protocol.SocialWelfare() : view.Protocol.Municipality();
        var to = step.Reminder == CycleReminder.Head ? post.Head(view.Protocol, party) : post.Service(view.Protocol, party);
        await post.TellAsync(view.Id, id, [to], DebtorMails.Remind(view.Id, view.State, step.Reminder), cancellation);
        await cycles.RecordOnceAsync(view.Id, id, _ => new CycleFact.Reminded(id, clock.GetUtcNow(), SystemActor.Value, step.Reminder), cancellation);
        return Done.Value;
    }

    private async Task<Done> CloseAsync(DebtorStep step, CancellationToken cancellation)
    {
        await cycles.RecordOnceAsync(
            step.Exchange, step.Id, at => at.State.Outcome is null ? new CycleFact.Closed(step.Id, clock.GetUtcNow(), SystemActor.Value, at.State.OutcomeNow) : null, cancellation);
        return Done.Value;
    }

    private async Task<Done> TellAsync(DebtorStep step, Func<ExchangeView<CycleState>, IReadOnlyList<(string To, MailText Text)>> texts, CancellationToken cancellation)
    {
        var view = await cycles.GetAsync(step.Exchange, cancellation);
        if (view.State.End is not null || await lives.StopAsync(view.Protocol, clock.GetUtcNow(), cancellation) is not null)
            return Done.Value;
        foreach (var (index, (to, text)) in texts(view).Index())
            await post.TellAsync(view.Id, $"{step.Id}-{index + 1}", [to], text, cancellation);
        return Done.Value;
    }
}
