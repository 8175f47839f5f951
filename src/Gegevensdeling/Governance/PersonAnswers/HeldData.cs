using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>What one exchange holds of the person, as the party that answers may know it (art. 15.1 GDPR). Shown once, kept nowhere.</summary>
/// <param name="Kind">In words.</param>
/// <param name="Since">When this party got or made it.</param>
/// <param name="Until">How long it is kept, in words.</param>
/// <param name="Rows">Of one person; a file may name somebody in several rows.</param>
/// <param name="Accesses">To the content, by service and day.</param>
/// <param name="Notes">What the reader must know to understand it.</param>
public sealed record HeldData(
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("kenmerk")] ExchangeId Exchange,
    [property: JsonPropertyName("van")] string From,
    [property: JsonPropertyName("aan")] string To,
    [property: JsonPropertyName("sinds")] DateOnly Since,
    [property: JsonPropertyName("tot")] string Until,
    [property: JsonPropertyName("gegevens")] IReadOnlyList<HeldRow> Rows,
    [property: JsonPropertyName("toegang")] IReadOnlyList<HeldAccess> Accesses,
    [property: JsonPropertyName("toelichting")] IReadOnlyList<string> Notes)
{
    public override string ToString() => $"{Exchange}";
}

/// <param name="Row">As the sheet shows it, from 1; null where the content is no sheet.</param>
public sealed record HeldRow(
    [property: JsonPropertyName("rij")] int? Row,
    [property: JsonPropertyName("velden")] IReadOnlyList<HeldField> Fields)
{
    public override string ToString() => nameof(HeldRow);
}

/// <summary>One datum.</summary>
/// <param name="Name">What it is, in the words of the protocol.</param>
/// <param name="Value">The person's own; null where it is another's, or is not shown here.</param>
/// <param name="Blanked">It is another person's.</param>
public sealed record HeldField(
    [property: JsonPropertyName("gegeven")] string Name,
    [property: JsonPropertyName("waarde")] string? Value,
    [property: JsonPropertyName("vanIemandAnders")] bool Blanked = false)
{
    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => nameof(HeldField);

    internal static HeldField OfAnother(string name) => new(name, Value: null, Blanked: true);
}

/// <summary>An access by a service, never by a name (W23).</summary>
/// <param name="Service">The party and its service.</param>
/// <param name="What">In words.</param>
public sealed record HeldAccess(
    [property: JsonPropertyName("op")] DateOnly On,
    [property: JsonPropertyName("dienst")] string Service,
    [property: JsonPropertyName("wat")] string What);

/// <summary>What came of looking.</summary>
/// <param name="NotRead">What this party holds and this system could not look into, in words: an answer that hides that would be false.</param>
public sealed record HeldFindings(IReadOnlyList<HeldData> Held, IReadOnlyList<string> NotRead)
{
    public static HeldFindings None { get; } = new([], []);

    public override string ToString() => $"{Held.Count} held, {NotRead.Count} not read";
}

/// <summary>Looks for a person in the live exchanges of one kind of protocol.</summary>
public interface IHeldPersons
{
    /// <summary>The kind of protocol whose exchanges it knows.</summary>
    Protocols.ProtocolKind Kind { get; }

    /// <summary>What the party of this search holds of the person under this protocol and no other (D15).</summary>
    Task<HeldFindings> FindAsync(PersonSearch search, CancellationToken cancellation);
}
