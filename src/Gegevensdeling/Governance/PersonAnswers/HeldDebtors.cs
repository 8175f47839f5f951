using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Persons;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>
/// Looks for a number in a delivery that waits and in the list that counts. The OCMW sees the whole row; the municipality that it delivered, and the mark once that was released. Whoever
/// is withheld stands in no list, so that the municipality's answer to such a person is that to a non-client (W17).
/// </summary>
public sealed class HeldDebtors(DebtorLaw debtors, DebtorCopies copies, IRegister register, TimeProvider clock) : IHeldPersons
{
    public ProtocolKind Kind => ProtocolKind.Debtors;

    public async Task<HeldFindings> FindAsync(PersonSearch search, CancellationToken cancellation)
    {
        if (search.Person is not SoughtPerson.ByNumber { Insz: var number })
            return HeldFindings.None;
        var (held, unread) = (new List<HeldData>(), new List<string>());
        foreach (var copy in await debtors.Copies.ListAsync(search.Protocol.Id, liveOnly: true, cancellation))
        {
            if (copy.State is { IsReadable: true, Claim.Content: CopyContent.Delivery } && await HoldsDeliveryAsync(copy, search.Party, cancellation))
                await AddDeliveryAsync(copy, search.Party, number, held, unread, cancellation);
        }

        if (await debtors.Lists.FindAsync(ListKind.IdOf(search.Protocol.Id), cancellation) is { State: { End: null, Erased: null, Current: not null } } list && await HoldsMarksAsync(list, search.Party, cancellation))
            await AddListAsync(list, search.Party, number, held, unread, cancellation);
        return new(held, unread);
    }

    /// <summary>F11: where this system compares, the OCMW has no delivery. Where it compares itself, it has the one that counts.</summary>
    private async Task<bool> HoldsDeliveryAsync(ExchangeView<CopyState> copy, PartyId party, CancellationToken cancellation) =>
        party == copy.Head.Sender
        || (party == copy.Head.Receiver && copy.Protocol.Debtors!.Comparison == DebtorComparison.ByReceiver
            && (await debtors.Cycles.GetAsync(copy.State.Claim.Of, cancellation)).State is { Listed: null, Delivery: { } counts } && counts.Copy == copy.Id);

    /// <summary>D3, D12: the marks are the municipality's from their release until they stand on the drive that is not shared.</summary>
    private async Task<bool> HoldsMarksAsync(ExchangeView<ListState> list, PartyId party, CancellationToken cancellation) =>
        party == list.Head.Receiver
        || (party == list.Head.Sender && ListDecisions.MayFetchMarks(list, clock.GetUtcNow()) is null
            && (list.State.Comparison?.Cycle is not { } cycle || (await debtors.Cycles.GetAsync(cycle, cancellation)).State.ReleasedAt is not null));

    private async Task AddDeliveryAsync(ExchangeView<CopyState> copy, PartyId party, long number, List<HeldData> held, List<string> unread, CancellationToken cancellation)
    {
        const string Title = "De maandelijkse levering van debiteuren";
        if (await copies.DebtorsAsync(copy.Id, cancellation) is not { } delivery)
        {
            unread.Add(HeldNotes.NotRead(Title, copy.Id, "het bestand kon nu niet gelezen worden"));
            return;
        }

        var protocol = copy.Protocol;
        foreach (var debtor in delivery.Rows.Where(row => row.Number == number))
        {
            var since = LegalCalendar.DateOf(copy.Head.CreatedAt);
            held.Add(new(
                Title, copy.Id, protocol.Party(copy.Head.Sender).Name, protocol.Party(copy.Head.Receiver).Name, since, HeldNotes.UntilCompared(copy.Head),
                [new(Row: null, Identity(protocol, debtor.FirstName, debtor.LastName, number))],
                await AccessesAsync(copy, copy.State.Claim.Of, party, since, cancellation), [HeldNotes.FileOfMany, "Wie geen cliënt van het OCMW is, verdwijnt hieruit zodra er vergeleken is."]));
        }
    }

    private async Task AddListAsync(ExchangeView<ListState> list, PartyId party, long number, List<HeldData> held, List<string> unread, CancellationToken cancellation)
    {
        const string Title = "De debiteurenlijst";
        if (await copies.ListAsync(list.State.Current!.Copy, cancellation) is not { } content)
        {
            unread.Add(HeldNotes.NotRead(Title, list.Id, "de lijst kon nu niet gelezen worden"));
            return;
        }

        var (protocol, isReceiver) = (list.Protocol, party == list.Head.Receiver);

        // W22: of a restricted row the municipality has nothing in this system, whether it ever had or not.
        if ((isReceiver ? content.Rows : content.InUse).FirstOrDefault(row => row.Number == number) is not { } row)
            return;
        var (from, to) = isReceiver ? (list.Head.Sender, list.Head.Receiver) : (list.Head.Receiver, list.Head.Sender);
        held.Add(new(
            isReceiver ? Title : "De vermelding op de debiteurenlijst", list.Id, protocol.Party(from).Name, protocol.Party(to).Name, row.MarkedOn,
            HeldNotes.Until(list.Head, HeldNotes.RulesOf(protocol, party).Where(rule => rule.End == RetentionEnd.CollectionEnded)),
            isReceiver ? HeldDebts.Of(protocol, row) : [new(Row: null, HeldDebts.Mark(protocol, row))],
            HeldAccesses.Of(await register.FactsAsync(list.Id, cancellation), list.Head, protocol, party, debtors.Lists.ReachOf(list.Head, party), row.MarkedOn),
            [HeldNotes.FileOfMany, .. isReceiver ? [] : HeldDebts.Delivered(protocol), .. row.IsRestricted ? [HeldNotes.Restricted] : Array.Empty<string>()]));
    }

    private async Task<IReadOnlyList<HeldAccess>> AccessesAsync(ExchangeView<CopyState> copy, ExchangeId month, PartyId party, DateOnly since, CancellationToken cancellation)
    {
        var cycle = await debtors.Cycles.GetAsync(month, cancellation);
        return HeldAccesses.Of(await register.FactsAsync(month, cancellation), cycle.Head, copy.Protocol, party, debtors.Cycles.ReachOf(cycle.Head, party), since);
    }

    private static List<HeldField> Identity(Protocol protocol, string first, string last, long number) =>
        [HeldDebts.Named(protocol, "voornaam", first), HeldDebts.Named(protocol, "familienaam", last), HeldDebts.Named(protocol, "rijksregisternummer", InszText.Write(number))];
}
