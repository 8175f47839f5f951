using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Publishing;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>
/// What a pack says of a request, an answer and an extract. Between these sides nothing is hidden but keys and content: each hears what happened at both. The
/// extract is Opgroeien regie's own.
/// </summary>
internal static class GroeipakketProof
{
    private const string Delivered = "afgeleverd";
    private const string NotDelivered = "niet afgeleverd";

    /// <param name="certificates">The names in the pack of the erasure certificates that exist.</param>
    public static PackExchange Of(ExchangeView<RequestState> view, IReadOnlyList<string> certificates)
    {
        var (head, state) = (view.Head, view.State);
        IReadOnlyList<string> channels = [.. (view.Protocol.RequestFlow().Key?.Channels ?? []).Select(channel => channel.Say())];
        return new(
            head.Id, head.ProtocolVersion, head.CreatedAt, state.File is { } file ? [file.Digest] : [], new(head.CreatedAt, "toepassing"), Delivered,
            state.Key is { } key ? [new(key.Handover, null, head.CreatedAt, null, channels, null, key.At)] : [],
            [], new(state.Word, null, state.EndedAt, state.Erased?.At, certificates));
    }

    /// <param name="receipts">The names in the pack of the receipts that exist.</param>
    /// <param name="certificates">The same of erasure certificates.</param>
    public static PackExchange Of(ExchangeView<AnswerState> view, IReadOnlyList<string> receipts, IReadOnlyList<string> certificates)
    {
        var (head, state) = (view.Head, view.State);
        IReadOnlyList<string> channels = [.. (view.Protocol.AnswerFlow().Key?.Channels ?? []).Select(channel => channel.Say())];
        return new(
            head.Id, head.ProtocolVersion, head.CreatedAt, [.. state.Files.Select(file => file.Digest)],
            state.Delivery is { } sent ? new(sent.At, sent.Channel) : null, state.Received ? Delivered : NotDelivered,
            [.. state.Handovers.Select(one => new PackHandover(one.Number, null, one.Since, one.ShownBy, channels, one.RevealedAt, one.ReceivedAt))],
            receipts, new(state.Word, null, state.EndedAt, state.Erased?.At, certificates));
    }

    /// <param name="certificates">The names in the pack of the erasure certificates that exist.</param>
    public static PackExchange Of(ExchangeView<ExtractState> view, IReadOnlyList<string> certificates) => new(
        view.Id, view.Head.ProtocolVersion, view.Head.CreatedAt, view.State.File is { } file ? [file.Digest] : [], null, NotDelivered, [],
        [], new(view.State.Word, null, view.State.EndedAt, view.State.Erased?.At, certificates));
}
