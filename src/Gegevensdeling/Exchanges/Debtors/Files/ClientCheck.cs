using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>Judges the receiver's client numbers, which are compared and never kept (F11, W17, W19).</summary>
internal sealed class ClientCheck(Protocol protocol) : RowJudge<ClientTable>(protocol, DebtorSettings.MarksFlow, protocol.Debtors!.Limits.MostClients)
{
    private const int Number = 0, FirstName = 1, LastName = 2, Withheld = 3, Receiver = 4;

    private readonly NamePool _names = new();
    private readonly List<Client> _clients = [];
    private readonly Dictionary<long, (int Place, int Row)> _first = [];
    private readonly string _receiver = protocol.Party(protocol.Receiver).Name;
    private bool _isOfOther;

    public override IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new(DebtorCells.NumberHeading), new(DebtorCheck.FirstName, IsRequired: false), new(DebtorCheck.LastName, IsRequired: false),
        new("Niet meedelen", IsRequired: false), new("OCMW", IsRequired: false),
    ];

    public override (string One, string Many) What => ("cliënt", "cliënten");

    public override string Summary
    {
        get
        {
            var withheld = _clients.Count(client => client.Withheld);
            return DutchCount.Say(_clients.Count, What.One, What.Many)
                + (withheld == 0 ? string.Empty : $", waarvan {DutchCount.Say(withheld)} niet mee te delen")
                + $"; {DutchCount.Say(Lines.Warnings, "waarschuwing", "waarschuwingen")}.";
        }
    }

    public override Refusal? Refuse(SheetColumns columns) =>
        columns.Has(Withheld) && !Protocol.Debtors!.ObjectionToDisclosure ? DebtorRefusals.ObjectionUnknown(Protocol.Cite(Protocol.Debtors)) : null;

    public override Refusal Wrong() => _isOfOther ? DebtorRefusals.OtherClients(Article, _receiver) : base.Wrong();

    public override void Judge(WorksheetRow row, SheetColumns columns)
    {
        var isRight = IsRight(row.Number, DebtorCells.Number(columns.Cell(row, Number), out var number));
        isRight &= IsRight(row.Number, DebtorCells.Name(columns.Cell(row, FirstName), DebtorCheck.FirstName, out var firstName));
        isRight &= IsRight(row.Number, DebtorCells.Name(columns.Cell(row, LastName), DebtorCheck.LastName, out var lastName));
        isRight &= IsRight(row.Number, IsYes(columns.Cell(row, Withheld), out var withheld));
        isRight &= !columns.Has(Receiver) || IsOurs(row.Number, columns.Cell(row, Receiver));
        if (isRight)
            Add(row.Number, new(number, Given(firstName), Given(lastName), withheld));
    }

    /// <summary>One number that came without a workbook.</summary>
    public void Judge(int place, string number, IReadOnlySet<long> withheld)
    {
        Count();
        if (IsRight(place, DebtorCells.Number(new WorksheetCell.Text(number), out var digits)))
            Add(place, new(digits, null, null, withheld.Contains(digits)));
    }

    public bool Holds(long number) => _first.ContainsKey(number);

    public override ClientTable Table(FileReport report) => new(_clients, report);

    private string? Given(string name) => name.Length > 0 ? _names.Of(name) : null;

    private void Add(int row, Client client)
    {
        if (_first.TryAdd(client.Number, (_clients.Count, row)))
        {
            _clients.Add(client);
            return;
        }

        var (place, first) = _first[client.Number];
        var differs = _clients[place].Withheld != client.Withheld;
        var strictest = differs ? "; in één van beide staat 'niet meedelen', en dat geldt" : string.Empty;
        Lines.Warning(row, "dubbel", $"deze cliënt staat al in rij {first} en telt één keer{strictest}.");
        if (differs)
            _clients[place] = _clients[place] with { Withheld = true }; // the stricter of the two, for the client
    }

    private bool IsOurs(int row, WorksheetCell cell)
    {
        if (cell is WorksheetCell.Text(var text) && string.Equals(text.Trim(), _receiver, StringComparison.OrdinalIgnoreCase))
            return true;
        _isOfOther = true;
        Lines.Error(row, DebtorRefusals.OtherReceiver, $"in de kolom 'OCMW' staat niet '{_receiver}'.");
        return false;
    }

    private static CellFault? IsYes(WorksheetCell cell, out bool isYes)
    {
        var word = cell is WorksheetCell.Text(var text) ? text.Trim() : null;
        isYes = string.Equals(word, "ja", StringComparison.OrdinalIgnoreCase);
        return isYes || InszCell.IsEmpty(cell) || string.Equals(word, "nee", StringComparison.OrdinalIgnoreCase) ? null
            : new("ja-of-nee", "in de kolom 'Niet meedelen' hoort 'ja' of 'nee'.");
    }
}
