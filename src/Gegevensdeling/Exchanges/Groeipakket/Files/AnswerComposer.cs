using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Persons;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>Writes the answer into the requester's rows: column A, the order and empty rows as they came, and beside them what the protocol authorises (P6, P7).</summary>
public static class AnswerComposer
{
    private static readonly double[] Widths = [16, 24, 16, 16, 26];

    /// <summary>
    /// Writes one workbook (.xlsx). Beneficiaries and period stay empty where the answer is no, and all of it where the row was wrong.
    /// Everything written is text, so that nothing can start a formula.
    /// </summary>
    /// <param name="answer">From the register or from the team.</param>
    /// <param name="output">Writable; plain content, so the caller's memory or a sealing stream. Stays open.</param>
    /// <param name="cancellation">Ends the writing between rows; what was written then is no workbook.</param>
    public static AnswerCounts Write(RequestAnswer answer, Stream output, CancellationToken cancellation)
    {
        var (request, layout) = (answer.Request, AnswerLayout.Of(answer.Request.Protocol));
        var content = request.Content;
        using var writer = new WorksheetWriter(output, content.SheetName, Widths.AsSpan(0, Math.Min(Widths.Length, layout.Width)));
        var texts = new string?[layout.Width - 1];
        for (var place = 0; place < content.Rows.Count; place++)
        {
            if (content.Heading is { } heading && place == content.BeforeHeading)
            {
                for (var column = 1; column < layout.Width; column++)
                    texts[column - 1] = layout.Heading(column);
                writer.Append(heading, 1, texts);
            }

            if ((place & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            Array.Clear(texts);
            if (content.Children[place] != RequestRows.None)
                Fill(texts, layout, in answer.Answers[place], request.On);
            writer.Append(content.Rows[place], 1, texts);
        }

        writer.Complete();
        return answer.Counts;
    }

    private static void Fill(string?[] texts, AnswerLayout layout, in ChildAnswer answer, DateOnly on)
    {
        texts[layout.Right - 1] = answer.Entitled ? layout.Yes : layout.No;
        if (!answer.Entitled)
            return;
        texts[layout.Beneficiaries[0] - 1] = InszText.Write(answer.First);
        if (answer.Second != 0)
            texts[layout.Beneficiaries[1] - 1] = InszText.Write(answer.Second);
        if (layout.Period is { } column)
            texts[column - 1] = PaymentPeriod.Write(answer.From, answer.To, on);
    }
}
