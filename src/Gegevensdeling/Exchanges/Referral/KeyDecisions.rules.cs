using static Gegevensdeling.Exchanges.Referral.ReferralDecisions;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>
/// Who may do what with the key of a referral (F4, W1, W6): from the sending team member to the social worker who took the case,
/// by telephone, revealed once a handover.
/// </summary>
internal static class KeyDecisions
{
    public static Decision Decide(ReferralState state, ReferralCommand command, DecisionContext now) => command switch
    {
        ReferralCommand.RequestKey => Request(state, now),
        ReferralCommand.RevealKey reveal => Reveal(state, reveal, now),
        ReferralCommand.InterruptReveal => Interrupt(state, now),
        ReferralCommand.ReceiveKey => Receive(state, now),
        ReferralCommand.LoseKey lose => Lose(state, lose, now),
        _ => throw new InvalidOperationException($"Not about a key: {command.GetType().Name}"),
    };

    /// <summary>'Sleutel gewist' is an attestation of each side; it may come at any time, also after the end.</summary>
    public static Decision Wipe(ReferralState state, ReferralCommand.WipeKey wipe, DecisionContext now) =>
        state.Handovers.LastOrDefault(handover => handover.RevealedAt is not null) is not { } revealed
            ? Refuse("sleutel-nooit-getoond", "W1", "De sleutel van deze doorverwijzing werd nooit getoond: er valt niets te wissen.")
            : wipe.Side == Side.Team && state.Sender != now.Actor.Staff
                ? Refuse("niet-de-aanmelder", "W1", "Alleen het teamlid dat doorverwees, kan dit verklaren.")
                : Record(new ReferralFact.KeyWiped(now.FactId, now.Now, now.Actor, revealed.Number, wipe.Side));

    private static Decision Request(ReferralState state, DecisionContext now) =>
        state.Owner != now.Actor.Staff ? Refuse("andere-behandelaar", "W1", "Alleen de maatschappelijk werker die de doorverwijzing opnam, kan de sleutel vragen.")
        : Open(state) is not null ? new Decision.Already()
        : Record(new ReferralFact.KeyRequested(now.FactId, now.Now, now.Actor, state.Handovers.Count + 1, now.Actor.Staff));

    // The fact is the claim: it is recorded before the key is shown, so a second attempt finds it.
    private static Decision Reveal(ReferralState state, ReferralCommand.RevealKey reveal, DecisionContext now) =>
        state.Sender != now.Actor.Staff ? Refuse("niet-de-aanmelder", "W1", "Alleen het teamlid dat doorverwees, geeft de sleutel door.")
        : state.Restrictions.Any(one => one.Where == Side.Team) ? new Decision.Refuse(ReferralDecisions.Restricted)
        : Open(state) is not { } handover ? Refuse("sleutel-niet-gevraagd", "W1", "Er is geen open vraag naar de sleutel van deze doorverwijzing.")
        : handover.RevealedAt is not null ? Refuse("al-getoond", "W6", "Deze sleutel is al getoond. Werd het tonen onderbroken, start dan een nieuwe overdracht.")
        : state.AwaitsReseal ? Refuse("wordt-opnieuw-verzegeld", "W6", "De vorige sleutel ging verloren; het bestand wordt opnieuw verzegeld. Probeer het zo dadelijk opnieuw.")
        : PurposeRefusal(reveal.Purpose, now) ?? Record(new ReferralFact.KeyRevealed(now.FactId, now.Now, now.Actor, handover.Number, reveal.Purpose));

    private static Decision Interrupt(ReferralState state, DecisionContext now) =>
        state.Sender != now.Actor.Staff ? Refuse("niet-de-aanmelder", "W1", "Alleen het teamlid dat doorverwees, kan dit melden.")
        : Open(state) is not { RevealedAt: not null } handover ? Refuse("niets-onderbroken", "W6", "Er is geen sleutel getoond; er valt niets te onderbreken.")
        : Record(new ReferralFact.KeyRequested(now.FactId, now.Now, now.Actor, state.Handovers.Count + 1, handover.AskedBy));

    private static Decision Receive(ReferralState state, DecisionContext now) =>
        Open(state) is not { RevealedAt: not null } handover ? Refuse("sleutel-niet-getoond", "W1", "De sleutel is nog niet getoond.")
        : handover.AskedBy != now.Actor.Staff ? Refuse("andere-behandelaar", "W1", "Alleen wie de sleutel vroeg, bevestigt de ontvangst.")
        : handover.ReceivedAt is not null ? new Decision.Already()
        : Record(new ReferralFact.KeyReceived(now.FactId, now.Now, now.Actor, handover.Number));

    private static Decision Lose(ReferralState state, ReferralCommand.LoseKey lose, DecisionContext now) =>
        now.Actor.Staff != state.Sender && now.Actor.Staff != state.Owner
            ? Refuse("niet-betrokken-bij-sleutel", "W6", "Alleen het teamlid dat doorverwees of de maatschappelijk werker die behandelt, kan een sleutel verloren melden.")
            : state.End is not null ? new Decision.Already() // W12: the team must not see from this that it ended; there is nothing left to seal again
            : ReplacementDecisions.Runs(state, now.Now) ? new Decision.Refuse(ReplacementDecisions.Running) // two that seal at once would leave an archive without its key
            : Record(new ReferralFact.KeyLost(now.FactId, now.Now, now.Actor, lose.Reason));

    /// <summary>
    /// The handover that is under way; none once the referral has ended, or while an objection made at the OCMW runs (W12, R13: told in the same words as
    /// when none was asked for).
    /// </summary>
    private static Handover? Open(ReferralState state) => state.OpenHandover;
}
