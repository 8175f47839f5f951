namespace Gegevensdeling.Governance;

/// <summary>
/// The words in the register's heads by which what stands around the exchanges knows those of a debtor protocol: what people refer to, and what holds data of many people.
/// </summary>
internal static class DebtorKindNames
{
    /// <summary>One month; holds no data.</summary>
    public const string Cycle = "debiteurencyclus";

    /// <summary>The one list (D11): its history, and no data.</summary>
    public const string List = "debiteurenlijst";

    /// <summary>A delivery of the municipality, as long as it is compared: everybody with a debt.</summary>
    public const string Delivery = "debiteurenlevering";

    /// <summary>What stood in the list at a time.</summary>
    public const string Version = "debiteurenlijstversie";

    /// <summary>What a person names when something is the matter with the list.</summary>
    public static bool IsSubject(string kind) => kind is Cycle or List;

    /// <summary>What holds data of many people.</summary>
    public static bool IsFile(string kind) => kind is Delivery or Version;
}
