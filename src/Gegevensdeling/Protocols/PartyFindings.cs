using System.Globalization;

namespace Gegevensdeling.Protocols;

/// <summary>What each party must have: a number that can exist, a publication, a decent notice.</summary>
internal static class PartyFindings
{
    /// <summary>The FAQ advises at least three months; a longer one satisfies it.</summary>
    private const int AdvisedNoticeMonths = 3;

    /// <summary>The last two digits are 97 minus the first eight modulo 97 (KBO); a number is judged as printed (X2).</summary>
    public static IEnumerable<Finding> EnterpriseNumbers(Protocol protocol) =>
        from party in protocol.Parties
        let number = party.EnterpriseNumberPrinted ?? party.EnterpriseNumber
        where number is not null && !IsEnterpriseNumber(number)
        select new Finding(
            FindingCodes.EnterpriseNumberInvalid, party.Id.Value, protocol.Cite(party), FindingSeverity.Blocking,
            $"Het ondernemingsnummer {number} van {party.Name} kan niet bestaan.",
            "Zoek het nummer op in de Kruispuntbank van Ondernemingen.");

    public static IEnumerable<Finding> Publications(Protocol protocol) =>
        from party in protocol.Parties
        where protocol.Publications.All(publication => publication.Party != party.Id)
        select new Finding(
            FindingCodes.PublicationMissing, party.Id.Value, $"{protocol.Name} D", FindingSeverity.Blocking,
            $"{party.Name} heeft het protocol niet bekendgemaakt.",
            "Publiceer het protocol op de website en noteer adres en datum.");

    public static IEnumerable<Finding> NoticePeriod(Protocol protocol)
    {
        if (protocol.Duration.NoticePeriod is { Months: < AdvisedNoticeMonths } notice)
        {
            yield return new(
                FindingCodes.NoticeShort, null, protocol.Cite(notice), FindingSeverity.Advisory,
                $"De opzegtermijn is korter dan de {AdvisedNoticeMonths} maanden die de FAQ aanraadt.",
                "Overweeg een langere termijn.");
        }
    }

    internal static bool IsEnterpriseNumber(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 10
            && text.All(letter => char.IsAsciiDigit(letter) || letter == '.')
            && 97 - (long.Parse(digits[..8], CultureInfo.InvariantCulture) % 97) == long.Parse(digits[8..], CultureInfo.InvariantCulture);
    }
}
