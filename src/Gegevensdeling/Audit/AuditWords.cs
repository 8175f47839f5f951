using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gegevensdeling.Audit;

/// <summary>How it ended.</summary>
public enum AuditOutcome
{
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>A rule or an article said no.</summary>
    [JsonStringEnumMemberName("geweigerd")]
    Refused,

    /// <summary>An outage or a defect.</summary>
    [JsonStringEnumMemberName("mislukt")]
    Failed,
}

/// <summary>The Dutch words that audit entries carry, computed once from the enums' own wire names.</summary>
public static class AuditWords
{
    private static readonly string[] Actions = Words<AuditAction>();
    private static readonly string[] Outcomes = Words<AuditOutcome>();

    public static string Of(AuditAction action) => Actions[(int)action];

    public static string Of(AuditOutcome outcome) => Outcomes[(int)outcome];

    /// <exception cref="JsonException">A word that this version does not know.</exception>
    internal static AuditAction Action(string word) => (AuditAction)Index(Actions, word);

    /// <exception cref="JsonException">A word that this version does not know.</exception>
    internal static AuditOutcome Outcome(string word) => (AuditOutcome)Index(Outcomes, word);

    private static int Index(string[] words, string word) =>
        Array.IndexOf(words, word) is var index and >= 0 ? index : throw new JsonException("a word of a later version");

    private static string[] Words<T>()
        where T : struct, Enum =>
        [
            .. Enum.GetNames<T>().Select(name =>
                typeof(T).GetField(name)!.GetCustomAttributes(typeof(JsonStringEnumMemberNameAttribute), inherit: false)
                    .Cast<JsonStringEnumMemberNameAttribute>()
                    .Single().Name),
        ];
}
