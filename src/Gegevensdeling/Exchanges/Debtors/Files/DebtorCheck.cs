using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>Judges a delivery: first name, family name and number, and nothing else (D2).</summary>
internal sealed class DebtorCheck(Protocol protocol) : RowJudge<DebtorTable>(protocol, DebtorSettings.DebtorsFlow, protocol.Debtors!.Limits.MostDebtors)
{
    public const string FirstName = "Voornaam";
    public const string LastName = "Familienaam";

    private readonly NamePool _names = new();
    private readonly List<Debtor> _debtors = [];
    private readonly Dictionary<long, (int Place, int Row)> _first = [];

    public override IReadOnlyList<SheetColumn> Columns { get; } = [new(FirstName), new(LastName), new(DebtorCells.NumberHeading)];

    public override (string One, string Many) What => ("debiteur", "debiteuren");

    public override string Summary => $"{DutchCount.Say(_debtors.Count, What.One, What.Many)}; {DutchCount.Say(Lines.Warnings, "waarschuwing", "waarschuwingen")}.";

    public override void Judge(WorksheetRow row, SheetColumns columns)
    {
        var isRight = IsRight(row.Number, DebtorCells.Number(columns.Cell(row, 2), out var number));
        isRight &= IsRight(row.Number, DebtorCells.Name(columns.Cell(row, 0), FirstName, out var firstName));
        isRight &= IsRight(row.Number, DebtorCells.Name(columns.Cell(row, 1), LastName, out var lastName));
        isRight &= !isRight || IsRight(row.Number, lastName.Length > 0 ? null : new("naam-ontbreekt", "de familienaam ontbreekt."));
        if (isRight)
            Add(row.Number, new(number, _names.Of(firstName), _names.Of(lastName)));
    }

    public override DebtorTable Table(FileReport report) => new(_debtors, report);

    private void Add(int row, Debtor debtor)
    {
        if (!_first.TryAdd(debtor.Number, (_debtors.Count, row)))
        {
            var (place, first) = _first[debtor.Number];
            if (IsSame(_debtors[place], debtor))
                Lines.Warning(row, "dubbel", $"deze debiteur staat al in rij {first} en telt één keer.");
            else
                Lines.Error(row, "dubbel-andere-naam", $"dit nummer staat al in rij {first}, met een andere naam. Kijk na van wie het is.");
            return;
        }

        if (debtor.FirstName.Length == 0)
            Lines.Warning(row, "voornaam-ontbreekt", "de voornaam ontbreekt.");
        _debtors.Add(debtor);
    }

    private static bool IsSame(Debtor one, Debtor other) => IsSame(one.FirstName, other.FirstName) && IsSame(one.LastName, other.LastName);

    private static bool IsSame(string one, string other) => PersonNormalisation.Name(one) == PersonNormalisation.Name(other);
}
