using Gegevensdeling.Exchanges.Files;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>Who owes the municipality something: phase 1 and nothing more (D2).</summary>
/// <param name="Number">The eleven digits of a rijksregisternummer or BIS number.</param>
/// <param name="FirstName">Empty for who has none.</param>
public sealed record Debtor(long Number, string FirstName, string LastName)
{
    /// <summary>Names nobody.</summary>
    public override string ToString() => nameof(Debtor);
}

/// <summary>A delivery that was read. It holds persons: in memory only.</summary>
/// <param name="Rows">Each number once, in the order of the file.</param>
/// <param name="Report">Warnings by row; names nobody.</param>
public sealed record DebtorTable(IReadOnlyList<Debtor> Rows, FileReport Report)
{
    public override string ToString() => $"{Rows.Count} debtors";
}
