using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gegevensdeling.Documents.Worksheets.OpenXml;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>
/// Writes an .xlsx of one sheet, streaming: memory is a few buffers, whatever the number of rows. What is appended as a string is text, under the format for text
/// (<c>@</c>): it never becomes a formula, a number or a date, also not when somebody edits the cell.
/// </summary>
/// <remarks>Nothing but values is written: no formula, link, macro, name or hidden part can be in it, whatever the requester's workbook held.</remarks>
public sealed class WorksheetWriter : IDisposable
{
    private const int LongestText = 32_767;
    private const int LongestSheetName = 31;
    private const double DefaultWidth = 20;

    private readonly ZipArchive package;
    private readonly StreamWriter sheet;
    private readonly SheetStyles styles = new();
    private int row;
    private bool complete;

    /// <summary>Begins a workbook.</summary>
    /// <param name="output">Writable; need not seek; stays open. What goes through it is plain: memory, or a stream that seals.</param>
    /// <param name="sheetName">At most 31 characters without <c>[]:*?/\</c>: what does not fit is cut off, or becomes <c>_</c>.</param>
    /// <param name="widths">Widths of the columns in characters, from A; 20 for the others.</param>
    public WorksheetWriter(Stream output, string sheetName, params ReadOnlySpan<double> widths)
    {
        package = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in SheetParts.Fixed(Fit(sheetName)))
            Add(name, content);
        sheet = new StreamWriter(Entry(SheetParts.SheetName).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 32 << 10);
        sheet.Write(SheetParts.SheetBegin(DefaultWidth, widths));
    }

    /// <summary>The next row, all text; null or an empty text leaves the cell empty.</summary>
    /// <exception cref="ArgumentException">A text is longer than a cell can hold (32 767), or there are more rows or columns than a sheet has.</exception>
    public void Append(params ReadOnlySpan<string?> texts)
    {
        BeginRow(row + 1);
        WriteTexts(0, texts);
        sheet.Write("</row>");
    }

    /// <summary>A row of the requester's at its own number, its first cells as they were, and texts behind them.</summary>
    /// <param name="original">From <see cref="WorksheetReader.Rows"/>; its number is higher than that of the row before. The numbers left out stay empty rows.</param>
    /// <param name="kept">How many columns from A stay as they were, in value, kind and place.</param>
    /// <param name="texts">For the columns from there on; null or an empty text leaves the cell empty.</param>
    /// <exception cref="ArgumentException">The number does not rise, or a text or the row is longer than Excel holds.</exception>
    public void Append(WorksheetRow original, int kept, params ReadOnlySpan<string?> texts)
    {
        BeginRow(original.Number);
        for (var column = 0; column < kept; column++)
            WriteCell(column, original[column]);
        WriteTexts(kept, texts);
        sheet.Write("</row>");
    }

    /// <summary>Finishes the workbook; without it the output is none.</summary>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(complete, this);
        complete = true;
        sheet.Write(SheetParts.SheetEnd);
        sheet.Dispose();
        Add(SheetParts.StylesName, styles.Xml());
        package.Dispose();
    }

    /// <summary>Lets go of the output, which stays open. Does not finish: half an answer is no answer.</summary>
    public void Dispose()
    {
        if (complete)
            return;
        complete = true;
        sheet.Dispose();
        package.Dispose();
    }

    private static string Fit(string name)
    {
        var fitting = string.Concat(name.Select(unit => unit is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or < ' ' || char.IsSurrogate(unit) ? '_' : unit)).Trim('\'');
        return fitting.Length == 0 ? "Blad1" : fitting[..Math.Min(fitting.Length, LongestSheetName)];
    }

    private void BeginRow(int number)
    {
        if (number <= row || number > CellReference.LastRow)
            throw new ArgumentException("Rows are written in order, and a sheet has 1 048 576 of them.", nameof(number));
        row = number;
        sheet.Write("<row r=\"");
        WriteNumber(number);
        sheet.Write("\">");
    }

    private void WriteTexts(int from, ReadOnlySpan<string?> texts)
    {
        for (var at = 0; at < texts.Length; at++)
        {
            if (!string.IsNullOrEmpty(texts[at]))
                WriteText(from + at, texts[at]!);
        }
    }

    private void WriteCell(int column, WorksheetCell cell)
    {
        switch (cell)
        {
            case WorksheetCell.Empty:
                break;
            case WorksheetCell.Text text:
                WriteText(column, text.Value);
                break;
            case WorksheetCell.Number number:
                WriteValue(column, "n", styles.Number(number.Format), number.Raw);
                break;
            case WorksheetCell.Boolean boolean:
                WriteValue(column, "b", SheetStyles.General, boolean.Value ? "1" : "0");
                break;
            case WorksheetCell.Date date:
                WriteValue(column, "n", date.Serial % 1 == 0 ? SheetStyles.Date : SheetStyles.DateAndTime, date.Serial.ToString("R", CultureInfo.InvariantCulture));
                break;
            case WorksheetCell.Error error:
                WriteValue(column, "e", SheetStyles.General, error.Code);
                break;
        }
    }

    private void WriteText(int column, string text)
    {
        if (text.Length > LongestText)
            throw new ArgumentException("A cell holds 32 767 characters.", nameof(text));
        BeginCell(column, "inlineStr", SheetStyles.Text);
        sheet.Write("<is><t xml:space=\"preserve\">");
        XmlEscape.Write(sheet, CellText.Escape(text));
        sheet.Write("</t></is></c>");
    }

    private void WriteValue(int column, string type, int style, string value)
    {
        BeginCell(column, type, style);
        sheet.Write("<v>");
        XmlEscape.Write(sheet, value);
        sheet.Write("</v></c>");
    }

    private void BeginCell(int column, string type, int style)
    {
        if (column > CellReference.LastColumn)
            throw new ArgumentException("A sheet has 16 384 columns.", nameof(column));
        sheet.Write("<c r=\"");
        sheet.Write(CellReference.Letters(column));
        WriteNumber(row);
        sheet.Write("\" s=\"");
        WriteNumber(style);
        sheet.Write("\" t=\"");
        sheet.Write(type);
        sheet.Write("\">");
    }

    private void WriteNumber(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        sheet.Write(digits[..length]);
    }

    private ZipArchiveEntry Entry(string name) => package.CreateEntry(name, CompressionLevel.Fastest);

    private void Add(string name, string content)
    {
        using var part = Entry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
