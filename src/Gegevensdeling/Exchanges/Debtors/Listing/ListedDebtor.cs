using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges.Debtors.Files;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>A debtor who is a client, as the one list has it (D3, D4, D11).</summary>
/// <param name="Number">The eleven digits.</param>
/// <param name="FirstName">Empty for who has none.</param>
/// <param name="MarkedOn">The day of the present mark.</param>
/// <param name="ReviewOn">When a pause is looked at again (W18); null where collection goes on.</param>
/// <param name="NameDiffers">For the receiver alone (W19).</param>
/// <param name="Street">Street and house number; null before phase 3.</param>
/// <param name="Debts">Empty before phase 3.</param>
public sealed record ListedDebtor(
    long Number, string FirstName, string LastName, DebtorMark Mark, DateOnly MarkedOn, DateOnly? ReviewOn, bool NameDiffers, string? Street, IReadOnlyList<DebtFile> Debts)
{
    /// <summary>The dossiers of who objected or asked for restriction: while there is one, the row is only kept (art. 18.2 GDPR, W22).</summary>
    public IReadOnlyList<ExchangeId> Restrictions { get; init; } = [];

    public bool IsRestricted => Restrictions.Count > 0;

    /// <summary>Only of a restricted row: nothing but the restriction keeps it. It was not in the last comparison, or an objection was well founded.</summary>
    public bool IsLapsed { get; init; }

    /// <summary>Names nobody.</summary>
    public override string ToString() => nameof(ListedDebtor);
}

/// <summary>One version of the list, each number once. It holds persons: in memory, or sealed.</summary>
public sealed record DebtorList(IReadOnlyList<ListedDebtor> Rows)
{
    public static DebtorList Empty { get; } = new([]);

    /// <summary>The rows that are shown, counted and changed: those that nobody restricted.</summary>
    public IReadOnlyList<ListedDebtor> InUse { get; } = Rows.Any(row => row.IsRestricted) ? [.. Rows.Where(row => !row.IsRestricted)] : Rows;

    public override string ToString() => $"{Rows.Count} listed";
}

/// <summary>A version in figures; nothing personal.</summary>
/// <param name="Rows">Persons.</param>
/// <param name="Paused">Of them, with collection paused.</param>
/// <param name="Continued">Of them, with collection going on.</param>
/// <param name="Detailed">Of them, with the details of phase 3.</param>
/// <param name="Reviews">By day, the earliest first.</param>
/// <param name="Restricted">Further persons, whose row is only kept (W22): for a breach, and nobody else to see.</param>
public sealed record ListCounts(
    int Rows, int Paused, int Continued, int Detailed, IReadOnlyList<ReviewCount> Reviews,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Restricted = 0);

/// <summary>How many pauses are reviewed on a day.</summary>
public sealed record ReviewCount(DateOnly On, int Count);
