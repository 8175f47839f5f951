using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>Both sides are invited, reminded, and asked what came of it; an evaluation that never took place lapses when the next falls due (R16).</summary>
public static class EvaluationPlan
{
    public const string Lapse = "vervallen";

    private const int RemindDaysBefore = 7;

    /// <summary>Working days after the day that was proposed.</summary>
    private const int AskAfter = 5;

    private const int LateEvery = 20;

    private const int MostRepeats = 12;

    public static DossierPlan Of(ExchangeId dossier, Protocol protocol, EvaluationState state, DateTimeOffset now)
    {
        var texts = new EvaluationTexts(dossier, protocol, state);
        Audience[] both = [.. protocol.Parties.SelectMany(party => new Audience[] { new Audience.Dpo(party.Id), new Audience.HeadOfService(party.Id) })];
        if (state.ClosedAt is not null)
            return DossierPlan.Of([new DossierStep.Tell(state.Word, both, state.Held is null ? texts.Lapsed : texts.Held)], now);
        var ladder = Ladder(protocol, texts, state, both).ToList();
        var lapses = LegalCalendar.StartOf(state.Opened.Next);
        return DossierPlan.Of(
            [
                new DossierStep.Tell(Code("uitnodiging", state.Moves.Count), both, texts.Invitation),
                DossierReminders.Due(ladder, now),
                now >= lapses ? new DossierStep.Act(Lapse) : null,
            ],
            now,
            [.. DossierReminders.Moments(ladder), lapses]);
    }

    private static IEnumerable<DossierReminder> Ladder(Protocol protocol, EvaluationTexts texts, EvaluationState state, Audience[] both)
    {
        var (number, proposed) = (state.Moves.Count, LegalCalendar.StartOf(state.Proposed));
        var at = LegalCalendar.AddWorkingDays(proposed, AskAfter);
        if (LegalCalendar.StartOf(state.Proposed.AddDays(-RemindDaysBefore)) is var before && before > (state.Moves.Count > 0 ? state.Moves[^1].At : state.Opened.At))
            yield return new(Code("herinnering", number), before, both, texts.Reminder);
        yield return new(Code("verslag-vragen", number), at, both, texts.AskMinutes);
        for (var late = 1; late <= MostRepeats; late++)
        {
            yield return new(
                $"{Code("te-laat", number)}:{late.ToString(CultureInfo.InvariantCulture)}", at = LegalCalendar.AddWorkingDays(at, LateEvery),
                [.. protocol.Parties.Select(party => new Audience.DpoAndDeputy(party.Id))], texts.Late);
        }
    }

    /// <summary>A day that was moved is announced and reminded of anew.</summary>
    private static string Code(string word, int moves) => string.Create(CultureInfo.InvariantCulture, $"{word}:{moves + 1}");
}
