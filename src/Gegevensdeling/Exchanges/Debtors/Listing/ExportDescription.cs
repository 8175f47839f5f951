using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>The two descriptions of the export for programs, and the one for people (D16).</summary>
internal static class ExportDescription
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Dutch letters stay letters; the file is no HTML
    };

    /// <summary>JSON Schema, draft 2020-12, of <c>lijst.json</c>.</summary>
    public static string Schema(ExportTables tables)
    {
        var debtor = Object(tables.Debtors.Columns);
        debtor["properties"]!["schulden"] = Array(Object([.. tables.Debts.Columns.Skip(1)]));
        debtor["required"]!.AsArray().Add("schulden");
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Lijst van debiteuren die cliënt zijn" };
        foreach (var (name, value) in Closed(new()
        {
            ["protocol"] = new JsonObject { ["type"] = "string" },
            ["protocolVersie"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
            ["debiteuren"] = Array(debtor),
            ["versies"] = Array(Object(tables.Versions.Columns)),
        }, ["protocol", "protocolVersie", "debiteuren", "versies"]).ToList())
            schema[name] = value?.DeepClone();
        return schema.ToJsonString(Indented) + "\n";
    }

    /// <summary>CSV on the Web metadata for the three CSV files (W3C Recommendation 17 December 2015).</summary>
    public static string Metadata(ExportTables tables)
    {
        var metadata = new JsonObject
        {
            ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = "nl" }),
            ["tables"] = new JsonArray([.. new[] { tables.Debtors, tables.Debts, tables.Versions }.Select(Table)]),
        };
        return metadata.ToJsonString(Indented) + "\n";
    }

    public static string ReadMe(Protocol protocol) => $"""
        Lijst van debiteuren die cliënt zijn
        ====================================

        Volledige uitvoer onder het protocol {protocol.Name} ({protocol.Id}, versie {protocol.Version}), om over te dragen naar een andere dienstverlener (artikel 6).

        lijst.json          alles, als JSON in UTF-8
        lijst.schema.json   wat daarin kan staan (JSON Schema, 2020-12)
        debiteuren.csv      wie op de lijst staat
        schulden.csv        de schulden, verbonden met debiteuren.csv door het rijksregisternummer
        versies.csv         de geschiedenis van de lijst, in aantallen
        csv-metadata.json   wat in de drie CSV-bestanden staat (CSV on the Web, W3C)

        De CSV-bestanden zijn UTF-8 met komma's tussen de kolommen, de eerste regel heeft de namen. Datums zijn jjjj-mm-dd, bedragen euro met een punt.
        De CSV-bestanden zeggen hetzelfde als lijst.json; een leeg vak is een gegeven dat er niet is.

        Dit bestand bevat persoonsgegevens. Verstuur het alleen verzegeld, gebruik het alleen om de verwerking over te dragen en wis het daarna.

        """;

    private static JsonObject Object(IReadOnlyList<ExportColumn> columns)
    {
        var properties = new JsonObject();
        foreach (var column in columns)
        {
            var schema = column.Kind.Schema;
            schema["description"] = column.Meaning;
            properties[column.Field] = schema;
        }

        return Closed(properties, columns.Where(column => column.IsRequired).Select(column => column.Field));
    }

    private static JsonObject Closed(JsonObject properties, IEnumerable<string> required) => new()
    {
        ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]), ["additionalProperties"] = false,
    };

    private static JsonObject Array(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonNode Table(ExportTable table)
    {
        var schema = new JsonObject
        {
            ["columns"] = new JsonArray([.. table.Columns.Select(column => (JsonNode)new JsonObject
            {
                ["name"] = column.Field, ["titles"] = column.Field, ["dc:description"] = column.Meaning, ["datatype"] = column.Kind.Datatype,
                ["required"] = column is { IsRequired: true, Kind: not ExportKind.Text },
            })]),
            ["primaryKey"] = new JsonArray([.. table.Key.Select(name => (JsonNode)name)]),
        };
        if (table.RefersTo is { } other)
        {
            schema["foreignKeys"] = new JsonArray(new JsonObject
            {
                ["columnReference"] = table.Key[0],
                ["reference"] = new JsonObject { ["resource"] = other, ["columnReference"] = table.Key[0] },
            });
        }

        return new JsonObject { ["url"] = table.File, ["dc:description"] = table.Meaning, ["tableSchema"] = schema };
    }
}
