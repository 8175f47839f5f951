namespace Gegevensdeling.Protocols;

/// <summary>What the flows do against what the text says of them.</summary>
internal static class FlowFindings
{
    /// <summary>A worksheet that gives columns to some of the data and none to others (X8).</summary>
    public static IEnumerable<Finding> Columns(Protocol protocol) =>
        from field in protocol.Fields
        where field.Columns is null && protocol.Fields.Any(other => other.Columns is not null)
        select new Finding(
            FindingCodes.FieldWithoutColumn, field.Code, protocol.Cite(field), FindingSeverity.Blocking,
            $"Het gegeven '{field.Description}' heeft geen kolom in het werkblad.",
            "Spreek een kolom af, of schrap het gegeven.");

    /// <summary>
    /// Data in a direction that neither title nor article 1 covers (X19). A question that carries only what its answer carries again tells
    /// whom it is about and nothing new: it is part of the direction of the answer.
    /// </summary>
    public static IEnumerable<Finding> Directions(Protocol protocol) =>
        from flow in protocol.Flows
        where !Covered(protocol, flow) && !protocol.Flows.Any(answer => Covered(protocol, answer) && IsQuestion(flow, answer))
        select new Finding(
            FindingCodes.DirectionNotInTitle, flow.Code, protocol.Cite(flow), FindingSeverity.Blocking,
            $"De stroom '{flow.Code}' gaat van {Names(protocol, flow.From)} naar {Names(protocol, flow.To)}; {Cited(protocol)} dekken die richting niet.",
            "Noem deze richting in de titel en in artikel 1, of schrap de stroom.");

    /// <summary>One file for several phases, where what is in it must partly be gone at once: the phases are not apart (X10).</summary>
    public static IEnumerable<Finding> OneFile(Protocol protocol) =>
        from rule in protocol.Retention.Rules.Where(rule => rule.End == RetentionEnd.AtOnce).Take(1)
        from shared in protocol.Flows.SelectMany(flow => flow.Channels.Select(channel => (Flow: flow, Channel: channel))).Where(each => each.Channel.File is not null).GroupBy(each => each.Channel.File!)
        where shared.DistinctBy(each => each.Flow.Code).Count() > 1 && shared.Select(each => string.Join(' ', each.Flow.Fields.Order(StringComparer.Ordinal))).Distinct().Count() > 1
        select new Finding(
            FindingCodes.OneFileForPhases, shared.Key, protocol.Cite(shared.First().Channel), FindingSeverity.Blocking,
            $"De stromen {string.Join(", ", shared.Select(each => each.Flow.Code).Distinct())} staan in één bestand dat beide partijen zien, terwijl {protocol.Cite(rule)} de fasen scheidt en gegevens onmiddellijk doet verwijderen.",
            "Geef elke fase een eigen bestand, dat alleen haar ontvanger ziet.");

    private static bool Covered(Protocol protocol, Flow flow) => protocol.Text.Directions.All(direction => direction.Covers(flow));

    private static bool IsQuestion(Flow flow, Flow answer) =>
        flow.Fields.All(answer.Fields.Contains) && flow.From.All(answer.To.Contains) && flow.To.All(answer.From.Contains);

    private static string Names(Protocol protocol, IEnumerable<Exchanges.PartyId> parties) => string.Join(" en ", parties.Select(party => protocol.Party(party).Name));

    private static string Cited(Protocol protocol) => string.Join(" en ", protocol.Text.Directions.Select(direction => direction.Source));
}
