using Azure.Data.Tables;

namespace Gegevensdeling.Azure.Stores;

/// <summary>
/// Row keys by which the worklist is searched: a letter for the question, where it has an order the moment, and the exchange. They sort behind every entry, because no id
/// has a tilde. A table answers a range of row keys in one partition from its own order, without reading what lies outside.
/// </summary>
internal static class Signposts
{
    /// <summary>Before all of them, and after every entry.</summary>
    public const string First = "~";

    private const string UnfinishedPrefix = "~feit|", ErasedPrefix = "~gewist|", DuePrefix = "~termijn|", ChangingPrefix = "~wijzigt|";

    /// <summary>Sorts after everything with the same beginning.</summary>
    private const string End = "~";

    public static string Unfinished(string exchange) => UnfinishedPrefix + exchange;

    public static string Changing(string exchange) => ChangingPrefix + exchange;

    public static string Due(DateTimeOffset term, string exchange) => $"{DuePrefix}{term.Text()}|{exchange}";

    public static string Erased(DateTimeOffset at, string exchange) => $"{ErasedPrefix}{at.Text()}|{exchange}";

    public static string UnfinishedIn(string partition) => Range(partition, UnfinishedPrefix, UnfinishedPrefix + End);

    public static string ChangingIn(string partition) => Range(partition, ChangingPrefix, ChangingPrefix + End);

    public static string DueIn(string partition, DateTimeOffset until) => Range(partition, DuePrefix, $"{DuePrefix}{until.Text()}|{End}");

    public static string ErasedIn(string partition, DateTimeOffset before) => Range(partition, ErasedPrefix, ErasedPrefix + before.Text());

    private static string Range(string partition, string from, string before) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");
}

/// <summary>One of them, as it was read.</summary>
internal readonly record struct Signpost(TableEntity Row)
{
    public string Exchange => Row.RowKey[(Row.RowKey.LastIndexOf('|') + 1)..];

    public string Protocol => Worklist.ProtocolOf(Row);

    /// <summary>True where it only says that somebody is changing the exchange, or died over it.</summary>
    public bool IsMark => Row.RowKey.StartsWith(Signposts.Changing(string.Empty), StringComparison.Ordinal);
}
