using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>Judges the details of phase 3, a row a debt (D4, G19); whether each person is on the list is for <c>ListRules</c> to say.</summary>
internal sealed class DetailCheck(Protocol protocol, DateOnly today) : RowJudge<DetailTable>(protocol, DebtorSettings.DetailsFlow, protocol.Debtors!.Limits.MostDebtors)
{
    private readonly DetailColumns _columns = new(protocol);
    private readonly IReadOnlyList<string> _natures = protocol.Fields.Single(field => field.Code == DebtorSettings.NatureField).Values!;
    private readonly List<DetailRow> _details = [];
    private readonly Dictionary<long, DetailRow> _persons = [];
    private readonly Dictionary<(long Number, string File), DetailRow> _files = [];

    public override IReadOnlyList<SheetColumn> Columns => _columns.All;

    public override (string One, string Many) What => ("schuld", "schulden");

    public override void Judge(WorksheetRow row, SheetColumns columns)
    {
        WorksheetCell Cell(string heading) => _columns.Place(heading) is >= 0 and var place ? columns.Cell(row, place) : WorksheetCell.None;
        bool IsGiven(string heading) => !InszCell.IsEmpty(Cell(heading));

        var isRight = IsRight(row.Number, DebtorCells.Number(columns.Cell(row, 0), out var number));
        string? street = null;
        if (_columns.Place(DetailColumns.Street) >= 0)
            isRight &= IsRight(row.Number, StreetCell.Read(Cell(DetailColumns.Street), out street));
        isRight &= IsRight(row.Number, FileNumberCell.Read(Cell(DetailColumns.FileNumber), number, out var file));
        isRight &= IsRight(row.Number, Nature(Cell(DetailColumns.Nature), out var nature));
        isRight &= IsRight(row.Number, AmountCell.Read(Cell(DetailColumns.Amount), DetailColumns.Amount, out var amount));
        decimal monthly = 0;
        if (IsGiven(DetailColumns.MonthlyPayment))
            isRight &= IsRight(row.Number, AmountCell.Read(Cell(DetailColumns.MonthlyPayment), DetailColumns.MonthlyPayment, out monthly));
        DateOnly last = default;
        if (IsGiven(DetailColumns.LastPayment))
            isRight &= IsRight(row.Number, DayCell.Read(Cell(DetailColumns.LastPayment), DetailColumns.LastPayment, today, out last));
        if (isRight)
            Add(new(row.Number, number, street, new(file, nature, amount, monthly == 0 ? null : monthly, last == default ? null : last)));
    }

    public override DetailTable Table(FileReport report) => new(_details);

    private void Add(DetailRow detail)
    {
        if (_persons.TryAdd(detail.Number, detail) is false && _persons[detail.Number] is { } person && person.Street != detail.Street)
            Lines.Error(detail.Row, "ander-adres", $"deze persoon staat ook in rij {person.Row}, met een ander adres.");
        else if (_files.TryAdd((detail.Number, detail.Debt.FileNumber), detail))
            _details.Add(detail);
        else if (_files[(detail.Number, detail.Debt.FileNumber)] is var first && first.Debt.Amount == detail.Debt.Amount)
            Lines.Error(detail.Row, "dubbel", $"dit dossier van deze persoon staat al in rij {first.Row}.");
        else
            Lines.Error(detail.Row, "dubbel-ander-bedrag", $"dit dossier van deze persoon staat al in rij {first.Row}, met een ander bedrag.");
    }

    private CellFault? Nature(WorksheetCell cell, out string nature)
    {
        var word = cell is WorksheetCell.Text(var text) ? text.Trim() : string.Empty;
        var found = _natures.FirstOrDefault(value => string.Equals(value, word, StringComparison.OrdinalIgnoreCase));
        nature = found ?? string.Empty;
        return found is null ? new("aard", $"in de kolom '{DetailColumns.Nature}' hoort een van: {string.Join(", ", _natures)}.") : null;
    }
}
