using System.Text;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>The words of the protocol for a mark: first the one that pauses, then the one that continues (D3).</summary>
internal static class MarkWords
{
    public static string Of(Protocol protocol, DebtorMark mark) => Values(protocol)[(int)mark];

    /// <summary>Case and the blanks around are forgiven, nothing else.</summary>
    public static DebtorMark? Read(Protocol protocol, string text)
    {
        if (text.Any(char.IsSurrogate))
            return null; // no word of ours, and half a pair cannot be normalised
        var word = text.Trim().Normalize(NormalizationForm.FormC);
        var values = Values(protocol);
        return string.Equals(word, values[0], StringComparison.OrdinalIgnoreCase) ? DebtorMark.Client
            : string.Equals(word, values[1], StringComparison.OrdinalIgnoreCase) ? DebtorMark.Continue
            : null;
    }

    private static IReadOnlyList<string> Values(Protocol protocol) => protocol.Fields.Single(field => field.Code == DebtorSettings.MarkField).Values!;
}
