using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>
/// The one signed statement of an evidence pack (F8): for whom, of what, and the SHA-256 of the list that names every other file with its own. The list has
/// the form that <c>sha256sum -c</c> reads, so that a pack can be checked without this program.
/// </summary>
public sealed record PackManifest(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("protocolversie")] int ProtocolVersion,
    [property: JsonPropertyName("voor")] PartyId For,
    [property: JsonPropertyName("bestanden")] int Files,
    [property: JsonPropertyName("lijst")] string ListSha256,
    [property: JsonPropertyName("opgemaaktOp")] DateTimeOffset IssuedAt,
    [property: JsonPropertyName("aanvraag")] ExchangeId? Request = null)
{
    public const string Kind = "bewijspakket";
    public const string JwsType = "bewijspakket+jws";
    public const int CurrentVersion = 1;

    internal static PackManifest Issue(PackOrder order, int protocolVersion, int files, string listSha256, DateTimeOffset at) =>
        new(Kind, CurrentVersion, order.Protocol, protocolVersion, order.For, files, listSha256, at, order.Request);
}

/// <summary>Which pack is made.</summary>
/// <param name="For">The party that gets it, and as which it sees.</param>
/// <param name="Request">The request under article 6 that it answers (G15); null where a party accounts for itself (G16).</param>
public sealed record PackOrder(ProtocolId Protocol, PartyId For, ExchangeId? Request);

/// <summary>The names of the files in a pack.</summary>
public static class PackFiles
{
    public const string Page = "bewijs.html";
    public const string Record = "bewijs.json";
    public const string Keys = "sleutels.jwks.json";
    public const string List = "bestanden.sha256";
    public const string Manifest = "manifest.json";
    public const string Receipts = "ontvangstbewijzen/";
    public const string Certificates = "wisbewijzen/";

    internal static string Receipt(ExchangeId exchange, string name) => $"{Receipts}{exchange}.{name}.json";

    internal static string Certificate(ExchangeId exchange, string name) => $"{Certificates}{exchange}.{name}.json";

    /// <summary>Letters, digits and a few signs: what our own names are made of. Anything else is not repeated to a reader.</summary>
    internal static bool IsPlain(string name) => name.Length is > 0 and <= 160 && name.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.' or '/');
}
