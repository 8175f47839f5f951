using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Governance.Objections;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>Prepares the report of an evaluation for one side, from the register (R16: each side sees its own figures; nobody reports to anybody).</summary>
public sealed class EvaluationReports(IRegister register, ReferralEvidence figures, ProtocolLives lives, ProtocolCatalog protocols)
{
    public async Task<EvaluationReport> MakeAsync(DossierView dossier, Side side, CancellationToken cancellation)
    {
        var state = EvaluationState.Of(dossier.Facts);
        var latest = (await lives.StateAsync(dossier.Protocol.Id, cancellation)).Applied(protocols.Find(dossier.Protocol.Id) ?? dossier.Protocol);
        var years = new List<YearFigures>();
        foreach (var year in state.Opened.Years)
            years.Add(await figures.FiguresAsync(latest, year, side, cancellation));
        var (began, late) = EvaluationCounts.Of(await CountedAsync(dossier, state.Opened.Years, side, cancellation), latest.Referral!.Evaluation.SmallestCell);
        return new(
            dossier.Id, latest.Id, latest.Version, latest.Title.Text, latest.Party(side == Side.Team ? latest.Sender : latest.Receiver).Name, state.Word,
            state.Opened.Due, state.Proposed, state.Opened.Years, years,
            [.. ProtocolFindings.Check(latest, [.. protocols.All]).Select(finding => new ReportedFinding(finding.Code, finding.Article, finding.Text, finding.Accepted?.Why))],
            began, late, state.Held?.On, state.Held?.Outcomes, state.Held?.Reference);
    }

    /// <summary>Of every exchange and dossier of those years: its kind, and whether a term was missed in it.</summary>
    private async Task<IReadOnlyList<(string Kind, bool Late)>> CountedAsync(DossierView evaluation, IReadOnlyList<int> years, Side side, CancellationToken cancellation)
    {
        var counted = new List<(string Kind, bool Late)>();
        await foreach (var head in register.OfProtocolAsync(evaluation.Head.Protocol, liveOnly: false, cancellation))
        {
            // W12: what happens to a referral at the OCMW is not for the team, not even counted.
            if (!years.Contains(LegalCalendar.DateOf(head.CreatedAt).Year) || head.Id == evaluation.Id || (head.Kind == ReferralHeads.Kind && side == Side.Team))
                continue;
            var facts = (await register.FactsAsync(head.Id, cancellation)).Select(row => FactJson.Read(row.Json)).ToList();

            // R13: nor is an objection that was made at the OCMW.
            if (facts is not [ObjectionFact.Made { Where: Side.Ocmw }, ..] || side == Side.Ocmw)
                counted.Add((head.Kind, facts.Any(EvaluationCounts.IsLate)));
        }

        return counted;
    }
}
