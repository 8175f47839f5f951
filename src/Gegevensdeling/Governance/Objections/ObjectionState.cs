using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Objections;

/// <summary>What the facts of one dossier add up to. Derived, never stored.</summary>
public sealed record ObjectionState(ObjectionFact.Made Made)
{
    private const int Months = 1;
    private const int MonthsExtended = 3;

    /// <summary>Of an objection to a list: the OCMW said which row it is, or that there is none. Until then the list waits as a whole.</summary>
    public bool RowIsNamed { get; init; }

    public ObjectionFact.Extended? Extension { get; init; }

    /// <summary>The latest: a restriction that was upheld can be lifted later.</summary>
    public ObjectionFact.Decided? Decision { get; init; }

    /// <summary>The person was told of the latest decision.</summary>
    public ObjectionFact.Informed? Informed { get; init; }

    /// <summary>The referral goes on, or goes: the last effect was done.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>A restriction that was upheld lasts; everything else ends with the decision.</summary>
    public bool IsFinal => Decision is not null && !(Made.Right == ObjectionRight.Restriction && Decision.Verdict == ObjectionVerdict.Upheld);

    /// <summary>Erased after an objection that was well founded.</summary>
    public bool Erases => Made.Right == ObjectionRight.Objection && Decision?.Verdict == ObjectionVerdict.Upheld;

    /// <summary>Over when it was decided for good, done, and the person was told.</summary>
    public DateTimeOffset? ClosedAt => IsFinal && Informed is { At: var told } && DoneAt is { } done ? (told > done ? told : done) : null;

    /// <summary>The legal date on which the request came in.</summary>
    public DateOnly ReceivedOn => Made.ReceivedOn ?? LegalCalendar.DateOf(Made.At);

    /// <summary>The day on which the answer is due: one month, or three, after the request was received (art. 12.3 GDPR), whenever it was recorded; on the next working day where that is none (Regulation 1182/71, art. 3.4).</summary>
    public DateOnly Due => LegalCalendar.AddWorkingDays(ReceivedOn.AddMonths(Extension is null ? Months : MonthsExtended), 0);

    public string Word => this switch
    {
        { ClosedAt: not null } => "afgesloten",
        { Decision: null } => "te-beslissen",
        { Informed: null } => "betrokkene-te-verwittigen",
        { IsFinal: false } => "beperkt",
        _ => "uit-te-voeren",
    };

    /// <exception cref="InvalidOperationException">The first fact is not that it was made.</exception>
    public static ObjectionState Of(IReadOnlyList<ExchangeFact> facts) =>
        facts.Skip(1).Aggregate(facts is [ObjectionFact.Made made, ..] ? new ObjectionState(made) : throw new InvalidOperationException("An objection begins when it is made"), After);

    private static ObjectionState After(ObjectionState state, ExchangeFact fact) => fact switch
    {
        ObjectionFact.RowNamed => state with { RowIsNamed = true },
        ObjectionFact.Extended extended => state with { Extension = extended },
        ObjectionFact.Decided decided => state with { Decision = decided, Informed = null },
        ObjectionFact.Informed informed => state with { Informed = informed },
        DossierFact.Taken { Step: ObjectionPlan.Erase or ObjectionPlan.Lift } => state with { DoneAt = fact.At },
        DossierFact => state,
        _ => throw new InvalidOperationException($"A fact that no rule knows: {fact.GetType().Name}"),
    };
}
