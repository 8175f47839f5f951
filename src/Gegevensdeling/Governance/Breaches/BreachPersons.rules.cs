using Gegevensdeling.Governance.Dossiers;
using static Gegevensdeling.Governance.Dossiers.DossierDecision;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>Art. 34 GDPR: a high risk is told to the persons, unless one of the grounds of 34.3 says otherwise.</summary>
internal static class BreachPersonsRules
{
    public static DossierDecision Decide(BreachState state, BreachCommand.DecidePersons persons, DossierContext now) =>
        BreachDecisions.WrongController(now, persons.Party, persons.For)
        ?? (persons.Reference is { } reference ? BreachTexts.WrongReference(reference) : null)
        ?? (state.Assessment, persons) switch
        {
            (null, _) => No("risico-niet-beoordeeld", "art. 34 AVG", "Beoordeel eerst het risico."),
            (_, { Tell: true, Ground: not null }) => No("grond-niet-verwacht", "art. 34 AVG", "Wie de betrokkenen inlicht, geeft geen grond om dat niet te doen."),
            (_, { Tell: false, Ground: null }) => No("grond-ontbreekt", "art. 34 AVG", "Zeg waarom de betrokkenen niet ingelicht worden."),
            ({ Risk: Risk.High }, { Ground: NoPersonsGround.NoHighRisk }) => No("risico-vastgesteld", "art. 34 AVG", "De laatste beoordeling zegt dat het risico hoog is."),
            _ when state.PersonsOf(persons.For) is { } known && known.Tell == persons.Tell && known.Ground == persons.Ground && known.Reference == persons.Reference => new Already(),
            _ => new Record(new BreachFact.PersonsDecided(now.FactId, now.Now, now.Actor, persons.For, persons.Tell, persons.Ground, persons.Reference)),
        };
}
