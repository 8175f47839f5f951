using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Files;

namespace Gegevensdeling.Audit;

/// <summary>What chains are verified against: signed heads, and what parties signed over them. The signatures were verified before.</summary>
public sealed class AuditProof
{
    private readonly List<(AuditHeadName Name, AuditHead Head, string Sha256)> heads = [];
    private readonly List<(AuditHeadName Head, string Sha256, PartyId Party)> countersignatures = [];

    /// <summary>Every chain that something is known of.</summary>
    public IEnumerable<string> Chains => heads.Select(one => one.Head.Chain).Concat(countersignatures.Select(one => one.Head.Chain)).Distinct();

    /// <param name="head">Signed by this system.</param>
    /// <param name="sha256">Of the document as it is kept.</param>
    public void Add(AuditHead head, string sha256) => heads.Add((AuditHeadName.Of(head.Chain, head.IssuedAt), head, sha256));

    /// <param name="countersignature">Signed by the party that it names.</param>
    /// <returns>False where it names no head.</returns>
    public bool Add(AuditCountersignature countersignature)
    {
        if (AuditHeadName.Read(countersignature.Head) is not { } name)
            return false;
        countersignatures.Add((name, countersignature.Sha256, countersignature.Party));
        return true;
    }

    public IReadOnlyCollection<AuditHead> HeadsOf(string chain) => [.. heads.Where(one => one.Head.Chain == chain).Select(one => one.Head)];

    /// <summary>What a party signed and is not there any more, or is another: after 'ONGELDIG, want'. Empty where nothing is wrong.</summary>
    public IReadOnlyList<string> FindingsOf(string chain) =>
    [
        .. countersignatures.Where(one => one.Head.Chain == chain && heads.All(head => head.Sha256 != one.Sha256)).Select(one => heads.Any(head => head.Name == one.Head)
            ? $"auditkop {one.Head} is niet de kop die {one.Party} medeondertekende"
            : $"auditkop {one.Head}, die {one.Party} medeondertekende, ontbreekt"),
    ];

    /// <summary>Of a chain that is whole, in plain Dutch lines.</summary>
    public IReadOnlyList<string> SummaryOf(string chain, long count)
    {
        var own = heads.Where(one => one.Head.Chain == chain).ToList();
        if (own.Count == 0)
            return [Whole(chain, count), "Geen ondertekende kop gegeven: of er aan het einde iets is afgeknipt, blijkt hieruit niet"];
        var after = count - own.Max(one => one.Head.Sequence);
        return
        [
            Whole(chain, count),
            $"Past bij {DutchCount.Say(own.Count, "ondertekende kop", "ondertekende koppen")}; de verste reikt tot en met gebeurtenis {own.Max(one => one.Head.Sequence)}",
            .. after > 0 ? [$"Na die kop {(after == 1 ? "kwam" : "kwamen")} nog {DutchCount.Say(after, "gebeurtenis", "gebeurtenissen")}"] : Array.Empty<string>(),
            .. countersignatures.Where(one => one.Head.Chain == chain).GroupBy(one => one.Party).OrderBy(party => party.Key.Value, StringComparer.Ordinal)
                .Select(party => $"Medeondertekend door {party.Key}: {DutchCount.Say(party.DistinctBy(one => one.Head).Count(), "kop", "koppen")}"),
        ];
    }

    private static string Whole(string chain, long count) => $"Auditketen {chain}: {DutchCount.Say(count, "gebeurtenis", "gebeurtenissen")}, geen gewijzigd, verplaatst of weggelaten";
}
