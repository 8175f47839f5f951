using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>A request whose rows are judged. It holds the numbers of children: in memory only, never stored, logged or sent on (F4).</summary>
public sealed class CheckedRequest
{
    internal CheckedRequest(Protocol protocol, DateOnly on, RequestCounts counts, FileReport report, RequestRows content) =>
        (Protocol, On, Counts, Report, Content) = (protocol, on, counts, report, content);

    public Protocol Protocol { get; }

    /// <summary>The day of the request: the period that is asked ends with it, and beneficiaries are those last known on it (P5).</summary>
    public DateOnly On { get; }

    public RequestCounts Counts { get; }

    public FileReport Report { get; }

    internal RequestRows Content { get; }

    public override string ToString() => Counts.ToString();
}

/// <summary>What stood in the requester's file.</summary>
internal sealed class RequestRows(string sheetName, WorksheetRow? heading, IReadOnlyList<WorksheetRow> rows, long[] children)
{
    /// <summary>The place of a row that is wrong; no INSZ, whose check number would be 97.</summary>
    public const long None = 0;

    public string SheetName { get; } = sheetName;

    public WorksheetRow? Heading { get; } = heading;

    /// <summary>How many of <see cref="Rows"/> stand above the heading: rows of blanks.</summary>
    public int BeforeHeading { get; } = heading is null ? 0 : rows.TakeWhile(row => row.Number < heading.Number).Count();

    /// <summary>Every row with content but the heading, as it came.</summary>
    public IReadOnlyList<WorksheetRow> Rows { get; } = rows;

    /// <summary>For each of <see cref="Rows"/> the child's number, or <see cref="None"/>.</summary>
    public long[] Children { get; } = children;
}
