using System.Globalization;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Persons;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>
/// From an answer the distinct beneficiaries, each with the number of entitled children: what a municipality needs to enrich and to send one voucher a
/// household (P11, P17, W15). Who forms a household is the city's decision; nothing here decides it.
/// </summary>
public static class VoucherExport
{
    private const string Sheet = "Begunstigden";

    /// <param name="protocol">The one of the answer.</param>
    /// <param name="answer">Rows of the answer's workbook; enumerated once.</param>
    /// <param name="inhabitants">Rows of the municipality's list, or null: then nobody is left out.</param>
    /// <param name="output">Where the workbook goes; nothing is written where the result is a refusal. Stays open.</param>
    /// <exception cref="WorksheetException">From the rows.</exception>
    public static FileResult<VoucherCounts> Write(Protocol protocol, IEnumerable<WorksheetRow> answer, IEnumerable<WorksheetRow>? inhabitants, Stream output)
    {
        var lines = new ReportLines();
        var found = Entitled.Of(protocol, answer, lines);
        if (lines.Errors > 0 || found.Answered == 0)
            return new FileResult<VoucherCounts>.Refused(FileRefusals.NoAnswer(protocol, lines.Errors), lines.Report("Dit bestand is geen antwoord zoals het gegeven is."));
        var list = inhabitants is null ? null : InhabitantList.Of(inhabitants);
        if (list is { Count: 0 })
            return FileResult<VoucherCounts>.No(FileRefusals.NoInhabitants(protocol));

        var here = found.ByBeneficiary.Where(pair => list is null || list.Contains(pair.Key)).ToList();
        using var writer = new WorksheetWriter(output, Sheet, 20, 24);
        writer.Append("INSZ begunstigde", "Aantal rechtgevende kinderen");
        foreach (var (beneficiary, children) in here)
            writer.Append(InszText.Write(beneficiary), children.Count.ToString(CultureInfo.InvariantCulture));
        writer.Complete();
        var all = here.SelectMany(pair => pair.Value).Distinct().Count();
        return new FileResult<VoucherCounts>.Done(new VoucherCounts(here.Count, found.ByBeneficiary.Count - here.Count, all, list?.Unreadable ?? 0));
    }

    /// <summary>The rows with a right, by beneficiary in the order of first coming.</summary>
    private sealed class Entitled
    {
        public OrderedDictionary<long, List<long>> ByBeneficiary { get; } = [];

        public int Answered { get; private set; }

        public static Entitled Of(Protocol protocol, IEnumerable<WorksheetRow> rows, ReportLines lines)
        {
            var (layout, found, isFirst) = (AnswerLayout.Of(protocol), new Entitled(), true);
            var cells = new FilledCells(layout, protocol.Groeipakket!.PeriodFrom, lines);
            foreach (var row in rows)
            {
                var isHeading = isFirst && InszCell.IsHeading(row[0]);
                isFirst &= InszCell.IsEmpty(row[0]);
                if (!isHeading && !InszCell.IsEmpty(row[layout.Right]))
                    found.Add(row, cells, lines);
            }

            return found;
        }

        private void Add(WorksheetRow row, FilledCells cells, ReportLines lines)
        {
            Answered++;
            if (InszCell.Fault(row[0], out var child, out _) is not null)
                lines.Error(row.Number, "kolom-a", "in kolom A staat geen INSZ, en toch is er een antwoord.");
            var answer = cells.Read(row);
            foreach (var beneficiary in new[] { answer.First, answer.Second }.Where(number => number != 0))
            {
                if (!ByBeneficiary.TryGetValue(beneficiary, out var children))
                    ByBeneficiary.Add(beneficiary, children = []);
                if (!children.Contains(child))
                    children.Add(child);
            }
        }
    }
}
