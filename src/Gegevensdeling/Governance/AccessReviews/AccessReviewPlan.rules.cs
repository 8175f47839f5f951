using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.AccessReviews;

/// <summary>The party is asked, reminded, and its officer hears when nobody looks (G21). The other party hears nothing: it is no business of its.</summary>
public static class AccessReviewPlan
{
    public const string Lapse = "vervallen";

    /// <summary>Working days.</summary>
    private const int ReviewEvery = 10;

    private const int RemoveEvery = 5;

    /// <summary>From the third on the officer and the deputy hear it.</summary>
    private const int Escalates = 3;

    private const int MostRepeats = 12;

    public static DossierPlan Of(ExchangeId dossier, Protocol protocol, AccessReviewState state, DateTimeOffset now)
    {
        var texts = new AccessReviewTexts(dossier, protocol, state);
        var party = state.Opened.Party;
        Audience[] own = [new Audience.HeadOfService(party), new Audience.Dpo(party)];
        if (state.ClosedAt is not null)
            return DossierPlan.Of([state.Confirmed is null ? new DossierStep.Tell(state.Word, own, state.Lapsed is null ? texts.Removed : texts.Lapsed) : null], now);
        var ladder = (state.Reported is { } reported
            ? Ladder("verwijderen", reported.At, RemoveEvery, party, texts.Remove)
            : Ladder("nakijken", state.Opened.At, ReviewEvery, party, texts.Remind)).ToList();
        var lapses = LegalCalendar.StartOf(state.Opened.Next);
        return DossierPlan.Of(
            [
                new DossierStep.Tell("gevraagd", own, texts.Asked),
                state.Reported is null ? null : new DossierStep.Tell("gemeld", own, texts.Remove),
                DossierReminders.Due(ladder, now),

                // What was reported is asked for until it is done, also when the next review begins.
                state.Reported is null && now >= lapses ? new DossierStep.Act(Lapse) : null,
            ],
            now,
            [.. DossierReminders.Moments(ladder), lapses]);
    }

    private static IEnumerable<DossierReminder> Ladder(string word, DateTimeOffset from, int every, PartyId party, MailText text)
    {
        var at = from;
        for (var number = 1; number <= MostRepeats; number++)
        {
            at = LegalCalendar.AddWorkingDays(at, every);
            yield return number < Escalates
                ? new(string.Create(CultureInfo.InvariantCulture, $"{word}:{number}"), at, [new Audience.HeadOfService(party)], text)
                : new(string.Create(CultureInfo.InvariantCulture, $"escalatie:{word}:{number}"), at, [new Audience.DpoAndDeputy(party), new Audience.HeadOfService(party)], text);
        }
    }
}
