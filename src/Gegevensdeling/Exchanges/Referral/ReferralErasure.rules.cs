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
        ReferralNames.Instances(head.Id, state));

    private static IEnumerable<Declaration> Declarations(Protocol protocol, ReferralState state)
    {
        // The mail with the archive left this system, so the OCMW may hold copies that only it can see.
        foreach (var copy in state.Sent is null ? [] : ReferralState.OcmwCopies)
        {
            // Declared before the archive was sent again says nothing of the newer copy.
            var made = state.Declarations.FirstOrDefault(declared => declared.Side == Side.Ocmw && declared.At >= state.Sent!.At && declared.Copies.Contains(copy));
            yield return made is null ? Declaration.Awaited(copy, protocol.Receiver) : Declaration.Made(copy, made.By, made.At);
        }

        if (state.Handovers.LastOrDefault(handover => handover.RevealedAt is not null) is not { } revealed)
            yield break;
        foreach (var (side, party) in new[] { (Side.Team, protocol.Sender), (Side.Ocmw, protocol.Receiver) })
        {
            var wiped = state.Wiped.FirstOrDefault(wiped => wiped.Side == side && wiped.Handover == revealed.Number);
            yield return wiped is null ? Declaration.Awaited(DeclaredCopy.Key, party) : Declaration.Made(DeclaredCopy.Key, wiped.By, wiped.At);
        }
    }

    private static IEnumerable<string> NotVerifiable(ReferralState state)
    {
        if (state.Sent is not null)
        {
            yield return "Kopieën bij de ontvanger (mailbox, downloads, papier): daarvoor geldt de verklaring van de partij zelf.";
            yield return "Kopieën bij de mailservers tussen dit systeem en de mailbox. Die kopieën zijn verzegeld; de sleutel in dit systeem is gewist.";
        }

        if (state.Handovers.Any(handover => handover.RevealedAt is not null))
            yield return "De sleutel die aan de telefoon werd voorgelezen, voor zover iemand hem noteerde: daarvoor geldt de verklaring van beide partijen.";
        if (state.End == ErasureReason.ClientFile)
            yield return "Het cliëntdossier van het OCMW: dat heeft een eigen bewaartermijn en staat buiten dit systeem.";
        yield return "Reservekopieën van dit systeem: wat daarin nog verzegeld staat, is zonder de gewiste sleutel onleesbaar.";
    }
}
