using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>What was recorded of one breach. Derived, never stored.</summary>
/// <param name="Facts">Also what the system noted: when it told whom.</param>
public sealed record BreachState(IReadOnlyList<ExchangeFact> Facts)
{
    public BreachFact.Reported Report { get; } = Facts.OfType<BreachFact.Reported>().FirstOrDefault() ?? throw new InvalidOperationException("A breach begins with its report");

    public BreachFact.Assessed? Assessment { get; } = Facts.OfType<BreachFact.Assessed>().LastOrDefault();

    public IReadOnlySet<BreachMeasure> Measures { get; } = Facts.OfType<BreachFact.MeasuresTaken>().SelectMany(taken => taken.Measures).ToHashSet();

    /// <summary>It was going on when it was reported and nobody recorded yet that it stopped.</summary>
    public bool GoesOn => Report.GoesOn && !Measures.Contains(BreachMeasure.Stopped);

    /// <summary>What a party decided under art. 33: told its authority, gave a reason, or found that there is nothing. Null while it has to.</summary>
    public BreachFact? DecisionOf(PartyId party) =>
        (BreachFact?)Facts.OfType<BreachFact.AuthorityNotified>().FirstOrDefault(told => told.Party == party)
        ?? (BreachFact?)Facts.OfType<BreachFact.NotNotified>().LastOrDefault(not => not.Party == party && Stands(not))
        ?? Standing<BreachFact.Dismissed>().FirstOrDefault(dismissed => dismissed.Parties.Contains(party));

    public BreachFact.PersonsDecided? PersonsOf(PartyId party) => Facts.OfType<BreachFact.PersonsDecided>().LastOrDefault(decided => decided.Party == party && decided.At >= Assessment?.At);

    /// <summary>This party has nothing more to do.</summary>
    public BreachFact? ClosedBy(PartyId party) =>
        (BreachFact?)Standing<BreachFact.ClosureAgreed>().FirstOrDefault(agreed => agreed.Parties.Contains(party))
        ?? Standing<BreachFact.Dismissed>().FirstOrDefault(dismissed => dismissed.Parties.Contains(party));

    /// <summary>When the system had told this party: the outbox took the first message.</summary>
    public DateTimeOffset? ToldAt(PartyId party) =>
        Facts.OfType<DossierFact.Taken>().FirstOrDefault(taken => taken.Step.StartsWith($"{BreachPlan.Tell}:{party}:", StringComparison.Ordinal))?.At;

    /// <summary>An officer of this party did something in the dossier: they know of it.</summary>
    public bool IsKnownTo(PartyId party) => Facts.Any(fact => fact.By.Party == party && fact.By.Role == Role.Dpo.Word())
        || Facts.OfType<BreachFact.Acknowledged>().Any(known => known.Parties.Contains(party));

    /// <summary>Every controller is done; null while one is not.</summary>
    public DateTimeOffset? ClosedAt
    {
        get
        {
            var closed = Report.Controllers.Select(party => ClosedBy(party)?.At).ToList();
            return closed.Contains(null) ? null : closed.Max();
        }
    }

    /// <summary>The word of this state in lists.</summary>
    public string Word =>
        ClosedAt is null ? Facts.OfType<BreachFact>().Skip(1).Any() ? "in-behandeling" : "gemeld"
        : Report.Controllers.All(party => ClosedBy(party) is BreachFact.Dismissed) ? "geen-inbreuk"
        : "afgesloten";

    /// <summary>A later assessment undoes that somebody was done with it.</summary>
    private IEnumerable<TFact> Standing<TFact>()
        where TFact : BreachFact => Facts.OfType<TFact>().Where(fact => Assessment is null || fact.At >= Assessment.At);

    /// <summary>'No risk' stands as long as the last assessment says so.</summary>
    private bool Stands(BreachFact.NotNotified not) => not.Reason != NoNotificationReason.NoRisk || Assessment?.Risk == Risk.None;
}
