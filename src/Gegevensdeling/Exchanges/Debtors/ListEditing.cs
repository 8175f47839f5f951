using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Persons;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>Interim changes to one person's row (D8, D11, W18, W22): each makes a version.</summary>
public sealed class ListEditing(ListWriter writer, TimeProvider clock)
{
    private static readonly Refusal NoNumber = new("geen-rijksregisternummer", "art. 3", "Dit is geen rijksregisternummer of BIS-nummer: zo'n nummer telt elf cijfers, en de laatste twee zijn een controlegetal.");

    /// <summary>Lets collection continue, or pauses it again; the reason says which.</summary>
    /// <returns>Why not; null when it is so.</returns>
    public Task<Refusal?> MarkAsync(ActedBy actor, Protocol protocol, string number, ListChange why, string factId, CancellationToken cancellation)
    {
        DebtorMark? mark = ListChanges.ToContinue.Contains(why) ? DebtorMark.Continue : ListChanges.ToPause.Contains(why) ? DebtorMark.Client : null;
        if (mark is not { } wanted)
            return Task.FromResult<Refusal?>(WrongReason(protocol));
        var today = LegalCalendar.DateOf(clock.GetUtcNow());
        return EditAsync(actor, protocol, number, new(factId, why), (list, of) => ListRules.Changed(list, of, wanted, today, protocol), cancellation);
    }

    /// <summary>W18: a pause was looked at and goes on, until its next date.</summary>
    public Task<Refusal?> ExtendAsync(ActedBy actor, Protocol protocol, string number, string factId, CancellationToken cancellation)
    {
        var today = LegalCalendar.DateOf(clock.GetUtcNow());
        return EditAsync(actor, protocol, number, new(factId, ListChange.PauseExtended), (list, of) => ListRules.Extended(list, of, today, protocol), cancellation);
    }

    /// <summary>D8: one debt of a person, or all of them, is solved, paid, closed or no longer collected: erased.</summary>
    /// <param name="fileNumber">Null for everything of this person.</param>
    public Task<Refusal?> CloseAsync(ActedBy actor, Protocol protocol, string number, string? fileNumber, ListChange why, string factId, CancellationToken cancellation) =>
        ListChanges.ToClose.Contains(why)
            ? EditAsync(actor, protocol, number, new(factId, why), (list, of) => ListRules.Closed(list, of, fileNumber, protocol), cancellation)
            : Task.FromResult<Refusal?>(WrongReason(protocol));

    /// <summary>The OCMW: this person is no client any more, or never was. The row goes; whether collection resumes is the municipality's to decide.</summary>
    public Task<Refusal?> RemoveAsync(ActedBy actor, Protocol protocol, string number, string factId, CancellationToken cancellation) =>
        EditAsync(actor, protocol, number, new(factId, ListChange.NoClient), (list, of) => ListRules.Removed(list, of, protocol), cancellation);

    /// <summary>W22: which row an objection is about. From then on that row is only kept, and the rest of the list goes on. Said again, the later word counts.</summary>
    /// <param name="number">Null where the person is not on the list: then too a version is made, as like another as can be.</param>
    public Task<Refusal?> RestrictAsync(ActedBy actor, Protocol protocol, ExchangeId dossier, string? number, string factId, CancellationToken cancellation)
    {
        var order = new VersionOrder(factId, ListChange.Restricted, Restriction: dossier);
        return number is null
            ? MakeAsync(actor, protocol, order, list => ListRules.Freed(list, dossier), cancellation)
            : EditAsync(actor, protocol, number, order, (list, of) => ListRules.Restricted(list, of, dossier, protocol), cancellation);
    }

    private async Task<Refusal?> EditAsync(
        ActedBy actor, Protocol protocol, string text, VersionOrder order, Func<DebtorList, long, FileResult<DebtorList>> edit, CancellationToken cancellation)
    {
        if (!InszText.TryRead(text, " .-/", out var number) || Insz.Judge(number) is not InszVerdict.Valid)
            return NoNumber;
        return await MakeAsync(actor, protocol, order, list => edit(list, number), cancellation);
    }

    private async Task<Refusal?> MakeAsync(ActedBy actor, Protocol protocol, VersionOrder order, Func<DebtorList, FileResult<DebtorList>> edit, CancellationToken cancellation) =>
        await writer.WriteAsync(actor, protocol, order, edit, cancellation) is FileResult<ListFact.VersionMade>.Refused refused ? refused.Refusal : null;

    private static Refusal WrongReason(Protocol protocol) =>
        new("reden-past-niet", protocol.CitePhase(DebtorSettings.MarksFlow), "Deze reden hoort niet bij deze wijziging.");
}
