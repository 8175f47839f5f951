using System.Text.Json.Serialization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Publishing.PageParts;

namespace Gegevensdeling.Publishing;

/// <summary>The public list of all protocols: as a page, and as JSON for the website of a party. Members are only ever added.</summary>
public sealed record ProtocolList
{
    [JsonPropertyName("standOp")]
    public required DateOnly On { get; init; }

    [JsonPropertyName("protocollen")]
    public required IReadOnlyList<ListedProtocol> Protocols { get; init; }

    public static ProtocolList Of(IEnumerable<(Protocol Protocol, PublicStanding Standing)> protocols, DateOnly on, PageLinks links) =>
        new() { On = on, Protocols = [.. protocols.Select(one => ListedProtocol.Of(one.Protocol, one.Standing, links))] };

    /// <summary>The list as a page.</summary>
    public string Write() => PublicPage.Write(
        "Protocollen voor gegevensdeling",
        [],
        [
            H1("Protocollen voor gegevensdeling"),
            P("Vlaamse overheden die persoonsgegevens delen, leggen dat vast in een protocol (artikel 8, §1, van het decreet van 18 juli 2008). Hier staan alle protocollen van dit systeem."),
            Protocols.Count == 0 ? P("Er zijn nog geen protocollen.") : Table("Protocollen", ["Protocol", "Status", "Partijen", "Sinds"], Protocols.Select(Row)),
        ],
        [P($"Stand op {DutchDate.Say(On)}.")]);

    private static IReadOnlyList<object> Row(ListedProtocol one) =>
    [
        Lines(Link(one.Page, one.ShortName), one.Title, P(Link(one.Leaflet, $"Folder {one.ShortName}"), " ", Link(one.Information, $"Informatie {one.ShortName}"))),
        one.StatusText,
        Lines(one.Parties.Select(party => party.PartyName)),
        one.Since is { } since ? DutchDate.Say(since) : "Nog niet",
    ];
}

/// <summary>One protocol of the list.</summary>
public sealed record ListedProtocol
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("naam")]
    public required string ShortName { get; init; }

    [JsonPropertyName("titel")]
    public required string Title { get; init; }

    [JsonPropertyName("soort")]
    public required ProtocolKind Kind { get; init; }

    [JsonPropertyName("versie")]
    public required int Version { get; init; }

    [JsonPropertyName("status")]
    public required PublicState Status { get; init; }

    [JsonPropertyName("statustekst")]
    public required string StatusText { get; init; }

    [JsonPropertyName("sinds")]
    public required DateOnly? Since { get; init; }

    [JsonPropertyName("laatsteDag")]
    public required DateOnly? LastDay { get; init; }

    [JsonPropertyName("partijen")]
    public required IReadOnlyList<ListedParty> Parties { get; init; }

    [JsonPropertyName("pagina")]
    public required string Page { get; init; }

    [JsonPropertyName("folder")]
    public required string Leaflet { get; init; }

    [JsonPropertyName("informatie")]
    public required string Information { get; init; }

    internal static ListedProtocol Of(Protocol protocol, PublicStanding standing, PageLinks links) => new()
    {
        Id = protocol.Id.Value,
        ShortName = protocol.Name,
        Title = protocol.Title.Text,
        Kind = protocol.Kind,
        Version = protocol.Version,
        Status = standing.State,
        StatusText = standing.Say(),
        Since = standing.Since,
        LastDay = standing.LastDay,
        Parties = [.. protocol.Parties.Select(party => new ListedParty { Id = party.Id.Value, PartyName = party.Name, EnterpriseNumber = party.EnterpriseNumber })],
        Page = links.Page(protocol.Id),
        Leaflet = links.Leaflet(protocol.Id),
        Information = links.Information(protocol.Id),
    };
}

/// <summary>A party of a listed protocol.</summary>
public sealed record ListedParty
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("naam")]
    public required string PartyName { get; init; }

    [JsonPropertyName("kbo")]
    public required string? EnterpriseNumber { get; init; }
}
