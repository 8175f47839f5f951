using System.Text.Json;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>Which reason fits which change.</summary>
public static class ListChanges
{
    /// <summary>With which an OCMW lets collection continue (art. 3, phase 2).</summary>
    public static IReadOnlySet<ListChange> ToContinue { get; } = new HashSet<ListChange> { ListChange.NoSolutionWanted, ListChange.NoSolutionReached };

    /// <summary>With which it pauses again.</summary>
    public static IReadOnlySet<ListChange> ToPause { get; } = new HashSet<ListChange> { ListChange.SolutionAfterAll };

    /// <summary>With which the municipality closes a debt (D8).</summary>
    public static IReadOnlySet<ListChange> ToClose { get; } = new HashSet<ListChange> { ListChange.Paid, ListChange.Solved, ListChange.CollectionEnded };

    /// <summary>Changes of which the municipality must hear: they change what it may do.</summary>
    public static IReadOnlySet<ListChange> OfMarks { get; } =
        new HashSet<ListChange>
        {
            ListChange.NoSolutionWanted, ListChange.NoSolutionReached, ListChange.SolutionAfterAll, ListChange.Marks, ListChange.NoClient, ListChange.RestrictionLifted,
        };

    /// <summary>The word in the register and the audit chain.</summary>
    public static string WordOf(ListChange why) => JsonSerializer.SerializeToElement(why, Options).GetString()!;

    private static readonly JsonSerializerOptions Options = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
}
