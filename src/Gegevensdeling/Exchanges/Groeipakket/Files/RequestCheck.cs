using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Persons;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>Judges the rows of a request: column A holds the INSZ of children, with or without a heading (P2, W13).</summary>
public static class RequestCheck
{
    /// <param name="protocol">A Groeipakket protocol.</param>
    /// <param name="sheetName">The sheet's own name; the answer keeps it.</param>
    /// <param name="rows">Those with content, in order; enumerated once.</param>
    /// <param name="on">The day of the request, a legal date in Brussels.</param>
    /// <exception cref="WorksheetException">From <paramref name="rows"/>, where a fault stands further down.</exception>
    public static FileResult<CheckedRequest> Of(Protocol protocol, string sheetName, IEnumerable<WorksheetRow> rows, DateOnly on)
    {
        var settings = protocol.Groeipakket ?? throw new ArgumentException("A protocol of another kind.", nameof(protocol));
        if (on < settings.FirstDay)
            return FileResult<CheckedRequest>.No(FileRefusals.PeriodNotBegun(protocol));

        var judged = new JudgedRows(settings, on);
        foreach (var row in rows)
            judged.Add(row);
        var filled = judged.Rows.Count - judged.Blanks;
        var counts = new RequestCounts(filled, filled - judged.Lines.Errors, judged.Lines.Errors, judged.Lines.Warnings);
        var report = judged.Lines.Report(Summary(counts));
        if (counts.Right == 0)
            return new FileResult<CheckedRequest>.Refused(FileRefusals.NoRightRow(protocol, counts), report);
        var content = new RequestRows(sheetName, judged.Heading, judged.Rows, [.. judged.Children]);
        return new FileResult<CheckedRequest>.Done(new CheckedRequest(protocol, on, counts, report, content));
    }

    private static string Summary(RequestCounts counts) =>
        $"{DutchCount.Say(counts.Rows, "rij", "rijen")}: {DutchCount.Say(counts.Right)} in orde, {DutchCount.Say(counts.Wrong)} fout; {DutchCount.Say(counts.Warnings, "waarschuwing", "waarschuwingen")}."
        + (counts.Wrong == 0 ? string.Empty : " Een foute rij krijgt geen antwoord.");

    private sealed class JudgedRows(GroeipakketSettings settings, DateOnly on)
    {
        private readonly Dictionary<long, int> _firstRows = [];
        private int _last;

        public WorksheetRow? Heading { get; private set; }

        public List<WorksheetRow> Rows { get; } = [];

        public List<long> Children { get; } = [];

        public int Blanks { get; private set; }

        public ReportLines Lines { get; } = new();

        public void Add(WorksheetRow row)
        {
            if (InszCell.IsEmpty(row[0]))
            {
                // blanks only: an empty row to whoever reads it, but what stands there stays
                Rows.Add(row);
                Children.Add(RequestRows.None);
                Blanks++;
                return;
            }

            if (_last == 0 && InszCell.IsHeading(row[0]))
            {
                (Heading, _last) = (row, row.Number);
                return;
            }

            Gap(row.Number);
            Rows.Add(row);
            Children.Add(Judge(row) is { } child ? child : RequestRows.None);
            _last = row.Number;
        }

        private void Gap(int next)
        {
            if (_last == 0 || next == _last + 1)
                return;
            var (first, last) = (_last + 1, next - 1);
            Lines.Warning(first, "lege-rij", first == last ? "deze rij is leeg." : $"de rijen {first} tot en met {last} zijn leeg.");
        }

        private long? Judge(WorksheetRow row)
        {
            if (InszCell.Fault(row[0], out var number, out var birth) is { } fault)
            {
                Lines.Error(row.Number, row[0] is WorksheetCell.Text or WorksheetCell.Number ? InszCell.Code(fault) : "geen-nummer", Sentence(fault, row[0]));
                return null;
            }

            if (!_firstRows.TryAdd(number, row.Number))
            {
                Lines.Error(row.Number, "dubbel", $"dit kind staat al in rij {_firstRows[number]}; daar staat het antwoord.");
                return null;
            }

            if (birth is not { } day)
                Lines.Warning(row.Number, "leeftijd-niet-te-controleren", "de leeftijd is niet te controleren: uit dit nummer is geen geboortedatum af te leiden.");
            else if (day.AddYears(settings.AgeFrom) > on || day.AddYears(settings.AgeTo) <= settings.FirstDay)
                Lines.Warning(row.Number, "leeftijd", $"deze persoon is op geen enkele dag van de periode een kind van {settings.AgeFrom} tot {settings.AgeTo} jaar. Kijk na of dit de juiste persoon is; de rij wordt wel beantwoord.");
            return number;
        }

        private static string Sentence(InszFault fault, WorksheetCell cell) => cell switch
        {
            WorksheetCell.Date => "hier staat een datum, geen INSZ. Geef de cel de notatie 'Tekst' en typ het nummer opnieuw.",
            WorksheetCell.Boolean or WorksheetCell.Error => "hier staat geen nummer maar een andere waarde.",
            _ => $"dit is geen INSZ: {Insz.Reason(fault)}.",
        };
    }
}
