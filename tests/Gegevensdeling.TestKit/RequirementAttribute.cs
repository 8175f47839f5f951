using Xunit.v3;

namespace Gegevensdeling.TestKit;

/// <summary>Names the requirement that a test shows, as numbered in docs/protocol.md (for example <c>R13</c>).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequirementAttribute(params string[] numbers) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Numbers { get; } = numbers;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [.. Numbers.Select(number => KeyValuePair.Create("Requirement", number))];
}
