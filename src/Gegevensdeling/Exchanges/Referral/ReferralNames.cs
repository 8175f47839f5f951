using Gegevensdeling.Keys;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>The names of the sub-orchestrations of a referral; the purge deletes each by its id (law 8 of the engines).</summary>
public static class ReferralNames
{
    public const string Erasure = "wissing";

    public const string LateWithdrawal = "late-intrekking";

    public static string Handover(int number) => $"sleutel-{number}";

    /// <summary>Every instance that a referral in this state can have, its own last.</summary>
    public static IReadOnlyList<string> Instances(ExchangeId exchange, ReferralState state) =>
    [
        .. state.Handovers.Select(handover => $"{exchange}:{Handover(handover.Number)}"),
        $"{exchange}:{Erasure}",
        $"{exchange}:{LateWithdrawal}",
        exchange.Value,
    ];

    public static KeyHandoverInput Handover(this ReferralInput input, int number) =>
        new(input.Exchange, number, input.Terms.KeyReminders, Course: null);
}
