using Gegevensdeling.Calendar;
using Gegevensdeling.Governance.Dossiers;
using static Gegevensdeling.Governance.Dossiers.DossierDecision;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>The system opens an evaluation; either side proposes another day, and records that it took place (R16).</summary>
public static class EvaluationDecisions
{
    public static DossierDecision Decide(EvaluationState? state, EvaluationCommand command, DossierContext now) => (state, command) switch
    {
        (null, EvaluationCommand.Open open) => new Record(new EvaluationFact.Opened(
            now.FactId, now.Now, now.Actor, open.Due, EvaluationCalendar.Proposed(now.Today > open.Due ? now.Today : open.Due),
            EvaluationCalendar.Years(now.Protocol, open.Due), EvaluationCalendar.Next(now.Protocol, open.Due))),
        (_, EvaluationCommand.Open) => new Already(),
        (null, _) => No("niet-gevonden", "FAQ", "Deze evaluatie bestaat niet."),
        ({ } open, EvaluationCommand.Move move) => Move(open, move, now),
        ({ } open, EvaluationCommand.Hold hold) => Hold(open, hold, now),
        _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
    };

    private static DossierDecision Move(EvaluationState state, EvaluationCommand.Move move, DossierContext now) =>
        move.Proposed == state.Proposed ? new Already()
        : move.Proposed < now.Today ? No("datum-voorbij", "FAQ", "Deze datum is voorbij. Stel een datum voor die nog komt.")
        : move.Proposed >= state.Opened.Next ? No("datum-te-ver", "FAQ", $"Op {DutchDate.Say(state.Opened.Next)} is de volgende evaluatie aan de beurt. Stel een vroegere datum voor.")
        : !LegalCalendar.IsWorkingDay(move.Proposed) ? No("geen-werkdag", "FAQ", "Deze datum is geen werkdag.")
        : new Record(new EvaluationFact.Moved(now.FactId, now.Now, now.Actor, move.Party, move.Proposed));

    private static DossierDecision Hold(EvaluationState state, EvaluationCommand.Hold hold, DossierContext now) =>
        OfficeReference.Refuse(hold.Reference) is { } form ? new Refuse(form)
        : hold.On > now.Today ? No("datum-in-toekomst", "FAQ", "Deze datum ligt in de toekomst. Leg het overleg vast nadat het plaatsvond.")
        : hold.On < LegalCalendar.DateOf(state.Opened.At) ? No("datum-voor-uitnodiging", "FAQ", "Deze datum ligt voor de uitnodiging met het verslag.")
        : hold.Outcomes.Count == 0 ? No("besluit-ontbreekt", "FAQ", "Kies minstens één besluit; gaat alles verder zoals het is, kies dan 'ongewijzigd-verder'.")
        : hold.Outcomes.Contains(EvaluationOutcome.GoesOnUnchanged) && hold.Outcomes.Any(one => one is EvaluationOutcome.ChangeProtocol or EvaluationOutcome.GiveNotice)
            ? No("besluiten-tegenstrijdig", "FAQ", "'Ongewijzigd verder' gaat niet samen met 'protocol aanpassen' of 'opzeggen'.")
        : new Record(new EvaluationFact.Held(now.FactId, now.Now, now.Actor, hold.Party, hold.On, [.. hold.Outcomes.Distinct().Order()], hold.Reference));
}
