using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>The numbers of the municipality's inhabitants, from column A of its own list (P11); in memory only.</summary>
internal sealed class InhabitantList
{
    private readonly HashSet<long> _numbers = [];

    private InhabitantList()
    {
    }

    public int Count => _numbers.Count;

    /// <summary>Rows that hold no INSZ: they can match nobody.</summary>
    public int Unreadable { get; private set; }

    public bool Contains(long number) => _numbers.Contains(number);

    /// <exception cref="WorksheetException">From <paramref name="rows"/>.</exception>
    public static InhabitantList Of(IEnumerable<WorksheetRow> rows)
    {
        var list = new InhabitantList();
        var isFirst = true;
        foreach (var row in rows.Where(row => !InszCell.IsEmpty(row[0])))
        {
            if (InszCell.Fault(row[0], out var number, out _) is null)
                list._numbers.Add(number);
            else if (!isFirst || !InszCell.IsHeading(row[0]))
                list.Unreadable++;
            isFirst = false;
        }

        return list;
    }
}
