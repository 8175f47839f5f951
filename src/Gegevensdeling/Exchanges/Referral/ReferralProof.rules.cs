using Gegevensdeling.Evidence;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Parties;
using Gegevensdeling.Publishing;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>
/// What a pack says of a referral. The sender's side: that it began, which files, when they left, whether they arrived, and how the key went. Nothing of contact,
/// outcome, erasure or certificate, nor anything from which those could be told (W12, R13).
/// </summary>
internal static class ReferralProof
{
    /// <param name="receipts">The names in the pack of the receipts that exist.</param>
    /// <param name="certificates">The same of certificates; none is asked for where the reader is the sender.</param>
    public static PackExchange Of(Referral referral, PartyId reader, IReadOnlyList<string> receipts, IReadOnlyList<string> certificates)
    {
        var (head, state) = (referral.Head, referral.State);
        return new(
            head.Id, head.ProtocolVersion, head.CreatedAt,
            [.. state.Archives.Select(archive => new ArtefactDigest(archive.Id, archive.Sha256, archive.Bytes))],
            state.Sent is { } sent ? new(sent.At, sent.Channel) : null,
            state.Receipt is null ? "niet afgeleverd" : "afgeleverd",
            [.. state.Handovers.Select(handover => Handover(referral, handover))],
            receipts,
            SeesOutcome(referral, reader)
                ? new(state.Word, state.Contact?.At, state.EndedAt, state.Erased?.At, certificates)
                : null);
    }

    /// <summary>The receiver, and nobody else (W12).</summary>
    public static bool SeesOutcome(Referral referral, PartyId reader) => reader == referral.Head.Receiver;

    private static PackHandover Handover(Referral referral, Handover handover) => new(
        handover.Number,
        new(referral.Head.Receiver, Role.SocialWorker.Word(), handover.AskedBy), handover.AskedAt,
        new(referral.Head.Sender, Role.TeamMember.Word(), referral.State.Sender),
        [.. (referral.Protocol.Flows[0].Key?.Channels ?? []).Select(channel => channel.Say())],
        handover.RevealedAt, handover.ReceivedAt);
}
