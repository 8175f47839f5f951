using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Bodies;

/// <summary>
/// Compares a JSON value with its contract and names everything that is wrong at once: unknown, double, missing, empty and mistyped
/// members. It never repeats a value.
/// </summary>
internal sealed class ContractWalk(Func<string, Refusal?> refuseMember)
{
    private const int MostProblems = 20;

    private readonly List<FieldProblem> problems = [];

    public IReadOnlyList<FieldProblem> Problems => problems;

    /// <summary>The protocol's own refusal of a member, when it had one.</summary>
    public Refusal? Refusal { get; private set; }

    public void Walk(JsonElement value, Type type, string place = "")
    {
        var info = ApiJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                WalkMembers(value, info, place);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                foreach (var (at, element) in value.EnumerateArray().Index())
                    WalkElement(element, info.ElementType!, string.Create(CultureInfo.InvariantCulture, $"{place}[{at}]"));
                break;
            case JsonTypeInfoKind.None when Reads(value, info):
                break;
            default:
                Report(place, Expectation.Of(info));
                break;
        }
    }

    private void WalkElement(JsonElement element, Type type, string place)
    {
        if (element.ValueKind == JsonValueKind.Null)
            Report(place, "mag niet leeg zijn");
        else
            Walk(element, type, place);
    }

    private void WalkMembers(JsonElement value, JsonTypeInfo info, string place)
    {
        var members = info.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null)
            .ToDictionary(property => property.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var name = NameOf(member);
            if (name is null || !members.TryGetValue(name, out var property))
                ReportUnknown(name, members.Keys, place);
            else if (!seen.Add(name))
                Report(Join(place, name), "staat er meer dan een keer");
            else
                WalkMember(member.Value, property, Join(place, name));
        }

        foreach (var property in members.Values.Where(property => property.IsRequired && !seen.Contains(property.Name)))
            Report(Join(place, property.Name), "ontbreekt");
    }

    private void WalkMember(JsonElement value, JsonPropertyInfo property, string place)
    {
        if (value.ValueKind != JsonValueKind.Null)
            Walk(value, property.PropertyType, place);
        else if (!property.IsSetNullable)
            Report(place, "mag niet leeg zijn");
    }

    private void ReportUnknown(string? name, IEnumerable<string> known, string place)
    {
        var shown = Join(place, name is not null && IsRepeatable(name) ? name : "(een naam die hier niet herhaald wordt)");
        if (name is not null && refuseMember(name) is { } refusal)
        {
            Refusal ??= refusal;
            Report(shown, refusal.Text);
        }
        else if (known.FirstOrDefault(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } meant)
        {
            Report(shown, $"bestaat hier niet; bedoelt u '{meant}'?");
        }
        else
        {
            Report(shown, "bestaat hier niet");
        }
    }

    private void Report(string place, string reason)
    {
        if (problems.Count < MostProblems)
            problems.Add(new FieldProblem(place, reason));
    }

    private static bool Reads(JsonElement value, JsonTypeInfo info)
    {
        try
        {
            return value.Deserialize(info) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Null where the name is no text: an escaped half of a surrogate pair.</summary>
    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A name that is a word. One with a number in it may be somebody's number, and is not sent back.</summary>
    private static bool IsRepeatable(string name) =>
        name.Length is > 0 and <= 40
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
        && name.Count(char.IsAsciiDigit) < 4;

    private static string Join(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";
}
