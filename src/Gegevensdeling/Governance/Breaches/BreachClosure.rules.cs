using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using static Gegevensdeling.Governance.Dossiers.DossierDecision;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>When a party may say that it is done with a breach. All of them say it, each by its own officer, or by the one whose mandate serves several (W2).</summary>
internal static class BreachClosure
{
    public static DossierDecision Close(BreachState state, PartyId party, DossierContext now)
    {
        var served = now.Protocol.ServedWith(party);
        if (served.All(own => state.ClosedBy(own) is BreachFact.ClosureAgreed))
            return new Already();
        if (state.GoesOn)
            return No("toestand-duurt-voort", "art. 9", "Het lek duurt nog voort. Leg eerst de maatregel vast waarmee het stopte.");
        if (state.Assessment is not { } assessment)
            return No("risico-niet-beoordeeld", "art. 33 AVG", "Beoordeel eerst het risico: het register bevat feiten, gevolgen en maatregelen.");
        if (state.Report.Controllers.FirstOrDefault(one => state.DecisionOf(one) is null) is { Value: not null } silent)
            return No("beslissing-ontbreekt", "art. 33 AVG", $"{now.Protocol.Party(silent).Name} besliste nog niet of de toezichthouder ingelicht wordt.");
        if (assessment.Risk == Risk.High && served.Any(own => state.DecisionOf(own) is BreachFact.AuthorityNotified && state.PersonsOf(own) is null))
            return No("betrokkenen-niet-beslist", "art. 34 AVG", "Het risico is hoog. Beslis eerst of de betrokkenen ingelicht worden.");
        return SamePerson(state, served, now) ?? new Record(new BreachFact.ClosureAgreed(now.FactId, now.Now, now.Actor, served));
    }

    public static DossierDecision Dismiss(BreachState state, BreachCommand.Dismiss dismiss, DossierContext now)
    {
        var served = now.Protocol.ServedWith(dismiss.Party);
        if (served.All(own => state.ClosedBy(own) is BreachFact.Dismissed))
            return new Already();
        if (served.Any(own => state.DecisionOf(own) is BreachFact.AuthorityNotified))
            return No("al-gemeld", "art. 33 AVG", "De toezichthouder werd al ingelicht. Vul die melding aan en sluit het dossier daarna af.");
        if (dismiss.Reason != DismissalReason.Double && state.Assessment is { Risk: not Risk.None })
            return No("risico-vastgesteld", "art. 33 AVG", "De laatste beoordeling zegt dat er een risico is. Beoordeel eerst opnieuw.");
        return SamePerson(state, served, now) ?? new Record(new BreachFact.Dismissed(now.FactId, now.Now, now.Actor, served, dismiss.Reason));
    }

    /// <summary>W2: what needs two people needs two different persons.</summary>
    private static DossierDecision? SamePerson(BreachState state, IReadOnlyList<PartyId> served, DossierContext now) =>
        state.Report.Controllers.Except(served).Any(other => state.ClosedBy(other)?.By.Staff == now.Actor.Staff)
            ? No("zelfde-persoon", "art. 9", "Wie voor de andere partij afsloot, sluit niet ook voor deze af. Laat iemand anders dat doen.")
            : null;
}
