using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Persons;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>Reads the cells beside column A of one row that people filled in; upper case, blanks and punctuation are forgiven, nothing else.</summary>
internal sealed class FilledCells(AnswerLayout layout, DateOnly on, ReportLines lines)
{
    private static ChildAnswer Nothing => default;

    /// <summary>The row's answer; where something is wrong it is in the report, and the answer is of no use.</summary>
    public ChildAnswer Read(WorksheetRow row)
    {
        if (Right(row) is not { } right)
            return Nothing;
        if (right)
            return Entitled(row);
        foreach (var column in layout.Beneficiaries.Where(column => !InszCell.IsEmpty(row[column])))
            lines.Error(row.Number, "begunstigde-zonder-recht", $"bij '{layout.No}' blijft kolom {AnswerLayout.Letter(column)} leeg.");
        if (layout.Period is { } period && !InszCell.IsEmpty(row[period]))
            lines.Error(row.Number, "periode-zonder-recht", $"bij '{layout.No}' blijft kolom {AnswerLayout.Letter(period)} leeg.");
        return Nothing;
    }

    /// <summary>A row that was wrong in the request has no answer.</summary>
    public void MustBeEmpty(WorksheetRow row)
    {
        for (var column = 1; column < layout.Width; column++)
        {
            if (!InszCell.IsEmpty(row[column]))
            {
                lines.Error(row.Number, "niet-gevraagd", "deze rij was fout in de aanvraag en krijgt geen antwoord; laat ze leeg.");
                return;
            }
        }
    }

    /// <summary>Null where the cell is neither word; that is in the report then.</summary>
    public bool? Right(WorksheetRow row)
    {
        var word = row[layout.Right] is WorksheetCell.Text(var text) ? text.Trim() : null;
        if (string.Equals(word, layout.Yes, StringComparison.OrdinalIgnoreCase))
            return true;
        if (string.Equals(word, layout.No, StringComparison.OrdinalIgnoreCase))
            return false;
        lines.Error(row.Number, "ja-of-nee", $"in kolom {AnswerLayout.Letter(layout.Right)} hoort '{layout.Yes}' of '{layout.No}'.");
        return null;
    }

    /// <summary>The beneficiaries and the period of a child with a right.</summary>
    public ChildAnswer Entitled(WorksheetRow row)
    {
        var answer = new ChildAnswer { Entitled = true };
        var isRight = true;
        foreach (var column in layout.Beneficiaries.Where(column => !InszCell.IsEmpty(row[column])))
        {
            if (InszCell.Fault(row[column], out var number, out _) is { } fault)
            {
                lines.Error(row.Number, "begunstigde", $"in kolom {AnswerLayout.Letter(column)} staat geen INSZ: {Insz.Reason(fault)}.");
                isRight = false;
            }
            else
            {
                answer.Add(number, layout.Beneficiaries.Count, line: 0);
            }
        }

        if (isRight && answer.First == 0)
            lines.Error(row.Number, "begunstigde-ontbreekt", $"bij '{layout.Yes}' hoort minstens één begunstigde.");
        return layout.Period is { } period ? Period(row, period, answer) : answer;
    }

    private ChildAnswer Period(WorksheetRow row, int column, ChildAnswer answer)
    {
        if (row[column] is WorksheetCell.Text(var text) && PaymentPeriod.TryRead(text, out var from, out var to))
            return answer with { From = from, To = to };
        lines.Error(row.Number, "periode", $"in kolom {AnswerLayout.Letter(column)} hoort een periode, zoals '{PaymentPeriod.Write(on.DayNumber, ExtractRow.Open, on)}'.");
        return answer;
    }
}
