using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>Judges marks: a number and one of two values (D3). Whoever is no client is not in it at all (D5).</summary>
internal sealed class MarkCheck(Protocol protocol) : RowJudge<MarkTable>(protocol, DebtorSettings.MarksFlow, protocol.Debtors!.Limits.MostDebtors)
{
    public const string Mark = "Vermelding";

    private readonly List<MarkRow> _marks = [];
    private readonly Dictionary<long, int> _first = [];

    public override IReadOnlyList<SheetColumn> Columns { get; } = [new(DebtorCells.NumberHeading), new(Mark)];

    public override (string One, string Many) What => ("vermelding", "vermeldingen");

    public override void Judge(WorksheetRow row, SheetColumns columns)
    {
        var isRight = IsRight(row.Number, DebtorCells.Number(columns.Cell(row, 0), out var number));
        isRight &= IsRight(row.Number, Read(columns.Cell(row, 1), out var mark));
        if (!isRight)
            return;
        if (_first.TryAdd(number, row.Number))
            _marks.Add(new(row.Number, number, mark));
        else
            Lines.Error(row.Number, "dubbel", $"deze persoon staat al in rij {_first[number]}.");
    }

    public override MarkTable Table(FileReport report) => new(_marks);

    private CellFault? Read(WorksheetCell cell, out DebtorMark mark)
    {
        var read = cell is WorksheetCell.Text(var text) ? MarkWords.Read(Protocol, text) : null;
        mark = read.GetValueOrDefault();
        if (read is not null)
            return null;
        return InszCell.IsEmpty(cell)
            ? new("geen-vermelding", "hier staat geen vermelding. Laat wie geen cliënt is weg.")
            : new("onbekende-vermelding", $"in de kolom '{Mark}' hoort '{MarkWords.Of(Protocol, DebtorMark.Client)}' of '{MarkWords.Of(Protocol, DebtorMark.Continue)}'.");
    }
}
