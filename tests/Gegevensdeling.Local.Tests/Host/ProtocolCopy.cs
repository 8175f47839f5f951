using System.Text.Json.Nodes;
using Gegevensdeling.TestKit;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>A folder with the committed protocols, in which one thing is changed.</summary>
internal sealed class ProtocolCopy : IDisposable
{
    public ProtocolCopy()
    {
        foreach (var file in Directory.GetFiles(Rig.CommittedProtocols(), "*.json"))
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
    }

    public string Path { get; } = TestFolder.Create("protocollen-").FullName;

    public void Change(string protocol, Action<JsonNode> change)
    {
        var path = System.IO.Path.Combine(Path, $"{protocol}.json");
        var node = JsonNode.Parse(File.ReadAllText(path))!;
        change(node);
        File.WriteAllText(path, node.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
