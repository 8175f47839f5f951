using System.Globalization;
using Gegevensdeling.Audit;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence.Packs;

namespace Gegevensdeling.Evidence;

/// <summary>What a document says, in plain Dutch lines.</summary>
internal static class DocumentSummary
{
    public static IReadOnlyList<string> Of(Receipt receipt, string keyId) =>
    [
        $"Ontvangstbewijs van uitwisseling {receipt.Exchange} onder protocol {receipt.Protocol}, versie {receipt.ProtocolVersion}",
        $"Van {receipt.Sender} naar {receipt.Receiver}",
        $"Bestand {receipt.File.Artefact}: {receipt.File.Bytes} bytes, SHA-256 {receipt.File.Sha256}",
        $"Verzonden op {Moment(receipt.Delivery.At)} via {receipt.Delivery.Channel}",
        $"{How(receipt.Acknowledgement.How)} op {Moment(receipt.Acknowledgement.At)} door {Who(receipt.Acknowledgement.By)}",
        .. receipt.Acknowledgement.How == AcknowledgedBy.OpenedInApplication
            ? ["Dat toont dat de inhoud bekeken werd; over de mail in de mailbox zegt het niets"] : Array.Empty<string>(),
        Signed(receipt.IssuedAt, keyId),
    ];

    public static IReadOnlyList<string> Of(ErasureCertificate certificate, string keyId) =>
    [
        $"Wisbewijs {certificate.Number} van uitwisseling {certificate.Exchange} onder protocol {certificate.Protocol}, versie {certificate.ProtocolVersion}",
        $"Van {certificate.Sender} naar {certificate.Receiver}",
        $"Gewist op {Moment(certificate.ErasedAt)}. Reden: {Why(certificate.Reason)} (sinds {Moment(certificate.DueSince)})",
        .. certificate.Previous is { } previous ? [$"Volgt op het wisbewijs met SHA-256 {previous}"] : Array.Empty<string>(),
        .. certificate.Files.Select(file => $"Bestand dat bestond: {file.Artefact}, SHA-256 {file.Sha256}"),
        .. certificate.Proven.Select(place => $"Aangetoond: {place.Place}: gezocht naar {place.SoughtFor} op {Moment(place.LookedAt)}, gevonden: {place.Found}"),
        .. certificate.Declared.Select(Declared),
        .. certificate.NotVerifiableHere.Select(line => $"Niet hier na te gaan: {line}"),
        .. certificate.Remains.Select(line => $"Wat blijft: {line}"),
        $"Historiek van de verwerking: volgens ontwerp zonder persoonsgegevens, {(certificate.History.Purged ? "opgeschoond" : "op te schonen")} op {Moment(certificate.History.PurgeOn)}",
        Signed(certificate.IssuedAt, keyId),
    ];

    public static IReadOnlyList<string> Of(AuditHead head, string keyId) =>
    [
        $"Auditketen {head.Chain} tot en met gebeurtenis {head.Sequence}",
        $"Hash van die gebeurtenis: {head.Hash}",
        Signed(head.IssuedAt, keyId),
    ];

    public static IReadOnlyList<string> Of(AuditCountersignature countersignature, string keyId) =>
    [
        $"Medeondertekening van {countersignature.Party} over auditkop {countersignature.Head}",
        $"SHA-256 van die kop: {countersignature.Sha256}",
        Signed(countersignature.IssuedAt, keyId),
    ];

    public static IReadOnlyList<string> Of(PackManifest manifest, string keyId) =>
    [
        $"Bewijspakket van protocol {manifest.Protocol}, versie {manifest.ProtocolVersion}, voor {manifest.For}",
        .. manifest.Request is { } request ? [$"Op verzoek {request} (artikel 6)"] : Array.Empty<string>(),
        $"Bestanden: {manifest.Files}; SHA-256 van de lijst {manifest.ListSha256}",
        Signed(manifest.IssuedAt, keyId),
    ];

    private static string Declared(Declaration declaration) => declaration is { By: { } by, At: { } at }
        ? $"Verklaard: {declaration.Party} verklaart dat {Copy(declaration.About)} gewist is ({Who(by)}, {Moment(at)})"
        : $"Nog niet verklaard: {declaration.Party}, {Copy(declaration.About)}";

    private static string Copy(DeclaredCopy copy) => copy switch
    {
        DeclaredCopy.Mailbox => "de kopie in de mailbox",
        DeclaredCopy.Downloads => "de gedownloade kopie",
        DeclaredCopy.Paper => "de kopie op papier",
        DeclaredCopy.Key => "de genoteerde sleutel",
        DeclaredCopy.Drive => "de kopie op de dienstenschijf",
        _ => throw new ArgumentOutOfRangeException(nameof(copy)),
    };

    private static string How(AcknowledgedBy how) => how switch
    {
        AcknowledgedBy.OpenedInApplication => "Geopend in de toepassing",
        AcknowledgedBy.HashConfirmed => "Ontvangst bevestigd met de SHA-256",
        AcknowledgedBy.ComparedInApplication => "Vergeleken in de toepassing",
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    private static string Why(ErasureReason reason) => reason switch
    {
        ErasureReason.WithdrawnAtSender => "toestemming ingetrokken bij het lokaal team",
        ErasureReason.WithdrawnAtReceiver => "toestemming ingetrokken bij het OCMW",
        ErasureReason.NoHelpWanted => "de cliënt wenst geen verdere hulp",
        ErasureReason.ClientFile => "overgenomen in het cliëntdossier",
        ErasureReason.NotForUs => "niet voor de ontvanger bestemd",
        ErasureReason.Unreachable => "de cliënt was niet te bereiken",
        ErasureReason.ProtocolEnded => "het protocol is beëindigd",
        ErasureReason.RequestedBySubject => "verzoek van de betrokkene",
        ErasureReason.TermEnded => "de bewaartermijn is verstreken",
        ErasureReason.NoLongerNeeded => "het bestand is niet meer nodig",
        ErasureReason.ReceiptConfirmed => "de ontvangst is bevestigd",
        ErasureReason.Voided => "het bestand is vervallen",
        ErasureReason.Orphan => "geen uitwisseling hoorde bij deze gegevens",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static string Who(ActedBy by) => $"{by.Role} van {by.Party}, medewerker {by.Staff}";

    private static string Signed(DateTimeOffset at, string keyId) => $"Opgemaakt op {Moment(at)}, ondertekend met sleutel {keyId}";

    private static string Moment(DateTimeOffset at) => LegalCalendar.Local(at).ToString("dd/MM/yyyy HH:mm:ss '(Belgische tijd)'", CultureInfo.InvariantCulture);
}
