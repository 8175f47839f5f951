namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>The names of the sub-orchestrations; the purge deletes each by its id (law 8 of the engines).</summary>
public static class GroeipakketNames
{
    public const string Erasure = "wissing";

    public const int FirstHandover = 1;

    public static string Handover(int number) => $"sleutel-{number}";

    /// <summary>Every instance of an exchange with so many handovers, its own last.</summary>
    public static IReadOnlyList<string> Instances(ExchangeId exchange, int handovers) =>
        [.. Enumerable.Range(1, handovers).Select(number => $"{exchange}:{Handover(number)}"), $"{exchange}:{Erasure}", exchange.Value];
}
