using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gegevensdeling.Api.Dispatch;
using Gegevensdeling.Api.Idempotency;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.OpenApi;

/// <summary>The route table as an OpenAPI 3.1 document. The same table always gives the same text.</summary>
public static class OpenApiDocument
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, never a part of a page
    };

    public static string Write(RouteTable table)
    {
        var schemas = new ContractSchemas();
        var paths = new JsonObject();
        foreach (var path in table.Routes.GroupBy(route => route.Path.Text, StringComparer.Ordinal))
            paths.Add(path.Key, new JsonObject(path.OrderBy(route => route.Verb).Select(route => KeyValuePair.Create(Verb(route), (JsonNode?)Operation(route, schemas)))));

        var problem = schemas.AnswerReference(typeof(Problem));
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Gegevensdeling",
                ["version"] = "1",
                ["description"] = "Gegevensdeling tussen Vlaamse overheden onder een protocol. Wat geen succes is, is een probleemdocument (RFC 9457).",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["aanmelding"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" },
                },
                ["responses"] = new JsonObject
                {
                    ["Probleem"] = Answer("Geweigerd of mislukt; 'type' zegt welke weigering.", problem, Problem.MediaType),
                },
                ["schemas"] = schemas.All(),
            },
        };
        return document.ToJsonString(Layout) + "\n";
    }

    private static string Verb(Route route) => route.Verb == Routes.Verb.Get ? "get" : "post";

    private static JsonObject Operation(Route route, ContractSchemas schemas)
    {
        var operation = new JsonObject
        {
            ["operationId"] = route.Name,
            ["summary"] = route.Summary,
            ["security"] = route.Access is Access.Open ? [] : new JsonArray(new JsonObject { ["aanmelding"] = new JsonArray() }),
        };
        if (route.Access is Access.Granted { Action: var action })
        {
            operation["x-handeling"] = action.Name;
            operation["x-rollen"] = new JsonArray([.. action.Grants.SelectMany(Describe).Select(text => (JsonNode)text)]);
        }

        var parameters = Parameters(route);
        if (parameters.Count > 0)
            operation["parameters"] = parameters;
        if (route.Body is { } body)
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", schemas.BodyReference(body)) };
        if (route.File is { } file)
            operation["requestBody"] = File(file);
        operation["responses"] = Responses(route, schemas);
        return operation;
    }

    private static IEnumerable<string> Describe(Grant grant)
    {
        if (grant.Sides.HasFlag(Sides.Sender))
            yield return $"{grant.Role.Word()} (verzender)";
        if (grant.Sides.HasFlag(Sides.Receiver))
            yield return $"{grant.Role.Word()} (ontvanger)";
    }

    private static JsonArray Parameters(Route route) =>
    [
        .. route.Path.Names.Select(name => Parameter(name, "path", required: true, "Verwijzing of code")),
        .. route.Query.Select(name => Parameter(name, "query", required: false, "Verwijzing of code")),
        .. route.Verb == Routes.Verb.Post
            ? [Parameter(IdempotencyKey.Header, "header", required: true, route.Reveals
                ? "Eenmalig per opdracht. Een herhaling wordt geweigerd met 409: wat getoond werd, wordt niet opnieuw getoond."
                : "Eenmalig per opdracht. Een herhaling met dezelfde inhoud krijgt hetzelfde antwoord.")]
            : Array.Empty<JsonNode>(),
        .. route.Access is Access.Granted { Action.Content: true }
            ? [Parameter(Purposes.Header, "header", required: true, "De doelcode van het protocol")]
            : Array.Empty<JsonNode>(),
    ];

    private static JsonObject Parameter(string name, string place, bool required, string text) => new()
    {
        ["name"] = name,
        ["in"] = place,
        ["required"] = required,
        ["description"] = text,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Responses(Route route, ContractSchemas schemas)
    {
        var responses = new JsonObject();
        foreach (var answer in route.Answers.OrderBy(answer => answer.Status))
            responses.Add($"{answer.Status}", Answer(answer.Text, answer.Contract is { } contract ? schemas.AnswerReference(contract) : null, answer.MediaType));
        responses.Add("default", new JsonObject { ["$ref"] = "#/components/responses/Probleem" });
        return responses;
    }

    private static JsonObject Answer(string text, JsonNode? schema, string mediaType)
    {
        var answer = new JsonObject { ["description"] = text };
        if (schema is not null)
            answer["content"] = Content(mediaType, schema);
        else if (mediaType != "application/json")
            answer["content"] = new JsonObject { [mediaType] = new JsonObject() };
        return answer;
    }

    /// <summary>OpenAPI 3.1 gives 'binary' no meaning of its own; generators of clients still read it.</summary>
    private static JsonObject File(FileBody file) => new()
    {
        ["description"] = $"Het bestand zelf, geen formulier: hoogstens {file.Most}.",
        ["required"] = file.Required,
        ["content"] = new JsonObject(file.MediaTypes.Select(type => KeyValuePair.Create(
            type, (JsonNode?)new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } }))),
    };

    private static JsonObject Content(string mediaType, JsonNode schema) =>
        new() { [mediaType] = new JsonObject { ["schema"] = schema } };
}
