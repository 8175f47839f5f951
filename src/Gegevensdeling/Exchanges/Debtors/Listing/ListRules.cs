using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>What becomes of the one list (D11). Pure: a list goes in, another comes out, and a refusal is a value that names a row and no person.</summary>
public static class ListRules
{
    /// <summary>
    /// After a comparison: who stays keeps mark, dates, street and debts; who is new is paused; who is no debtor or no client any more is gone (D5, D8). Names are
    /// those of the delivery. A row that is restricted stays as it is, whatever came out (W22).
    /// </summary>
    /// <param name="reviewMonths">When a new pause is looked at again (W18).</param>
    public static DebtorList AfterMatch(DebtorList before, IReadOnlyList<MatchedDebtor> matched, DateOnly today, int reviewMonths)
    {
        var known = ByNumber(before);
        var after = matched.Select(one => !known.TryGetValue(one.Debtor.Number, out var listed)
            ? New(one.Debtor, DebtorMark.Client, today, reviewMonths) with { NameDiffers = one.NameDiffers }
            : listed.IsRestricted ? listed with { IsLapsed = false } : listed with { FirstName = one.Debtor.FirstName, LastName = one.Debtor.LastName, NameDiffers = one.NameDiffers });
        return new([.. after, .. Dropped(before, [.. matched.Select(one => one.Debtor.Number)])]);
    }

    /// <summary>After the receiver itself compared (the literal phase 1): who is not marked is gone; a mark for somebody who was not delivered is refused.</summary>
    public static FileResult<DebtorList> AfterMarking(DebtorList before, DebtorTable debtors, MarkTable marks, DateOnly today, Protocol protocol)
    {
        var months = protocol.Debtors!.PauseReviewMonths;
        var given = marks.Rows.ToDictionary(mark => mark.Number);
        var delivered = debtors.Rows.Select(debtor => debtor.Number).ToHashSet();
        if (marks.Rows.Where(mark => !delivered.Contains(mark.Number)).Select(mark => mark.Row).ToList() is { Count: > 0 } strangers)
            return ListRefusals.NotDelivered(protocol, strangers);

        var known = ByNumber(before);
        var after = debtors.Rows.Where(debtor => given.ContainsKey(debtor.Number)).Select(debtor => !known.TryGetValue(debtor.Number, out var listed)
            ? New(debtor, given[debtor.Number].Mark, today, months)
            : listed.IsRestricted ? listed with { IsLapsed = false } : With(listed, given[debtor.Number].Mark, today, months) with { FirstName = debtor.FirstName, LastName = debtor.LastName, NameDiffers = false });
        return Done([.. after, .. Dropped(before, [.. given.Keys])]);
    }

    /// <summary>Marks changed in between (D11); one for somebody who is not listed, or whose row is restricted, refuses the file.</summary>
    public static FileResult<DebtorList> Remarked(DebtorList list, MarkTable marks, DateOnly today, Protocol protocol)
    {
        var listed = list.Rows.Select(row => row.Number).ToHashSet();
        if (marks.Rows.Where(mark => !listed.Contains(mark.Number)).Select(mark => mark.Row).ToList() is { Count: > 0 } strangers)
            return ListRefusals.NotListed(protocol, strangers);
        var restricted = list.Rows.Where(row => row.IsRestricted).Select(row => row.Number).ToHashSet();
        if (marks.Rows.Where(mark => restricted.Contains(mark.Number)).Select(mark => mark.Row).ToList() is { Count: > 0 } kept)
            return ListRefusals.Restricted(protocol, kept);
        var given = marks.Rows.ToDictionary(mark => mark.Number);
        return Done(list.Rows.Select(row => given.TryGetValue(row.Number, out var mark) ? With(row, mark.Mark, today, protocol.Debtors!.PauseReviewMonths) : row));
    }

    /// <summary>Phase 3: the details take the place of earlier ones of the same persons; any row for somebody who is not listed refuses the file (D4). To the sender a restricted row is none (W22).</summary>
    public static FileResult<DebtorList> Detailed(DebtorList list, DetailTable details, Protocol protocol)
    {
        var listed = list.InUse.Select(row => row.Number).ToHashSet();
        if (details.Rows.Where(detail => !listed.Contains(detail.Number)).Select(detail => detail.Row).ToList() is { Count: > 0 } strangers)
            return ListRefusals.NotListed(protocol, strangers);
        var given = details.Rows.ToLookup(detail => detail.Number);
        return Done(list.Rows.Select(row => given[row.Number].ToList() is { Count: > 0 } rows
            ? row with { Street = rows[0].Street, Debts = [.. rows.Select(one => one.Debt)] }
            : row));
    }

    /// <summary>One mark changed. The mark that it has already changes nothing, and no date.</summary>
    public static FileResult<DebtorList> Changed(DebtorList list, long number, DebtorMark mark, DateOnly today, Protocol protocol) =>
        Of(list, number) switch
        {
            null => ListRefusals.NotListed(protocol),
            { IsRestricted: true } => ListRefusals.Restricted(protocol),
            var row => Replaced(list, With(row, mark, today, protocol.Debtors!.PauseReviewMonths)),
        };

    /// <summary>A pause goes on: its review moves (W18). Refused where there is no pause.</summary>
    public static FileResult<DebtorList> Extended(DebtorList list, long number, DateOnly today, Protocol protocol) => Of(list, number) switch
    {
        null => ListRefusals.NotListed(protocol),
        { IsRestricted: true } => ListRefusals.Restricted(protocol),
        { Mark: DebtorMark.Client } row => Replaced(list, row with { ReviewOn = today.AddMonths(protocol.Debtors!.PauseReviewMonths) }),
        _ => ListRefusals.NotPaused(protocol),
    };

    /// <summary>A debt is paid or closed: it goes, and with the last one the person (D8). To the sender a restricted row is none (W22).</summary>
    /// <param name="fileNumber">Null for everything of the person.</param>
    public static FileResult<DebtorList> Closed(DebtorList list, long number, string? fileNumber, Protocol protocol)
    {
        if (Of(list, number) is not { IsRestricted: false } row)
            return ListRefusals.NotListed(protocol);
        if (fileNumber is not null && row.Debts.All(debt => debt.FileNumber != fileNumber))
            return ListRefusals.UnknownFile(protocol);
        IReadOnlyList<DebtFile> left = fileNumber is null ? [] : [.. row.Debts.Where(debt => debt.FileNumber != fileNumber)];
        return left.Count > 0 ? Replaced(list, row with { Debts = left }) : Done(list.Rows.Where(one => one.Number != number));
    }

    /// <summary>The person goes; not while the row is restricted, since it is to be kept then (art. 18.2 GDPR).</summary>
    public static FileResult<DebtorList> Removed(DebtorList list, long number, Protocol protocol) => Of(list, number) switch
    {
        null => ListRefusals.NotListed(protocol),
        { IsRestricted: true } => ListRefusals.Restricted(protocol),
        _ => Done(list.Rows.Where(one => one.Number != number)),
    };

    /// <summary>W22: from now on this row is only kept for this dossier, and no other row is.</summary>
    public static FileResult<DebtorList> Restricted(DebtorList list, long number, ExchangeId dossier, Protocol protocol) => Of(list, number) is null
        ? ListRefusals.NotListed(protocol)
        : Done(list.Rows.Select(row => row with { Restrictions = row.Number == number ? [.. Without(row, dossier), dossier] : Without(row, dossier) }).Where(Stays));

    /// <summary>W22: this dossier holds its row no longer. With the last that did, the row is used again, or goes where nothing asks for it any more.</summary>
    /// <param name="unused">Well founded: the row goes, once no other dossier holds it.</param>
    public static FileResult<DebtorList> Freed(DebtorList list, ExchangeId dossier, bool unused = false) => Done(list.Rows
        .Select(row => row.Restrictions.Contains(dossier) ? row with { Restrictions = Without(row, dossier), IsLapsed = row.IsLapsed || unused } : row)
        .Where(Stays));

    /// <summary>Of who is in use; what is restricted is counted apart.</summary>
    public static ListCounts CountsOf(DebtorList list) => new(
        list.InUse.Count,
        list.InUse.Count(row => row.Mark == DebtorMark.Client),
        list.InUse.Count(row => row.Mark == DebtorMark.Continue),
        list.InUse.Count(row => row.Debts.Count > 0),
        [.. list.InUse.Where(row => row.ReviewOn is not null).CountBy(row => row.ReviewOn!.Value).OrderBy(day => day.Key).Select(day => new ReviewCount(day.Key, day.Value))],
        list.Rows.Count - list.InUse.Count);

    /// <summary>Restricted, and not in what was compared: kept all the same, as art. 18.2 GDPR asks, and gone with its last restriction.</summary>
    private static IEnumerable<ListedDebtor> Dropped(DebtorList before, HashSet<long> after) =>
        before.Rows.Where(row => row.IsRestricted && !after.Contains(row.Number)).Select(row => row with { IsLapsed = true });

    private static bool Stays(ListedDebtor row) => row.IsRestricted || !row.IsLapsed;

    private static IReadOnlyList<ExchangeId> Without(ListedDebtor row, ExchangeId dossier) => row.Restrictions.Contains(dossier) ? [.. row.Restrictions.Where(one => one != dossier)] : row.Restrictions;

    private static Dictionary<long, ListedDebtor> ByNumber(DebtorList list) => list.Rows.ToDictionary(row => row.Number);

    private static ListedDebtor? Of(DebtorList list, long number) => list.Rows.FirstOrDefault(row => row.Number == number);

    private static ListedDebtor New(Debtor debtor, DebtorMark mark, DateOnly today, int months) =>
        new(debtor.Number, debtor.FirstName, debtor.LastName, mark, today, ReviewOf(mark, today, months), NameDiffers: false, Street: null, Debts: []);

    private static ListedDebtor With(ListedDebtor row, DebtorMark mark, DateOnly today, int months) =>
        row.Mark == mark ? row : row with { Mark = mark, MarkedOn = today, ReviewOn = ReviewOf(mark, today, months) };

    private static DateOnly? ReviewOf(DebtorMark mark, DateOnly today, int months) => mark == DebtorMark.Client ? today.AddMonths(months) : null;

    private static FileResult<DebtorList> Replaced(DebtorList list, ListedDebtor changed) => Done(list.Rows.Select(row => row.Number == changed.Number ? changed : row));

    private static FileResult<DebtorList>.Done Done(IEnumerable<ListedDebtor> rows) => new(new DebtorList([.. rows]));
}
