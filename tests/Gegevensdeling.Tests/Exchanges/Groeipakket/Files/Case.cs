using System.Text;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Groeipakket.Files;

/// <summary>Requests, extracts and answers of people who do not exist.</summary>
internal static class Case
{
    public static readonly DateOnly On = new(2021, 6, 15);

    public static readonly string[] Children = [.. Enumerable.Range(0, 40).Select(SyntheticInsz.Child)];

    public static readonly string[] Adults = [.. Enumerable.Range(0, 40).Select(SyntheticInsz.Adult)];

    public static Protocol Turnhout { get; } = CommittedProtocols.Turnhout;

    /// <summary>The protocol with a column for the period of payment (X8).</summary>
    public static Protocol WithPeriod { get; } = Turnhout with
    {
        Fields = [.. Turnhout.Fields.Select(field => field.Code == GroeipakketSettings.PeriodField ? field with { Columns = ["E"] } : field)],
    };

    public static Protocol With(Func<GroeipakketSettings, GroeipakketSettings> change) => Turnhout with { Groeipakket = change(Turnhout.Groeipakket!) };

    public static WorksheetRow Row(int number, params string?[] texts) =>
        new(number, [.. texts.Select(text => string.IsNullOrEmpty(text) ? WorksheetCell.None : new WorksheetCell.Text(text))]);

    public static WorksheetRow Row(int number, WorksheetCell cell) => new(number, [cell]);

    public static WorksheetRow[] Column(params string[] texts) => [.. texts.Select((text, at) => Row(at + 1, text))];

    public static FileResult<CheckedRequest> Check(params WorksheetRow[] rows) => RequestCheck.Of(Turnhout, "Blad1", rows, On);

    public static CheckedRequest Request(params WorksheetRow[] rows) => Request(Turnhout, rows);

    public static CheckedRequest Request(Protocol protocol, params WorksheetRow[] rows) => Done(RequestCheck.Of(protocol, "Blad1", rows, On));

    public static T Done<T>(FileResult<T> result) => result is FileResult<T>.Done(var value) ? value
        : throw new InvalidOperationException($"{((FileResult<T>.Refused)result).Refusal} {((FileResult<T>.Refused)result).Report.Text}");

    public static FileResult<T>.Refused Refused<T>(FileResult<T> result) => Assert.IsType<FileResult<T>.Refused>(result);

    public static string Extract(params string[] rows) => "insz_kind;recht_van;recht_tot;begunstigde_1;begunstigde_2\n" + string.Concat(rows.Select(row => row + "\n"));

    public static async Task<FileResult<RequestAnswer>> LookUpAsync(CheckedRequest request, string extract)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(extract));
        return await Lookup.InAsync(request, stream, TestContext.Current.CancellationToken);
    }

    /// <summary>A workbook with these rows, each as wide as it is.</summary>
    public static MemoryStream Workbook(params IEnumerable<WorksheetRow> rows)
    {
        var stream = new MemoryStream();
        using (var writer = new WorksheetWriter(stream, "Blad1"))
        {
            foreach (var row in rows)
                writer.Append(row, row.Cells.Count);
            writer.Complete();
        }

        stream.Position = 0;
        return stream;
    }

    public static List<WorksheetRow> Read(MemoryStream workbook, int columns)
    {
        workbook.Position = 0;
        using var reader = WorksheetReader.Open(workbook, null, WorksheetLimits.Default with { Columns = columns }, TestContext.Current.CancellationToken);
        return [.. reader.Rows()];
    }

    public static List<WorksheetRow> Written(RequestAnswer answer, int columns = 4)
    {
        var stream = new MemoryStream();
        AnswerComposer.Write(answer, stream, TestContext.Current.CancellationToken);
        return Read(stream, columns);
    }

    /// <summary>The row as words: <c>3: A | ja | 1 | -</c>.</summary>
    public static string Say(WorksheetRow row, int columns) =>
        $"{row.Number}: {string.Join(" | ", Enumerable.Range(0, columns).Select(column => row[column] switch { WorksheetCell.Text(var text) => text, WorksheetCell.Number(var value, _, _) => $"#{value}", WorksheetCell.Empty => "-", var other => other.ToString() }))}";
}
