using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Governance.Dossiers.DossierDecision;

namespace Gegevensdeling.Governance.Objections;

/// <summary>Who may take which step around an objection (art. 21 GDPR) or a restriction (art. 18), in which order.</summary>
public static class ObjectionDecisions
{
    private static readonly ObjectionGround[] OfRejection =
        [ObjectionGround.CompellingGrounds, ObjectionGround.LegalClaim, ObjectionGround.NotApplicable, ObjectionGround.ManifestlyUnfounded, ObjectionGround.Retracted];

    private static readonly ObjectionGround[] OfLifting =
        [ObjectionGround.AccuracyVerified, ObjectionGround.LegalClaim, ObjectionGround.ClaimSettled, ObjectionGround.ObjectionDecided, ObjectionGround.Retracted];

    /// <param name="state">Null while the dossier does not exist.</param>
    /// <param name="command">What is done.</param>
    /// <param name="now">When, by whom.</param>
    public static DossierDecision Decide(ObjectionState? state, ObjectionCommand command, DossierContext now) => (state, command) switch
    {
        (null, ObjectionCommand.Make make) => Make(make, now),
        (null, _) => No("niet-gevonden", "art. 18, 21 AVG", "Dit dossier bestaat niet."),
        (_, ObjectionCommand.Make) => new Already(),
        ({ } made, ObjectionCommand.NameRow) => MayName(made) is { } decided ? new Refuse(decided) : made.RowIsNamed ? new Already() : new Record(new ObjectionFact.RowNamed(now.FactId, now.Now, now.Actor)),
        ({ } made, _) when SideOf(command) != made.Made.Where => No("andere-partij", "art. 4 AVG", "Wie het verzoek kreeg, behandelt het."),
        ({ } made, ObjectionCommand.Extend extend) => Extend(made, extend, now),
        ({ } made, ObjectionCommand.Decide decide) => Judge(made, decide, now),
        ({ } made, ObjectionCommand.Inform inform) => Inform(made, inform, now),
        _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
    };

    /// <summary>Why the OCMW cannot say any more which row it is, or say another; null where it can: also after a decision, while the whole list waits for it.</summary>
    public static Refusal? MayName(ObjectionState state) =>
        state is { RowIsNamed: true, Decision: not null } ? new("al-beslist", "art. 12 AVG", "Er is al beslist over dit verzoek: welke rij het is, ligt nu vast.") : null;

    private static Side? SideOf(ObjectionCommand command) => command switch
    {
        ObjectionCommand.Extend { Side: var side } => side,
        ObjectionCommand.Decide { Side: var side } => side,
        ObjectionCommand.Inform { Side: var side } => side,
        _ => null,
    };

    // W12: at the team the answer never shows whether the referral has ended.
    private static DossierDecision Make(ObjectionCommand.Make make, DossierContext now) =>
        make is { Where: Side.Ocmw, Ended: true } ? new Refuse(ReferralDecisions.Ended)
        : make.Right == ObjectionRight.Restriction && make.Ground is null ? No("grond-ontbreekt", "art. 18.1 AVG", "Een verzoek om beperking noemt de grond van artikel 18, eerste lid: a, b, c of d.")
        : make.Right == ObjectionRight.Objection && make.Ground is not null ? No("grond-niet-verwacht", "art. 21 AVG", "Een grond van artikel 18 hoort alleen bij een verzoek om beperking.")
        : make.Running is { } running ? No("al-in-behandeling", "art. 12 AVG", $"Dit verzoek wordt al behandeld in {running}. Leg daar vast wat erbij komt.")
        : make.ReceivedOn > now.Today ? No("datum-in-toekomst", "art. 12.3 AVG", "De dag van ontvangst ligt in de toekomst. De termijn loopt vanaf de dag waarop het verzoek toekwam.")
        : make.ReceivedOn < make.Since ? No("datum-te-vroeg", "art. 12.3 AVG", now.Protocol.Objected() switch
        {
            ObjectedMatter.File => "De dag van ontvangst ligt voor het bestand er was. Kijk de datum na.",
            ObjectedMatter.List => "De dag van ontvangst ligt vóór de dag waarop de lijst er kwam. Kijk de datum na.",
            _ => "De dag van ontvangst ligt voor de doorverwijzing bestond. Kijk de datum na.",
        })
        : new Record(new ObjectionFact.Made(now.FactId, now.Now, now.Actor, make.Exchange, make.Where, make.Right, make.Manner, make.Ground, make.ReceivedOn ?? now.Today));

    // Art. 12.3: extended within the first month, once, and not after the decision.
    private static DossierDecision Extend(ObjectionState state, ObjectionCommand.Extend extend, DossierContext now) =>
        state.Decision is not null ? No("al-beslist", "art. 12.3 AVG", "Er is al beslist; verlengen heeft geen zin meer.")
        : state.Extension is not null ? No("al-verlengd", "art. 12.3 AVG", "De termijn is al verlengd. Een tweede keer kan niet.")
        : now.Today > state.Due ? No("termijn-voorbij", "art. 12.3 AVG", "Verlengen kan alleen binnen de eerste maand na het verzoek.")
        : new Record(new ObjectionFact.Extended(now.FactId, now.Now, now.Actor, extend.Reason));

    private static DossierDecision Judge(ObjectionState state, ObjectionCommand.Decide decide, DossierContext now)
    {
        if (OfficeReference.Refuse(decide.Reference) is { } form)
            return new Refuse(form);
        if (state.IsFinal)
            return state.Decision!.Verdict == decide.Verdict && state.Decision.Ground == decide.Ground ? new Already() : No("al-beslist", "art. 12 AVG", "Er is al beslist over dit verzoek.");
        if (WrongForMatter(state, decide, now) is { } wrong)
            return wrong;
        if (decide.Verdict == ObjectionVerdict.Upheld && state.Decision is not null)
            return new Already();
        if (decide.Verdict == ObjectionVerdict.Rejected && state.Decision is not null)
            return No("al-beslist", "art. 18 AVG", "De beperking is al toegestaan. Hef ze op wanneer de grond vervallen is.");
        if (decide.Verdict == ObjectionVerdict.Lifted && state.Made.Right == ObjectionRight.Objection)
            return No("beslissing-past-niet", "art. 21 AVG", "Over een bezwaar is de beslissing 'gegrond' of 'ongegrond'. Opheffen hoort bij een beperking.");
        return (decide.Verdict, decide.Ground) switch
        {
            (ObjectionVerdict.Upheld, not null) => No("grond-niet-verwacht", "art. 12 AVG", "Bij 'gegrond' hoort geen grond."),
            (ObjectionVerdict.RowUnused, not null) => No("grond-niet-verwacht", "art. 12 AVG", "Bij 'rij-niet-meer-gebruiken' hoort geen grond."),
            (ObjectionVerdict.Upheld or ObjectionVerdict.RowUnused, null) => Decided(decide, now),
            (ObjectionVerdict.Rejected, { } ground) when OfRejection.Contains(ground) => Decided(decide, now),
            (ObjectionVerdict.Lifted, { } ground) when OfLifting.Contains(ground) => Decided(decide, now),
            (_, null) => No("grond-ontbreekt", "art. 12.4 AVG", "Zeg met een code waarom: de betrokkene heeft recht op de reden."),
            _ => No("grond-past-niet", "art. 12.4 AVG", "Deze grond hoort niet bij deze beslissing."),
        };
    }

    // What is about many people is not erased for one of them: what is well founded ends the use of that row. Only a list can keep one row and go on with the rest.
    private static DossierDecision? WrongForMatter(ObjectionState state, ObjectionCommand.Decide decide, DossierContext now) => (now.Protocol.Objected(), state.Made.Right, decide.Verdict) switch
    {
        (ObjectedMatter.Referral, _, ObjectionVerdict.RowUnused) =>
            No("beslissing-past-niet", "art. 21 AVG", "'rij-niet-meer-gebruiken' hoort bij een bestand of een lijst met veel mensen, niet bij een doorverwijzing."),
        (ObjectedMatter.File, _, ObjectionVerdict.Upheld) => No("beslissing-past-niet", "art. 18, 21 AVG",
            "In dit bestand staan veel mensen. Is het verzoek gegrond, beslis dan 'rij-niet-meer-gebruiken': de rij van de betrokkene wordt niet meer gebruikt, en het bestand gaat zonder die rij verder."),
        (ObjectedMatter.List, ObjectionRight.Objection, ObjectionVerdict.Upheld) => No("beslissing-past-niet", "art. 21 AVG",
            "Op deze lijst staan veel mensen. Is het bezwaar gegrond, beslis dan 'rij-niet-meer-gebruiken': alleen de rij van de betrokkene wordt gewist."),
        (ObjectedMatter.List, _, ObjectionVerdict.RowUnused or ObjectionVerdict.Upheld) when !state.RowIsNamed =>
            No("rij-niet-genoemd", "art. 18, 21 AVG", "Nog niemand zei om welke rij het gaat, of dat de persoon niet op de lijst staat. Laat het OCMW dat eerst vastleggen: anders treft deze beslissing niets."),
        (not ObjectedMatter.Referral, ObjectionRight.Objection, ObjectionVerdict.Lifted) =>
            No("beslissing-past-niet", "art. 21 AVG", "Over een bezwaar is de beslissing 'rij-niet-meer-gebruiken' of 'ongegrond'. Opheffen hoort bij een beperking."),
        _ => null,
    };

    private static Record Decided(ObjectionCommand.Decide decide, DossierContext now) =>
        new(new ObjectionFact.Decided(now.FactId, now.Now, now.Actor, decide.Verdict, decide.Reference, decide.Ground));

    private static DossierDecision Inform(ObjectionState state, ObjectionCommand.Inform inform, DossierContext now) =>
        state.Decision is not { } decided ? No("nog-niet-beslist", "art. 12 AVG", "Er is nog niet beslist. Verwittig de betrokkene na de beslissing.")
        : state.Informed is not null ? new Already()
        : inform.On > now.Today ? No("datum-in-toekomst", "art. 12 AVG", "Deze datum ligt in de toekomst. Leg het vast zodra de betrokkene verwittigd is.")
        : inform.On < LegalCalendar.DateOf(decided.At) ? No("datum-voor-beslissing", "art. 12 AVG", "Deze datum ligt voor de beslissing. Verwittig de betrokkene van wat beslist is.")
        : new Record(new ObjectionFact.Informed(now.FactId, now.Now, now.Actor, inform.Manner, inform.On));
}
