using Gegevensdeling.Orchestrations;
using static Gegevensdeling.Exchanges.Referral.ReferralActivityTokens;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>W11: withdrawn at the team after the referral had ended. The OCMW is told and settles its own file with the client.</summary>
public static class LateWithdrawal
{
    public static Orchestration<ReferralInput, Done> Orchestration { get; } = new("LateIntrekking", 1, RunAsync);

    private static Task<Done> RunAsync(OrchestrationContext context, ReferralInput input) =>
        context.CallActivityAsync(TellOcmwWithdrawn, new(input.Exchange, context.NewGuid()));
}
