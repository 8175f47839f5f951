using Gegevensdeling.Exchanges.Debtors;

namespace Gegevensdeling.Governance;

/// <summary>What stands around the exchanges knows of those of a debtor protocol: what people refer to, and what holds data of many people.</summary>
internal static class DebtorKindNames
{
    /// <summary>What a person names when something is the matter with the list: a month or the list itself.</summary>
    public static bool IsSubject(string kind) => kind is CycleKind.Name or ListKind.Name;

    /// <summary>What holds data of many people: a delivery, as long as it is compared, and a version of the list.</summary>
    public static bool IsFile(string kind) => kind == CopyKind.Name;
}
