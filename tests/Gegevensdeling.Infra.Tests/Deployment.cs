using System.Text.Json.Nodes;

namespace Gegevensdeling.Infra.Tests;

/// <summary>All resources that a deployment would make.</summary>
internal sealed record Deployment(IReadOnlyList<Resource> All)
{
    public static Deployment Read(string json) =>
        new([.. JsonNode.Parse(json)!["predictedResources"]!.AsArray().Select(node => new Resource(node!.AsObject()))]);

    public IReadOnlyList<Resource> Of(string type) => [.. All.Where(resource => string.Equals(resource.Type, type, StringComparison.OrdinalIgnoreCase))];

    /// <summary>A copy in which every resource of a type was changed, to show that a law sees it.</summary>
    public Deployment With(string type, Action<JsonObject> change)
    {
        var copy = new Deployment([.. All.Select(resource => new Resource(resource.Node.DeepClone().AsObject()))]);
        foreach (var resource in copy.Of(type))
            change(resource.Node);
        return copy;
    }
}

/// <summary>One resource, with its properties worked out but for what only Azure can say (expressions in brackets).</summary>
internal sealed record Resource(JsonObject Node)
{
    public string Type => Node["type"]!.GetValue<string>();

    public string Name => Node["name"]!.GetValue<string>();

    public string Id => Node["id"]!.GetValue<string>();

    /// <summary>The account, vault or app that it is, or is part of.</summary>
    public string Owner => Name.Split('/')[0];

    /// <summary>A value below <c>properties</c>, by a path of names; null when it is absent or null.</summary>
    public JsonNode? this[params ReadOnlySpan<string> path]
    {
        get
        {
            var node = Node["properties"];
            foreach (var name in path)
                node = node?[name];
            return node;
        }
    }

    public bool Is(bool value, params ReadOnlySpan<string> path) => this[path] is JsonValue found && found.TryGetValue<bool>(out var flag) && flag == value;

    public string Text(params ReadOnlySpan<string> path) => this[path]?.GetValue<string>() ?? string.Empty;

    public IReadOnlyList<string> Texts(params ReadOnlySpan<string> path) => [.. this[path]?.AsArray().Select(node => node!.GetValue<string>()) ?? []];
}
