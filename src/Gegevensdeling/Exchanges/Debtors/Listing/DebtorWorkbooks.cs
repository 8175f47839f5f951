using System.Globalization;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Persons;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>
/// The workbooks (.xlsx) that go to people. What is written as text stays text; amounts and dates are cells of their own kind: nothing starts a formula. The
/// output stays open; what goes through it is plain, so the caller's memory or a private file.
/// </summary>
public static class DebtorWorkbooks
{
    private const int Pause = 0xFFF;

    private static readonly IReadOnlyList<DebtFile?> NoDebt = [null];

    /// <summary>The list, for the receiver (D10, D11, W19): a row a debt, or one row for who has no details yet. What is restricted is not in it (W22).</summary>
    public static void WriteList(DebtorList list, Protocol protocol, Stream output, CancellationToken cancellation)
    {
        using var writer = new WorksheetWriter(output, "Debiteuren", 18, 24, 20, 30, 16, 16, 14, 36, 20, 16, 14, 20, 18);
        writer.Append(
            DebtorCheck.FirstName, DebtorCheck.LastName, DebtorCells.NumberHeading, MarkCheck.Mark, "Vermeld sinds", "Te herzien op", "Naam wijkt af",
            DetailColumns.Street, DetailColumns.FileNumber, DetailColumns.Nature, DetailColumns.Amount, DetailColumns.MonthlyPayment, DetailColumns.LastPayment);
        var (number, place) = (1, 0);
        foreach (var row in list.InUse)
        {
            if ((place++ & Pause) == 0)
                cancellation.ThrowIfCancellationRequested();
            foreach (var debt in row.Debts.Count == 0 ? NoDebt : row.Debts)
            {
                number++;
                WorksheetCell[] cells =
                [
                    Text(row.FirstName), Text(row.LastName), Text(InszText.Write(row.Number)), Text(MarkWords.Of(protocol, row.Mark)),
                    Day(row.MarkedOn), Day(row.ReviewOn), Text(row.NameDiffers ? "ja" : ""), Text(row.Street),
                    Text(debt?.FileNumber), Text(debt?.Nature), Amount(debt?.Amount), Amount(debt?.MonthlyPayment), Day(debt?.LastPayment),
                ];
                writer.Append(new WorksheetRow(number, cells), cells.Length);
            }
        }

        writer.Complete();
    }

    /// <summary>For the sender: number and mark and nothing else (D3).</summary>
    public static void WriteMarks(DebtorList list, Protocol protocol, Stream output, CancellationToken cancellation)
    {
        using var writer = new WorksheetWriter(output, "Vermeldingen", 20, 34);
        writer.Append(DebtorCells.NumberHeading, MarkCheck.Mark);
        for (var place = 0; place < list.InUse.Count; place++)
        {
            if ((place & Pause) == 0)
                cancellation.ThrowIfCancellationRequested();
            writer.Append(InszText.Write(list.InUse[place].Number), MarkWords.Of(protocol, list.InUse[place].Mark));
        }

        writer.Complete();
    }

    /// <summary>A delivery, for the receiver who compares itself (D2).</summary>
    public static void WriteDebtors(DebtorTable debtors, Protocol protocol, Stream output, CancellationToken cancellation)
    {
        using var writer = new WorksheetWriter(output, "Debiteuren", 20, 28, 20);
        writer.Append([.. new DebtorCheck(protocol).Columns.Select(column => column.Heading)]);
        for (var place = 0; place < debtors.Rows.Count; place++)
        {
            if ((place & Pause) == 0)
                cancellation.ThrowIfCancellationRequested();
            writer.Append(debtors.Rows[place].FirstName, debtors.Rows[place].LastName, InszText.Write(debtors.Rows[place].Number));
        }

        writer.Complete();
    }

    private static WorksheetCell Text(string? text) => string.IsNullOrEmpty(text) ? WorksheetCell.None : new WorksheetCell.Text(text);

    private static WorksheetCell Amount(decimal? amount) =>
        amount is { } euro ? new WorksheetCell.Number((double)euro, euro.ToString("0.00", CultureInfo.InvariantCulture), "0.00") : WorksheetCell.None;

    private static WorksheetCell Day(DateOnly? day) =>
        day is { } given && given.ToDateTime(default) is var moment ? new WorksheetCell.Date(moment.ToOADate(), moment) : WorksheetCell.None;
}
