using System.Text.Json.Serialization;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>One number of the yearly evaluation; null where it is suppressed.</summary>
public sealed record Figure(
    [property: JsonPropertyName("wat")] string What,
    [property: JsonPropertyName("aantal"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Count)
{
    /// <summary>Why there is no number.</summary>
    [JsonPropertyName("toelichting")]
    public string? Explanation => Count is null ? "verborgen: een klein aantal, of een aantal waaruit een klein aantal te berekenen is" : null;
}

/// <summary>The figures of one year, without personal data (R16).</summary>
/// <param name="SmallestCell">Counts from 1 to below this are not shown, nor is the number from which one could be computed.</param>
/// <param name="Wishes">Data that the sender's staff wanted to share and no protocol of theirs allows: for the first evaluation (R19). Shown to the sender alone.</param>
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
            ("gewist op verzoek van de betrokkene", referral => referral.End == ErasureReason.RequestedBySubject),
            ("protocol beëindigd", referral => referral.End == ErasureReason.ProtocolEnded),
            ("teruggenomen door het team", referral => referral.End == ErasureReason.Voided),
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
            [.. (side == Side.Team ? wishes : new Dictionary<string, int>()).OrderBy(wish => wish.Key, StringComparer.Ordinal).Select(wish => new Figure(wish.Key, Shown(wish.Value, smallestCell)))]);
    }

    /// <summary>
    /// The cells add up to a total that is shown. As soon as one is small, all small ones are hidden with the zeros, and then the smallest
    /// of the others, until what is hidden is at least two cells that together are no small number.
    /// </summary>
    private static IEnumerable<Figure> Suppressed(IReadOnlyList<(string What, int Count)> cells, int smallestCell)
    {
        var hidden = cells.Any(cell => cell.Count > 0 && cell.Count < smallestCell)
            ? cells.Where(cell => cell.Count < smallestCell).ToList()
            : [];
        foreach (var next in cells.Except(hidden).OrderBy(cell => cell.Count).ToList())
        {
            if (hidden.Count == 0 || (hidden.Count >= 2 && hidden.Sum(cell => cell.Count) >= smallestCell))
                break;
            hidden.Add(next);
        }

        return cells.Select(cell => new Figure(cell.What, hidden.Contains(cell) ? null : cell.Count));
    }

    private static int? Shown(int count, int smallestCell) => count > 0 && count < smallestCell ? null : count;
}
