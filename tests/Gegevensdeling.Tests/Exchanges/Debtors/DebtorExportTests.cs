using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>The list for another provider: what its descriptions promise holds, and both forms say the same.</summary>
[Requirement("D16")]
public sealed class DebtorExportTests
{
    private static readonly DebtorList List = new(
    [
        Case.Listed(0, DebtorMark.Client, new DebtFile("007/12", "belasting", 1234.5m, 50m, new DateOnly(2026, 3, 31)), Case.Debt("8")) with { NameDiffers = true, Street = "Markt 7, bus \"A\"" },
        Case.Listed(1, DebtorMark.Continue) with { FirstName = "" },
        Case.Listed(2, DebtorMark.Continue, Case.Debt("007/12", 0.01m)) with { Restrictions = [new("BZ-0000-0000-0001"), new("BZ-0000-0000-0002")] },
    ]);

    private static readonly ListVersionLine[] History =
    [
        new(1, new DateOnly(2026, 3, 2), "ocmw-maldegem", "vergeleken", 2, 2, 0, 0), new(2, new DateOnly(2026, 4, 7), "gemeente-maldegem", "gegevens", 3, 1, 2, 2),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ZIP_has_its_parts_and_the_same_list_gives_the_same_bytes()
    {
        Assert.Equal(["LEESMIJ.txt", "csv-metadata.json", "debiteuren.csv", "lijst.json", "lijst.schema.json", "schulden.csv", "versies.csv"], (await PartsAsync(List)).Keys.Order(StringComparer.Ordinal));
        Assert.Equal((await ZipAsync(List)).ToArray(), (await ZipAsync(List)).ToArray());
        var readMe = (await PartsAsync(List))["LEESMIJ.txt"];
        Assert.All((await PartsAsync(List)).Keys, name => Assert.True(name == "LEESMIJ.txt" || readMe.Contains(name, StringComparison.Ordinal), name));
        Assert.Contains("JSON Schema, 2020-12", readMe, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_is_what_its_schema_says_and_the_schema_refuses_what_it_does_not()
    {
        var parts = await PartsAsync(List);
        var schema = JsonNode.Parse(parts["lijst.schema.json"])!.AsObject();
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Assert.Empty(Reasons(parts["lijst.json"], schema));
        Assert.Empty(Reasons((await PartsAsync(DebtorList.Empty))["lijst.json"], schema));
        foreach (var (from, to) in new[] { ("cliënt OCMW", "iets anders"), ("belasting", "boete"), ("2026-03-31", "31/03/2026"), ("1234.50", "1234,5"), (Case.Numbers[0], "123"), ("\"versies\"", "\"meer\"") })
            Assert.NotEmpty(Reasons(parts["lijst.json"].Replace(from, to, StringComparison.Ordinal), schema));
    }

    [Fact]
    public async Task The_CSV_files_say_the_same_as_the_JSON()
    {
        var parts = await PartsAsync(List);
        var json = JsonNode.Parse(parts["lijst.json"])!;
        var debtors = json["debiteuren"]!.AsArray();
        Assert.Equal(debtors.Select(debtor => Said(debtor!.AsObject(), Header(parts["debiteuren.csv"]))), Csv(parts["debiteuren.csv"]).Skip(1));
        var debts = debtors.SelectMany(debtor => debtor!["schulden"]!.AsArray().Select(debt => Said(Joined(debtor!, debt!), Header(parts["schulden.csv"]))));
        Assert.Equal(debts, Csv(parts["schulden.csv"]).Skip(1));
        Assert.Equal(json["versies"]!.AsArray().Select(version => Said(version!.AsObject(), Header(parts["versies.csv"]))), Csv(parts["versies.csv"]).Skip(1));
        Assert.Equal((3, 3, 2), (Csv(parts["debiteuren.csv"]).Count - 1, Csv(parts["schulden.csv"]).Count - 1, Csv(parts["versies.csv"]).Count - 1));
        Assert.Contains("\"Markt 7, bus \"\"A\"\"\",,\r\n", parts["debiteuren.csv"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_metadata_describe_every_CSV_file_as_CSV_on_the_Web_does()
    {
        var parts = await PartsAsync(List);
        var metadata = JsonNode.Parse(parts["csv-metadata.json"])!;
        Assert.Equal("http://www.w3.org/ns/csvw", (string?)metadata["@context"]![0]);
        var tables = metadata["tables"]!.AsArray();
        Assert.Equal(parts.Keys.Where(name => name.EndsWith(".csv", StringComparison.Ordinal)).Order(StringComparer.Ordinal), tables.Select(table => (string)table!["url"]!));
        foreach (var table in tables)
        {
            var (rows, schema) = (Csv(parts[(string)table!["url"]!]), table["tableSchema"]!);
            var columns = schema["columns"]!.AsArray();
            Assert.Equal(columns.Select(column => (string)column!["titles"]!), rows[0]);
            Assert.All(rows.Skip(1), row => Assert.All(columns.Zip(row), pair => Assert.True(Fits(pair.First!, pair.Second), $"{pair.First!["name"]}: {pair.Second}")));
            var key = schema["primaryKey"]!.AsArray().Select(name => rows[0].IndexOf((string)name!)).ToList();
            Assert.Equal(rows.Count, rows.Select(row => string.Join('|', key.Select(at => row[at]))).Distinct().Count());
        }

        var foreign = tables[1]!["tableSchema"]!["foreignKeys"]![0]!;
        Assert.Equal(("schulden.csv", "debiteuren.csv"), ((string)tables[1]!["url"]!, (string)foreign["reference"]!["resource"]!));
        Assert.Subset(Csv(parts["debiteuren.csv"]).Select(row => row[0]).ToHashSet(), Csv(parts["schulden.csv"]).Select(row => row[0]).ToHashSet());
    }

    private static List<string> Reasons(string json, JsonObject schema) => [.. SchemaCheck.Check(JsonTree.Parse(Encoding.UTF8.GetBytes(json)), schema).Select(reason => $"{reason.At.Path} {reason.Reason}")];

    private static JsonObject Joined(JsonNode debtor, JsonNode debt)
    {
        var joined = debt.DeepClone().AsObject();
        joined["rijksregisternummer"] = debtor["rijksregisternummer"]!.DeepClone();
        return joined;
    }

    private static List<string> Header(string csv) => Csv(csv)[0];

    private static List<string> Said(JsonObject row, List<string> columns) => [.. columns.Select(column => row[column]?.ToString() ?? "")];

    // the datatypes of Metadata Vocabulary for Tabular Data 5.11 that are used here
    private static bool Fits(JsonNode column, string value)
    {
        if (value.Length == 0)
            return !(bool)column["required"]!;
        var datatype = column["datatype"]!;
        return datatype is JsonObject described ? Regex.IsMatch(value, (string)described["format"]!) : (string)datatype! switch
        {
            "string" => true,
            "boolean" => value is "true" or "false",
            "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "decimal" => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
            "nonNegativeInteger" => value.All(char.IsAsciiDigit),
            _ => false,
        };
    }

    /// <summary>RFC 4180, read apart from what writes it.</summary>
    private static List<List<string>> Csv(string text)
    {
        var rows = new List<List<string>>();
        foreach (var line in text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            rows.Add([.. Regex.Matches(line, "(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))").Select(match => match.Groups[1].Success ? match.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Groups[2].Value)]);
        }

        return rows;
    }

    private static async Task<MemoryStream> ZipAsync(DebtorList list)
    {
        var zip = new MemoryStream();
        await DebtorExport.WriteAsync(list, History, Case.Maldegem, zip, Stop);
        return zip;
    }

    private static async Task<Dictionary<string, string>> PartsAsync(DebtorList list)
    {
        using var zip = await ZipAsync(list);
        await using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Stop));
            parts.Add(entry.FullName, await reader.ReadToEndAsync(Stop));
        }

        return parts;
    }
}
