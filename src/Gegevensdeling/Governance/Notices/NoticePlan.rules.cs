using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Notices;

/// <summary>'Onmiddellijk' (art. 9): told at once; who was told says that it was read, and both settle what follows.</summary>
public static class NoticePlan
{
    /// <summary>Working days.</summary>
    private const int ReadEvery = 5;

    private const int SettleEvery = 10;

    /// <summary>Then the deputies hear it too.</summary>
    private const int Escalates = 3;

    private const int MostRepeats = 20;

    public static DossierPlan Of(ExchangeId dossier, Protocol protocol, NoticeState state, DateTimeOffset now)
    {
        var texts = new NoticeTexts(dossier, protocol, state);
        PartyId[] both = [state.Given.From, .. state.Given.To];
        if (state.Settled is not null)
            return DossierPlan.Of([new DossierStep.Tell("gevolg", Officers(both), texts.Settled)], now);
        var ladder = (state.Unread.Count > 0 ? Ladder("herinnering", state.Given.At, ReadEvery, state.Unread, texts.Remind)
            : state.Onward is null ? Ladder("gevolg-vragen", state.Read[^1].At, SettleEvery, both, texts.AskConsequence)
            : []).ToList(); // announced and read: nothing more is asked while data may go
        return DossierPlan.Of(
            [
                new DossierStep.Tell("gemeld", [.. Officers(state.Given.By.Staff == StaffRef.System ? both : state.Given.To), .. state.Given.To.Select(party => new Audience.HeadOfService(party))], texts.Given),
                state.Unread.Count == 0 ? new DossierStep.Tell("gelezen", Officers([state.Given.From]), texts.Read) : null,
                DossierReminders.Due(ladder, now),
            ],
            now,
            DossierReminders.Moments(ladder));
    }

    private static IEnumerable<DossierReminder> Ladder(string word, DateTimeOffset from, int every, IReadOnlyList<PartyId> to, MailText text)
    {
        var at = from;
        for (var number = 1; number <= MostRepeats; number++)
        {
            at = LegalCalendar.AddWorkingDays(at, every);
            yield return number < Escalates
                ? new(string.Create(CultureInfo.InvariantCulture, $"{word}:{number}"), at, Officers(to), text)
                : new(string.Create(CultureInfo.InvariantCulture, $"escalatie:{word}:{number}"), at, [.. to.Select(party => new Audience.DpoAndDeputy(party)), .. to.Select(party => new Audience.HeadOfService(party))], text);
        }
    }

    private static IReadOnlyList<Audience> Officers(IReadOnlyList<PartyId> parties) => [.. parties.Select(party => new Audience.Dpo(party))];
}
