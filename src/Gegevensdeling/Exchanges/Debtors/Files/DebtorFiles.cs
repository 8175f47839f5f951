using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>
/// The files of the monthly debtor exchange, each with a value as its outcome: a bad file is refused, never thrown, with the rows that are to blame and without
/// a person. A workbook is seekable and read from position 0; it stays open. <see cref="IOException"/> of a stream passes.
/// </summary>
public static class DebtorFiles
{
    /// <summary>Phase 1: voornaam, familienaam, rijksregisternummer (D2).</summary>
    public static FileResult<DebtorTable> ReadDebtors(Stream workbook, Protocol protocol, CancellationToken cancellation) =>
        HeadedFile.Read(workbook, new DebtorCheck(protocol), cancellation);

    /// <summary>The receiver's client numbers; names, 'niet meedelen' and the name of the body are optional columns (W17, W19).</summary>
    public static FileResult<ClientTable> ReadClients(Stream workbook, Protocol protocol, CancellationToken cancellation) =>
        HeadedFile.Read(workbook, new ClientCheck(protocol), cancellation);

    /// <summary>Client numbers that came without a workbook; a row of the report is the place in the list, from 1.</summary>
    /// <param name="withheld">Of those numbers the ones that the other party may not know, or null; only where the protocol has it (W17).</param>
    public static FileResult<ClientTable> ClientsOf(IReadOnlyList<string> numbers, IReadOnlySet<string>? withheld, Protocol protocol)
    {
        var check = new ClientCheck(protocol);
        if (withheld is { Count: > 0 } && !protocol.Debtors!.ObjectionToDisclosure)
            return FileResult<ClientTable>.No(DebtorRefusals.ObjectionUnknown(protocol.Cite(protocol.Debtors)));
        if (numbers.Count == 0)
            return FileResult<ClientTable>.No(DebtorRefusals.Empty(check.Article, check.What.Many));
        if (numbers.Count > check.Most)
            return FileResult<ClientTable>.No(DebtorRefusals.TooMany(check.Article, check.What, check.Most));

        var (kept, isReadable) = (new HashSet<long>(), true);
        foreach (var text in withheld ?? new HashSet<string>())
        {
            isReadable &= DebtorCells.Number(new WorksheetCell.Text(text), out var number) is null;
            kept.Add(number);
        }

        for (var place = 0; place < numbers.Count; place++)
            check.Judge(place + 1, numbers[place], kept);
        return !isReadable || !kept.All(check.Holds)
            ? FileResult<ClientTable>.No(DebtorRefusals.WithheldIsNoClient(check.Article))
            : HeadedFile.Of(check);
    }

    /// <summary>Marks for clients and for nobody else (D3, D5).</summary>
    public static FileResult<MarkTable> ReadMarks(Stream workbook, Protocol protocol, CancellationToken cancellation) =>
        HeadedFile.Read(workbook, new MarkCheck(protocol), cancellation);

    /// <summary>Phase 3: the debts of marked debtors (D4).</summary>
    /// <param name="today">A legal date in Brussels; nothing was paid after it.</param>
    public static FileResult<DetailTable> ReadDetails(Stream workbook, Protocol protocol, DateOnly today, CancellationToken cancellation) =>
        HeadedFile.Read(workbook, new DetailCheck(protocol, today), cancellation);
}
