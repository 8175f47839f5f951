using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Exchanges.Kinds;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>What a pack says of a sealed copy: between these parties nothing is hidden but content.</summary>
internal static class DebtorProof
{
    /// <param name="receipts">The names in the pack of the receipts that exist.</param>
    /// <param name="certificates">The same of erasure certificates.</param>
    public static PackExchange Of(ExchangeView<CopyState> view, IReadOnlyList<string> receipts, IReadOnlyList<string> certificates) => new(
        view.Id, view.Head.ProtocolVersion, view.Head.CreatedAt, view.State.File is { } file ? [file.Digest] : [], new(view.Head.CreatedAt, "toepassing"),
        receipts.Count > 0 ? "afgeleverd" : "niet afgeleverd", [], receipts, new(view.State.Word, null, view.State.End?.At, view.State.Erased?.At, certificates));

    /// <summary>A month: its steps are counts, and its certificate is that of its key.</summary>
    public static PackExchange Of(ExchangeView<CycleState> view, IReadOnlyList<string> certificates) => new(
        view.Id, view.Head.ProtocolVersion, view.Head.CreatedAt, [], null, "niet afgeleverd", [], [], new(view.State.Word, null, view.State.EndedAt, view.State.Erased?.At, certificates));
}
