using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>
/// Which orchestrations must hear of a fact. The handler that recorded it sends; the sweep sends again what was not handled. The one
/// that marks the fact as handled comes last: killed in between, all of it is sent again.
/// </summary>
public static class ReferralWakes
{
    /// <param name="exchange">The referral.</param>
    /// <param name="terms">Of its protocol, for an orchestration that starts.</param>
    /// <param name="state">After the fact.</param>
    /// <param name="fact">What was recorded.</param>
    public static IReadOnlyList<Wake> For(ExchangeId exchange, ReferralTerms terms, ReferralState state, ReferralFact fact) => fact switch
    {
        ReferralFact.Sealed => [Start(ReferralOrchestration.Orchestration, exchange.Value, new ReferralInput(exchange, terms, Course: null))],
        ReferralFact.WithdrawnAfterEnd =>
            [Start(LateWithdrawal.Orchestration, $"{exchange}:{ReferralNames.LateWithdrawal}", new ReferralInput(exchange, terms, Course: null))],
        ReferralFact.Taken taken => [.. taken.Takeover ? Close(exchange, state, fact, but: 0) : [], Send(exchange, new ReferralMessage.Taken(fact.Id))],
        ReferralFact.Opened or ReferralFact.Confirmed => state.Receipts.Any(receipt => receipt.Fact.Id == fact.Id) ? [Send(exchange, new ReferralMessage.Received(fact.Id))] : [],
        ReferralFact.ContactMade => [Send(exchange, new ReferralMessage.ContactMade(fact.Id))],
        ReferralFact.Declared => state.End is not null && state.OcmwDeclaredAll ? [Send(exchange, new ReferralMessage.Declared(fact.Id))] : [],
        ReferralFact.KeyRequested asked => [.. Close(exchange, state, fact, but: asked.Handover), Send(exchange, new ReferralMessage.KeyRequested(fact.Id, asked.Handover))],
        ReferralFact.KeyLost => [.. Close(exchange, state, fact, but: 0), Send(exchange, new ReferralMessage.KeyLost(fact.Id))],
        ReferralFact.KeyRevealed shown => [Send(exchange, shown.Handover, new KeyHandoverMessage.Revealed(fact.Id))],
        ReferralFact.KeyReceived received => [Send(exchange, received.Handover, new KeyHandoverMessage.Received(fact.Id))],

        // Wiped is wiped: also for the handovers that were interrupted or overtaken before this one.
        ReferralFact.KeyWiped wiped => [.. Wiped(exchange, state, wiped)],
        ReferralFact.ClientFileOpened or ReferralFact.NoHelpWanted { Erase: true } or ReferralFact.NotForUs or ReferralFact.Unreachable or ReferralFact.Withdrawn
            or ReferralFact.ProtocolEnded or ReferralFact.Recalled or ReferralFact.ErasedOnRequest =>
            [.. Close(exchange, state, fact, but: 0), Send(exchange, new ReferralMessage.Ended(fact.Id, state.End!.Value, state.MaybeSeen))],
        ReferralFact.Created or ReferralFact.Sent or ReferralFact.Fetched or ReferralFact.NoHelpWanted or ReferralFact.PassedOn
            or ReferralFact.Reminded or ReferralFact.BreachAssessmentAsked or ReferralFact.Resealed or ReferralFact.ReplacementClaimed
            or ReferralFact.Restricted or ReferralFact.RestrictionLifted => [],
        ReferralFact.Corrected => [.. Close(exchange, state, fact, but: 0)],
        _ => throw new InvalidOperationException($"A fact that no rule knows: {fact.GetType().Name}"),
    };

    /// <summary>Closings alone go out, which nobody marks: whoever sent them marks the fact.</summary>
    public static bool IsHandledOnceSent(ReferralFact fact) => fact is ReferralFact.Corrected;

    private static IEnumerable<Wake> Close(ExchangeId exchange, ReferralState state, ReferralFact fact, int but) =>
        state.Handovers.Where(handover => handover.Number != but).Select(handover => Send(exchange, handover.Number, new KeyHandoverMessage.Closed(fact.Id)));

    private static IEnumerable<Wake> Wiped(ExchangeId exchange, ReferralState state, ReferralFact.KeyWiped wiped)
    {
        var shown = state.Handovers.Where(handover => handover.RevealedAt is not null).Select(handover => handover.Number).ToList();
        return shown.Select(number => Send(exchange, number, new KeyHandoverMessage.Wiped(wiped.Id, ByGiver: wiped.Side == Side.Team, Last: number == shown[^1])));
    }

    private static Wake Start(Orchestration<ReferralInput, Done> orchestration, string instance, ReferralInput input) =>
        (client, cancellation) => client.StartAsync(orchestration, instance, input, cancellation);

    private static Wake Send(ExchangeId exchange, ReferralMessage message) =>
        (client, cancellation) => client.SendAsync(exchange.Value, message, cancellation);

    private static Wake Send(ExchangeId exchange, int handover, KeyHandoverMessage message) =>
        (client, cancellation) => client.SendAsync($"{exchange}:{ReferralNames.Handover(handover)}", message, cancellation);
}
