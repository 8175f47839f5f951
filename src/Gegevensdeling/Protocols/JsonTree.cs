using System.Text.Json;

namespace Gegevensdeling.Protocols;

/// <summary>One value of a JSON file with the place where it stands; members keep their order and their duplicates.</summary>
internal sealed record JsonTree(JsonValueKind Kind, string Path, int Line, string? Text)
{
    public IReadOnlyList<(string Name, JsonTree Value)> Members { get; private init; } = [];

    public IReadOnlyList<JsonTree> Items { get; private init; } = [];

    /// <summary>The first member of this name.</summary>
    public JsonTree? this[string name] => Members.FirstOrDefault(member => member.Name == name).Value;

    /// <summary>This value and all under it.</summary>
    public IEnumerable<JsonTree> All => Members.Select(member => member.Value).Concat(Items).SelectMany(child => child.All).Prepend(this);

    /// <exception cref="JsonException">The text is not JSON; it carries the line.</exception>
    public static JsonTree Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ProtocolJson.DeepestNesting });
        var lines = new LineCount();
        reader.Read();
        var root = Value(ref reader, json, ref lines, "$");
        reader.Read(); // throws where more follows
        return root;
    }

    private static JsonTree Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ref LineCount lines, string path)
    {
        var line = lines.At(json, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<(string, JsonTree)>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    members.Add((name, Value(ref reader, json, ref lines, $"{path}.{name}")));
                }

                return new JsonTree(JsonValueKind.Object, path, line, null) { Members = members };
            case JsonTokenType.StartArray:
                var items = new List<JsonTree>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(ref reader, json, ref lines, $"{path}[{items.Count}]"));
                return new JsonTree(JsonValueKind.Array, path, line, null) { Items = items };
            case JsonTokenType.String:
                return new JsonTree(JsonValueKind.String, path, line, reader.GetString());
            case JsonTokenType.Number:
                return new JsonTree(JsonValueKind.Number, path, line, System.Text.Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True:
                return new JsonTree(JsonValueKind.True, path, line, "true");
            case JsonTokenType.False:
                return new JsonTree(JsonValueKind.False, path, line, "false");
            default:
                return new JsonTree(JsonValueKind.Null, path, line, null);
        }
    }

    /// <summary>Counts lines from 1, in one pass over the file.</summary>
    private struct LineCount
    {
        private int _line;
        private long _position;

        public int At(ReadOnlySpan<byte> json, long position)
        {
            _line += json[(int)_position..(int)position].Count((byte)'\n');
            _position = position;
            return _line + 1;
        }
    }
}
