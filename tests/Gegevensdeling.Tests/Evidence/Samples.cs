using System.Text;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Tests.Evidence;

/// <summary>Synthetic documents of an invented exchange.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly ExchangeParties Exchange = new(
        new ExchangeId("D7K2-M9PX"), new ProtocolId("voorbeeld-2026"), 1, new PartyId("opgroeien"), new PartyId("ocmw-voorbeeld"));

    public static readonly ActedBy Worker = new(new PartyId("ocmw-voorbeeld"), "maatschappelijk-werker", new StaffRef("m-2026-17"));

    public static ArtefactDigest File(string content = "verzegeld") =>
        new(new ArtefactId("bestand-1"), Sha256Hex.Of(content), Encoding.UTF8.GetByteCount(content));

    public static Receipt Receipt(string content = "verzegeld") => Gegevensdeling.Evidence.Receipt.Issue(
        Exchange,
        File(content),
        new Delivery(Noon, "mail"),
        new Acknowledgement(Noon.AddHours(2), AcknowledgedBy.OpenedInApplication, Worker),
        Noon.AddHours(2).AddSeconds(1));

    public static ErasureFacts Facts(params PlaceLookedAt[] places) => new(
        ErasureReason.NoHelpWanted,
        Noon,
        Noon.AddMinutes(1),
        [File()],
        places.Length > 0 ? places : [new PlaceLookedAt("opslag van bestanden", "verzegelde bestanden van deze uitwisseling", Noon.AddMinutes(2), 0)],
        [
            Declaration.Made(DeclaredCopy.Mailbox, Worker, Noon.AddMinutes(3)),
            Declaration.Awaited(DeclaredCopy.Key, new PartyId("opgroeien")),
        ],
        ["kopieën bij mailproviders onderweg"],
        ["dit bewijs"],
        EngineHistory.ToBePurged(Noon.AddDays(30)));

    public static ErasureCertificate Certificate() =>
        ((ErasureOutcome.Proven)ErasureCertificate.Issue(Exchange, Facts(), Noon.AddMinutes(5))).Certificate;

    public static SignedDocument Signed(SigningKey key) => SignedDocument.Sign(Receipt(), Gegevensdeling.Evidence.Receipt.JwsType, key);

    public static byte[] Bytes(SignedDocument document) => Encoding.UTF8.GetBytes(document.ToJson());

    public static PublicKeySet Set(params SigningKey[] keys) => new([.. keys.Select(key => key.Public)]);
}
