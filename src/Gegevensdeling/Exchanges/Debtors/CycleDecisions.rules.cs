using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Exchanges.Kinds.ExchangeDecision;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>What may be done in a month that is open.</summary>
public abstract record CycleCommand
{
    private CycleCommand()
    {
    }

    /// <param name="Replaces">The delivery in the place of which this one comes, or null.</param>
    public sealed record DeliverDebtors(ExchangeId Copy, int Debtors, LeftOut LeftOut, ExchangeId? Replaces) : CycleCommand;

    public sealed record DeliverClients(int Clients, int Withheld, string Commitment) : CycleCommand;

    /// <param name="Claim">The fact by which the OCMW committed to the list that was compared.</param>
    public sealed record Compare(string Claim, int Matched, int Withheld, int NamesDiffer, int Lapsed, int Version) : CycleCommand;

    public sealed record OpenDelivery(string Purpose) : CycleCommand;

    public sealed record Mark(int Clients, int Lapsed, int Version) : CycleCommand;

    /// <param name="Listed">How many marks the municipality gets: an OCMW may have changed the list since the comparison.</param>
    public sealed record Release(int Listed) : CycleCommand;

    public sealed record Confirm : CycleCommand;

    public sealed record Detail(int Persons, int Debts, int Version) : CycleCommand;
}

/// <summary>Who was left out before delivery, counted (W16).</summary>
/// <param name="Companies">Debtors that are no person.</param>
/// <param name="WithoutNumber">Persons without a rijksregisternummer.</param>
public sealed record LeftOut(int Companies, int WithoutNumber);

/// <summary>Pure decisions on a month: the state, a command and the moment go in; a fact or a refusal comes out.</summary>
public static class CycleDecisions
{
    public static ExchangeDecision Decide(ExchangeView<CycleState> view, CycleCommand command, DecisionMoment now)
    {
        var (state, protocol) = (view.State, view.Protocol);
        if (state.End is not null || now.Now >= state.Month.Closes)
            return new Refuse(MonthOver(protocol, state.Month));
        return command switch
        {
            CycleCommand.DeliverDebtors deliver => MayDeliver(view, deliver.Replaces, now.Now) is { } no
                ? new Refuse(no)
                : new Record(new CycleFact.DebtorsDelivered(now.FactId, now.Now, now.Actor, deliver.Copy, deliver.Debtors, deliver.LeftOut.Companies, deliver.LeftOut.WithoutNumber)),
            CycleCommand.DeliverClients clients => MayCompare(view, DebtorComparison.Inside, now.Now) is { } no
                ? new Refuse(no)
                : new Record(new CycleFact.ClientsDelivered(now.FactId, now.Now, now.Actor, clients.Clients, clients.Withheld, clients.Commitment)),
            CycleCommand.Compare compared => state.Compared is not null || state.Clients is not [.., { Id: var last }] || last != compared.Claim
                ? new Refuse(AlreadyCompared(protocol))
                : new Record(new CycleFact.Compared(now.FactId, now.Now, now.Actor, compared.Matched, compared.Withheld, compared.NamesDiffer, compared.Lapsed, compared.Version)),
            CycleCommand.OpenDelivery open => MayCompare(view, DebtorComparison.ByReceiver, now.Now) is { } no
                ? new Refuse(no)
                : new Record(new CycleFact.DeliveryOpened(now.FactId, now.Now, now.Actor, open.Purpose)),
            CycleCommand.Mark mark => MayCompare(view, DebtorComparison.ByReceiver, now.Now) is { } no
                ? new Refuse(no)
                : new Record(new CycleFact.Marked(now.FactId, now.Now, now.Actor, mark.Clients, mark.Lapsed, mark.Version)),
            CycleCommand.Release release => state.ReleasedAt is not null ? new Already()
                : state.Listed is null ? new Refuse("nog-niet-vergeleken", protocol.CitePhase(DebtorSettings.MarksFlow), "Deze maand is nog niet vergeleken: er zijn nog geen vermeldingen om vrij te geven.")
                : new Record(new CycleFact.Released(now.FactId, now.Now, now.Actor, release.Listed)),
            CycleCommand.Confirm => state.ConfirmedAt is not null ? new Already()
                : state.ReleasedAt is null ? new Refuse(NotReleased(protocol))
                : new Record(new CycleFact.Confirmed(now.FactId, now.Now, now.Actor)),
            CycleCommand.Detail detail => MayDetail(view) is { } no
                ? new Refuse(no)
                : new Record(new CycleFact.Detailed(now.FactId, now.Now, now.Actor, detail.Persons, detail.Debts, detail.Version)),
            _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
        };
    }

    /// <summary>Why no delivery of phase 1 can come now; null when one can. Committed is committed: once the OCMW gave its numbers nothing is replaced (F11).</summary>
    public static Refusal? MayDeliver(ExchangeView<CycleState> view, ExchangeId? replaces, DateTimeOffset now)
    {
        var (state, article) = (view.State, view.Protocol.CitePhase(DebtorSettings.DebtorsFlow));
        if (state.End is not null || now >= state.Month.Closes)
            return MonthOver(view.Protocol, state.Month);
        if (state.Clients.Count > 0 || state.Opened is not null || state.Listed is not null)
            return new("al-vergeleken", article, "Het OCMW begon al met de lijst van deze maand. Een andere lijst leveren kan pas volgende maand; een fout meldt u volgens artikel 7.");
        if (state.Delivery is { } delivery && delivery.Copy != replaces)
            return new("al-geleverd", article, $"Deze maand zijn er al debiteuren geleverd ({delivery.Copy}). Wilt u die lijst vervangen, geef dan dat kenmerk op; de vorige wordt gewist.");
        if (state.Delivery is null && replaces is not null)
            return new("niets-te-vervangen", article, "Er is deze maand nog niets geleverd dat u kunt vervangen.");
        return state.Deliveries.Count >= view.Protocol.Debtors!.Limits.MostDeliveries
            ? new("te-vaak-geleverd", view.Protocol.Cite(view.Protocol.Debtors.Limits), "U leverde deze maand al zo vaak een lijst als het protocol toelaat.")
            : null;
    }

    /// <summary>Why nobody can compare now; null when somebody can.</summary>
    public static Refusal? MayCompare(ExchangeView<CycleState> view, DebtorComparison by, DateTimeOffset now)
    {
        var (state, protocol, settings) = (view.State, view.Protocol, view.Protocol.Debtors!);
        if (state.End is not null || now >= state.Month.Closes)
            return MonthOver(protocol, state.Month);
        if (settings.Comparison != by)
        {
            return new("andere-vergelijking", protocol.Cite(settings), by == DebtorComparison.Inside
                ? "Volgens dit protocol vergelijkt het OCMW zelf. Open de levering en markeer uw cliënten."
                : "Volgens dit protocol vergelijkt dit systeem, zodat u alleen uw eigen cliënten te zien krijgt. Lever de rijksregisternummers van uw cliënten.");
        }

        if (state.Delivery is null)
            return new("nog-geen-debiteuren", protocol.CitePhase(DebtorSettings.DebtorsFlow), "De gemeente leverde deze maand nog geen debiteuren. U krijgt bericht wanneer dat gebeurd is.");
        if (state.Listed is not null)
            return AlreadyCompared(protocol);
        if (by == DebtorComparison.Inside && state.Clients is [.., { At: var since }] && now < since + DebtorTerms.Comparing)
            return new("wordt-vergeleken", protocol.CitePhase(DebtorSettings.MarksFlow), "Uw lijst van cliënten wordt net vergeleken. Kijk over een kwartier of dat gelukt is.");
        return by == DebtorComparison.Inside && state.Clients.Count >= settings.Limits.MostDeliveries
            ? new("te-vaak-geleverd", protocol.Cite(settings.Limits), "U leverde deze maand al zo vaak een lijst van cliënten als het protocol toelaat. Neem contact op met de beheerder van dit systeem en met uw functionaris voor gegevensbescherming.")
            : null;
    }

    /// <summary>Why phase 3 cannot come now; null when it can. It may come again: the later one counts.</summary>
    public static Refusal? MayDetail(ExchangeView<CycleState> view) => view.State switch
    {
        { End: not null } => MonthOver(view.Protocol, view.State.Month),
        { ReleasedAt: null } => NotReleased(view.Protocol),
        _ => null,
    };

    public static Refusal MonthOver(Protocol protocol, DebtorMonth month) =>
        new("maand-afgesloten", protocol.Cite(protocol.DebtorFlow(DebtorSettings.DebtorsFlow).Periodicity), $"{Capital(month)} is afgesloten. Werk verder in de maand die loopt.");

    public static Refusal MonthToCome(Protocol protocol, DebtorMonth month) =>
        new("maand-nog-niet-begonnen", protocol.Cite(protocol.DebtorFlow(DebtorSettings.DebtorsFlow).Periodicity), $"{Capital(month)} is nog niet begonnen. Lever in de maand die loopt.");

    /// <summary>The month runs and its cycle does not exist yet: the timer opens it.</summary>
    public static Refusal MonthNotOpened(Protocol protocol, DebtorMonth month) =>
        new("maand-nog-niet-geopend", protocol.Cite(protocol.DebtorFlow(DebtorSettings.DebtorsFlow).Periodicity), $"{Capital(month)} wordt zo dadelijk geopend. Probeer het over enkele minuten opnieuw.");

    public static Refusal NotReleased(Protocol protocol) => new(
        "nog-niet-vrijgegeven", protocol.CitePhase(DebtorSettings.MarksFlow), "Het OCMW gaf de vermeldingen van deze maand nog niet vrij. U krijgt bericht wanneer dat gebeurd is.");

    private static Refusal AlreadyCompared(Protocol protocol) =>
        new("al-vergeleken", protocol.CitePhase(DebtorSettings.MarksFlow), "Deze maand is al vergeleken. Wijzigingen brengt u aan in de lijst zelf.");

    private static string Capital(DebtorMonth month) => $"{char.ToUpperInvariant(month.Say()[0])}{month.Say()[1..]}";
}
