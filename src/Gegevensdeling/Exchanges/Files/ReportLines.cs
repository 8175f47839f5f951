namespace Gegevensdeling.Exchanges.Files;

/// <summary>Gathers the lines of a report; beyond the most that is listed it only counts.</summary>
internal sealed class ReportLines
{
    private readonly List<ReportLine> _lines = [];
    private int _more;

    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    public void Error(int row, string code, string text)
    {
        Errors++;
        Add(row, isError: true, code, text);
    }

    public void Warning(int row, string code, string text)
    {
        Warnings++;
        Add(row, isError: false, code, text);
    }

    public FileReport Report(string summary) => new(summary, _lines, _more);

    private void Add(int row, bool isError, string code, string text)
    {
        if (_lines.Count < FileReport.MostLines)
            _lines.Add(new ReportLine(row, isError, code, text));
        else
            _more++;
    }
}
