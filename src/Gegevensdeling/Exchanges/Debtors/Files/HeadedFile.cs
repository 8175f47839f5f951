using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>Reads a workbook whose first row has headings: all of it is right, or none of it is used.</summary>
internal static class HeadedFile
{
    public static FileResult<T> Read<T>(Stream workbook, RowJudge<T> judge, CancellationToken cancellation)
    {
        try
        {
            using var reader = WorksheetReader.Open(workbook, null, judge.Limits, cancellation);
            return Read(reader.Rows(), judge);
        }
        catch (WorksheetException fault)
        {
            return FileResult<T>.No(FileFaults.Of(judge.Article, fault));
        }
    }

    /// <exception cref="WorksheetException">From <paramref name="rows"/>.</exception>
    public static FileResult<T> Read<T>(IEnumerable<WorksheetRow> rows, RowJudge<T> judge)
    {
        SheetColumns? columns = null;
        foreach (var row in rows)
        {
            if (row.Cells.All(InszCell.IsEmpty))
                continue;
            if (columns is null)
            {
                (columns, var problem) = SheetColumns.Of(row, judge.Columns);
                var refusal = columns is null ? DebtorRefusals.Columns(judge.Article, judge.Columns, problem!) : judge.Refuse(columns);
                if (refusal is not null)
                    return FileResult<T>.No(refusal);
            }
            else if (columns.Stray(row) is { } place)
            {
                return FileResult<T>.No(DebtorRefusals.StrayCell(judge.Article, row.Number, place));
            }
            else if (judge.Rows == judge.Most)
            {
                return FileResult<T>.No(DebtorRefusals.TooMany(judge.Article, judge.What, judge.Most));
            }
            else
            {
                judge.Count();
                judge.Judge(row, columns);
            }
        }

        return judge.Rows == 0 ? FileResult<T>.No(DebtorRefusals.Empty(judge.Article, judge.What.Many)) : Of(judge);
    }

    /// <summary>What came of the rows that were judged.</summary>
    public static FileResult<T> Of<T>(RowJudge<T> judge) => judge.Lines.Errors == 0
        ? new FileResult<T>.Done(judge.Table(judge.Lines.Report(judge.Summary)))
        : new FileResult<T>.Refused(judge.Wrong(), judge.Lines.Report(DebtorRefusals.Summary(judge.Rows, judge.Lines.Errors)));
}
