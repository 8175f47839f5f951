using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Retention;

/// <summary>What stands in a register that was put back, beside what the stores really hold. References and counts; nothing of a person.</summary>
/// <param name="Lost">Live in the register, and its key and files are gone: it ended after the copy was made. It is ended by hand, or referred anew.</param>
/// <param name="Due">Past its term: the next sweep erases it.</param>
/// <param name="Orphans">In a store, and unknown to the register or erased in it: it began after the copy was made.</param>
/// <param name="Unheard">Facts that no orchestration marked as handled: the next sweep sends them again.</param>
public sealed record RestoreReport(IReadOnlyList<DryRun> Lost, IReadOnlyList<DryRun> Due, IReadOnlyList<DryRun> Orphans, int Unheard);

/// <summary>What erasing one exchange would find.</summary>
/// <param name="Places">Every place, also where nothing is.</param>
public sealed record DryRun(ExchangeId Exchange, RegisterStanding Standing, IReadOnlyList<PlaceLookedAt> Places)
{
    public int Found => Places.Sum(place => place.Found);
}

/// <summary>How an exchange stands in the register.</summary>
public enum RegisterStanding
{
    /// <summary>No row claims it.</summary>
    Unknown,
    Live,

    /// <summary>Past its term and not erased.</summary>
    Due,

    /// <summary>Certified as erased.</summary>
    Erased,
}
