using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Audit;

/// <summary>Whether a countersignature is what it should be. Pure.</summary>
public static class CountersignDecisions
{
    private const string Article = "art. 6";

    public static Refusal Unknown { get; } = new("auditkop-onbekend", Article, "Deze auditkop bestaat niet onder dit protocol.");

    public static Refusal Hidden { get; } = new(
        "auditkop-verborgen", "W12", "Uw organisatie ziet van de auditkop alleen de controlesom: het aantal gebeurtenissen zou iets zeggen over wat de ontvanger met een doorverwijzing deed. Medeondertekenen kan met die controlesom.");

    public static Refusal Unreadable { get; } = Wrong("het is geen JWS met ES256 waarvan de inhoud canoniek is (RFC 7515, RFC 8785)");

    /// <summary>Null where it may be kept.</summary>
    /// <param name="sha256">Of the head as it is kept.</param>
    public static Refusal? Judge(SignedDocument signed, PartyKeys keys, PartyId caller, AuditHeadName head, string sha256)
    {
        if (keys.Of(caller) is not { } known)
            return new("medeondertekening-geen-sleutel", Article, "Van uw organisatie is geen publieke sleutel bekend. Bezorg hem aan de beheerder; die neemt hem op in de installatie.");
        if (known.Find(signed.KeyId) is not { } key || !signed.IsSignedBy(key))
            return Wrong("de handtekening is niet die van een bekende sleutel van uw organisatie");
        if (signed.Type != AuditCountersignature.JwsType
            || signed.Content<AuditCountersignature>() is not { Type: AuditCountersignature.Kind, Version: AuditCountersignature.CurrentVersion } content)
            return Wrong("het is een ander soort document");
        if (content.Party != caller)
            return Wrong("ze noemt een andere organisatie");
        return content.Head == head.Value && content.Sha256 == sha256 ? null : Wrong("ze gaat over een andere auditkop dan deze");
    }

    private static Refusal Wrong(string why) => new("medeondertekening-ongeldig", Article, $"De medeondertekening is niet aanvaard: {why}.");
}
