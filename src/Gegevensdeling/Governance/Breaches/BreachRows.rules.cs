using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>
/// Files of many people of one kind: how many, and how many rows they have. A row of an answer has a child and at most two beneficiaries; how many, nobody knows without
/// opening it. A row of a debtor delivery or of a version of the list is one person.
/// </summary>
/// <param name="Kind">The word in the register: <c>groeipakketvraag</c>, <c>groeipakketantwoord</c>, <c>kadasteruittreksel</c>, <c>debiteurenkopie</c>.</param>
/// <param name="Rows">Of those that are counted.</param>
/// <param name="Uncounted">Files of which no row was counted: not checked yet, or an extract.</param>
public sealed record BreachFiles(string Kind, int Files, int Rows, int Uncounted);

/// <summary>The rows of files of many people, from their own facts: these stay when the file is erased.</summary>
internal static class BreachRows
{
    /// <summary>True for an exchange whose file is about many people.</summary>
    public static bool IsFile(ExchangeHead head) => head.Kind is RequestKind.Name or AnswerKind.Name or ExtractKind.Name || DebtorKindNames.IsFile(head.Kind);

    /// <summary>What a month or a list says of the sealed copies of a debtor protocol, which say nothing of their rows themselves.</summary>
    public static IEnumerable<(ExchangeId Copy, int Rows)> OfCopies(IEnumerable<ExchangeFact> facts) => facts.SelectMany(fact => fact switch
    {
        CycleFact.DebtorsDelivered delivered => [(delivered.Copy, delivered.Debtors)],
        ListFact.VersionMade made => [(made.Copy, made.Counts.Rows + made.Counts.Restricted)],
        _ => Array.Empty<(ExchangeId, int)>(),
    });

    /// <summary>The rows of one file; null where they were never counted.</summary>
    public static int? Of(IEnumerable<ExchangeFact> facts) => facts.Select(fact => fact switch
    {
        RequestFact.Checked rows => rows.Right,
        AnswerFact.Sealed rows => rows.Yes + rows.No,
        _ => (int?)null,
    }).LastOrDefault(rows => rows is not null);

    public static IReadOnlyList<BreachFiles> ByKind(IEnumerable<(string Kind, int? Rows)> files) =>
    [
        .. files.GroupBy(one => one.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => new BreachFiles(kind.Key, kind.Count(), kind.Sum(one => one.Rows ?? 0), kind.Count(one => one.Rows is null))),
    ];
}
