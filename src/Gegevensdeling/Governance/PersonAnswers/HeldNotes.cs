using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>Sentences that hold for several kinds.</summary>
internal static class HeldNotes
{
    public const string Restricted = "Er loopt een bezwaar of een beperking: zolang die loopt, worden de gegevens alleen bewaard.";

    public const string FileOfMany = "Dit bestand gaat over veel mensen. U ziet alleen wat over u gaat; gegevens van anderen zijn weggelaten.";

    /// <summary>Article 3 in one line, with the day on which the term ends at the latest where one runs.</summary>
    /// <param name="rules">Those of the copy that the person asks about.</param>
    public static string Until(ExchangeHead head, IEnumerable<RetentionRule> rules)
    {
        var text = string.Join("; ", rules.Select(rule => rule.Say()));
        var last = head.EraseAfter is { } end ? $"op zijn laatst op {DutchDate.Say(LegalCalendar.DateOf(end))}" : null;
        return (text.Length, last) switch
        {
            (0, null) => "Daarvoor noemt het protocol geen termijn.",
            (0, _) => $"Gewist {last}",
            (_, null) => text,
            _ => $"{text} ({last})",
        };
    }

    /// <summary>D5: a delivery goes when it was compared, and with its month.</summary>
    public static string UntilCompared(ExchangeHead head) =>
        head.EraseAfter is { } end ? $"Tot er vergeleken is, op zijn laatst tot {DutchDate.Say(LegalCalendar.DateOf(end))}" : "Tot er vergeleken is";

    /// <summary>The rules of article 3 for what this party keeps in this system.</summary>
    public static IEnumerable<RetentionRule> RulesOf(Protocol protocol, PartyId party) => protocol.Retention.Rules.Where(rule => rule.InThisSystem && rule.Parties.Contains(party));

    public static string NotRead(string what, ExchangeId exchange, string why) => $"{what} ({exchange}): {why}";

    public static string DescriptionOf(Protocol protocol, string code) => protocol.Fields.FirstOrDefault(field => field.Code == code)?.Description ?? code;
}
