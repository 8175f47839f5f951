namespace Gegevensdeling.Protocols;

/// <summary>What the description of the text must say of itself.</summary>
internal static partial class ProtocolConsistency
{
    /// <summary>A reference names one place; a point is one of an article.</summary>
    private static IEnumerable<PathReason> CrossReferences(Protocol protocol)
    {
        for (var index = 0; index < protocol.Text.References.Count; index++)
        {
            var reference = protocol.Text.References[index];
            var named = new object?[] { reference.Article, reference.Recital, reference.Annex }.Count(target => target is not null);
            if (named > 1)
                yield return new($"$.tekst.verwijzingen[{index}]", "een verwijzing noemt één plaats: een 'artikel', een 'overweging' of een 'bijlage'");
            if (reference is { Point: not null, Article: null })
                yield return new($"$.tekst.verwijzingen[{index}].punt", "een punt hoort bij een 'artikel'");
        }
    }

    /// <summary>A part cannot stand in an article or a recital that the text does not have: the source is wrong, or the list of articles.</summary>
    internal static IEnumerable<PlacedReason> Sources(JsonTree tree, ProtocolText text) =>
        from part in tree.All
        let source = part["bron"]
        where source is { Text: not null }
        from place in Places.Of(source.Text!)
        where (Places.IsArticle(place) && !text.Articles.Any(article => article.Place == place))
            || (Places.IsRecital(place) && !text.Recitals.Any(recital => Places.Lies(recital, place)))
        select new PlacedReason(source, $"'{place}' staat niet bij de artikelen en overwegingen van 'tekst'");
}
