using System.Text.Json.Serialization;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>One number of the yearly evaluation; null where it is suppressed.</summary>
public sealed record Figure([property: JsonPropertyName("wat")] string What, [property: JsonPropertyName("aantal")] int? Count);

/// <summary>The figures of one year, without personal data (R16).</summary>
/// <param name="SmallestCell">Counts from 1 to below this are not shown, nor is the number from which one could be computed.</param>
/// <param name="Wishes">Data that people wanted to share and the protocol does not allow: for the first evaluation (R19).</param>
public sealed record YearFigures(
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("jaar")] int Year,
    [property: JsonPropertyName("kleinsteCel")] int SmallestCell,
    [property: JsonPropertyName("cijfers")] IReadOnlyList<Figure> Figures,
    [property: JsonPropertyName("gewensteGegevens")] IReadOnlyList<Figure> Wishes);

/// <summary>
/// What both parties need to evaluate the cooperation each year (R16). The sending side sees nothing of contact or outcome (W12).
/// </summary>
public static class ReferralFigures
{
    public static YearFigures Of(
        ProtocolId protocol, int year, Side side, int smallestCell, IReadOnlyList<ReferralState> referrals, IReadOnlyDictionary<string, int> wishes)
    {
        var existing = referrals.Where(referral => referral.Exists).ToList();
        (string What, Func<ReferralState, bool> Is)[] outcomes =
        [
            ("in een cliëntdossier", referral => referral.End == ErasureReason.ClientFile),
            ("geen hulp gewenst", referral => referral.End == ErasureReason.NoHelpWanted),
            ("onbereikbaar", referral => referral.End == ErasureReason.Unreachable),
            ("niet voor dit OCMW", referral => referral.End == ErasureReason.NotForUs),
            ("toestemming ingetrokken", referral => referral.End is ErasureReason.WithdrawnAtSender or ErasureReason.WithdrawnAtReceiver),
            ("nog lopend", referral => referral.End is null),
        ];
        (string What, Func<ReferralState, bool> Is)[] delivery =
        [
            ("afgeleverd", referral => referral.Receipt is not null),
            ("niet afgeleverd", referral => referral.Receipt is null),
        ];
        var cells = (side == Side.Ocmw ? outcomes : delivery).Select(cell => (cell.What, Count: existing.Count(cell.Is))).ToList();
        return new(
            protocol, year, smallestCell,
            [new("doorverwijzingen", Shown(existing.Count, smallestCell)), .. Suppressed(cells, smallestCell)],
            [.. wishes.OrderBy(wish => wish.Key, StringComparer.Ordinal).Select(wish => new Figure(wish.Key, Shown(wish.Value, smallestCell)))]);
    }

    /// <summary>
    /// Cells that add up to a total that somebody may know. Hidden are the small ones; while the hidden ones all hold the same number, the
    /// next smallest go too, and at last the empty ones. The hidden ones could then stand in any other order and the figures would read the
    /// same: none of them can be computed.
    /// </summary>
    private static IEnumerable<Figure> Suppressed(IReadOnlyList<(string What, int Count)> cells, int smallestCell)
    {
        if (!cells.Any(cell => cell.Count > 0 && cell.Count < smallestCell))
            return cells.Select(cell => new Figure(cell.What, cell.Count));
        var most = smallestCell - 1;
        while (cells.Where(cell => cell.Count > 0 && cell.Count <= most).Select(cell => cell.Count).Distinct().Count() == 1
            && cells.Where(cell => cell.Count > most).Select(cell => (int?)cell.Count).Min() is { } next)
            most = next;
        var least = cells.Where(cell => cell.Count > 0 && cell.Count <= most).Select(cell => cell.Count).Distinct().Count() == 1 ? 0 : 1;
        return cells.Select(cell => new Figure(cell.What, cell.Count >= least && cell.Count <= most ? null : cell.Count));
    }

    private static int? Shown(int count, int smallestCell) => count > 0 && count < smallestCell ? null : count;
}
