namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>The names of the sub-orchestrations; the purge deletes each by its id (law 8 of the engines).</summary>
public static class DebtorNames
{
    public const string Erasure = "wissing";

    /// <summary>Every instance of a month, a list or a copy, its own last.</summary>
    public static IReadOnlyList<string> Instances(ExchangeId exchange) => [$"{exchange}:{Erasure}", exchange.Value];
}
