using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>
/// Who is told what in a correction, and what the system does: 'onmiddellijk' told, reminded while nobody acknowledges or decides, answered;
/// where content was replaced, the old copy erased with a certificate and the new one sent.
/// </summary>
public static class CorrectionPlan
{
    /// <summary>The referral may have ended: then there is nothing left to correct.</summary>
    public const string LookAtReferral = "nakijken";

    /// <summary>Records what a request sealed before it died.</summary>
    public const string Complete = "vervolledigen";

    /// <summary>The copy that is superfluous goes.</summary>
    public const string Recall = "kopie-wissen";

    /// <summary>The archive that was replaced goes, with a certificate of its own.</summary>
    public const string EraseOld = "oude-kopie-wissen";

    /// <summary>The new archive to the pinned mailbox.</summary>
    public const string Send = "verzenden";

    public const string Answer = "antwoord";

    public const string Settle = "afsluiten";

    private const string NotNeeded = "niet-meer-nodig";

    /// <summary>An open correction is looked at once a day: its referral may have ended. One in which the system has work to do, each quarter of an hour.</summary>
    private static readonly (TimeSpan Idle, TimeSpan Busy) LookAgain = (TimeSpan.FromDays(1), TimeSpan.FromMinutes(15));

    /// <param name="dossier">Its reference.</param>
    /// <param name="protocol">Of the referral.</param>
    /// <param name="state">What was recorded.</param>
    /// <param name="done">Codes of the steps that were taken.</param>
    /// <param name="now">The moment.</param>
    public static DossierPlan Of(ExchangeId dossier, Protocol protocol, CorrectionState state, IReadOnlySet<string> done, DateTimeOffset now)
    {
        var texts = new CorrectionTexts(dossier, protocol, state);
        if (state.Settled is not null)
            return DossierPlan.Of([], now);
        if (state.NoLongerNeeded is not null)
        {
            // W12: a team that brought new content hears and sees no more than it does where that content was sealed: first the receiver is told, then it is closed.
            Audience[] team = state.ReplacementBegun ? [] : Provider(protocol, state);
            return DossierPlan.Of(
                [
                    new DossierStep.Tell(NotNeeded, [.. team, .. Receiver(protocol, state)], texts.NoLongerNeeded),
                    state.ReplacementBegun && done.Contains(NotNeeded) ? new DossierStep.Act(Settle) : null,
                ],
                now,
                [state.ReplacementBegun ? now + LookAgain.Busy : null]);
        }

        var own = state.IsOwn(protocol.Sender);
        var steps = new List<DossierStep?> { new DossierStep.Tell("gemeld", own ? Receiver(protocol, state) : Provider(protocol, state), own ? texts.OwnReport : texts.Reported) };
        if (state.Acknowledged is not null)
            steps.Add(new DossierStep.Tell("bevestigd", Receiver(protocol, state), texts.Acknowledged));
        var ahead = new List<DateTimeOffset?> { now + (state.ReplacementBegun ? LookAgain.Busy : LookAgain.Idle) };
        if (state.Measure is null)
            steps.AddRange(Waiting(protocol, state, texts, own, now, ahead));
        else
            steps.AddRange(Handled(protocol, state, texts, done));
        return DossierPlan.Of(steps, now, ahead);
    }

    private static IEnumerable<DossierStep?> Waiting(Protocol protocol, CorrectionState state, CorrectionTexts texts, bool own, DateTimeOffset now, List<DateTimeOffset?> ahead)
    {
        // Not at once: a dossier that closes in the second in which it was opened would tell the team why (W12).
        if (now >= state.Report.At + LookAgain.Idle)
            yield return new DossierStep.Act(LookAtReferral);
        if (state.ReplacementBegun)
            yield return new DossierStep.Act(Complete);
        var (phase, term) = own || state.Acknowledged is not null
            ? ("onderzoek", protocol.Referral!.FollowUp.InvestigateDefectAfter)
            : ("bevestiging", protocol.Referral!.FollowUp.AcknowledgeDefectAfter);

        foreach (var step in DefectTerms.Waiting(
            phase, state.Report.At, term, now, ahead, (Provider(protocol, state), texts.Remind),
            ([new Audience.HeadOfService(protocol.Sender), new Audience.Dpo(protocol.Sender), new Audience.Dpo(protocol.Receiver)], texts.Escalate)))
        {
            yield return step;
        }
    }

    private static IEnumerable<DossierStep?> Handled(Protocol protocol, CorrectionState state, CorrectionTexts texts, IReadOnlySet<string> done)
    {
        if (state.Replaced is not null)
        {
            yield return new DossierStep.Act(LookAtReferral);

            // First the old copy, then the new one: the certificate counts what messages still carry.
            yield return new DossierStep.Act(EraseOld);
            if (state.CopyErased is null)
                yield break;
            yield return new DossierStep.Act(Send);
            if (!done.Contains(Send))
                yield break;
        }
        else if (state.Measure == CorrectionMeasure.Erased)
        {
            yield return new DossierStep.Act(Recall);
            if (!done.Contains(Recall))
                yield break;
        }

        yield return new DossierStep.Tell(Answer, Receiver(protocol, state), texts.Answer);
        if (done.Contains(Answer))
            yield return new DossierStep.Act(Settle);
    }

    /// <summary>'aan de aanmelder (in dit geval het lokaal teamlid dat de aanmelding heeft gedaan)', and the team, since that person may be away.</summary>
    private static Audience[] Provider(Protocol protocol, CorrectionState state) => [new Audience.Staff(state.Report.Referrer), new Audience.Service(protocol.Sender)];

    /// <summary>Who reported, and the service, for the same reason.</summary>
    private static Audience[] Receiver(Protocol protocol, CorrectionState state) => state.IsOwn(protocol.Sender)
        ? [new Audience.Service(protocol.Receiver)]
        : [new Audience.Staff(state.Report.By.Staff), new Audience.Service(protocol.Receiver)];
}
