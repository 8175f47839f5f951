using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>The columns of phase 3: the number by which a row is known, and the fields that the flow of the protocol file names (D4).</summary>
internal sealed class DetailColumns
{
    public const string Street = "Straat en huisnummer";
    public const string FileNumber = "Dossiernummer";
    public const string Nature = "Aard";
    public const string Amount = "Bedrag";
    public const string MonthlyPayment = "Afbetaling per maand";
    public const string LastPayment = "Laatste afbetaling";

    private static readonly (string Field, string Heading)[] Known =
    [
        ("adres", Street), ("dossiernummer", FileNumber), (DebtorSettings.NatureField, Nature), ("bedrag", Amount),
        ("afbetalingsregeling", MonthlyPayment), ("laatste-afbetaling", LastPayment),
    ];

    private readonly Dictionary<string, int> _places;

    /// <param name="protocol">One that <see cref="ProtocolFile"/> read.</param>
    public DetailColumns(Protocol protocol)
    {
        var fields = protocol.Flows.Single(flow => flow.Code == DebtorSettings.DetailsFlow).Fields;
        All = [new(DebtorCells.NumberHeading), .. Known.Where(known => fields.Contains(known.Field)).Select(known => new SheetColumn(known.Heading))];
        _places = All.Select((column, at) => (column.Heading, at)).ToDictionary(pair => pair.Heading, pair => pair.at, StringComparer.Ordinal);
    }

    public IReadOnlyList<SheetColumn> All { get; }

    /// <summary>The place of the column among <see cref="All"/>, or -1 where the protocol does not exchange it.</summary>
    public int Place(string heading) => _places.GetValueOrDefault(heading, -1);
}
