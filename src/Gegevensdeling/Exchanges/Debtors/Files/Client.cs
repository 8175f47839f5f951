using Gegevensdeling.Exchanges.Files;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>A client of the receiver.</summary>
/// <param name="Number">The eleven digits.</param>
/// <param name="FirstName">Null where the file has no such column (W19).</param>
/// <param name="LastName">Null where the file has no such column (W19).</param>
/// <param name="Withheld">Asked that the other party does not know: compared as if not a client (W17).</param>
public sealed record Client(long Number, string? FirstName, string? LastName, bool Withheld)
{
    /// <summary>Names nobody.</summary>
    public override string ToString() => nameof(Client);
}

/// <summary>Client numbers that were read. It holds persons: in memory only, and never stored (F11).</summary>
/// <param name="Rows">Each number once, in the order of the file.</param>
/// <param name="Report">Warnings by row; names nobody.</param>
public sealed record ClientTable(IReadOnlyList<Client> Rows, FileReport Report)
{
    public override string ToString() => $"{Rows.Count} clients";
}
