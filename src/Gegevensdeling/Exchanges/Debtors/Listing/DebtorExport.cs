using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>The list and its history for another provider (D16): one ZIP that a program reads without asking anybody. For the receiver: it says whose name differs (W19).</summary>
public static class DebtorExport
{
    /// <summary>The same content gives the same bytes: parts carry the first day that a ZIP knows.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, never part of a page
    };

    /// <param name="history">The oldest version first.</param>
    /// <param name="zip">Writable; need not seek; stays open. Plain content: the caller's memory or a sealing stream.</param>
    /// <param name="cancellation">Ends it; what was written then is no ZIP.</param>
    public static async Task WriteAsync(DebtorList list, IReadOnlyList<ListVersionLine> history, Protocol protocol, Stream zip, CancellationToken cancellation)
    {
        var tables = new ExportTables(protocol);
        var rows = list.Rows.Select(row => ListRow.Of(row, MarkWords.Of(protocol, row.Mark)));
        var document = new ExportDocument { Protocol = protocol.Id.Value, ProtocolVersion = protocol.Version, Debtors = rows, Versions = history };
        await using var archive = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Create, leaveOpen: true, Utf8, cancellation);
        await AddAsync(archive, "LEESMIJ.txt", ExportDescription.ReadMe(protocol), cancellation);
        await AddAsync(archive, "lijst.schema.json", ExportDescription.Schema(tables), cancellation);
        await AddAsync(archive, "csv-metadata.json", ExportDescription.Metadata(tables), cancellation);
        await using (var part = await Entry(archive, ListFile.EntryName).OpenAsync(cancellation))
            await JsonSerializer.SerializeAsync(part, document, Json, cancellation);
        await AddAsync(archive, tables.Debtors, rows.Select(Values), cancellation);
        await AddAsync(archive, tables.Debts, rows.SelectMany(row => row.Debts, Values), cancellation);
        await AddAsync(archive, tables.Versions, history.Select(Values), cancellation);
    }

    private static string?[] Values(ListRow row) =>
        [row.Number, row.FirstName, row.LastName, row.NameDiffers ? "true" : "false", row.Mark, Day(row.MarkedOn), Day(row.ReviewOn), row.Street, row.RestrictedBy, row.Lapses is true ? "true" : null];

    private static string?[] Values(ListRow row, ListDebt debt) => [row.Number, debt.FileNumber, debt.Nature, debt.Amount, debt.MonthlyPayment, Day(debt.LastPayment)];

    private static string?[] Values(ListVersionLine line) =>
        [Count(line.Version), Day(line.On), line.Party, line.Reason, Count(line.Rows), Count(line.Paused), Count(line.Continued), Count(line.Detailed)];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static async Task AddAsync(ZipArchive archive, ExportTable table, IEnumerable<string?[]> rows, CancellationToken cancellation)
    {
        await using var part = await Entry(archive, table.File).OpenAsync(cancellation);
        await using var text = new StreamWriter(part, Utf8) { NewLine = "\r\n" };
        await text.WriteLineAsync(string.Join(',', table.Columns.Select(column => column.Field)).AsMemory(), cancellation);
        foreach (var row in rows)
            await text.WriteLineAsync(string.Join(',', row.Select(value => CsvText.Of(value, ','))).AsMemory(), cancellation);
    }

    private static async Task AddAsync(ZipArchive archive, string name, string content, CancellationToken cancellation)
    {
        await using var part = await Entry(archive, name).OpenAsync(cancellation);
        await part.WriteAsync(Utf8.GetBytes(content), cancellation);
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        return entry;
    }

    private sealed class ExportDocument
    {
        [JsonPropertyName("protocol")]
        public required string Protocol { get; init; }

        [JsonPropertyName("protocolVersie")]
        public required int ProtocolVersion { get; init; }

        [JsonPropertyName("debiteuren")]
        public required IEnumerable<ListRow> Debtors { get; init; }

        [JsonPropertyName("versies")]
        public required IReadOnlyList<ListVersionLine> Versions { get; init; }
    }
}
