using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using static Gegevensdeling.Governance.Dossiers.DossierDecision;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>
/// Reporting a breach and handling it (art. 9; art. 33 and 34 GDPR). Nothing is recorded before what it answers, and nobody closes what another
/// party still has to decide.
/// </summary>
public static class BreachDecisions
{
    private const string Law33 = "art. 33 AVG";
    private const int MostParticipants = 20;

    /// <param name="state">Null before the report.</param>
    /// <param name="command">What is done; whose party it is was checked before.</param>
    /// <param name="now">Under which protocol, when, by whom.</param>
    public static DossierDecision Decide(BreachState? state, BreachCommand command, DossierContext now) => (state, command) switch
    {
        (null, BreachCommand.Report report) => Report(report, now),
        (null, _) => No("toestand-niet-gemeld", "art. 9", "Er is geen melding waarop dit een antwoord is."),
        (_, BreachCommand.Report) => new Already(),
        ({ } known, BreachCommand.Acknowledge { Party: var party }) => known.IsKnownTo(party)
            ? new Already()
            : new Record(new BreachFact.Acknowledged(now.FactId, now.Now, now.Actor, now.Protocol.ServedWith(party))),
        ({ } known, BreachCommand.Consult consult) => Consult(known, consult, now),
        (_, BreachCommand.Assess assess) => assess.Nature.Count == 0
            ? No("aard-ontbreekt", Law33, "Zeg wat verloren ging: vertrouwelijkheid, integriteit of beschikbaarheid.")
            : new Record(new BreachFact.Assessed(
                now.FactId, now.Now, now.Actor, [.. assess.Nature.Distinct()], assess.Sensitivity, assess.Likelihood, assess.Impact,
                BreachRisk.Of(assess.Sensitivity, assess.Likelihood, assess.Impact))),
        ({ } known, BreachCommand.NotifyAuthority notify) => NotifyAuthority(known, notify, now),
        ({ } known, BreachCommand.NotifyNobody nobody) => NotifyNobody(known, nobody, now),
        (_, BreachCommand.TakeMeasures taken) => TakeMeasures(taken, now),
        ({ } known, BreachCommand.DecidePersons persons) => BreachPersonsRules.Decide(known, persons, now),
        ({ } known, BreachCommand.Close { Party: var party }) => BreachClosure.Close(known, party, now),
        ({ } known, BreachCommand.Dismiss dismiss) => BreachClosure.Dismiss(known, dismiss, now),
        _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
    };

    /// <summary>Art. 9: whatever is noticed, at once. A doubt is enough.</summary>
    private static DossierDecision Report(BreachCommand.Report report, DossierContext now) =>
        report.NoticedAt > now.Now ? Future
        : report.NoticedAt < LegalCalendar.StartOf(now.Protocol.Duration.Start.Date) || report.NoticedAt < report.Began
            ? No("tijdstip-te-vroeg", "art. 9", "Dit tijdstip ligt voor het begin van wat u meldt. Kijk de datum en het uur na.")
            : new Record(new BreachFact.Reported(
                now.FactId, now.Now, now.Actor, report.NoticedAt, report.Sort, report.GoesOn, report.Manner, [.. now.Protocol.Parties.Select(party => party.Id)], report.Exchange));

    /// <summary>Art. 9: 'onmiddellijk gezamenlijk te overleggen'. A consultation without one of the officers or deputies is none.</summary>
    private static DossierDecision Consult(BreachState state, BreachCommand.Consult consult, DossierContext now)
    {
        if (BreachTexts.WrongReference(consult.Reference) is { } wrong)
            return wrong;
        if (consult.HeldAt > now.Now)
            return Future;
        if (consult.HeldAt < state.Report.NoticedAt)
            return BeforeNoticed;
        if (consult.Participants.Count is 0 or > MostParticipants || consult.Participants.Any(one => one.Party is { } party ? !now.Protocol.IsParty(party) : one.Mandate != ConsultMandate.Operator))
            return No("deelnemers-ongeldig", "art. 9", "Noem de deelnemers naar mandaat en partij van dit protocol; alleen de beheerder van het systeem hoort bij geen partij.");
        var heard = consult.Participants.Where(one => one is { Party: not null, Mandate: ConsultMandate.Officer or ConsultMandate.Deputy }).SelectMany(one => now.Protocol.ServedWith(one.Party!.Value)).ToHashSet();
        if (state.Report.Controllers.FirstOrDefault(party => !heard.Contains(party)) is { Value: not null } absent)
            return No("dpo-ontbreekt", "art. 9", $"De functionaris voor gegevensbescherming van {now.Protocol.Party(absent).Name} of een plaatsvervanger nam niet deel. Overleg samen.");
        ConsultDecision[][] opposites =
            [[ConsultDecision.TellAuthority, ConsultDecision.TellNoAuthority], [ConsultDecision.TellPersons, ConsultDecision.TellNoPersons]];
        return consult.Decisions.Count == 0 || opposites.Any(pair => pair.All(consult.Decisions.Contains))
            ? No("beslissingen-ongeldig", "art. 9", "Kies minstens één beslissing, en geen twee die elkaar tegenspreken.")
            : new Record(new BreachFact.Consulted(now.FactId, now.Now, now.Actor, consult.HeldAt, [.. consult.Participants.Distinct()], [.. consult.Decisions.Distinct()], consult.Reference));
    }

    /// <summary>Art. 33.1; in phases where not all is known (art. 33.4).</summary>
    private static DossierDecision NotifyAuthority(BreachState state, BreachCommand.NotifyAuthority notify, DossierContext now) =>
        BreachTexts.WrongReference(notify.Reference)
        ?? WrongController(now, notify.Party, notify.For)
        ?? (notify.ToldAt > now.Now ? Future
            : notify.ToldAt < state.Report.NoticedAt ? BeforeNoticed
            : state.Facts.OfType<BreachFact.AuthorityNotified>().Any(told => told.Party == notify.For && told.Authority == notify.Authority && told.Reference == notify.Reference) ? new Already()
            : new Record(new BreachFact.AuthorityNotified(now.FactId, now.Now, now.Actor, notify.For, notify.Authority, notify.ToldAt, notify.Reference)));

    /// <summary>Art. 33.1: only where a risk is unlikely, and somebody must be the controller.</summary>
    private static DossierDecision NotifyNobody(BreachState state, BreachCommand.NotifyNobody nobody, DossierContext now) =>
        WrongController(now, nobody.Party, nobody.For) ?? (nobody.Reason, state.Assessment?.Risk, state.DecisionOf(nobody.For)) switch
        {
            (_, _, BreachFact.AuthorityNotified) => No("al-gemeld", Law33, "Deze partij lichtte de toezichthouder al in."),
            (var reason, _, BreachFact.NotNotified known) when known.Reason == reason => new Already(),
            (NoNotificationReason.NoRisk, null, _) => No("risico-niet-beoordeeld", Law33, "Beoordeel eerst het risico. Zonder beoordeling is niet te zeggen dat er geen is."),
            (NoNotificationReason.NoRisk, not Risk.None, _) => No("risico-vastgesteld", Law33, "De laatste beoordeling zegt dat er een risico is. Licht de toezichthouder in, of beoordeel opnieuw."),
            (NoNotificationReason.OtherController, _, _) when state.Report.Controllers.All(party => party == nobody.For || state.DecisionOf(party) is BreachFact.NotNotified { Reason: NoNotificationReason.OtherController }) =>
                No("niemand-verantwoordelijk", Law33, "Elke andere partij zegt dat al. Een van de partijen is verwerkingsverantwoordelijke; overleg samen welke."),
            _ => new Record(new BreachFact.NotNotified(now.FactId, now.Now, now.Actor, nobody.For, nobody.Reason)),
        };

    private static DossierDecision TakeMeasures(BreachCommand.TakeMeasures taken, DossierContext now) =>
        BreachTexts.WrongReference(taken.Reference)
        ?? (taken.Measures.Count == 0
            ? No("maatregel-ontbreekt", Law33, "Kies minstens één maatregel.")
            : new Record(new BreachFact.MeasuresTaken(now.FactId, now.Now, now.Actor, taken.Party, [.. taken.Measures.Distinct()], taken.Reference)));

    /// <summary>W2: for another party only where one mandate serves both.</summary>
    internal static DossierDecision? WrongController(DossierContext now, PartyId party, PartyId controller) =>
        now.Protocol.ServedWith(party).Contains(controller)
            ? null
            : No("niet-bevoegd-andere-partij", Law33, "Elke partij beslist voor zichzelf. Alleen wie het mandaat voor beide heeft, legt het voor de andere vast.");

    private static DossierDecision Future { get; } = No("tijdstip-in-toekomst", "art. 9", "Dit tijdstip ligt in de toekomst. Leg vast wat gebeurd is.");

    private static DossierDecision BeforeNoticed { get; } = No("tijdstip-te-vroeg", "art. 9", "Dit tijdstip ligt voor het lek werd opgemerkt. Kijk de datum en het uur na.");
}
