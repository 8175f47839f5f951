using Gegevensdeling.Evidence;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What the erasure certificate of a referral says (F2).</summary>
internal static class ReferralErasure
{
    public static ErasureSubject SubjectOf(ExchangeHead head, Protocol protocol, ReferralState state) => new(
        state.End ?? ErasureReason.Voided,
        state.EndedAt ?? head.EraseAfter ?? head.CreatedAt,
        [.. state.Archives.Select(archive => new ArtefactDigest(archive.Id, archive.Sha256, archive.Bytes))],
        [.. Declarations(protocol, state)],
        [.. NotVerifiable(state)],
        ["Het kenmerk, tijdstippen, de datum en vorm van de toestemming, rollen en kenmerken van medewerkers, de bewijzen en het auditspoor. Geen gegevens van de cliënt."],
        ReferralNames.Instances(head.Id, state));

    /// <summary>What the certificate of one archive says that was replaced while the referral goes on (G17).</summary>
    public static ErasureFacts OfArchive(
        Protocol protocol, ReferralState state, SealedArchiveFact archive, DateTimeOffset replacedAt, DateTimeOffset now, IReadOnlyList<PlaceLookedAt> looked) => new(
        ErasureReason.Voided,
        replacedAt,
        now,
        [new ArtefactDigest(archive.Id, archive.Sha256, archive.Bytes)],
        looked,
        [.. Declarations(protocol, state)],
        [.. NotVerifiable(state)],
        ["De doorverwijzing zelf loopt verder, met een nieuw bestand onder een nieuwe sleutel. Pas haar eigen wisbewijs zegt dat ook dat gewist is."],
        EngineHistory.ToBePurged(now.AddDays(protocol.Retention.History.Days)));

    private static IEnumerable<Declaration> Declarations(Protocol protocol, ReferralState state)
    {
        // The mail with the archive left this system, so the OCMW may hold copies that only it can see.
        foreach (var copy in state.Sent is null ? [] : ReferralState.OcmwCopies)
        {
            var made = state.DeclarationOf(copy);
            yield return made is null ? Declaration.Awaited(copy, protocol.Receiver) : Declaration.Made(copy, made.By, made.At);
        }

        if (state.Handovers.LastOrDefault(handover => handover.RevealedAt is not null) is not { } revealed)
            yield break;
        foreach (var (side, party) in new[] { (Side.Team, protocol.Sender), (Side.Ocmw, protocol.Receiver) })
        {
            var wiped = state.WipedBy(side);
            yield return wiped is null ? Declaration.Awaited(DeclaredCopy.Key, party) : Declaration.Made(DeclaredCopy.Key, wiped.By, wiped.At);
        }
    }

    private static IEnumerable<string> NotVerifiable(ReferralState state)
    {
        if (state.Sent is not null)
        {
            yield return "Kopieën bij de ontvanger (mailbox, downloads, papier): daarvoor geldt alleen wat de partij zelf verklaart (zie 'verklaard').";
            yield return "Kopieën en logboeken van de mailservers tussen dit systeem en de mailbox. Die kopieën zijn verzegeld en onleesbaar zolang niemand de sleutel nog heeft.";
        }

        if (state.Handovers.Any(handover => handover.RevealedAt is not null))
            yield return "De sleutel die aan de telefoon werd voorgelezen, voor zover iemand hem noteerde: daarvoor geldt alleen wat beide partijen verklaren (zie 'verklaard').";
        if (state.End == ErasureReason.ClientFile)
            yield return "Het cliëntdossier van het OCMW: dat heeft een eigen bewaartermijn en staat buiten dit systeem.";
        if (state.PassedOn)
            yield return "Kopieën bij de GBO-partner aan wie met toestemming van de cliënt werd doorgegeven.";
        yield return "De eigen gegevens van de verzender over de cliënt: die vallen niet onder deze doorverwijzing.";
        yield return "Reservekopieën van dit systeem. Een verzegeld bestand daarin is onleesbaar zolang niemand de sleutel nog heeft; een reservekopie die ook de sleutels bevat, moet apart gewist worden.";
    }
}
