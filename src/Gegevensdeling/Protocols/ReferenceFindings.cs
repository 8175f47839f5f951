namespace Gegevensdeling.Protocols;

/// <summary>Whether what the text refers to is there, and is what it means (X12, X14, X21).</summary>
internal static class ReferenceFindings
{
    /// <summary>To an article, a point, a recital or an annex that does not exist (X12).</summary>
    public static IEnumerable<Finding> Dead(Protocol protocol) =>
        from reference in protocol.Text.References
        let gone = Gone(protocol.Text, reference)
        where gone is not null
        select Of(FindingCodes.ReferenceDead, protocol, reference, $"'{reference.Printed}' bestaat niet: {gone}.", "Verwijs naar de plaats die bedoeld is.");

    /// <summary>To a place that exists, while what is meant stands in another (X14).</summary>
    public static IEnumerable<Finding> WrongPlace(Protocol protocol) =>
        from reference in protocol.Text.References
        let stands = Stands(protocol, reference.Meant)
        where reference.Target is { } target && Gone(protocol.Text, reference) is null && stands.Count > 0 && !stands.Exists(place => Places.Lies(place, target))
        select Of(
            FindingCodes.ReferenceWrongPlace, protocol, reference,
            $"'{reference.Printed}' is de verkeerde plaats: wat bedoeld is, staat in {string.Join(" en ", stands)}.", "Verwijs naar de plaats die bedoeld is.");

    /// <summary>'See below', and nothing follows (X21).</summary>
    public static IEnumerable<Finding> Nowhere(Protocol protocol) =>
        from reference in protocol.Text.References
        where reference.Target is null && reference.Annex is null
            && Stands(protocol, reference.Meant).TrueForAll(place => Places.Of(reference).Any(own => Places.Lies(place, own)))
        select Of(FindingCodes.ReferenceNowhere, protocol, reference, $"'{reference.Printed}' verwijst nergens naar.", "Voeg de tekst toe waarnaar verwezen wordt, of schrap de verwijzing.");

    private static Finding Of(string code, Protocol protocol, CrossReference reference, string text, string todo) =>
        new(code, reference.Source, protocol.Cite(reference), FindingSeverity.Blocking, text, todo);

    /// <summary>What is missing of the place that is named.</summary>
    private static string? Gone(ProtocolText text, CrossReference reference)
    {
        if (reference.Article is { } number)
        {
            return text.Articles.FirstOrDefault(article => article.Number == number) is not { } article ? $"er is geen artikel {number}"
                : reference.Point is { } point && !article.Points.Contains(point) ? $"artikel {number} heeft geen punt {point}"
                : null;
        }

        if (reference.Recital is { } recital && !text.Recitals.Any(known => Places.Lies(known, recital)))
            return $"er is geen overweging {recital}";
        return reference.Annex is { } annex && !text.Annexes.Contains(annex) ? $"er is geen bijlage '{annex}'" : null;
    }

    /// <summary>Where a part stands, by its own sources in this text.</summary>
    private static List<string> Stands(Protocol protocol, TextPart part) =>
    [
        .. Parts(protocol, part).SelectMany(Places.Of).Where(place => Places.IsArticle(place) || Places.IsRecital(place)).Distinct().Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<Sourced> Parts(Protocol protocol, TextPart part) => part switch
    {
        TextPart.Fields => protocol.Fields,
        TextPart.Purposes => protocol.Purposes,
        TextPart.Duration => [protocol.Duration],
        TextPart.Measures => protocol.Measures,
        TextPart.Key => protocol.Flows.Select(flow => flow.Key).OfType<KeyHandover>(),
        TextPart.Information => [protocol.Information],
        TextPart.Agreement => protocol.Agreement is { } agreement ? [agreement] : [],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
