using Gegevensdeling.Protocols;
using static Gegevensdeling.Exchanges.Referral.ReferralDecisions;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>A request of the sending team to put new content in the place of the old (G17).</summary>
/// <param name="Dossier">The correction.</param>
/// <param name="Request">32 hex digits, the same at every repetition of the request.</param>
public sealed record ReplacementOrder(ExchangeId Exchange, ExchangeId Dossier, string Request)
{
    /// <summary>The archive that it makes: the same one at every repetition.</summary>
    public ArtefactId Artefact => new($"a-{Request}");
}

/// <summary>
/// Whether content may be replaced. One at a time, and never while a lost key is being replaced: the store holds one key an exchange, and two
/// that seal at once would leave an archive without its key.
/// </summary>
internal static class ReplacementDecisions
{
    /// <summary>A request that was not repeated for so long is a dead one's, on any host: longer than any host lets one run.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(15);

    public static Refusal Running { get; } = new("nog-bezig-vervanging", "art. 7", "De inhoud wordt nu vervangen. Probeer het zo dadelijk opnieuw.");

    /// <summary>Somebody is replacing the content at this moment.</summary>
    public static bool Runs(ReferralState state, DateTimeOffset now) => state.Claim is { } claim && now - claim.At < Holds;

    /// <summary>Before anything is sealed.</summary>
    public static Decision Claim(ReferralState state, ReplacementOrder order, DecisionStamp stamp) =>
        !state.Exists ? Refuse("doorverwijzing-onvolledig", "art. 6", "Deze doorverwijzing werd nooit volledig verzegeld en wordt gewist.")
        : state.Corrections.Any(made => made.Dossier == order.Dossier) ? new Decision.Already()
        : state.End is not null ? new Decision.Refuse(Ended)
        : state.AwaitsReseal ? Refuse("nog-bezig-verzegeling", "W6", "De sleutel ging verloren en het bestand wordt opnieuw verzegeld. Probeer het zo dadelijk opnieuw.")
        : Runs(state, stamp.Now) ? state.Claim!.Artefact == order.Artefact ? new Decision.Already() : new Decision.Refuse(Running)
        : Record(new ReferralFact.ReplacementClaimed(stamp.FactId, stamp.Now, stamp.Actor, order.Dossier, order.Request, order.Artefact));

    /// <summary>Once the new archive and its key are stored.</summary>
    public static Decision Complete(ReferralState state, ReplacementOrder order, string sha256, long bytes, DecisionStamp stamp) =>
        state.Corrections.Any(made => made.Dossier == order.Dossier) ? new Decision.Already()
        : state is not { End: null, Current: { } current } ? new Decision.Refuse(Ended)
        : state.Claim?.Artefact != order.Artefact ? new Decision.Refuse(Running)
        : Record(new ReferralFact.Corrected(order.Request, stamp.Now, stamp.Actor, order.Dossier, order.Artefact, sha256, bytes, current.Id));
}

/// <summary>When, by whom and under which id a fact is recorded.</summary>
internal sealed record DecisionStamp(string FactId, DateTimeOffset Now, Evidence.ActedBy Actor);
