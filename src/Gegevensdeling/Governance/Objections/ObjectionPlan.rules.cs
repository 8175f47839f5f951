using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Objections;

/// <summary>
/// What follows from an objection or a restriction: the referral stops at once, the controller is reminded before the term of art. 12.3 GDPR ends, and
/// nothing is lifted before the person was told (art. 18.3). What was made at the OCMW the team does not hear (R13); what was made at the team the OCMW does.
/// </summary>
public static class ObjectionPlan
{
    public const string Restrict = "beperken";
    public const string Erase = "wissen";
    public const string Lift = "opheffen";

    /// <summary>Calendar days before the term ends: the term is one of calendar months.</summary>
    private static readonly int[] RemindBefore = [14, 5];

    /// <summary>After the term whoever can end the delay hears of it again and again, in working days.</summary>
    private const int LateEvery = 5;

    /// <summary>So many working days after a decision the person should have heard of it.</summary>
    private const int InformEvery = 3;

    /// <summary>From the third reminder on the officer hears that the person was not told.</summary>
    private const int InformEscalates = 3;

    /// <summary>From the third reminder on the officers hear that a whole list waits.</summary>
    private const int NamingEscalates = 3;

    /// <summary>A restriction that lasts is looked at again, in months.</summary>
    private const int ReviewEvery = 3;

    /// <summary>Then somebody has failed for most of a year; the evaluation shows it.</summary>
    private const int MostRepeats = 40;

    public static DossierPlan Of(ExchangeId dossier, Protocol protocol, ObjectionState state, DateTimeOffset now)
    {
        var texts = ObjectionTexts.Of(dossier, protocol, state);
        var (made, party) = (state.Made, ObjectionSides.PartyOf(protocol, state.Made.Where));
        var ladder = Ladder(texts, state, party).ToList();
        var fromTeam = made.Where == Side.Team;
        var receiver = ObjectionSides.PartyOf(protocol, Side.Ocmw);
        Audience[] ocmw = [new Audience.Service(receiver), new Audience.HeadOfService(receiver)];

        // R13 hides an objection at an OCMW from the team that referred. Among many people nobody is seen by it, and whoever provided the data must know (art. 19 GDPR).
        var (matter, provider) = (protocol.Objected(), ObjectionSides.PartyOf(protocol, Side.Team));
        Audience[] providers = matter switch
        {
            ObjectedMatter.File => [new Audience.Mailbox(provider)],
            ObjectedMatter.List => [new Audience.Service(provider)],
            _ => [],
        };
        var naming = Naming(texts, state, ocmw, [new Audience.Dpo(receiver), new Audience.Dpo(provider)]).ToList();
        return DossierPlan.Of(
            [
                new DossierStep.Act(Restrict),
                new DossierStep.Tell("gemeld", [new Audience.HeadOfService(party), new Audience.Dpo(party), new Audience.Staff(made.By.Staff)], texts.Made),
                fromTeam ? new DossierStep.Tell("ocmw-gemeld", matter == ObjectedMatter.List ? [.. ocmw, new Audience.Dpo(receiver)] : ocmw, texts.ToOcmw) : null,
                providers.Length > 0 ? new DossierStep.Tell("team-gemeld", providers, texts.ToProvider) : null,
                state.Decision is { Verdict: ObjectionVerdict.RowUnused } ? new DossierStep.Tell("rij-niet-meer-gebruiken", [.. ocmw, .. providers], texts.RowUnused) : null,
                state is { Decision: { } decided, Informed: null }
                    ? new DossierStep.Tell($"verwittigen:{decided.Id}", [new Audience.Staff(made.By.Staff), new Audience.HeadOfService(party)], texts.Inform)
                    : null,
                DossierReminders.Due(ladder, now),
                DossierReminders.Due(naming, now),

                // Well founded: at once. Going on: only after the person was told.
                state.Erases ? new DossierStep.Act(Erase) : state is { IsFinal: true, Informed: not null } ? new DossierStep.Act(Lift) : null,
                state.Erases && fromTeam ? new DossierStep.Tell("ocmw-gewist", ocmw, texts.ErasedToOcmw) : null,
                state is { DoneAt: not null, Erases: false } ? new DossierStep.Tell("hervat", [.. fromTeam && providers.Length == 0 ? [new Audience.Service(party)] : providers, .. ocmw], texts.GoesOn) : null,
            ],
            now,
            [.. DossierReminders.Moments(ladder), .. DossierReminders.Moments(naming)]);
    }

    /// <summary>The whole list waits for it: asked every working day, and soon both officers read along.</summary>
    private static IEnumerable<DossierReminder> Naming(ObjectionTexts texts, ObjectionState state, IReadOnlyList<Audience> ocmw, IReadOnlyList<Audience> officers) =>
        texts.NameRow is { } ask && state is { RowIsNamed: false, DoneAt: null }
            ? Every(at => LegalCalendar.AddWorkingDays(at, 1), state.Made.At, "rij-te-noemen", number => number < NamingEscalates ? ocmw : [.. ocmw, .. officers], ask)
            : [];

    private static IEnumerable<DossierReminder> Ladder(ObjectionTexts texts, ObjectionState state, PartyId party)
    {
        Audience[] head = [new Audience.HeadOfService(party)];
        return state switch
        {
            { Decision: null } => Deciding(texts, state, party),
            { Decision: var decided, Informed: null } => Every(at => LegalCalendar.AddWorkingDays(at, InformEvery), decided.At, $"niet-verwittigd:{decided.Id}",
                number => number < InformEscalates ? head : [.. head, new Audience.Dpo(party)], texts.Inform),
            { Decision: var decided, IsFinal: false } => Every(at => LegalCalendar.StartOf(LegalCalendar.DateOf(at).AddMonths(ReviewEvery)), decided.At, "herzien",
                _ => [.. head, new Audience.Dpo(party)], texts.Review),
            _ => [],
        };
    }

    /// <summary>Each term, the first and the one that was extended, has reminders of its own.</summary>
    private static IEnumerable<DossierReminder> Deciding(ObjectionTexts texts, ObjectionState state, PartyId party)
    {
        var term = state.Extension is null ? "1" : "2";
        var over = LegalCalendar.EndOf(state.Due);
        return
        [
            .. RemindBefore.Select((days, index) => new DossierReminder(
                string.Create(CultureInfo.InvariantCulture, $"herinnering:{term}:{index + 1}"), LegalCalendar.StartOf(state.Due.AddDays(-days)), [new Audience.HeadOfService(party)], texts.Remind)),
            new DossierReminder($"te-laat:{term}:0", over, [new Audience.HeadOfService(party), new Audience.DpoAndDeputy(party)], texts.Late),
            .. Every(at => LegalCalendar.AddWorkingDays(at, LateEvery), over, $"te-laat:{term}", _ => [new Audience.HeadOfService(party), new Audience.DpoAndDeputy(party)], texts.Late),
        ];
    }

    private static IEnumerable<DossierReminder> Every(Func<DateTimeOffset, DateTimeOffset> next, DateTimeOffset from, string word, Func<int, IReadOnlyList<Audience>> to, MailText text)
    {
        var at = from;
        for (var number = 1; number <= MostRepeats; number++)
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{word}:{number}"), at = next(at), to(number), text);
    }
}
