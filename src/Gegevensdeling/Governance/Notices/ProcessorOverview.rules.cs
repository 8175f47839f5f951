using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Notices;

/// <summary>One processor as the file lists it (G14).</summary>
/// <param name="For">The parties for which it processes.</param>
/// <param name="Operator">It runs this system (W21).</param>
public sealed record ProcessorLine(
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("dienst")] string Service,
    [property: JsonPropertyName("voor")] IReadOnlyList<string> For,
    [property: JsonPropertyName("beheerder")] bool Operator,
    [property: JsonPropertyName("verwerkersovereenkomst")] string Agreement,
    [property: JsonPropertyName("subverwerkers")] IReadOnlyList<string> SubProcessors);

/// <summary>The overview that one party may see.</summary>
/// <param name="Mutual">The other parties' processors stand in it too.</param>
/// <param name="Explanation">What the protocol says of it, in Dutch.</param>
public sealed record ProcessorList(
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("artikel")] string Article,
    [property: JsonPropertyName("wederzijds")] bool Mutual,
    [property: JsonPropertyName("toelichting")] string Explanation,
    [property: JsonPropertyName("verwerkers")] IReadOnlyList<ProcessorLine> Processors);

/// <summary>Who sees whose processors: a party always its own; the others' where the text says that overviews are exchanged, or on an explicit request.</summary>
public static class ProcessorOverview
{
    /// <summary>Turnhout art. 6: 'enkel op expliciete aanvraag'. The file quotes the text; the words of the text decide.</summary>
    private const string OnlyOnRequest = "op expliciete aanvraag";

    public static bool OnRequest(Duty duty) => duty.Text.Contains(OnlyOnRequest, StringComparison.OrdinalIgnoreCase);

    /// <param name="asked">The party asked explicitly, and that was recorded.</param>
    public static ProcessorList Of(Protocol protocol, PartyId reader, bool asked)
    {
        var duty = DutyTowards(protocol, reader);
        var mutual = duty is not null && (asked || !OnRequest(duty));
        return new(
            protocol.Id, protocol.Version, duty is null ? $"{protocol.Name} art. 6" : protocol.Cite(duty), mutual,
            duty is null ? "Dit protocol voorziet geen uitwisseling van overzichten. U ziet alleen de verwerkers van uw eigen organisatie."
                : mutual ? duty.Text
                : "Volgens dit protocol ziet u de verwerkers van de andere partij enkel op expliciete aanvraag. Doe die aanvraag in de toepassing; ze wordt vastgelegd.",
            [.. protocol.Processors.Where(processor => mutual || processor.Parties.Contains(reader)).Select(processor => new ProcessorLine(
                processor.Name, processor.Service, [.. processor.Parties.Select(party => protocol.Party(party).Name)], processor.Operator, processor.Agreement, processor.SubProcessors))]);
    }

    /// <summary>The duty by which the others show their processors to this party.</summary>
    public static Duty? DutyTowards(Protocol protocol, PartyId reader) => protocol.Duties.FirstOrDefault(duty => duty.Kind == DutyKind.Processors && duty.To.Contains(reader));

    /// <summary>The parties whose processors differ between two versions: names, services, agreements or subprocessors.</summary>
    public static IReadOnlyList<PartyId> Changed(Protocol before, Protocol after) =>
        [.. after.Parties.Select(party => party.Id).Where(party => !Of(before, party).SequenceEqual(Of(after, party), StringComparer.Ordinal))];

    private static IEnumerable<string> Of(Protocol protocol, PartyId party) => protocol.Processors.Where(processor => processor.Parties.Contains(party))
        .Select(processor => string.Join('\n', [processor.Name, processor.Service, processor.Agreement, .. processor.SubProcessors.Order(StringComparer.Ordinal)])).Order(StringComparer.Ordinal);
}
