using System.Globalization;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>Deliveries, client lists and debts of people who do not exist.</summary>
internal static class Case
{
    public static readonly DateOnly Today = new(2026, 4, 7);

    public static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];

    public static readonly string[] Numbers = [.. Enumerable.Range(0, 40).Select(SyntheticInsz.Adult)];

    public static Protocol Maldegem { get; } = CommittedProtocols.Maldegem;

    /// <summary>The protocol with the objection of W17.</summary>
    public static Protocol WithObjection { get; } = With(settings => settings with { ObjectionToDisclosure = true });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Protocol With(Func<DebtorSettings, DebtorSettings> change) => Maldegem with { Debtors = change(Maldegem.Debtors!) };

    public static Protocol Limited(int most) => With(settings => settings with { Limits = settings.Limits with { MostDebtors = most, MostClients = most } });

    public static long Number(int person) => long.Parse(Numbers[person], CultureInfo.InvariantCulture);

    public static WorksheetCell Text(string? text) => string.IsNullOrEmpty(text) ? WorksheetCell.None : new WorksheetCell.Text(text);

    public static WorksheetCell Value(double value, string? format = null) => new WorksheetCell.Number(value, value.ToString("R", CultureInfo.InvariantCulture), format);

    public static WorksheetCell Day(DateOnly day) => new WorksheetCell.Date(day.ToDateTime(default).ToOADate(), day.ToDateTime(default));

    /// <summary>A workbook of these rows from the first on.</summary>
    public static MemoryStream Workbook(params IEnumerable<WorksheetCell[]> rows)
    {
        var stream = new MemoryStream();
        using (var writer = new WorksheetWriter(stream, "Blad1"))
        {
            var number = 0;
            foreach (var row in rows)
                writer.Append(new WorksheetRow(++number, row), row.Length);
            writer.Complete();
        }

        stream.Position = 0;
        return stream;
    }

    public static MemoryStream Texts(params IEnumerable<string?[]> rows) => Workbook(rows.Select(row => row.Select(Text).ToArray()));

    public static FileResult<DebtorTable> Debtors(params string?[][] rows) => Debtors(Maldegem, rows);

    public static FileResult<DebtorTable> Debtors(Protocol protocol, params string?[][] rows) =>
        DebtorFiles.ReadDebtors(Texts([["Voornaam", "Familienaam", "Rijksregisternummer"], .. rows]), protocol, Stop);

    public static FileResult<ClientTable> Clients(Protocol protocol, params string?[][] rows) => DebtorFiles.ReadClients(Texts(rows), protocol, Stop);

    public static FileResult<MarkTable> Marks(params string?[][] rows) => DebtorFiles.ReadMarks(Texts([["Rijksregisternummer", "Vermelding"], .. rows]), Maldegem, Stop);

    public static DebtorTable Delivered(params int[] persons) => new([.. persons.Select(Debtor)], FileReport.None);

    public static ClientTable ClientsOf(params int[] persons) => new([.. persons.Select(person => new Client(Number(person), null, null, Withheld: false))], FileReport.None);

    public static Debtor Debtor(int person) => new(Number(person), "Jan", $"Peeters{(char)('a' + (person % 26))}");

    public static ListedDebtor Listed(int person, DebtorMark mark = DebtorMark.Client, params DebtFile[] debts) => new(
        Number(person), "Jan", Debtor(person).LastName, mark, new DateOnly(2026, 3, 2), mark == DebtorMark.Client ? new DateOnly(2026, 6, 2) : null, NameDiffers: false,
        debts.Length == 0 ? null : "Marktstraat 7", debts);

    public static DebtFile Debt(string file, decimal amount = 100m) => new(file, "belasting", amount, null, null);

    public static T Done<T>(FileResult<T> result) => result is FileResult<T>.Done(var value) ? value
        : throw new InvalidOperationException($"{((FileResult<T>.Refused)result).Refusal} {((FileResult<T>.Refused)result).Report.Text}");

    public static FileResult<T>.Refused Refused<T>(FileResult<T> result) => Assert.IsType<FileResult<T>.Refused>(result);

    /// <summary>The refusal as words: its code, and each line as <c>row code</c>.</summary>
    public static string Say<T>(FileResult<T> result) =>
        result is FileResult<T>.Refused(var refusal, var report) ? string.Join("; ", [refusal.Code, .. report.Lines.Select(line => $"{line.Row} {line.Code}")]) : "";

    public static List<string> Read(MemoryStream workbook, int columns)
    {
        workbook.Position = 0;
        using var reader = WorksheetReader.Open(workbook, null, WorksheetLimits.Default with { Columns = columns }, Stop);
        return [.. reader.Rows().Select(row => string.Join(" | ", Enumerable.Range(0, columns).Select(column => row[column] switch
        {
            WorksheetCell.Text(var text) => text,
            WorksheetCell.Number(_, var raw, _) => $"#{raw}",
            WorksheetCell.Date(_, var day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => "-",
        })))];
    }
}
