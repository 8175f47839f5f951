using System.Text.Json.Nodes;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>One file in which one member is missing.</summary>
internal sealed record MemberCut(string Parent, string Member, string ParentSource, string Json);

/// <summary>Makes a copy of a file for each of its members, without that member.</summary>
internal static class MemberCuts
{
    public static IEnumerable<MemberCut> Of(string json, Func<string, bool> wanted)
    {
        var root = JsonNode.Parse(json)!;
        foreach (var target in Objects(root).ToList())
        {
            foreach (var member in target.Select(pair => pair.Key).Where(wanted).ToList())
            {
                var index = target.IndexOf(member);
                var value = target[member];
                var source = (string?)target["bron"] ?? "";
                target.Remove(member);
                yield return new MemberCut(target.GetPath(), member, source, root.ToJsonString());
                target.Insert(index, member, value);
            }
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject each => each.SelectMany(pair => Objects(pair.Value)).Prepend(each),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
