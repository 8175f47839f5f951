using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.AccessReviews;
using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Governance.Proofs;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>The parts of a pack that are not exchanges. Pure: records in, records out.</summary>
internal static class PackSections
{
    public static PackGround Ground(Protocol protocol, PackOrder order) => order.Request is null || ProofDuty.Towards(protocol, order.For) is not { } duty
        ? new("art. 5.2 AVG", $"{protocol.Party(order.For).Name} toont aan wat zij zelf moet kunnen aantonen.", null, [order.For])
        : new(protocol.Cite(duty), duty.Text, order.Request, [.. duty.From.Where(party => party != order.For)]);

    public static PackProtocol ProtocolOf(Protocol protocol, PublicStanding standing, IReadOnlyList<Protocol> versions, LifeState life) => new(
        protocol.Id, protocol.Version, protocol.Title.Text, standing.Say(),
        [.. protocol.Parties.Select(party => new PackParty(party.Id, party.Name))],
        [.. versions.Select(version => new PackVersion(version.Version, life.TextOf(version.Version) ?? ProtocolDigest.Sha256(version), version.Duration.Start.Date))],
        [.. life.Facts.Select(fact => new PackStep(fact.At, FactJson.WordFor(fact), fact.OfVersion, fact.By.Party, fact.By.Role))]);

    /// <summary>On request all measures of the text; of itself a party shows its own.</summary>
    /// <param name="counts">How many the pack has of what can be counted.</param>
    public static IReadOnlyList<PackMeasure> Measures(Protocol protocol, PackOrder order, DateOnly on, IReadOnlyDictionary<ProofPlace, int> counts) =>
    [
        .. protocol.Measures.Where(measure => order.Request is not null || measure.Parties.Contains(order.For)).Select(measure => new PackMeasure(
            measure.Code, measure.Text, protocol.Cite(measure), measure.Parties,
            [.. ProofPlaces.Of(measure).Select(place => new PackProof(place, ProofPlaces.Explain(place), place switch
            {
                ProofPlace.Officer => measure.Parties.Count(party => protocol.Party(party).DataProtectionOfficer.RunsOn(on)),
                ProofPlace.ProcessingRegister => measure.Parties.Count(party => protocol.Flows.Any(flow => flow.From.Contains(party) || flow.To.Contains(party))),
                ProofPlace.Party => null,
                _ => counts.GetValueOrDefault(place),
            }))])),
    ];

    /// <summary>Each party its own reviews in full; of the other only that, and for which half-year, it looked.</summary>
    public static IReadOnlyList<PackReview> Reviews(IEnumerable<AccessReviewState> reviews, IReadOnlySet<PartyId> shown) =>
    [
        .. reviews.Where(review => shown.Contains(review.Opened.Party))
            .Select(review => new PackReview(review.Opened.Party, review.Opened.From, review.Opened.Until, review.Confirmed is not null || review.Reported is not null)),
    ];

    /// <summary>Both officers know of every breach (art. 9); the pack counts them.</summary>
    public static IReadOnlyList<PackCount> Breaches(IEnumerable<BreachState> breaches) =>
        [.. breaches.CountBy(breach => breach.Word).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new PackCount(one.Key, one.Value))];
}

/// <summary>Counts, over audit entries, who had content or a key before them.</summary>
internal sealed class PackAccesses(PartyId reader)
{
    private readonly SortedDictionary<(string Party, string Role), (int Times, int Refused)> rows = [];

    public void Add(AuditEvent one)
    {
        if (one.Action is not (AuditAction.Opened or AuditAction.FileFetched or AuditAction.KeyRevealed or AuditAction.PersonAnswered) || one.Actor.Staff == StaffRef.System)
            return;
        var key = (one.Actor.Party.Value, one.Actor.Role);
        var (times, refused) = rows.GetValueOrDefault(key);
        rows[key] = one.Outcome == AuditOutcome.Refused ? (times, refused + 1) : (times + 1, refused);
    }

    /// <summary>Of the others: which roles had access, and not how often (W12). Who was only refused had none, and is its own party's matter.</summary>
    public IReadOnlyList<PackAccess> All =>
    [
        .. rows.Where(row => row.Key.Party == reader.Value || row.Value.Times > 0).Select(row => row.Key.Party == reader.Value
            ? new PackAccess(reader, row.Key.Role, row.Value.Times, row.Value.Refused)
            : new PackAccess(new(row.Key.Party), row.Key.Role, null, null)),
    ];
}
