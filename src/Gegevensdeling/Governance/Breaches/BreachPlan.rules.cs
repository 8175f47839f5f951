using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>Who hears what about a breach, and when: at once (art. 9), until it was read, and while the 72 hours of art. 33 run for a party that has not decided.</summary>
public static class BreachPlan
{
    /// <summary>The first message to a party. It makes that party aware.</summary>
    public const string Tell = "melden";

    /// <summary>Hours after the report at which an officer who did not read it is reminded; not at the hours of the alarms.</summary>
    private static readonly IReadOnlyList<int> Reminders = [4, 12, 36, 60];

    /// <param name="id">The dossier.</param>
    /// <param name="protocol">The version under which it was reported.</param>
    /// <param name="state">What was recorded.</param>
    /// <param name="now">The moment.</param>
    public static DossierPlan Of(ExchangeId id, Protocol protocol, BreachState state, DateTimeOffset now)
    {
        var clocks = BreachClock.Of(state);
        var open = state.ClosedAt is null;
        var letters = new Letters(id, protocol, now);
        var steps = new List<DossierStep.Tell>();
        foreach (var clock in clocks)
            steps.AddRange(letters.To(clock.Party, $"{Tell}:{clock.Party}", BreachTexts.Reported(protocol, state, clock)));
        foreach (var clock in open ? clocks : [])
        {
            if (!state.IsKnownTo(clock.Party) && Latest(Reminders, state.Report.At, now) is { } reminder)
                steps.AddRange(letters.To(clock.Party, Code("herinnering", reminder, clock.Party), BreachTexts.Unread(protocol, clock)));
            if (clock is { Decision: null, From: { } from } && Latest([.. BreachClock.Alarms, BreachClock.Hours], from, now) is { } hours)
                steps.AddRange(letters.To(clock.Party, Code(hours == BreachClock.Hours ? "overschreden" : "alarm", hours, clock.Party), BreachTexts.Clock(protocol, clock, hours)));
        }

        foreach (var fact in state.Facts.OfType<BreachFact>())
            steps.AddRange(Heard(letters, protocol, state, fact, open));
        if (!open)
            steps.AddRange(clocks.Select(clock => letters.ToOfficer(clock.Party, $"afgesloten:{clock.Party}", BreachTexts.Closed(protocol, state))));
        return DossierPlan.Of(steps, now, [
            .. open ? Reminders.Select(hours => (DateTimeOffset?)state.Report.At.AddHours(hours)) : [],
            .. open ? clocks.Where(clock => clock.Decision is null).SelectMany(clock => BreachClock.Alarms.Append(BreachClock.Hours).Select(hours => clock.From?.AddHours(hours))) : [],
        ]);
    }

    /// <summary>What one party does, the officers of the others hear.</summary>
    private static IEnumerable<DossierStep.Tell> Heard(Letters letters, Protocol protocol, BreachState state, BreachFact fact, bool open)
    {
        var text = fact switch
        {
            BreachFact.AuthorityNotified told => BreachTexts.AuthorityNotified(protocol, told),
            BreachFact.Assessed { Risk: Risk.High } => BreachTexts.HighRisk(),
            BreachFact.Consulted { Decisions: var decisions } when decisions.Contains(ConsultDecision.AskSuspension) => BreachTexts.AskSuspension(protocol),
            BreachFact.ClosureAgreed or BreachFact.Dismissed when open => BreachTexts.AskClosure(protocol, fact),
            _ => null,
        };
        return text is null ? [] : state.Report.Controllers.Where(party => party != fact.By.Party && !(open && fact is BreachFact.ClosureAgreed or BreachFact.Dismissed && state.ClosedBy(party) is not null))
            .Select(party => letters.ToOfficer(party, $"gehoord:{fact.Id}:{party}", text));
    }

    /// <summary>Only the last one that fell due: after an outage nobody gets three at once.</summary>
    private static int? Latest(IReadOnlyList<int> hours, DateTimeOffset from, DateTimeOffset now) => hours.Where(after => from.AddHours(after) <= now).Select(after => (int?)after).Max();

    private static string Code(string word, int hours, PartyId party) => string.Create(CultureInfo.InvariantCulture, $"{word}:{hours}:{party}");

    /// <summary>One step an address: one that fails keeps no other waiting.</summary>
    private sealed class Letters(ExchangeId id, Protocol protocol, DateTimeOffset now)
    {
        /// <summary>The officer, the deputy and the contact of art. 9; where these are one address, once.</summary>
        public IEnumerable<DossierStep.Tell> To(PartyId party, string code, BreachLetter letter)
        {
            var officer = protocol.Party(party).DataProtectionOfficer;
            var runs = officer.RunsOn(LegalCalendar.DateOf(now));
            yield return One($"{code}:dpo", new Audience.Dpo(party), letter);
            if (runs && !Same(officer.Mail, officer.Deputy.Mail))
                yield return One($"{code}:plaatsvervanger", new Audience.Deputy(party), letter);
            if (protocol.ContactsOf(party).Breach?.Mail is { } contact && !Same(contact, officer.Deputy.Mail) && !(runs && Same(contact, officer.Mail)))
                yield return One($"{code}:contact", new Audience.Breach(party), letter);
        }

        public DossierStep.Tell ToOfficer(PartyId party, string code, BreachLetter letter) => One($"{code}:dpo", new Audience.Dpo(party), letter);

        private DossierStep.Tell One(string code, Audience to, BreachLetter letter) => new(code, [to], letter.Mail(id, protocol));

        private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    }
}
