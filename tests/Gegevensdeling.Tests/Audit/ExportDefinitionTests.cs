using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gegevensdeling.Audit;
using Gegevensdeling.Audit.Exports;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Audit;

/// <summary>F9: every event as the two registers define a record. The definitions stand beside this file, each with where it was read.</summary>
[Requirement("F9")]
public sealed partial class ExportDefinitionTests
{
    /// <summary>Every action with every outcome, with and without what is optional.</summary>
    private static readonly IReadOnlyList<ChainedAuditEvent> Events =
    [
        .. from action in Enum.GetValues<AuditAction>()
           from outcome in Enum.GetValues<AuditOutcome>()
           from full in new[] { true, false }
           select AuditChain.Next(null, (full ? AuditSamples.Full() : AuditSamples.Draft() with { Exchange = null }) with { Action = action, Outcome = outcome }),
    ];

    [Fact]
    public void Every_event_is_a_line_of_the_logboek_dataverwerkingen()
    {
        var definition = Definition("logboek-dataverwerkingen.json");
        var fields = Fields(definition.GetProperty("velden"));
        var core = Fields(definition.GetProperty("attributen").GetProperty("kern"));
        foreach (var one in Events)
        {
            var line = JsonSerializer.Deserialize<JsonElement>(ProcessingLogLine.Write(one.Event, one.Hash));
            Conforms(line, fields);
            var attributes = line.GetProperty("attributes").EnumerateArray().ToDictionary(pair => pair.GetProperty("key").GetString()!, pair => pair.GetProperty("value"));
            Assert.All(attributes.Keys, key => Assert.StartsWith(definition.GetProperty("attributen").GetProperty("voorvoegsel").GetString()!, key, StringComparison.Ordinal));
            Conforms(JsonSerializer.SerializeToElement(attributes.Where(pair => pair.Key.StartsWith("dpl.core.", StringComparison.Ordinal)).ToDictionary()), core);
            Assert.Equal(one.Event.Exchange is not null, attributes.ContainsKey("dpl.core.data_subject_id")); // 0 or 1 persons a line
            Assert.Equal(attributes.ContainsKey("dpl.core.data_subject_id"), attributes.ContainsKey("dpl.core.data_subject_id_type"));
        }
    }

    [Fact]
    public void A_line_of_the_logboek_says_what_the_event_says()
    {
        var one = AuditChain.Next(null, AuditSamples.Full());
        Assert.Equal(
            """{"trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"SPAN","status_code":"STATUS_CODE_UNSET","name":"geopend","start_time":1772452800000,"end_time":1772452805000,"resource":{"attributes":[{"key":"service.name","value":"gegevensdeling"},{"key":"service.version","value":"0.1.0"}]},"attributes":[{"key":"dpl.core.processing_activity_id","value":"urn:gegevensdeling:verwerking:voorbeeld-2026:1:hulpvraag"},{"key":"dpl.core.data_subject_id","value":"X-0"},{"key":"dpl.core.data_subject_id_type","value":"urn:gegevensdeling:verwijzing"},{"key":"dpl.gegevensdeling.partij","value":"ocmw-voorbeeld"},{"key":"dpl.gegevensdeling.functie","value":"maatschappelijk-werker"},{"key":"dpl.gegevensdeling.medewerker","value":"m-2026-17"},{"key":"dpl.gegevensdeling.grondslag","value":"art. 2"},{"key":"dpl.gegevensdeling.uitkomst","value":"geweigerd"},{"key":"dpl.gegevensdeling.code","value":"niet-bevoegd"},{"key":"dpl.gegevensdeling.sha256","value":"SHA"}]}""",
            ProcessingLogLine.Write(one.Event, one.Hash).Replace(one.Hash[..16], "SPAN", StringComparison.Ordinal).Replace(one.Event.Sha256!, "SHA", StringComparison.Ordinal));
        Assert.Contains("STATUS_CODE_ERROR", ProcessingLogLine.Write(one.Event with { Outcome = AuditOutcome.Failed }, one.Hash), StringComparison.Ordinal);
        Assert.Contains("STATUS_CODE_OK", ProcessingLogLine.Write(one.Event with { Outcome = AuditOutcome.Ok }, one.Hash), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_event_is_a_registration_of_the_auditregister_as_far_as_its_definition_is_public()
    {
        var definition = Definition("magda-auditregister.json");
        var fields = Fields(definition.GetProperty("velden"));
        var questions = definition.GetProperty("vragen").EnumerateArray().Select(one => one.GetProperty("onsVeld").GetString()!).ToList();
        foreach (var one in Events)
        {
            var line = JsonSerializer.Deserialize<JsonElement>(AuditRegisterLine.Write(one.Event, one.Hash));
            Conforms(Only(line, ["registratie"]), fields.Where(field => !field.Name.Contains('.', StringComparison.Ordinal)));
            Conforms(Only(line.GetProperty("registratie"), ["correlatieId"]), [fields.Single(field => field.Name == "registratie.correlatieId") with { Name = "correlatieId" }]);
            Assert.Equal(["correlatieId", "tracingId", "requestId"], line.GetProperty("registratie").EnumerateObject().Select(member => member.Name));
            Assert.All(line.GetProperty("registratie").EnumerateObject(), reference => Assert.Matches(Uuid(), reference.Value.GetString()));
            Assert.Equal(questions.Where(question => question != "overWie" || one.Event.Exchange is not null), line.EnumerateObject().Select(member => member.Name).Skip(1));
        }
    }

    [Fact]
    public void A_registration_says_what_the_event_says()
    {
        var one = AuditChain.Next(null, AuditSamples.Full());
        var line = AuditRegisterLine.Write(one.Event, one.Hash);
        Assert.Equal(
            """{"registratie":{"correlatieId":"4bf92f35-77b3-8da6-a3ce-929d0e0e4736","tracingId":"CORRELATIE","requestId":"VRAAG"},"wie":{"organisatie":"ocmw-voorbeeld","toepassing":"gegevensdeling/0.1.0"},"gebruiker":"m-2026-17","waarom":{"hoedanigheid":"maatschappelijk-werker","doel":"hulpvraag","grondslag":"voorbeeld-2026 art. 2"},"wat":{"handeling":"geopend","uitkomst":"geweigerd","code":"niet-bevoegd"},"wanneer":"2026-03-02T12:00:00.000Z","overWie":"X-0"}""",
            Requests().Replace(line, "\"tracingId\":\"CORRELATIE\",\"requestId\":\"VRAAG\""));
    }

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex Uuid();

    [GeneratedRegex("\"tracingId\":\"[^\"]+\",\"requestId\":\"[^\"]+\"")]
    private static partial Regex Requests();

    private sealed record Field(string Name, string Type, bool Required, IReadOnlyList<string>? Values);

    /// <summary>What is required is there, what is there is defined, and each has its type.</summary>
    private static void Conforms(JsonElement line, IEnumerable<Field> fields)
    {
        var known = fields.ToDictionary(field => field.Name);
        foreach (var field in known.Values.Where(field => field.Required))
            Assert.True(line.TryGetProperty(field.Name, out _), $"{field.Name} is required");
        foreach (var member in line.EnumerateObject())
        {
            Assert.True(known.TryGetValue(member.Name, out var field), $"{member.Name} is not defined");
            Assert.True(HasType(member.Value, field), $"{member.Name} is no {field.Type}: {member.Value}");
        }
    }

    private static bool HasType(JsonElement value, Field field) => field.Type switch
    {
        "16 byte" => value.GetString() is { Length: 32 } text && text.All(char.IsAsciiHexDigitLower) && text.Any(one => one != '0'),
        "8 byte" => value.GetString() is { Length: 16 } text && text.All(char.IsAsciiHexDigitLower),
        "enum" => field.Values!.Contains(value.GetString()!),
        "string" => value.GetString() is { Length: > 0 },
        "timestamp (ms)" => value.TryGetInt64(out var at) && at > 1_000_000_000_000,
        "message" => value.ValueKind == JsonValueKind.Object,
        "list" => value.EnumerateArray().All(pair => pair.GetProperty("key").GetString() is { Length: > 0 } && pair.TryGetProperty("value", out _)),
        "URI" => Uri.TryCreate(value.GetString(), UriKind.Absolute, out _),
        "UUID" => Guid.TryParseExact(value.GetString(), "D", out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new InvalidOperationException($"A type that the definition does not have: {field.Type}"),
    };

    private static JsonElement Only(JsonElement line, IReadOnlyList<string> names) =>
        JsonSerializer.SerializeToElement(line.EnumerateObject().Where(member => names.Contains(member.Name)).ToDictionary(member => member.Name, member => member.Value));

    private static IReadOnlyList<Field> Fields(JsonElement list) =>
    [
        .. list.EnumerateArray().Select(one => new Field(
            one.GetProperty("veld").GetString()!, one.GetProperty("type").GetString()!, one.GetProperty("verplicht").GetBoolean(),
            one.TryGetProperty("waarden", out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : null)),
    ];

    private static JsonElement Definition(string name, [CallerFilePath] string here = "") =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "Definitions", name)));
}
